"""What is counted of supervision: papers by sort, answered by the day of the answer, matters corrected, wages really paid."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case, CaseAmount
from gonghui.commons.parties.models import Team
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Distinct, Flow, Ratio, Stock

from . import words

PAPER = Q(kind__in=words.PAPERS, registered_on__isnull=False)
TAKEN = {"counts": Case, "nodes": (("slot", "node"), ("hand_slot", "hand"))}
OURS = ~Q(state__in=("received", "supplement", "refused", "merged", "ended"))

issued = Flow(
    "supervision.issued",
    _("发出监督文书份数"),
    "item",
    RegisterEntry,
    PAPER,
    dated_by="since",
    main=True,
    meaning=_("提示函、意见书、建议书合计，按发出日期"),
)
for _kind in words.PAPERS:
    Flow(f"supervision.issued@{_kind}", words.ENTRIES.label(_kind), "item", RegisterEntry, PAPER & Q(kind=_kind), dated_by="since")
Distinct(
    "supervision.firms",
    _("监督涉及单位数"),
    "org",
    RegisterEntry,
    PAPER,
    dated_by="since",
    of="employer",
    meaning=_("期内收到监督文书的单位，一家只计一次"),
)
Flow(
    "supervision.people",
    _("监督涉及职工人数"),
    "person",
    RegisterEntry,
    PAPER,
    dated_by="since",
    adds="quantity",
    meaning=_("各份监督文书所涉职工人数之和，不去重"),
)
answered = Flow("supervision.answered", _("已答复监督文书份数"), "item", RegisterEntry, PAPER & Q(state="ended"), dated_by="until")
Stock(
    "supervision.unanswered",
    _("尚未答复的监督文书份数"),
    "item",
    RegisterEntry,
    PAPER & ~Q(state="superseded"),
    meaning=_("期末尚在答复期或逾期未答复的文书"),
)
Ratio(
    "supervision.answered_pct", _("监督文书答复率"), "percent", top=answered, bottom=issued, meaning=_("期内答复的监督文书，除以期内发出的监督文书")
)
Flow("supervision.clues", _("监督线索件数"), "item", where=OURS & Q(kind__in=words.SUBJECTS), **TAKEN, dated_by="opened_on")
corrected = Flow(
    "supervision.corrected", _("督促整改件数"), "item", where=Q(kind__in=words.SUBJECTS, resolved=True, state="closed"), **TAKEN, dated_by="closed_on",
    meaning=_("核实整改后办结的线索，按办结日期"), main=True,
)  # fmt: skip
over = Flow("supervision.closed", _("办结监督线索件数"), "item", where=Q(kind__in=words.SUBJECTS, state="closed"), **TAKEN, dated_by="closed_on")
Ratio("supervision.corrected_pct", _("监督整改率"), "percent", top=corrected, bottom=over, meaning=_("期内办结的线索中核实整改的比例"))
Stock("supervision.committees", _("劳动法律监督委员会数"), "team", Team, Q(kind=words.COMMITTEE))
Stock(
    "supervision.supervisors", _("劳动法律监督员人数"), "person", RegisterEntry, Q(kind=words.SUPERVISOR, registered_on__isnull=False), personal=True
)
Flow("supervision.inspections", _("劳动法律监督检查次数"), "session", Activity, Q(kind=words.CHECK, state__in=COUNTED), dated_by="held_on")
Flow("supervision.arrears", _("欠薪线索件数"), "item", where=OURS & Q(kind=words.ARREARS), **TAKEN, dated_by="opened_on")
Flow("supervision.arrears_people", _("欠薪涉及人数"), "person", where=OURS & Q(kind=words.ARREARS), **TAKEN, dated_by="opened_on", adds="people")
for _sort, _slug, _label in (("claimed", "arrears_owed", _("反映欠薪金额")), ("recovered", "arrears_paid", _("追回欠薪金额"))):
    Flow(f"supervision.{_slug}", _label, "yuan", CaseAmount, Q(sort=_sort, case__kind=words.ARREARS), dated_by="on", adds="amount")
