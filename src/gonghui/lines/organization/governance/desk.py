"""What people see of governance."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.tasks.desk import list_facet
from gonghui.commons.tasks.words import CONVERSION, RECTIFICATION
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Congress, Delegate, Elected, Quota, Term

GROUP = _("组织工作")


def told(rows, show) -> str:
    """Some rows in one line."""
    return "；".join(map(show, rows))


QUOTAS = Column("quotas", _("代表名额"), lambda c: told(
    Quota.objects.for_act("of a congress in reach").filter(congress=c).select_related("unit").order_by("pk"), lambda q: f"{q.unit} {q.seats}（会员 {q.members}）"))  # fmt: skip
ROSTER = Column("roster", _("当选人员"), lambda c: told(
    Elected.objects.for_act("of a congress in reach").filter(congress=c).select_related("person").order_by("pk")[:60], lambda e: f"{e} {e.yes} 票"))  # fmt: skip

Desk(
    noun=Term, label=_("届期"), group=GROUP, icon="event_repeat", columns=("node", "number", "since", "until", "extended", "ended_on"), related=("node",),
    filters=("until", "ended_on"), search=("node__name",), order=("until", "-pk"), acts=(acts.enter_term, acts.extend), empty=_("还没有登记届期。"),
)  # fmt: skip
Desk(
    noun=Congress, label=_("换届与代表大会"), group=GROUP, icon="how_to_vote", columns=("node", "number", "requested_on", "opened_on", "closed_on", "state"),
    detail=(
        "node", "number", "outgoing", "years", "requested_on", "document", QUOTAS, "opened_on", "closed_on", "days", "entitled", "present", "issued", "recovered",
        ROSTER, "filed_on", "state",
    ),
    related=("node",), filters=("state", "opened_on"), search=("node__name",), work=("requested", "held", "filed", "repeat"),
    acts=(acts.request, acts.approve, acts.allot, acts.review, acts.hold, acts.elect, acts.file, acts.accept, acts.repeat), empty=_("还没有换届。"),
)  # fmt: skip
Desk(
    noun=Delegate, label=_("大会代表"), group=GROUP, icon="badge", columns=("person", "congress", "node", "chosen_on", "state"), personal=True,
    related=("person", "congress__node", "node"), filters=("state", "chosen_on"), search=("^person__name",), work=("chosen",), own=True, own_label=_("我当选的代表"),
    own_columns=("congress", "node", "chosen_on", "state"), acts=(acts.choose_delegate, acts.find_valid, acts.find_invalid), empty=_("还没有代表。"),
)  # fmt: skip

ENTRY, ACTIVITY, CASE = "commons_registers.registerentry", "commons_activities.activity", "commons_cases.case"
facet("commons_ballots.poll", "congress_polls", words.BALLOT, label=_("大会选举投票"), group=GROUP)
facet(ENTRY, "congress_reports", words.REPORT, label=_("大会报告和决议"), group=GROUP)
facet(ACTIVITY, "joint_conferences", words.JOINT, label=_("联席会议"), group=GROUP, icon="handshake")
facet(ENTRY, "joint_topics", words.TOPIC, words.FOLLOW_UP, label=_("联席会议议题和通报"), group=GROUP, icon="topic")
list_facet("joint_lists", _("联席会议议定事项"), GROUP, "checklist", words.DECIDED)
facet(ENTRY, "research_reports", words.RESEARCH, label=_("调研报告"), group=GROUP, icon="travel_explore")
list_facet("governance_lists", _("转化、整改、支持和改革清单"), GROUP, "rule", CONVERSION, RECTIFICATION, words.SUPPORT, words.REFORM)
facet(ENTRY, "contact_points", words.CONTACT, label=_("领导联系点"), group=GROUP, icon="pin_drop")
facet(ACTIVITY, "leader_visits", words.VISIT, words.EXCHANGE, words.MEETING, label=_("走访、交流和班子会议"), group=GROUP)
facet(CASE, "governance_matters", words.RAISED, words.MAJOR, label=_("联系点问题和重大事项"), group=GROUP, icon="priority_high")
facet(ENTRY, "agreements", words.COOPERATION, "agreement", label=_("合作协议"), group=GROUP, icon="handshake")
facet(ENTRY, "reform_pilots", words.PILOT, label=_("改革试点"), group=GROUP, icon="science")
facet(ENTRY, "documents", "document", label=_("制度文件"), group=GROUP, icon="description")
facet("commons_plans.planitem", "targets", words.TARGET, label=_("年度目标任务"), group=GROUP, icon="flag")
