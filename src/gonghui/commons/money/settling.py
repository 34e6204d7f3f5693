"""What has gone out, set by set: the lines become paid, the journal says so, and what they replace is told as paid again."""

from datetime import date

from django.db.models import Count, Sum

from gonghui.kernel.tree.slots import slot_on

from . import journal
from .models import PayBatch, Payment
from .words import STOCK, Heading, PaymentState


def settle(ctx, batch: PayBatch, lines, on: date) -> int:
    """Mark lines of one batch as paid on a day, in set statements; return how many. One journal entry for all of them."""
    pks = lines.values_list("pk", flat=True)
    ctx.note_many(Payment, [(pk, batch.node_id, "approved", "paid", {"paid_on": [None, on.isoformat()]}) for pk in pks])
    sums = lines.aggregate(count=Count("pk"), total=Sum("amount"))
    if not sums["count"]:
        return 0
    replaced = list(lines.exclude(reissues=None).values_list("reissues", flat=True)) if batch.reissues_id else []
    lines.update(state=PaymentState.PAID, paid_on=on, on=on, pay_year=on.year, slot=slot_on(batch.node, on))
    journal.book(
        ctx,
        batch,
        node=batch.node,
        source=batch.source,
        kind=batch.kind,
        debit=Heading.SPENDING,
        credit=STOCK[batch.form],
        amount=sums["total"],
        on=on,
    )
    if replaced:
        Payment.objects.for_act("paid again").filter(pk__in=replaced).update(state=PaymentState.REPAID)
        ctx.note_many(Payment, [(pk, batch.node_id, "failed", "repaid", {}) for pk in replaced])
    return sums["count"]
