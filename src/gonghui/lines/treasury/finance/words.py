"""Kinds of money, plans, lists and entries of the finance line; states of payer months and assets."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.words import PAYMENTS, RECEIPTS, TRANSFERS
from gonghui.commons.plans.words import KINDS as PLAN_KINDS
from gonghui.commons.registers.words import KINDS as ENTRY_KINDS
from gonghui.commons.tasks.words import KINDS as LIST_KINDS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

REBATE = PAYMENTS.declare("dues_rebate", _("小额缴费返还"), cause="treasury_finance.payermonth", by="voucher")
EXPENSE = PAYMENTS.declare("expense", _("工会经费支出"), each=("payee", "form"))
DUES = RECEIPTS.declare("dues", _("工会经费收入"))
COUNTY = TRANSFERS.declare("county_support", _("支持县级工会建设"))
BUDGET = PLAN_KINDS.declare("budget", _("预算"))
AUDIT = LIST_KINDS.declare("audit", _("审计整改清单"))
AUDIT_AWARD = ENTRY_KINDS.declare("audit_award", _("经审考核结果"))
FINANCE_AWARD = ENTRY_KINDS.declare("finance_award", _("财务工作评比结果"))

config.declare(
    config.Config("small.threshold", 10_000, _("小额缴费全额返还标准（全年上缴额，元）"), source="工财发〔2023〕22号", most=1_000_000),
)


class MonthState(States):
    RECEIVED = "received", _("已收缴")
    SMALL = "small", _("小额缴费")
    OVER = "over", _("不属小额")
    LISTED = "listed", _("已列入返还")
    EXCLUDED = "excluded", _("已剔除")


M = MonthState
PAYER_MONTH = Lifecycle(
    MonthState,
    Step((), "finance.receive_dues", M.RECEIVED),
    Step((M.SMALL,), "finance.exclude", M.EXCLUDED),
    Step((M.SMALL, M.LISTED), "finance.rebate", M.LISTED),
)


class AssetState(States):
    ASKED = "asked", _("已申请配置")
    APPROVED = "approved", _("已批准配置")
    BOOKED = "booked", _("在账")
    LEAVING = "leaving", _("已申请处置")
    RELEASED = "released", _("已批准处置")
    GONE = "gone", _("已处置下账")
    REFUSED = "refused", _("未批准")


A = AssetState
HELD = (A.BOOKED, A.LEAVING, A.RELEASED)
ASSET = Lifecycle(
    AssetState,
    Step((), "finance.ask_asset", A.ASKED),
    Step((A.ASKED,), "finance.approve_asset", A.APPROVED),
    Step((A.ASKED,), "finance.refuse_asset", A.REFUSED),
    Step((A.APPROVED,), "finance.book_asset", A.BOOKED),
    Step((A.BOOKED,), "finance.ask_disposal", A.LEAVING),
    Step((A.LEAVING,), "finance.approve_disposal", A.RELEASED),
    Step((A.LEAVING,), "finance.keep_asset", A.BOOKED),
    Step((A.RELEASED,), "finance.dispose", A.GONE),
)


class Sort(models.TextChoices):
    """What an asset is."""

    HOUSE = "house", _("房屋")
    VEHICLE = "vehicle", _("车辆")
    EQUIPMENT = "equipment", _("设备")
    OTHER = "other", _("其他")


VOUCHER_TAKEN = Refusal(
    "finance.voucher_taken", _("凭证号“{voucher}”已登记过。"), instead=_("请核对是否重复登记。"), field="voucher", kind=Kind.CONFLICT
)
MONTH_TAKEN = Refusal("finance.month_taken", _("“{employer}”{month} 的经费已登记（凭证 {voucher}）。"), field="month", kind=Kind.CONFLICT)
IN_FUTURE = Refusal("finance.in_future", _("日期 {day} 还没到。"), instead=_("请填写实际发生的日期。"), field="on")
NOT_POSITIVE = Refusal("finance.not_positive", _("金额应大于零。"), field="amount")
MORE_THAN_PAID = Refusal("finance.more_than_paid", _("上缴额不能大于实缴额 {received} 元。"), field="upward")
NOT_SMALL = Refusal("finance.not_small", _("有 {count} 个月的上缴额合计已达标准，不能返还。"), instead=_("请重新分类。"), kind=Kind.CONFLICT)
OTHER_BATCH = Refusal("finance.other_batch", _("批次“{batch}”不是小额缴费返还，或年度不同。"), field="batch")
LATE = Refusal("finance.rebated", _("凭证 {vouchers} 已经返还。"), because=_("每月上缴只返还一次"), kind=Kind.CONFLICT)
NUMBER_TAKEN = Refusal("finance.number_taken", _("资产编号“{number}”已在使用。"), field="number", kind=Kind.CONFLICT)
TOO_EARLY = Refusal("finance.too_early", _("日期早于入账日期 {day}。"), field="on")
