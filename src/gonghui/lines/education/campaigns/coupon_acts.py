"""Coupons for workers: a batch drafted and released, claimed, given back, redeemed by the merchant's clerk."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.ledger.act import CREATING, WHY, P, act

from . import coupon_reads, coupon_words, reads, words
from .coupon_models import Coupon, CouponBatch, Redemption
from .coupon_words import BATCH, COUPON, B, C
from .models import Campaign, Participation


@act("campaigns.draft_coupons", CouponBatch, label=_("拟定电子券"), past=_("已拟定"), by=OFFICERS, at="campaign", icon="local_activity", main=True)
def draft_coupons(
    ctx,
    *,
    campaign: Annotated[Campaign, P(_("活动"))],
    merchant: Annotated[RegisterEntry, P(_("商户"), pick=coupon_reads.merchants)],
    title: Annotated[str, P(_("券名"), max_length=60)],
    count: Annotated[int, P(_("张数"), least=1, most=10_000_000)],
    value: Annotated[Decimal, P(_("面值（元）"), help=_("每核销一张付给商户的金额；只作实物或服务抵用，不兑现金"), least=0, most=100_000)],
    until: Annotated[date, P(_("最后使用日"))],
    valid_days: Annotated[int, P(_("领取后有效天数"), help=_("含领取当日，不晚于最后使用日"), least=1, most=1000)] = 30,
    each: Annotated[int, P(_("每人限领"), least=1, most=100)] = 1,
    each_day: Annotated[int, P(_("每人每日限领"), help=_("0 为不限"), least=0, most=100)] = 0,
):
    """
    Draft so many coupons of a merchant. Refuses: NOT_BENEFIT, NOT_LIVE for a campaign that is over, WORTHLESS, SPAN, and NO_AGREEMENT and
    TERM of a merchant whose agreement has no number or term, or does not last as long as the coupons.
    """
    if campaign.sort != words.Sort.BENEFIT:
        raise coupon_words.NOT_BENEFIT()
    if campaign.state not in (words.S.DRAFT, words.S.APPROVED, words.S.LIVE):
        raise words.NOT_LIVE(field="campaign")
    if value <= 0:
        raise coupon_words.WORTHLESS()
    if until < max(campaign.opens_on, ctx.day):
        raise coupon_words.SPAN(first=campaign.opens_on)
    shop = str(merchant.holder or merchant)
    _under_agreement(merchant, shop, campaign.opens_on, until)
    return ctx.create(
        CouponBatch, node=campaign.node, campaign=campaign, merchant=merchant, shop=shop, title=title, count=count, value=value, each=each,
        each_day=each_day, valid_days=valid_days, until=until, on=ctx.day,
    )  # fmt: skip


def _under_agreement(merchant: RegisterEntry, shop: str, first: date, last: date) -> None:
    """Refuses NO_AGREEMENT and TERM."""
    if not merchant.number or merchant.until is None:
        raise coupon_words.NO_AGREEMENT(shop=shop)
    since = merchant.in_force_from or merchant.since
    if first < since or last > merchant.until:
        raise coupon_words.TERM(shop=shop, since=since, until=merchant.until)


@act("campaigns.release_coupons", CouponBatch, label=_("发放"), past=_("已开始发放"), by=OFFICERS, apart_from=(CREATING,), icon="redeem", main=True)
def release_coupons(ctx, batch):
    """Let people claim them while the campaign runs; not by whoever drafted them. Refuses: SPAN once the last day is over, TERM."""
    if ctx.day > batch.until:
        raise coupon_words.SPAN(first=batch.campaign.opens_on)
    _under_agreement(batch.merchant, batch.shop, batch.campaign.opens_on, batch.until)


@act("campaigns.stop_coupons", CouponBatch, label=_("停发"), past=_("已停发"), by=OFFICERS, icon="block")
def stop_coupons(ctx, batch, *, why: Annotated[str, WHY]):
    """No more are claimed; what has been claimed stays good until its day."""


@act("campaigns.claim", Coupon, label=_("领取"), past=_("已领取"), by=(MEMBER,), at="batch", icon="redeem", main=True)
def claim(ctx, *, batch: Annotated[CouponBatch, P(_("电子券"), pick=lambda rows, viewer: coupon_reads.offered())]):
    """
    Claim one coupon, which is also one time of taking part in its campaign. A phone's claims go through the gate, by the same rules.

    Refuses: what `reads.why_not` refuses of the campaign, NOT_RUNNING, HAD, HAD_TODAY, SOLD_OUT.
    """
    batch = coupon_reads.locked(batch.pk)
    who, turn = reads.turn_of(batch.campaign, ctx.account, ctx.day)
    no = coupon_reads.why_not(batch, ctx.viewer, ctx.day)
    if no is not None:
        raise no
    nth = coupon_reads.next_of(batch, coupon_reads.claimed(batch, [ctx.account.pk])[ctx.account.pk])
    batch.taken += 1
    batch.save()
    part = ctx.create(Participation, node=batch.campaign.node, campaign=batch.campaign, account=ctx.account, who=who, turn=turn, on=ctx.day)
    last = coupon_reads.last_day(batch, ctx.day)
    ctx.said = {"until": coupon_reads.good_until(last)}
    return ctx.create(Coupon, node=batch.node, batch=batch, account=ctx.account, participation=part, on=ctx.day, valid_until=last, nth=nth)


@act("campaigns.return_coupon", Coupon, label=_("退回"), past=_("已退回"), by=(MEMBER,), icon="undo")
def return_coupon(ctx, coupon):
    """Give an unused coupon back: it may be claimed by somebody else. Refuses: EXPIRED after its last day."""
    if ctx.day > coupon.valid_until:
        raise coupon_words.EXPIRED(day=coupon.valid_until, field="__all__")
    batch = CouponBatch.objects.for_act("given back").select_for_update(of=("self",), no_key=True).get(pk=coupon.batch_id)
    batch.taken -= 1
    batch.save()


@act("campaigns.revoke_coupon", Coupon, label=_("作废"), past=_("已作废"), by=OFFICERS, icon="gavel")
def revoke_coupon(ctx, coupon, *, why: Annotated[str, WHY]):
    """Make an unused coupon void, with a reason, as for fraud; it is not given out again."""


@act("campaigns.redeem", Redemption, label=_("核销电子券"), past=_("已核销"), by=(MEMBER,), at="merchant", icon="qr_code_scanner", main=True)
def redeem(
    ctx,
    *,
    merchant: Annotated[RegisterEntry, P(_("商户"), pick=coupon_reads.my_shops)],
    code: Annotated[str, P(_("券码"), help=_("扫描顾客的二维码，或输入券码"), max_length=200)],
):
    """
    Take a coupon as a merchant's clerk: once, whoever scans it and however often, even at one moment.

    Refuses: NOT_CLERK, NO_COUPON, OTHER_SHOP, USED, GIVEN_BACK, REVOKED, EXPIRED.
    """
    if not coupon_reads.shops(ctx.viewer.account_id).filter(merchant=merchant.pk).exists():
        raise coupon_words.NOT_CLERK(shop=merchant)
    number = coupon_reads.coupon_of(code)
    rows = Coupon.objects.for_act("scanned").filter(pk=number).select_for_update(of=("self",), no_key=True)
    coupon = rows.select_related("batch", "node").first() if number is not None else None
    if coupon is None:
        raise coupon_words.NO_COUPON()
    batch = coupon.batch
    if batch.merchant_id != merchant.pk:
        raise coupon_words.OTHER_SHOP(shop=batch.shop)
    _still_good(coupon, ctx.day)
    coupon.state = COUPON.step(coupon.state, "campaigns.redeem").to
    coupon.save()
    ctx.said = {"told": now_("{title}：{value} 元").format(title=batch, value=batch.value)}
    return ctx.create(
        Redemption, node=coupon.node, coupon=coupon, batch=batch, merchant=merchant, account=ctx.account, at=ctx.at, on=ctx.day, value=batch.value
    )


def _still_good(coupon: Coupon, day: date) -> None:
    """Refuses USED, GIVEN_BACK, REVOKED, EXPIRED: each says what the clerk tells the customer."""
    if coupon.state == C.USED:
        before = Redemption.objects.for_act("scanned twice").get(coupon=coupon)
        raise coupon_words.USED(at=f"{before.at.astimezone():%Y-%m-%d %H:%M:%S}", node=coupon.node)
    if coupon.state == C.RETURNED:
        raise coupon_words.GIVEN_BACK()
    if coupon.state == C.REVOKED:
        raise coupon_words.REVOKED(node=coupon.node)
    if coupon.state == C.LAPSED or day > coupon.valid_until:
        raise coupon_words.EXPIRED(day=coupon.valid_until)


def lapse(ctx, day: date) -> None:
    """Coupons whose last day is over lapse, and batches are over; set statements."""
    due = Coupon.objects.for_act("clock").filter(state=C.CLAIMED, valid_until__lt=day).select_for_update(of=("self",), no_key=True).order_by("pk")
    rows = list(due.values_list("pk", "node_id"))
    gone = COUPON.step(C.CLAIMED, "campaigns.coupons_lapse").to
    Coupon.objects.for_act("clock").filter(pk__among=[pk for pk, _node in rows]).update(state=gone)
    ctx.note_many(Coupon, [(pk, node, C.CLAIMED.value, gone.value, {"state": [C.CLAIMED.value, gone.value]}) for pk, node in rows])
    for batch in (
        CouponBatch.objects.for_act("clock").filter(state__in=(B.OPEN, B.STOPPED), until__lt=day).select_for_update(of=("self",), no_key=True)
    ):
        batch.state = BATCH.step(batch.state, "campaigns.coupons_lapse").to
        batch.save()
