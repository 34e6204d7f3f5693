"""What people see of lectures."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities import acts as activity_acts
from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.models import Team
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words

GROUP = _("宣传教育")
LABELS = dict(words.Series.choices)
SERIES = Column("series", _("系列"), lambda a: "、".join(str(LABELS.get(t.slug, t.slug)) for t in a.tags.all()))

Desk(
    noun=Activity, label=_("宣讲与活动"), group=GROUP, icon="campaign",
    columns=("title", SERIES, "node", "host", "held_on", "at_place", "head_count", "state"), related=("node", "host"),
    detail=("title", SERIES, "node", "host", "team", "held_on", "ended_on", "venue", "at_place", "head_count", "plan", "state"),
    filters=("state", "venue", "held_on"), search=("title", "at_place"), order=("-held_on", "-pk"), work=("planned", "held"),
    acts=(
        acts.file, acts.file_class, acts.plan, activity_acts.approve, activity_acts.announce, activity_acts.hold, activity_acts.file,
        activity_acts.check, activity_acts.postpone, activity_acts.reschedule, activity_acts.cancel,
    ),
    empty=_("还没有宣讲。点“填报宣讲”，一屏即可完成。"),
)  # fmt: skip

facet(Team, "lecturer_teams", words.LECTURER_TEAM, label=_("宣讲队"), group=GROUP, columns=("name", "node", "since", "until"))
