"""States of a membership, a transfer, a card, a request; and how this line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.activities.words import SERIES
from gonghui.commons.enrolment.words import KINDS as OFFERS
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.commons.tasks.words import KINDS as TASKS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

NEWFORM_SERVICE = ACTIVITIES.declare("newform_service", _("新就业形态送服务"))
NEWFORM_CHECK = TASKS.declare("newform_check", _("新就业形态权益检查"))  # contracts, protective gear, conditions, risks
for slug, label in (
    ("send_law", _("送法律")), ("send_culture", _("送文化")), ("send_training", _("送培训")), ("send_skill", _("送技能")), ("send_warmth", _("送温暖")),
    ("send_cooling", _("送清凉")), ("send_health", _("送健康")),
):  # fmt: skip
    SERIES.declare(slug, label, NEWFORM_SERVICE)
BENEFIT = OFFERS.declare("benefit", _("会员普惠"))  # a seat is a claim, being there is redeeming it
MERCHANT = ENTRIES.declare("merchant", _("普惠商户"))
BENEFIT_BUDGET = PLANS.declare("benefit_budget", _("普惠预算"))
BENEFIT_SETTLED = PAYMENTS.declare("benefit_settled", _("普惠结算"), cause="commons_enrolment.offer", each=("payee",))


class MembershipState(States):
    APPLIED = "applied", _("待批准")
    ACTIVE = "active", _("在会")
    TRANSFERRING = "transferring", _("转接中")
    RETAINED = "retained", _("保留会籍")
    REJECTED = "rejected", _("未批准")
    CANCELLED = "cancelled", _("已撤回")
    WITHDRAWN = "withdrawn", _("已退会")
    AUTO_WITHDRAWN = "auto_withdrawn", _("自动退会")
    EXPELLED = "expelled", _("开除会籍")
    DECEASED = "deceased", _("已故")
    MERGED = "merged", _("重复并入")


M = MembershipState
LIVE = (M.ACTIVE, M.TRANSFERRING, M.RETAINED)
OPEN = (M.APPLIED, *LIVE)
GONE = (M.WITHDRAWN, M.AUTO_WITHDRAWN, M.EXPELLED, M.DECEASED)
MEMBERSHIP = Lifecycle(
    MembershipState,
    Step((), "membership.apply", M.APPLIED),
    Step((), "membership.register", M.APPLIED),
    Step((M.APPLIED,), "membership.approve", M.ACTIVE, clock="member.approve_days"),
    Step((M.APPLIED,), "membership.approve_many", M.ACTIVE, clock="member.approve_days"),
    Step((M.APPLIED,), "membership.reject", M.REJECTED),
    Step((M.APPLIED,), "membership.cancel", M.CANCELLED),
    Step((M.ACTIVE, M.RETAINED), "membership.start_transfer", M.TRANSFERRING),
    Step((M.TRANSFERRING,), "membership.accept_transfer", M.ACTIVE, clock="member.transfer_days"),
    Step((M.TRANSFERRING,), "membership.return_transfer", M.ACTIVE),
    Step((M.ACTIVE,), "membership.retain", M.RETAINED),
    Step((M.RETAINED,), "membership.resume", M.ACTIVE),
    Step((M.ACTIVE, M.RETAINED), "membership.leave", M.WITHDRAWN),
    Step((M.ACTIVE, M.RETAINED), "membership.note_withdrawal", M.WITHDRAWN),
    Step((M.ACTIVE,), "membership.auto_withdraw", M.AUTO_WITHDRAWN),
    Step((M.ACTIVE,), "membership.expel", M.EXPELLED),
    Step(LIVE, "membership.note_death", M.DECEASED),
    Step(OPEN, "parties.merge", M.MERGED),
)


class TransferState(States):
    ASKED = "asked", _("待接收")
    ACCEPTED = "accepted", _("已接收")
    RETURNED = "returned", _("已退回")


TRANSFER = Lifecycle(
    TransferState,
    Step((), "membership.start_transfer", TransferState.ASKED),
    Step((TransferState.ASKED,), "membership.accept_transfer", TransferState.ACCEPTED, clock="member.transfer_days"),
    Step((TransferState.ASKED,), "membership.return_transfer", TransferState.RETURNED),
    Step((TransferState.ASKED,), "parties.merge", TransferState.RETURNED),
)


class CardState(States):
    REQUESTED = "requested", _("已申请")
    ACTIVE = "active", _("有效")
    LOST = "lost", _("已挂失")
    CANCELLED = "cancelled", _("已注销")


C = CardState
CARD = Lifecycle(
    CardState,
    Step((), "membership.request_card", C.REQUESTED),
    Step((C.REQUESTED,), "membership.issue_card", C.ACTIVE),
    Step((C.ACTIVE,), "membership.report_lost", C.LOST),
    Step((C.ACTIVE, C.LOST), "membership.cancel_card", C.CANCELLED),
    Step((C.REQUESTED, C.ACTIVE, C.LOST), "parties.merge", C.CANCELLED),
)


class RequestState(States):
    """Requests about one's own data (PIPL arts 44-50)."""

    FILED = "filed", _("已提交")
    DONE = "done", _("已办结")
    REFUSED = "refused", _("不予办理")


REQUEST = Lifecycle(
    RequestState,
    Step((), "membership.ask_correction", RequestState.FILED),
    Step((RequestState.FILED,), "membership.settle_correction", RequestState.DONE, clock="rights.reply_wd"),
    Step((RequestState.FILED,), "membership.refuse_correction", RequestState.REFUSED),
    Step((RequestState.FILED,), "parties.erase", RequestState.REFUSED),
)


CHANNELS = {"portal": _("职工端"), "office": _("办公端"), "intake": _("批量导入")}


