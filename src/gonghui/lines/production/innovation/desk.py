"""What people see of results, of the titles and awards given to them, and of help to firms."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.desk import ACTS as CASE_ACTS
from gonghui.commons.cases.models import Case
from gonghui.commons.designations.models import Designation, Nomination, Round
from gonghui.commons.parties.models import Team
from gonghui.commons.readings.models import Reading
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, award_acts, help_acts, words
from .models import Result, Visit

GROUP = _("劳动经济")


def authors_of(result) -> str:
    """The authors in their order."""
    rows = result.authors.for_act("authors of a result in reach").select_related("person").order_by("place")
    return "、".join(str(author) for author in rows)


def won_by(result) -> str:
    """Titles, awards and patents of a result."""
    where = {"node": result.node_id}
    titles = (
        Designation.objects.for_act("titles of a result in reach").filter(kind__in=words.WORKS, name=result.title, **where).exclude(state="mistaken")
    )
    outside = RegisterEntry.objects.for_act("awards of a result in reach").filter(kind__in=words.OUTSIDE, holder_name=result.title, **where)
    return "；".join([f"{t.scheme} {t.awarded_on}" for t in titles.select_related("scheme")[:9]] + [f"{e} {e.since}" for e in outside[:9]])


DETAIL = (
    "title", "kind", Column("authors", _("完成人"), authors_of), "node", "team", "says", "submitted_on", "reply", "replied_on", "finished_on", "claimed",
    "benefit", "verified_on", "matter", "round", "entered_on", Column("won", _("获得的称号、奖项和专利"), won_by), "state",
)  # fmt: skip
Desk(
    noun=Result, label=_("创新成果"), group=GROUP, icon="emoji_objects", columns=("title", "kind", "lead", "node", "submitted_on", "benefit", "state"),
    related=("lead", "node", "team", "matter", "round"), detail=DETAIL, filters=("state", "kind", "submitted_on", "finished_on"),
    search=("title", "^lead__name", "^lead__initials"), work=("submitted", "sorted", "adopted", "completed"), personal=True, own=True,
    own_label=_("我的金点子和成果"), own_columns=("title", "kind", "submitted_on", "reply", "state"), empty=_("还没有成果。职工可在手机上提金点子。"),
    acts=(
        acts.file, acts.sort, acts.adopt, acts.decline, acts.complete, acts.verify, acts.send_back, award_acts.enter, award_acts.note_award, acts.suggest,
    ),
)  # fmt: skip
facet(Result, "ideas", words.Sort.SUGGESTION, label=_("金点子"), group=GROUP, icon="lightbulb")
Desk(
    noun=Visit, label=_("助企走访"), group=GROUP, icon="engineering", columns=("activity", "crew", "helper", "matter", "on", "node"),
    related=("activity", "crew", "helper", "matter", "node"), filters=("on",), search=("activity__title", "crew__name"), personal=True, own=True,
    own_label=_("我的助企走访"), acts=(help_acts.note_visit,), empty=_("还没有走访。"),
)  # fmt: skip
facet(Case, "firm_problems", words.HELP, label=_("企业技术难题"), group=GROUP, icon="build", acts=(*CASE_ACTS, help_acts.declare_solution))
facet(Activity, "innovation_events", words.FESTIVAL, words.FAIR, words.EXHIBITION, label=_("科技节和交流大会"), group=GROUP, icon="science")
facet(Activity, "firm_outreach", words.OUTREACH, label=_("劳模工匠助企行"), group=GROUP, icon="handshake")
facet(Team, "innovation_teams", words.GROUP, words.HELPERS, words.CREW, label=_("创新小组和助企队"), group=GROUP)
facet(Round, "innovation_rounds", *words.TITLE_KINDS, label=_("创新成果评选"), group=GROUP)
facet(Nomination, "innovation_nominations", *words.TITLE_KINDS, label=_("创新成果申报"), group=GROUP, icon="assignment_turned_in")
facet(Designation, "innovation_titles", *words.TITLE_KINDS, label=_("创新成果命名"), group=GROUP, icon="workspace_premium")
facet(RegisterEntry, "innovation_awards", *words.OUTSIDE, words.SMALL_TYPE, label=_("外部奖项和专利"), group=GROUP, icon="verified")
facet(Reading, "fair_views", words.FAIR_VIEWS, label=_("交流大会直播"), group=GROUP, icon="live_tv")
