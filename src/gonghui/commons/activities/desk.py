"""What people see of activities and of who came; lines show their kinds of it on facets made of these parts."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.reads import tally
from gonghui.kernel.desk import Column, Desk

from . import acts, names
from .models import Activity, Attendance
from .words import COUNTED, Level

KIND = Column("kind", _("类别"), lambda a: a.kind_label, order="kind")
SERIES = Column("series", _("系列"), lambda a: a.series_label)
CAME = Column("came", _("签到人数"), lambda a: names.named(a) or "—")
LEVEL = Column("level", _("活动级别"), lambda a: Level(a.level).label if a.level else "—", order="level")

CREATING = (acts.record, acts.plan)
ON_ONE = (
    acts.approve, acts.permit, acts.announce, acts.hold, names.call_roll, acts.file, acts.close_roll, acts.describe, acts.check, acts.postpone,
    acts.reschedule, acts.cancel,
)  # fmt: skip

Desk(
    noun=Activity, label=_("活动"), group=_("综合"), icon="event",
    columns=("title", KIND, SERIES, "node", "host", "held_on", "at_place", "head_count", "state"), related=("node", "host"),
    detail=(
        "title", KIND, SERIES, "node", "host", "team", "partner", "held_on", "ended_on", "hours", "venue", "place", "at_place", "head_count", CAME, LEVEL,
        "edition", "expected", "open_to_public", "permit", "plan", "state",
    ),
    filters=("state", "venue", "held_on"), search=("%title", "%at_place"), order=("-held_on", "-pk"), work=("planned", "held"),
    acts=(*CREATING, *ON_ONE), empty=_("还没有活动。点“填报活动”，一屏即可完成。"),
)  # fmt: skip

Desk(
    noun=Attendance, label=_("签到记录"), group=_("综合"), icon="how_to_reg", columns=("person", "activity", "at", "method", "state"),
    related=("person", "activity", "activity__node"), filters=("at", "state"), search=("person__name", "activity__title"), own=True,
    own_label=_("我参加的活动"), personal=True, acts=(names.sign_in, names.strike_out, names.reinstate),
)  # fmt: skip

tally(Activity, _("已举办"), "session", where=Q(state__in=COUNTED))
tally(Activity, _("到场（人数填报）"), "person_time", where=Q(state__in=COUNTED, head_count__isnull=False), adds="head_count")
