"""What is counted of mutual aid: persons a year, paid claims and money are three things; a donation is not a contribution."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import Payment, Receipt
from gonghui.commons.money.words import PAID
from gonghui.kernel.indicators import Distinct, Flow, Ratio, Stock

from . import words
from .models import Participation

BENEFIT, SOLACE, RELIEF = (Q(kind=kind, state__in=PAID) for kind in (words.BENEFIT, words.SOLACE, words.RELIEF))
IN = {fund: Q(fund=fund, state="effective") for fund in words.Fund.values}
POOLED = {"until": "", "personal": True, "meaning": _("统筹以来累计，截至当日")}


def paid(key: str, label, where: Q, adds: str = "amount", **more) -> Flow:
    """Payments that have gone out, by the day they did: yuan, or how many."""
    return Flow(f"mutual_aid.{key}", label, "yuan" if adds else "person_time", Payment, where, dated_by="paid_on", adds=adds, personal=True, **more)


Flow("mutual_aid.participations", _("职工互助参加人次"), "person_time", Participation, IN["mutual"], dated_by="since", personal=True, main=True,
    meaning=_("一人一个计划年度计一人次，按生效日期；到账前不计"))  # fmt: skip
Stock("mutual_aid.participations@pooled", _("职工互助累计参加人次"), "person_time", Participation, IN["mutual"], since="since", **POOLED)
Distinct(
    "mutual_aid.participants",
    _("职工互助参加人数"),
    "person",
    Participation,
    IN["mutual"],
    dated_by="since",
    of="person",
    personal=True,
    meaning=_("期内生效的参加，一人只计一次"),
)
income = Flow("mutual_aid.income", _("职工互助金收入"), "yuan", Receipt, Q(kind=words.FEE, state="booked"), dated_by="on", adds="amount")
payouts = paid("payouts", _("互助金及慰问金发放额"), BENEFIT | SOLACE, main=True, meaning=_("给付与慰问金合计，可分别查看；按支付日期"))
paid("payouts@benefit", _("互助金给付额"), BENEFIT)
paid("payouts@solace", _("互助慰问金发放额"), SOLACE)
Stock("mutual_aid.payouts@pooled", _("互助金及慰问金累计发放额"), "yuan", Payment, BENEFIT | SOLACE, since="paid_on", adds="amount", **POOLED)
paid("beneficiaries", _("互助给付人次"), BENEFIT, adds="", main=True, meaning=_("一项申请计一人次；慰问金不另计"))
Stock("mutual_aid.beneficiaries@pooled", _("互助累计给付人次"), "person_time", Payment, BENEFIT, since="paid_on", **POOLED)
Ratio("mutual_aid.payout_rate", _("互助金给付率"), "percent", top=payouts, bottom=income, meaning=_("同期发放除以同期互助金收入"))
Flow(
    "mutual_aid.donation.amount",
    _("互助一日捐募集资金"),
    "yuan",
    Receipt,
    Q(kind=words.GIFT, state="booked"),
    dated_by="on",
    adds="amount",
    main=True,
    meaning=_("已入账的捐款，按入账日期"),
)
Distinct(
    "mutual_aid.donation.donors",
    _("互助一日捐参加职工数"),
    "person",
    Participation,
    IN["donation"],
    dated_by="since",
    of="person",
    personal=True,
    meaning=_("期内捐过的职工，一人只计一次"),
)
Distinct(
    "mutual_aid.donation.beneficiaries",
    _("互助一日捐救助人数"),
    "person",
    Payment,
    RELIEF,
    dated_by="paid_on",
    of="person",
    personal=True,
    meaning=_("期内得到救助的人，一人只计一次"),
)
paid("donation.relief", _("互助一日捐救助金额"), RELIEF)
