"""What time does to seats: holds and offers lapse, quotas are released, windows end."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import now
from gonghui.kernel.clocks import clock

from . import settle, words
from .models import Offer
from .offer_acts import settle_offer


@clock("enrolment.settle_due", _("报名到期处理"), when=lambda: bool(settle.due(now())))
def settle_due(ctx):
    """Every minute there is cause: seats held too long go to the next, quotas are released, offers past their window close."""
    rows = Offer.objects.for_act("clock").filter(pk__in=settle.due(ctx.at)).select_for_update(of=("self",)).order_by("pk")
    for offer in rows:
        settle_offer(ctx, offer)
        if offer.state == words.O.OPEN and offer.closes_at <= ctx.at:
            offer.state = words.OFFER.step(offer.state, "enrolment.close").to
        offer.save()
