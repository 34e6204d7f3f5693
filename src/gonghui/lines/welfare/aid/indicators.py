"""What is counted of aid: households, persons and person-times are three things; money by the day it was paid."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.money.models import Payment, Receipt
from gonghui.commons.money.words import PAID
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING
from gonghui.kernel.indicators import Distinct, Flow, Ratio, Stock

from . import words
from .models import FileSpell


@dataclass
class Touching(Distinct):
    """Different values of `of` among the spells that stand on any day of the period."""

    def dated(self, period) -> Q:
        return Q(since__lte=period.end) & (Q(until=None) | Q(until__gte=period.start))


def paid(key: str, label, kind: str, adds: str = "amount", main: bool = False, meaning="", **more) -> Flow:
    """Payments of a kind that have gone out, by the day they did; an amount in yuan, or how many."""
    where = Q(kind=kind, state__in=PAID, **more)
    return Flow(key, label, "yuan" if adds else "person_time", Payment, where, dated_by="paid_on", adds=adds, main=main, meaning=meaning)


season_campaigns = Distinct(
    "aid.season_campaigns",
    _("四季帮扶品牌数"),
    "item",
    PlanItem,
    Q(kind__in=words.SEASONS, state__in=STANDING),
    dated_by="since",
    of="kind",
    meaning=_("期内开展的四季帮扶品牌，同一品牌只计一次"),
)
BOTH = (("slot", "node"), ("host_slot", "host"))
VISITS = Q(kind=words.COOL_VISIT, state__in=COUNTED)
cool_units = Flow(
    "aid.cool.units", _("送清凉走访企业工地数"), "org", Activity, VISITS, nodes=BOTH, dated_by="held_on", meaning=_("走访一家一次计一家")
)
cool_beneficiaries = Flow(
    "aid.cool.beneficiaries",
    _("送清凉慰问人次"),
    "person_time",
    Activity,
    VISITS,
    nodes=BOTH,
    dated_by="held_on",
    adds="head_count",
    source="head_count",
)
cool_amount = paid("aid.cool.amount", _("送清凉物资金额"), words.COOLING)
warmth_beneficiaries = paid("aid.warmth.beneficiaries", _("送温暖慰问人次"), words.WARMTH, adds="")
warmth_amount = paid("aid.warmth.amount", _("送温暖款物金额"), words.WARMTH, main=True, meaning=_("已支付的慰问金和慰问品价值合计，按支付日期"))
warmth_cash = paid("aid.warmth.amount@cash", _("送温暖慰问金"), words.WARMTH, form="cash")
warmth_goods = paid("aid.warmth.amount@goods", _("送温暖慰问品价值"), words.WARMTH, form="goods")
relief_amount = paid("aid.relief.amount", _("解困脱困投入资金"), words.RELIEF, main=True, meaning=_("已支付的困难帮扶资金，按支付日期"))
funds_amount = paid("aid.funds.amount", _("困难帮扶资金"), words.RELIEF)
relief_times = paid("aid.relief.beneficiaries", _("困难帮扶人次"), words.RELIEF, adds="")
lifted = Distinct(
    "aid.relief.households",
    _("解困脱困家庭户数"),
    "household",
    FileSpell,
    Q(left="lifted"),
    dated_by="until",
    of="household",
    personal=True,
    main=True,
    meaning=_("期内因解困脱困出档的户，一户只计一次"),
)
registered = Touching("aid.relief.registered", _("期内在档户数"), "household", FileSpell, of="household", personal=True)
target_pct = Ratio("aid.relief.target_pct", _("建档困难职工解困完成率"), "percent", top=lifted, bottom=registered,
    meaning=_("期内解困脱困户数，除以期内曾在档户数"))  # fmt: skip
in_file = Stock(
    "aid.households", _("在档困难职工户数"), "household", FileSpell, of="household", personal=True, main=True, meaning=_("期末在档的户，一户只计一次")
)
deep = Stock("aid.households@deep", _("深度困难在档户数"), "household", FileSpell, Q(category="deep"), of="household", personal=True)


def raised(key: str, label, *kinds: str) -> Flow:
    return Flow(key, label, "yuan", Receipt, Q(kind__in=kinds, state="booked"), dated_by="on", adds="amount")


both_raised = raised("aid.warmth_and_scholarship.amount", _("送温暖与助学筹资额"), words.WARMTH_RAISED, words.STUDY_RAISED)
warmth_raised = raised("aid.warmth_and_scholarship.amount@warmth", _("送温暖筹资额"), words.WARMTH_RAISED)
study_raised = raised("aid.warmth_and_scholarship.amount@study", _("助学筹资额"), words.STUDY_RAISED)
care = Flow("aid.care.actions", _("特殊群体关爱次数"), "session", Activity, Q(kind=words.CARE, state__in=COUNTED), nodes=BOTH, dated_by="held_on")
telemedicine = Flow(
    "aid.telemedicine.sessions",
    _("远程医疗服务次数"),
    "session",
    Activity,
    Q(kind=words.TELEMEDICINE, state__in=COUNTED),
    nodes=BOTH,
    dated_by="held_on",
)
petitions = Flow(
    "aid.petitions", _("来信来访件数"), "item", Case, Q(kind=words.PETITION) & ~Q(state__in=("received", "supplement", "refused", "merged", "ended")),
    nodes=(("slot", "node"), ("hand_slot", "hand")), dated_by="opened_on",
)  # fmt: skip
