"""What time does to contracts: silence after an offer, a filing that is late, a review that ends, a term that ends."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import ahead, clock, mark, overdue
from gonghui.kernel.config import valued

from .models import Contract
from .words import LIVE, ContractState


@clock("bargaining.due", _("集体协商时限"))
def due(ctx):
    """Offers nobody answered, contracts nobody filed, terms that end within `cb.renew_days` without an offer to renew."""
    advance(ctx)
    rows = Contract.objects.for_act("clock")
    late = [
        *overdue(rows.filter(state="offered"), "offered_on", valued("cb.reply_days"), ctx.day),
        *overdue(rows.filter(state="signed"), "signed_on", valued("cb.file_days"), ctx.day),
        *ahead(rows.filter(state__in=LIVE, renewed_by=None, until__gte=ctx.day), "until", (valued("cb.renew_days")("", ctx.day),), ctx.day),
    ]
    mark(ctx, Contract, late, "bargaining.accept")


def advance(ctx) -> None:
    """What was filed and not objected to has force the day after `cb.review_days`; what has run out ends. Source: Labour Contract Law art 54."""
    rows, days = Contract.objects.for_act("clock"), valued("cb.review_days")
    for contract in rows.filter(state="filed").select_related("node").select_for_update(of=("self",)).order_by("pk")[:2000]:
        since = contract.filed_on + timedelta(days=days(contract.node.path, contract.filed_on) + 1)
        if since <= ctx.day:
            contract.state, contract.since = ContractState.EFFECTIVE, since
            contract.save()
    for contract in rows.filter(state__in=LIVE, until__lt=ctx.day).select_for_update(of=("self",)).order_by("pk")[:2000]:
        contract.state = ContractState.ENDED
        contract.save()
