"""The journal 会计分录: every sum leaves one heading and enters another, in one row."""

from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from .models import Entry, Payment, Source, Transfer
from .words import Heading, PaymentState, TransferState


def book(ctx, about, *, node, source, kind: str, debit: Heading, credit: Heading, amount: Decimal, on: date) -> Entry:
    """Write one entry about a record: `amount` leaves `credit` and enters `debit`."""
    return ctx.create(
        Entry, node=node, source=source, kind=kind, debit=debit, credit=credit, amount=amount, on=on,
        about_noun=about._meta.label_lower, about_id=about.pk,
    )  # fmt: skip


def take_back(ctx, about, *, node, source, kind: str, debit: Heading, credit: Heading, amount: Decimal, of: Entry | None = None) -> Entry:
    """Write the entry that takes back one written with these headings, on today's day 冲红."""
    return ctx.create(
        Entry, node=node, source=source, kind=kind, debit=credit, credit=debit, amount=amount, on=ctx.day,
        about_noun=about._meta.label_lower, about_id=about.pk, reverses=of,
    )  # fmt: skip


def entries_about(record):
    """The entries written about one record, oldest first."""
    return Entry.objects.for_act("entries of a record in reach").filter(about_noun=record._meta.label_lower, about_id=record.pk).order_by("pk")


def balance(node, source: Source, heading: Heading) -> Decimal:
    """What stands on one heading of a node's own books for a source, in yuan: debits less credits."""
    rows = Entry.objects.for_act("balance").filter(node=node, source=source).filter(Q(debit=heading) | Q(credit=heading))
    sums = rows.aggregate(entered=Coalesce(Sum("amount", filter=Q(debit=heading)), 0), left=Coalesce(Sum("amount", filter=Q(credit=heading)), 0))
    return sums["entered"] - sums["left"]


def free(node, source: Source, heading: Heading, form: str) -> Decimal:
    """What of a source a node may still promise: the balance less what is approved and has not gone out yet, in yuan."""
    promised = Payment.objects.for_act("promised").filter(node=node, source=source, form=form, state=PaymentState.APPROVED)
    passing = Transfer.objects.for_act("promised").filter(node=node, source=source, state=TransferState.APPROVED)
    out = sum((rows.aggregate(sum=Coalesce(Sum("amount"), 0))["sum"] for rows in ([promised, passing] if form == "cash" else [promised])), Decimal(0))
    return balance(node, source, heading) - out
