"""What time does to campaigns: the last day passes, of a campaign and of a coupon."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import today
from gonghui.kernel.clocks import clock

from . import coupon_words, words
from .coupon_acts import lapse
from .models import Campaign, Coupon, CouponBatch


def over(day):
    return Campaign.objects.for_act("clock").filter(state=words.S.LIVE, closes_on__lt=day)


@clock("campaigns.days_end", _("网上活动到期截止"), when=lambda: over(today()).exists())
def days_end(ctx):
    """A campaign whose last day is over is closed."""
    for campaign in over(ctx.day).select_for_update(of=("self",)).order_by("pk"):
        campaign.state = words.CAMPAIGN.step(campaign.state, "campaigns.close").to
        campaign.save()


def stale(day) -> bool:
    """Whether a coupon or a batch is past its last day."""
    batches = CouponBatch.objects.for_act("clock").filter(state__in=(coupon_words.B.OPEN, coupon_words.B.STOPPED), until__lt=day)
    return Coupon.objects.for_act("clock").filter(state=coupon_words.C.CLAIMED, valid_until__lt=day).exists() or batches.exists()


@clock("campaigns.coupons_lapse", _("电子券到期"), when=lambda: stale(today()))
def coupons_lapse(ctx):
    """A coupon not used by its last day lapses; its money is free again, and it is not given out anew."""
    lapse(ctx, ctx.day)
