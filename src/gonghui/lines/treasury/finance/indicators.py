"""What is counted of money: paid by kind, form, level and year; findings; outside assessments; assets."""

from dataclasses import dataclass

from django.db.models import Count, F, Max, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import Payment, Receipt, Transfer
from gonghui.commons.money.words import PAID, PASSED
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.tasks.models import Finding, Result, Task
from gonghui.commons.tasks.words import DONE
from gonghui.kernel.indicators import Distinct, Flow, Ratio, Stock

from . import words
from .models import Asset, PayerMonth

BOTH = (("slot", "node"), ("to_slot", "to"))
OUT, ON = Q(state__in=PAID), {"dated_by": "paid_on", "adds": "amount", "personal": True}
GIVEN = Q(state__in=("registered", "in_force", "superseded"))
LEVELS = (
    ("province", _("省级")), ("city", _("市级")), ("county", _("县级")),
)  # fmt: skip

paid = Flow("finance.paid.amount", _("已支付款物金额"), "yuan", Payment, OUT, **ON, meaning=_("按支付日期；失败、退票、未付的不计"), main=True)
paid_for = Flow(
    "finance.paid.amount@award_year",
    _("已支付款物金额（按所属年度）"),
    "yuan",
    Payment,
    OUT,
    dated_by="award_year",
    yearly=True,
    adds="amount",
    personal=True,
)
cash = Flow("finance.paid.amount@cash", _("已支付资金"), "yuan", Payment, OUT & Q(form="cash"), **ON)
goods = Flow("finance.paid.amount@goods", _("已发放物资价值"), "yuan", Payment, OUT & Q(form="goods"), **ON)
count = Flow(
    "finance.paid.count",
    _("已支付笔数"),
    "item",
    Payment,
    OUT,
    dated_by="paid_on",
    personal=True,
    meaning=_("已支付的笔数，按支付日期；失败、退票、未付的不计"),
)
by_level = [
    Flow(f"finance.paid.amount@{level}", _("已支付款物金额（%(level)s支付）") % {"level": label}, "yuan", Payment, OUT & Q(level=level), **ON)
    for level, label in LEVELS
]  # fmt: skip

rebate = Flow("finance.dues_rebate.amount", _("小额缴费组织经费返还额"), "yuan", Payment, OUT & Q(kind=words.REBATE), **ON)
rebate_payers = Distinct(
    "finance.dues_rebate.households",
    _("经费返还户数"),
    "org",
    Payment,
    OUT & Q(kind=words.REBATE),
    dated_by="paid_on",
    of="union",
    personal=True,
    meaning=_("期内得到返还的工会，一家只计一次"),
)
county = Flow(
    "finance.county_support.amount",
    _("支持县级工会建设资金"),
    "yuan",
    Transfer,
    Q(kind=words.COUNTY, state__in=PASSED),
    nodes=BOTH,
    dated_by="on",
    adds="amount",
)
county_used = Flow(
    "finance.county_support.used",
    _("县级工会建设资金已使用额"),
    "yuan",
    Transfer,
    Q(kind=words.COUNTY, state="reported"),
    nodes=BOTH,
    dated_by="on",
    adds="used",
)
county_rate = Ratio(
    "finance.county_support.used_pct",
    _("县级工会建设资金使用率"),
    "percent",
    top=county_used,
    bottom=county,
    meaning=_("期内拨付的资金中已报告使用的比例"),
)
income = Flow(
    "finance.income.amount",
    _("收入入账金额"),
    "yuan",
    Receipt,
    Q(state="booked"),
    dated_by="on",
    adds="amount",
    main=True,
    meaning=_("已入账的各类收入，按入账日期"),
)
dues = Flow("finance.dues.received", _("工会经费实缴额"), "yuan", PayerMonth, dated_by="received_on", adds="received", meaning=_("按到账日期"))
payers = Distinct(
    "finance.dues.payers", _("缴费单位数"), "org", PayerMonth, dated_by="received_on", of="employer", meaning=_("期内缴过经费的单位，一家只计一次")
)
spent = Flow("finance.expenses.amount", _("工会经费支出额"), "yuan", Payment, OUT & Q(kind=words.EXPENSE), **ON)

findings = Flow("finance.audit.findings", _("审计发现问题数"), "item", Finding, Q(kind=words.AUDIT), dated_by="on")
measures = Flow("finance.audit.measures", _("审计整改措施数"), "item", Task, Q(kind=words.AUDIT) & ~Q(state="dropped"), dated_by="set_on")
rectified = Flow("finance.audit.rectified", _("审计整改完成数"), "item", Task, Q(kind=words.AUDIT, state__in=DONE), dated_by="set_on")
rectified_rate = Ratio(
    "finance.audit.rectified_pct",
    _("审计整改完成率"),
    "percent",
    top=rectified,
    bottom=measures,
    main=True,
    meaning=_("期内提出的整改措施中现已完成的比例"),
)
used = Flow(
    "finance.audit.results_used",
    _("审计结果运用数"),
    "item",
    Result,
    Q(task__kind=words.AUDIT, outcome="use"),
    dated_by="on",
    nodes=(("task__slot", "task__node"),),
)
awards = Flow("finance.assessment_awards", _("财务工作评比获奖次数"), "item", RegisterEntry, GIVEN & Q(kind=words.FINANCE_AWARD), dated_by="year_on")


@dataclass
class Run(Distinct):
    """Years without a gap up to the last one in the period, each told by a record of the node."""

    def dated(self, period) -> Q:
        told = self.condition() & super().dated(period)
        later = (
            RegisterEntry.objects.for_act("years in a row").filter(told, node=OuterRef("node"), year__gt=OuterRef("year")).order_by().values("node")
        )
        count = Subquery(later.annotate(n=Count("year", distinct=True)).values("n"))
        last = Subquery(later.annotate(n=Max("year")).values("n"))
        return told & Q(Exact(Coalesce(count, Value(0)), Coalesce(last, F("year")) - F("year")))


in_a_row = Run(
    "finance.audit_awards.consecutive_years", _("经审考核连续获奖年数"), "year", RegisterEntry,
    GIVEN & Q(kind=words.AUDIT_AWARD, quantity__lte=1), dated_by="year_on", of="year", meaning=_("到最近一年为止连续获得特等奖、一等奖的年数"),
)  # fmt: skip

assets = Stock("finance.assets.value", _("资产价值"), "yuan", Asset, Q(since__isnull=False), adds="value")
disposals = Flow("finance.assets.disposals", _("资产处置件数"), "item", Asset, Q(state="gone"), dated_by="until")
