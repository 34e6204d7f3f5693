"""Putting payments on a list: one by one or thousands at once, each cause once whoever pays."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.fields import fen
from gonghui.kernel.privacy.bulk import seal_rows
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.store import insert, next_ids

from .models import PayBatch, Payment
from .words import PAYMENTS, STANDING, PaymentState

TAKEN = Refusal(
    "money.taken",
    _("这一事由已在“{batch}”（{node}）列支。"),
    because=_("同一事由只支付一次"),
    instead=_("请核对后从名单中去掉；原支付失败的，请在原批次办理重付。"),
    kind=Kind.CONFLICT,
)
CLOSED = Refusal("money.batch_closed", _("批次“{batch}”已不在编制中。"), instead=_("请另开一个批次。"), field="batch", kind=Kind.CONFLICT)
ROW_FIELDS = (
    "id", "batch_id", "node_id", "slot", "kind", "source_id", "form", "award_year", "level", "payee", "person_id", "employer_id", "union_id",
    "bank", "account_no", "salt", "amount", "note", "cause_noun", "cause_id", "once", "on", "failed_why", "reissues_id", "state",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """
    One payment to be listed. amount: yuan. cause: (noun label, number of the record); without one the list itself is the cause.

    key: who the payee is, see `payee_key`.
    """

    payee: str
    amount: Decimal
    key: str
    cause: tuple[str, int] | None = None
    person: int | None = None
    employer: int | None = None
    union: int | None = None
    bank: str = ""
    account_no: str = ""
    note: str = ""
    reissues: int | None = None


def payee_key(*, person=None, id_hash=None, employer=None, union=None, name: str = "", mark: str = "") -> str:
    """
    Who is paid, so that the same payee is known whoever pays: a person by the hash of the ID number, else by their row; an
    employer; an organisation; else a name with whatever else is known of it (`mark`: an account or phone number).
    """
    if id_hash:
        return f"h{bytes(id_hash).hex()[:40]}"
    if person:
        return f"p{person}"
    if employer:
        return f"e{employer}"
    if union:
        return f"n{union}"
    return f"s{blind('payee', f'{name}|{mark}').hex()[:40]}"


def once_of(kind: str, key: str, form: str) -> str:
    """What beside its cause makes a payment of this kind its own."""
    parts = {"payee": key, "form": form}
    return "/".join(parts[name] for name in PAYMENTS.rules[kind].each)


def open_list(batch: PayBatch) -> PayBatch:
    """The batch, locked while lines are put on it or struck. Refuses: CLOSED."""
    locked = PayBatch.objects.for_act("a list being made").select_for_update(of=("self",)).select_related("node", "source").get(pk=batch.pk)
    if locked.state != "listed":
        raise CLOSED(batch=batch)
    return locked


def add_lines(ctx, batch: PayBatch, lines: list[Line]) -> set[int]:
    """
    Put lines on a batch in a few statements; return the places in `lines` of those whose cause is taken already.

    Two who list the same cause at one moment: the index lets one through, the other finds it here.
    """
    given, batch = batch, open_list(batch)
    itself = (PayBatch._meta.label_lower, batch.pk)
    ids = next_ids(Payment, len(lines))
    sealed = iter(seal_rows([(line.account_no,) for line in lines if line.account_no], ("bank",)))
    insert(Payment, ROW_FIELDS, [_row(pk, batch, line, line.cause or itself, sealed) for pk, line in zip(ids, lines, strict=True)],
        order=("cause_noun", "cause_id", "once"))  # fmt: skip
    written = Payment.objects.for_act("lines written").filter(batch=batch, pk__gte=ids[0], pk__lte=ids[-1]) if lines else Payment.objects.none()
    kept = set(written.values_list("pk", flat=True))
    ctx.note_many(
        Payment,
        (
            (pk, batch.node_id, "", PaymentState.LISTED.value, {"amount": [None, str(line.amount)], "batch_id": [None, batch.pk]})
            for pk, line in zip(ids, lines, strict=True)
            if pk in kept
        ),
    )
    recount(ctx, batch)
    given.count, given.total = batch.count, batch.total  # where the list itself is what an act is over, its row is saved after this
    return {place for place, pk in enumerate(ids) if pk not in kept}


def _row(pk: int, batch: PayBatch, line: Line, cause: tuple[str, int], sealed) -> tuple:
    salt, account, _hash = next(sealed) if line.account_no else (b"", b"", None)
    return (
        pk, batch.pk, batch.node_id, batch.slot, batch.kind, batch.source_id, batch.form, batch.award_year, batch.node.kind, line.payee, line.person,
        line.employer, line.union, line.bank, account, salt, fen(line.amount), line.note, *cause, once_of(batch.kind, line.key, batch.form), batch.on,
        "", line.reissues, PaymentState.LISTED.value,
    )  # fmt: skip


def recount(ctx, batch: PayBatch) -> None:
    """Write how many lines stand on a batch and what they come to."""
    rows = Payment.objects.for_act("sum of a batch").filter(batch=batch).exclude(state=PaymentState.STRUCK)
    sums = rows.aggregate(count=Count("pk"), total=Coalesce(Sum("amount"), 0))
    batch.count, batch.total = sums["count"], sums["total"]
    batch.save()


def taken(cause: tuple[str, int], once: str) -> Payment | None:
    """The payment that stands for a cause already, wherever it was listed."""
    rows = Payment.objects.for_act("one cause once").filter(cause_noun=cause[0], cause_id=cause[1], once=once, state__in=STANDING)
    return rows.select_related("batch", "node").first()


def refuse_taken(cause: tuple[str, int], once: str) -> None:
    """Refuses TAKEN, naming the list the cause stands on."""
    other = taken(cause, once)
    if other:
        raise TAKEN(batch=other.batch, node=other.node)
