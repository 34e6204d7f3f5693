"""States, kinds and refusals of coupons 电子券: a festival of benefits 普惠节 at merchants under agreement."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.words import PAYMENTS
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

SETTLED = PAYMENTS.declare("campaign.coupons", _("电子券结算"), cause="education_campaigns.settlement")


class BatchState(States):
    DRAFT = "draft", _("拟定中")
    OPEN = "open", _("发放中")
    STOPPED = "stopped", _("已停发")
    OVER = "over", _("已到期")


B = BatchState
BATCH = Lifecycle(
    BatchState,
    Step((), "campaigns.draft_coupons", B.DRAFT),
    Step((B.DRAFT,), "campaigns.release_coupons", B.OPEN),
    Step((B.DRAFT, B.OPEN), "campaigns.stop_coupons", B.STOPPED),
    Step((B.OPEN, B.STOPPED), "campaigns.coupons_lapse", B.OVER),
)


class CouponState(States):
    CLAIMED = "claimed", _("待使用")
    USED = "used", _("已核销")
    RETURNED = "returned", _("已退回")
    REVOKED = "revoked", _("已作废")
    LAPSED = "lapsed", _("已过期")


C = CouponState
COUPON = Lifecycle(
    CouponState,
    Step((), "campaigns.claim", C.CLAIMED),
    Step((C.CLAIMED,), "campaigns.redeem", C.USED),
    Step((C.CLAIMED,), "campaigns.return_coupon", C.RETURNED),
    Step((C.CLAIMED,), "campaigns.revoke_coupon", C.REVOKED),
    Step((C.CLAIMED,), "campaigns.coupons_lapse", C.LAPSED),
)


def _conflict(code, says, instead="", field="__all__"):
    return Refusal(f"campaigns.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


NOT_BENEFIT = _conflict("not_benefit", _("这不是普惠领取活动。"), _("请另拟一项形式为“普惠领取”的活动。"), field="campaign")
NO_AGREEMENT = _conflict(
    "no_agreement", _("“{shop}”的商户台账没有协议编号或终止日期。"), _("请在商户台账上更新版本，填写协议编号和终止日期。"), field="merchant"
)
TERM = _conflict("term", _("“{shop}”的协议期为 {since} 至 {until}。"), _("券的使用期应在协议期内；续签后请先更新商户台账。"), field="until")
SPAN = Refusal("campaigns.coupon_span", _("最后使用日应在活动开始日 {first} 之后且尚未过去。"), instead=_("请核对日期。"), field="until")
WORTHLESS = Refusal("campaigns.worthless", _("面值应大于零。"), instead=_("请核对面值。"), field="value")
NOT_RUNNING = _conflict("coupons_not_running", _("“{title}”现在不发放。"), _("请看其他电子券。"))
SOLD_OUT = _conflict("sold_out", _("“{title}”{count} 张已领完。"), _("有人退回时会重新放出，请稍后再看，或领取其他电子券。"))
HAD = _conflict("coupon_had", _("“{title}”每人限领 {count} 张，您已领 {count} 张。"), _("请到“我的电子券”使用。"))
HAD_TODAY = _conflict("coupon_had_today", _("“{title}”每人每日限领 {count} 张，今天已领完。"), _("请明天再来。"))
BY_COUPON = _conflict("by_coupon", _("本活动通过领取电子券参加。"), _("请在活动页选择一种电子券领取。"))

NOT_CLERK = Refusal(
    "campaigns.not_clerk",
    _("您不是“{shop}”的收银员。"),
    instead=_("请由商户告知工会您的手机号，登记后再核销。"),
    field="merchant",
    kind=Kind.FORBIDDEN,
)
NO_ACCOUNT = Refusal("campaigns.no_account", _("该手机号还没有登录过。"), instead=_("请收银员先用这个手机号登录一次门户，再来登记。"), field="phone")
CLERK_TWICE = _conflict("clerk_twice", _("该手机号已是“{shop}”的收银员。"), _("无需重复登记。"), field="phone")
NO_COUPON = Refusal("campaigns.no_coupon", _("这不是有效的券码。"), instead=_("请顾客重新打开“我的电子券”，出示二维码再扫。"), field="code")
USED = _conflict("coupon_used", _("这张券已于 {at} 核销，不能再用。"), _("请顾客出示另一张券；如非本人使用，请联系{node}。"), field="code")
OTHER_SHOP = _conflict("coupon_other_shop", _("这张券只能在“{shop}”使用。"), _("请顾客到该商户使用，这里不要让利。"), field="code")
EXPIRED = _conflict("coupon_expired", _("这张券已于 {day} 过期。"), _("请顾客领取新的券。"), field="code")
GIVEN_BACK = _conflict("coupon_given_back", _("这张券已退回。"), _("请顾客重新领取后再出示。"), field="code")
REVOKED = _conflict("coupon_revoked", _("这张券已被作废。"), _("请顾客联系{node}。"), field="code")
DAYS = Refusal("campaigns.settle_days", _("结算期应从早到晚，且不晚于今天。"), instead=_("请核对日期。"), field="until")
NOTHING = _conflict("nothing_to_settle", _("“{shop}”在此期间没有未结算的核销。"), _("请核对商户和日期。"))
STATED = _conflict(
    "stated_differs", _("商户对账单为 {stated} 笔，系统核销 {count} 笔、{amount} 元。"), _("请与商户逐笔核对；以扫码核销为准。"), field="stated"
)
