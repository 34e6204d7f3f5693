"""What people see of mediation."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case
from gonghui.commons.cases.words import IN_HAND
from gonghui.commons.registers.desk import HOLDER
from gonghui.kernel.desk import DESKS, Column, facet

from . import acts, words

GROUP, ENTRY = _("权益法律"), "commons_registers.registerentry"


def load(entry) -> int:
    """How many matters a mediator has in hand."""
    account = entry.person.account_id if entry.person_id else None
    return Case.objects.for_act("case load").filter(handler=account, state__in=IN_HAND).count() if account else 0


facet(
    Case, "disputes", words.DISPUTE, label=_("劳动争议调解"), group=GROUP, icon="diversity_1", acts=(*DESKS["commons_cases.case"].acts, acts.call_in),
    columns=("number", "title", "client", "employer", "node", "hand", "stage", "claimed", "opened_on", "state"), filters=("state", "client", "level", "opened_on"),
    empty=_("没有争议。职工可在手机上申请，法院、仲裁转来的由窗口登记。"),
)  # fmt: skip
facet(
    Case,
    "dispute_lanes",
    words.LANE,
    label=_("诉前联动办理"),
    group=GROUP,
    icon="account_tree",
    columns=("number", "topic", "title", "outside", "node", "opened_on", "state"),
)
facet(
    ENTRY,
    "med_partners",
    words.PARTNER,
    words.LINKED,
    label=_("诉调对接与联动机制"),
    group=GROUP,
    icon="handshake",
    columns=("topic", HOLDER, "title", "kind", "node", "since", "until", "state"),
)
facet(
    ENTRY, "mediators", words.MEDIATOR, words.REVIEW, label=_("调解员与考核"), group=GROUP, icon="badge", columns=(HOLDER, "number", "node", "since", "until", "state"),
    detail=(*DESKS[ENTRY].detail, Column("load", _("在办件数"), load)), empty=_("还没有调解员。由基层提出，另一人审核登记；聘期到期会自动提醒。"),
)  # fmt: skip
facet(ENTRY, "med_duties", words.DUTY, label=_("驻院协调员与值班"), group=GROUP)
facet("commons_parties.team", "med_committees", words.COMMITTEE, label=_("企业调解委员会"), group=GROUP, icon="groups")
facet(
    "commons_places.place", "med_places", words.CENTRE, words.TRIBUNAL, words.OFFICE, label=_("调解中心、巡回法庭、协调室"), group=GROUP, icon="gavel"
)
facet("commons_activities.activity", "hearings", words.HEARING, words.TRAINING, label=_("调解开庭与培训"), group=GROUP, icon="event")