class NewForm(models.TextChoices):
    """新就业形态类别; the four main groups first."""

    TRUCK = "truck", _("货车司机")
    RIDE = "ride", _("网约车司机")
    COURIER = "courier", _("快递员")
    RIDER = "rider", _("外卖（网约）配送员")
    NURSE = "nurse", _("护工护理员")
    DOMESTIC = "domestic", _("家政服务员")
    PROMOTER = "promoter", _("商场信息员")
    AGENT = "agent", _("房产中介员")
    GUARD = "guard", _("保安员")
    ANCHOR = "anchor", _("网络主播")
    OTHER = "other", _("其他")


class Employment(models.TextChoices):
    CONTRACT = "contract", _("劳动合同")
    DISPATCHED = "dispatched", _("劳务派遣")
    PART_TIME = "part_time", _("非全日制")
    NEW_FORM = "new_form", _("新就业形态")
    PUBLIC = "public", _("机关事业编制")
    OTHER = "other", _("其他")


config.declare(
    config.Config("member.approve_days", 15, _("入会审批天数")),
    config.Config("member.transfer_days", 30, _("会籍接转天数")),
    config.Config("member.transfer_then", "accept", _("接转逾期后"), "[CFG]", choices=(("accept", _("视为接收")), ("return", _("退回原工会")))),
    config.Config("member.min_age", 16, _("最低入会年龄")),
    config.Config("member.phone_shared_max", 20, _("同一手机号最多登记人数"), least=1, most=1000),
    config.Config("member.count_retained", False, _("会员总数是否含保留会籍"), "[CHECK]"),
)
ONE_PERSON = _("一人一会籍（《工会会员会籍管理办法》）")
TOO_YOUNG = Refusal("membership.too_young", _("须年满 {age} 周岁方可入会。"), instead=_("可在满 {age} 周岁后申请。"), field="id_no")
TOO_OLD = Refusal("membership.too_old", _("年龄 {age} 岁，超过入会年龄。"), instead=_("如号码有误请更正。"), field="id_no")
HAS_LIVE = Refusal(
    "membership.has_live",
    _("您已是“{union}”的会员。"),
    because=ONE_PERSON,
    instead=_("如更换单位，请办理会籍接转。"),
    field="id_no",
    kind=Kind.CONFLICT,
)
HAS_OPEN = Refusal(
    "membership.has_open",
    _("您已有一份入会申请在办。"),
    because=ONE_PERSON,
    instead=_("请等待审批，或先撤回原申请。"),
    field="id_no",
    kind=Kind.CONFLICT,
)
THEIRS_LIVE = Refusal(
    "membership.theirs_live", _("此人已有会籍或在办申请。"), because=ONE_PERSON, instead=_("请办理会籍接转。"), field="id_no", kind=Kind.CONFLICT
)
OTHER_NAME = Refusal(
    "membership.other_name", _("该身份证号已登记为另一姓名。"), instead=_("请核对姓名；如有误请到工会窗口更正。"), field="name", kind=Kind.CONFLICT
)
NOT_YOUR_PHONE = Refusal(
    "membership.not_your_phone",
    _("该身份证号已由另一手机号登记。"),
    instead=_("请用原手机号登录，或到工会窗口更正。"),
    field="id_no",
    kind=Kind.CONFLICT,
)
BOTH_LIVE = Refusal(
    "membership.both_live",
    _("两条记录分别在“{one}”和“{two}”有会籍或在办申请。"),
    because=ONE_PERSON,
    instead=_("请先把其中一条的会籍接转到同一工会，或撤回申请、登记退会，再合并。"),
    field="other",
    kind=Kind.CONFLICT,
)
NEEDED = Refusal("membership.consent_needed", _("须同意为办理入会处理您的个人信息。"), because=_("《个人信息保护法》第十三条"), field="agree")
UNION_CLOSED = Refusal("membership.union_closed", _("“{union}”目前不能接收会员。"), instead=_("请选择其他工会。"), field="union", kind=Kind.CONFLICT)
NONE_TICKED = Refusal("membership.none_ticked", _("还没有勾选申请。"), instead=_("请至少勾选一份。"))
SAME_UNION = Refusal("membership.same_union", _("会员已在该工会。"), field="to", kind=Kind.CONFLICT)
BEFORE_SIXTEEN = Refusal("membership.joined_before_sixteen", _("入会日期早于 16 周岁生日。"), field="joined_on")
JOINED_IN_FUTURE = Refusal("membership.joined_in_future", _("入会日期在将来。"), field="joined_on")
NEEDS_JUDGMENT = Refusal("membership.needs_judgment", _("开除会籍须有生效判决文号。"), because=_("《中国工会章程》"), field="judgment")
NOT_VERIFIED = Refusal("membership.not_verified", _("尚未实名核验，不能发卡。"), instead=_("请先由工会核验证件。"), kind=Kind.CONFLICT)
CARD_HELD = Refusal("membership.card_held", _("已有有效会员卡。"), instead=_("如遗失请先挂失。"), kind=Kind.CONFLICT)
STILL_OPEN = Refusal(
    "membership.still_open",
    _("会籍仍在“{union}”，办理会籍须处理这些信息。"),
    because=_("《个人信息保护法》第四十七条"),
    instead=_("请先办理退会或撤回申请；信息有误可请求更正。"),
    kind=Kind.CONFLICT,
)
NOT_A_MEMBER = Refusal("membership.not_a_member", _("您还不是会员。"), instead=_("请先申请入会。"), kind=Kind.CONFLICT)
NO_SIX_MONTHS = Refusal(
    "membership.six_months", _("自动退会须连续六个月不交会费且不参加活动，并经劝说。"), because=_("《中国工会章程》"), field="since"
)
