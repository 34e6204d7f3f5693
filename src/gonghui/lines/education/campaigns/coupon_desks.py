"""What people see of coupons, clerks, redemptions and settlements."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import PayBatch
from gonghui.kernel.desk import Annex, Column, Desk, Line, Lines, facet

from . import coupon_acts, coupon_words, settle_acts
from .models import Clerk, Coupon, CouponBatch, Redemption, Settlement

GROUP = _("宣传教育")
LEFT = Column("left", _("剩余"), lambda b: b.count - b.taken)
BUDGET = Column("budget", _("总面值（元）"), lambda b: b.count * b.value)


def by_state(batch, viewer):
    """How many coupons of a batch stand in each state, and what they are worth."""
    rows = Coupon.objects.for_act("sums of a batch in reach").filter(batch=batch).values_list("state").annotate(n=Count("pk")).order_by("state")
    return [Line((coupon_words.C(state).label, n, n * batch.value)) for state, n in rows]


Desk(
    noun=CouponBatch, label=_("电子券批次"), group=GROUP, icon="local_activity", columns=("title", "shop", "campaign", "value", "count", "taken", "until", "state"),
    detail=(
        "title", "campaign", "node", "shop", "value", "count", "taken", LEFT, BUDGET, "each", "each_day", "valid_days", "until", "on", "state",
    ),
    related=("campaign", "node"), filters=("state", "until"), search=("title", "shop", "campaign__title"), order=("-on", "-pk"), work=("draft",),
    acts=(coupon_acts.draft_coupons, coupon_acts.release_coupons, coupon_acts.stop_coupons),
    annexes=(Annex("states", _("领用情况"), (_("状态"), _("张数"), _("金额（元）")), by_state, at_once=True),), empty=_("还没有电子券。"),
)  # fmt: skip

Desk(
    noun=Coupon, label=_("电子券"), group=GROUP, icon="confirmation_number", columns=("batch", "on", "valid_until", "state"), related=("batch", "node"),
    filters=("state", "on", "valid_until"), search=("batch__title",), acts=(coupon_acts.claim, coupon_acts.return_coupon, coupon_acts.revoke_coupon),
    own=True, own_label=_("我领取的电子券"), personal=True,
)  # fmt: skip

Desk(
    noun=Clerk, label=_("商户收银员"), group=GROUP, icon="point_of_sale", columns=("till", "merchant", "node", "since", "until"),
    related=("merchant", "node"), filters=("since",), search=("till", "merchant__title"), acts=(settle_acts.appoint_clerk, settle_acts.dismiss_clerk),
    personal=True,
)  # fmt: skip

Desk(
    noun=Redemption, label=_("电子券核销"), group=GROUP, icon="qr_code_scanner", columns=("batch", "node", "at", "value", Column("settled", _("已结算"), lambda r: _("是") if r.settlement_id else _("否"))),
    detail=("batch", "node", "merchant", "at", "value", "settlement"), related=("batch", "node"), filters=("on",), search=("batch__title", "batch__shop"),
    acts=(coupon_acts.redeem,), own=True, own_label=_("我核销的电子券"), own_columns=("batch", "at", "value"), own_detail=("batch", "at", "value"),
    personal=True,
)  # fmt: skip


def redemptions(settlement, viewer):
    """What a settlement is made of."""
    rows = Redemption.objects.within(viewer, own=False).filter(settlement=settlement).select_related("batch").order_by("at", "pk")
    return Lines(rows, lambda r: (r.coupon_id, str(r.batch), f"{r.at.astimezone():%Y-%m-%d %H:%M:%S}", r.value))


Desk(
    noun=Settlement, label=_("商户结算单"), group=GROUP, icon="receipt_long", columns=("shop", "node", "since", "until", "count", "amount", "on"),
    related=("node",), filters=("on",), search=("shop",), order=("-on", "-pk"), acts=(settle_acts.settle, settle_acts.list_settlement),
    annexes=(Annex("redemptions", _("核销明细"), (_("券号"), _("券名"), _("核销时间"), _("金额（元）")), redemptions),), empty=_("还没有结算单。"),
)  # fmt: skip

facet(PayBatch, "coupon_payments", coupon_words.SETTLED, label=_("电子券付款批次"), group=GROUP)
