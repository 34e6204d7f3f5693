"""What is counted of mediation: bodies by role, mediators in their term, disputes and what came of them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.parties.models import Team
from gonghui.commons.places.models import Place, signed
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Flow, Ratio, Stock

from . import words

LISTED = Q(registered_on__isnull=False)
ENTRIES = {"counts": RegisterEntry}
TAKEN = {"counts": Case, "nodes": (("slot", "node"), ("hand_slot", "hand")), "dated_by": "opened_on"}
OURS = Q(kind=words.DISPUTE) & ~Q(state__in=("received", "supplement", "refused", "merged", "ended"))

Stock("mediation.linked_roles", _("诉前联动机制角色数"), "item", where=LISTED & Q(kind=words.LINKED), **ENTRIES, of="topic")
Stock(
    "mediation.partner_agencies", _("调解诉调机制合作机关数"), "org", where=LISTED & Q(kind=words.PARTNER), **ENTRIES, of="topic",
    meaning=_("报告日在机制中的机关种类：法院、检察、人社、司法等"), main=True,
)  # fmt: skip
Stock(
    "mediation.mediators", _("劳动争议调解员人数"), "person", where=LISTED & Q(kind=words.MEDIATOR), **ENTRIES, of="person", personal=True, main=True,
    meaning=_("聘期内的调解员，一人受聘几处只计一次；须登记到人"),
)  # fmt: skip
Stock("mediation.mediators@unnamed", _("未登记到人的调解员条目"), "item", where=LISTED & Q(kind=words.MEDIATOR, person=None), **ENTRIES, check=True)
Stock("mediation.committees", _("企业调解委员会数"), "team", Team, Q(kind=words.COMMITTEE))
for _kind, _slug, _label in (
    (words.CENTRE, "centres", _("仲裁院调解中心数")), (words.TRIBUNAL, "tribunals", _("工会巡回法庭数")), (words.OFFICE, "court_offices", _("法院工会协调室数")),
):  # fmt: skip
    Stock(f"mediation.{_slug}", _label, "place", Place, since="opened_on", until="", on_day=lambda day, kind=_kind: signed(kind, day))
Flow("mediation.hearings", _("调解开庭次数"), "session", Activity, Q(kind=words.HEARING, state__in=COUNTED), dated_by="held_on")
Flow("mediation.disputes", _("受理争议件数"), "item", where=OURS, **TAKEN)
Flow("mediation.disputes@people", _("受理争议涉及人数"), "person", where=OURS, **TAKEN, adds="people")
Flow("mediation.lanes", _("启动联动部门件次"), "item", where=Q(kind=words.LANE), **TAKEN)
agreed = Flow("mediation.agreed", _("调解成功件数"), "item", where=OURS & Q(stage__in=words.AGREED), **TAKEN)
over = Flow("mediation.concluded", _("调解终结件数"), "item", where=OURS & Q(stage__in=words.OVER), **TAKEN)
Ratio("mediation.agreed_pct", _("调解成功率"), "percent", top=agreed, bottom=over, meaning=_("达成协议件数与终结件数之比"))
