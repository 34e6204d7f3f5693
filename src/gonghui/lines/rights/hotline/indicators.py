"""What is counted of the hotline: calls, tickets and people are three things."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.models import Case, CaseAmount, CaseClock
from gonghui.kernel.indicators import Flow, Ratio

from . import words
from .models import Call

LINE = (("slot", "node"), ("area_slot", "area"))
HANDS = (("slot", "node"), ("hand_slot", "hand"))
TICKETS = Q(kind=words.TICKET) & ~Q(state__in=("received", "supplement", "refused", "merged", "ended"))
TAKEN = Q(state__in=words.TAKEN)

calls = Flow(
    "hotline.calls", _("热线接听通次"), "item", Call, TAKEN, nodes=LINE, dated_by="on", meaning=_("接听的来电，一通计一次；一件工单可有几通")
)
rings = Flow("hotline.calls@all", _("热线来电通次"), "item", Call, nodes=LINE, dated_by="on")
missed = Flow("hotline.missed", _("未接通通次"), "item", Call, Q(state="missed"), nodes=LINE, dated_by="on")
missed_pct = Ratio("hotline.missed_pct", _("热线呼损率"), "percent", top=missed, bottom=rings, meaning=_("未接通的来电，除以全部来电"))
legal_consultations = Flow(
    "hotline.legal_consultations", _("维权法律咨询通次"), "item", Call, TAKEN & Q(topic=words.LEGAL_ADVICE), nodes=LINE, dated_by="on",
    meaning=_("分类为法律咨询的已接听来电，一通计一次"),
)  # fmt: skip
tickets = Flow("hotline.tickets", _("热线工单数"), "item", Case, TICKETS, nodes=HANDS, dated_by="opened_on",
    meaning=_("受理的工单；并案、终止、不予受理的不计"), main=True)  # fmt: skip
closed = Flow("hotline.tickets_closed", _("已办结工单数"), "item", Case, TICKETS & Q(state="closed"), nodes=HANDS, dated_by="opened_on",
    meaning=_("期内受理、现已办结的工单"))  # fmt: skip
completion_pct = Ratio(
    "hotline.completion_pct", _("维权单办结率"), "percent", top=closed, bottom=tickets, main=True, meaning=_("期内受理的工单中现已办结的比例")
)
at_once = Flow(
    "hotline.tickets_at_once", _("当场答复工单数"), "item", Case, TICKETS & Q(state="closed", at_once=True), nodes=HANDS, dated_by="opened_on"
)
at_once_pct = Ratio(
    "hotline.first_contact_pct", _("首次联系办结率"), "percent", top=at_once, bottom=tickets, meaning=_("期内受理的工单中当场答复办结的比例")
)
people = Flow(
    "hotline.people",
    _("热线工单涉及人数"),
    "person_time",
    Case,
    TICKETS,
    nodes=HANDS,
    dated_by="opened_on",
    adds="people",
    meaning=_("受理工单所涉人数之和，不去重"),
)
rated = Flow("hotline.rated", _("已评价工单数"), "item", Case, TICKETS & Q(rating__isnull=False), nodes=HANDS, dated_by="opened_on")
satisfied = Flow("hotline.satisfied", _("满意工单数"), "item", Case, TICKETS & Q(rating__gte=4), nodes=HANDS, dated_by="opened_on")
satisfaction_pct = Ratio(
    "hotline.satisfaction_pct", _("热线满意率"), "percent", top=satisfied, bottom=rated, meaning=_("非常满意与满意，除以已评价"), main=True
)
WHERE = (("case__slot", "case__node"), ("case__hand_slot", "case__hand"))
REPLY = Q(what="reply", case__kind=words.TICKET)
answered = Flow("hotline.replies", _("热线工单答复数"), "item", CaseClock, REPLY, nodes=WHERE, dated_by="done_on")
in_time = Flow("hotline.replies_in_time", _("按期答复数"), "item", CaseClock, REPLY & Q(done_on__lte=F("due_on")), nodes=WHERE, dated_by="done_on")
on_time_pct = Ratio(
    "hotline.on_time_pct", _("热线按期答复率"), "percent", top=in_time, bottom=answered, main=True, meaning=_("期内答复的工单中在答复期限内的比例")
)
recovered = Flow(
    "hotline.recovered_amount", _("热线工单追回金额"), "yuan", CaseAmount, Q(sort="recovered", case__kind=words.TICKET), dated_by="on", adds="amount",
    meaning=_("按实际到账日期"),
)  # fmt: skip
