"""What time does to campaigns: the last day passes."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import today
from gonghui.kernel.clocks import clock

from . import words
from .models import Campaign


def over(day):
    return Campaign.objects.for_act("clock").filter(state=words.S.LIVE, closes_on__lt=day)


@clock("campaigns.days_end", _("网上活动到期截止"), when=lambda: over(today()).exists())
def days_end(ctx):
    """A campaign whose last day is over is closed."""
    for campaign in over(ctx.day).select_for_update(of=("self",)).order_by("pk"):
        campaign.state = words.CAMPAIGN.step(campaign.state, "campaigns.close").to
        campaign.save()
