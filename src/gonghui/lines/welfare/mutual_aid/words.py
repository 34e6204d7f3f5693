"""Funds, states and kinds of money of mutual aid, and how this line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.words import PAYMENTS, RECEIPTS, TRANSFERS
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

CLAIM_NOUN = "welfare_mutual_aid.claim"
FEE = RECEIPTS.declare("mutual_fee", _("职工互助金"))
GIFT = RECEIPTS.declare("day_donation", _("互助一日捐"))
BENEFIT = PAYMENTS.declare("mutual_benefit", _("职工互助给付"), cause=CLAIM_NOUN)
SOLACE = PAYMENTS.declare("mutual_solace", _("职工互助慰问金"), cause=CLAIM_NOUN, each=("payee",))  # beside the benefit of the same claim
RELIEF = PAYMENTS.declare("donation_relief", _("互助一日捐救助金"), cause=CLAIM_NOUN)
UP = TRANSFERS.declare("donation_up", _("一日捐上解"))
DOWN = TRANSFERS.declare("donation_down", _("一日捐救助资金下拨"))
ACCOUNT = REGISTERS.declare("mutual_account", _("互助资金收支公布"))
# above it the city decides. Source: handbook, aid and mutual aid B4, default
config.declare(config.Config("mutual.third_review_over", 10_000, _("互助给付须市级以上审批的金额（元）"), "default", least=0, most=1_000_000))


class Fund(models.TextChoices):
    """What is paid into: aid for those who take part, or a donation."""

    MUTUAL = "mutual", _("职工医疗互助")
    DONATION = "donation", _("互助一日捐")


TAKEN_AS, PAID_AS = {Fund.MUTUAL: FEE, Fund.DONATION: GIFT}, {Fund.MUTUAL: BENEFIT, Fund.DONATION: RELIEF}


class Event(models.TextChoices):
    ILLNESS = "illness", _("疾病住院")
    DISEASE = "disease", _("首次确诊重大疾病")
    ACCIDENT = "accident", _("意外伤害")
    LOSS = "loss", _("身故或伤残")


WAITED_FOR = (Event.ILLNESS, Event.DISEASE)  # an accident has no waiting period


class RosterState(States):
    LISTED = "listed", _("已报名单")
    EFFECTIVE = "effective", _("已到账生效")
    DROPPED = "dropped", _("已作废")


ROSTER = Lifecycle(
    RosterState,
    Step((), "mutual_aid.list_people", RosterState.LISTED),
    Step((RosterState.LISTED,), "mutual_aid.bring_in", RosterState.EFFECTIVE),
    Step((RosterState.LISTED,), "mutual_aid.drop", RosterState.DROPPED),
)


class PartState(States):
    LISTED = "listed", _("待缴费")
    EFFECTIVE = "effective", _("已参加")
    OUT = "out", _("已作废")


class ClaimState(States):
    FILED = "filed", _("已申请")
    SUPPLEMENT = "supplement", _("待补正")
    ACCEPTED = "accepted", _("已受理")
    REVIEWED = "reviewed", _("已初审")
    APPROVED = "approved", _("已批准")
    LISTED = "listed", _("已列支")
    REFUSED = "refused", _("不予给付")
    APPEALED = "appealed", _("申诉中")
    FINAL = "final", _("维持不予给付")


C = ClaimState
OUT = (C.REFUSED, C.FINAL)
CLAIM = Lifecycle(
    ClaimState,
    Step((), "mutual_aid.file", C.FILED),
    Step((), "mutual_aid.enter", C.FILED),
    Step((C.FILED,), "mutual_aid.ask_supplement", C.SUPPLEMENT),
    Step((C.SUPPLEMENT,), "mutual_aid.supplement", C.FILED),
    Step((C.FILED,), "mutual_aid.accept", C.ACCEPTED),
    Step((C.ACCEPTED, C.APPEALED), "mutual_aid.review", C.REVIEWED),
    Step((C.REVIEWED,), "mutual_aid.approve", C.APPROVED),
    Step((C.FILED, C.ACCEPTED, C.REVIEWED), "mutual_aid.refuse", C.REFUSED),
    Step((C.REFUSED,), "mutual_aid.appeal", C.APPEALED),
    Step((C.APPEALED,), "mutual_aid.uphold", C.FINAL),
    Step((C.APPROVED,), "mutual_aid.pay", C.LISTED),
)


def _no(code, says, instead, field="__all__", kind=Kind.CONFLICT):
    return Refusal(f"mutual_aid.{code}", says, instead=instead, field=field, kind=kind)


NOT_POSITIVE = _no("amount", _("金额应大于零。"), _("请核对金额。"), "amount", Kind.INVALID)
CODE_TAKEN = _no("code_taken", _("计划代码“{code}”已用于“{name}”。"), _("请换一个代码。"), "code")
DAYS = _no("days", _("日期先后不对，或在将来。"), _("请核对起止、入院和出院日期。"), "until", Kind.INVALID)
TWICE = _no("twice", _("“{names}”已参加本年度计划。"), _("一人一年只参加一份，请从名单中去掉。"), "people")
NOT_MEMBERS = _no("not_members", _("“{names}”不是在会会员。"), _("请先办理入会。"), "people")
OTHER_RECEIPT = _no("other_receipt", _("收入“{receipt}”不是已入账的{kind}，或已用于另一份名单。"), _("请选择对应的收入。"), "receipt")
AMOUNT_DIFFERS = _no("amount_differs", _("到账 {paid} 元，名单合计 {total} 元。"), _("请核对名单或收入，一致后再确认。"), "receipt")
NO_PERSON = _no("no_person", _("还没有您的实名信息。"), _("请先申请入会。"))
NOT_COVERED = _no("not_covered", _("{day} 不在参加的有效期内。"), _("请核对入院（发生）日期和所选年度。"), "admitted_on")
WAITING = _no("waiting", _("{day} 前为等待期。"), _("等待期内首次发生的疾病不予给付。"), "admitted_on")
OVERLAP = _no("overlap", _("与 {day} 的申请时间重叠。"), _("同一次住院只申请一次。"), "admitted_on")
LATE = _no("late", _("已超过 {days} 天的申请期限。"), _("确有原因的请填写“逾期原因”。"), "late_why")
OWN_OVER = _no("own_over", _("个人负担超过医疗总费用。"), _("请填写医保结算单上的个人负担金额。"), "own_paid", Kind.INVALID)
OVER_CAP = _no("over_cap", _("本年度累计 {total} 元，超过上限 {cap} 元。"), _("请核减金额。"), "amount")
HIGHER = _no("higher", _("超过 {limit} 元的给付由市级以上审批。"), _("请提请上级工会审批。"))
ASKED_ONCE = _no("asked_once", _("已要求补正过一次。"), _("请受理，或说明理由不予给付。"))
OTHER_BATCH = _no("other_batch", _("批次“{batch}”的类别与申请不同。"), _("请选择对应类别的批次。"), "batch")
TAKEN = _no("taken", _("“{names}”已经列支。"), _("一项申请只给付一次。"))
CLAIM_OPEN = _no("claim_open", _("有互助给付申请正在办理。"), _("办结后再申请删除。"))
