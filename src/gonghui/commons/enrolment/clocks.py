"""What time does to seats and appeals: holds and offers lapse, quotas are released, windows end; an appeal that waits too long is marked."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import now
from gonghui.kernel.clocks import clock, mark, overdue
from gonghui.kernel.config import valued

from . import settle, words
from .models import Enrolment, Offer
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


@clock("enrolment.appeals_wait", _("爽约申诉逾期未答复"))
def appeals_wait(ctx):
    """Appeals that have not been answered within `enrol.answer_days` are marked."""
    rows = Enrolment.objects.for_act("clock").filter(appealed_on__isnull=False, upheld_on=None, pardoned_on=None)
    mark(ctx, Enrolment, overdue(rows, "appealed_on", valued("enrol.answer_days"), ctx.day), "enrolment.pardon")
