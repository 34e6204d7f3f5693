"""Builders of money: lists paid, taken in, passed on - by kind, place, day and sum, with what must not count beside them."""

from datetime import date, timedelta
from decimal import Decimal

import polars as pl

from gonghui.commons.money import acts, line_acts, receipt_acts
from gonghui.commons.money.models import PayBatch, Payment, Source
from gonghui.commons.money.words import Form
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.fields import yuan
from gonghui.kernel.ledger.do import do

from .ground import Ground
from .ground import shares as whole_shares

ONE = timedelta(days=1)
FAR_BACK = date(2011, 1, 1)


def source(ground: Ground) -> Source:
    """The fund a ground pays from, declared at its root."""
    code = f"{ground.code}-FUND"
    found = Source.objects.for_act("replay").filter(code=code).select_related("node").first()
    return found or do(acts.declare_source, ground.officer, node=ground.root, code=code, name="专项资金", since=FAR_BACK).subject


def shares(total: int, count: int) -> list[Decimal]:
    """A sum in yuan as so many sums, all but equal, that add up to it to the fen."""
    return [yuan(fen) for fen in whole_shares(total * 100, count)]


def spans(start: date, end: date, parts: int) -> list[date]:
    """Days spread evenly over a span, its first and last among them."""
    return [start] if parts == 1 else [start + (end - start) * i // (parts - 1) for i in range(parts)]


def pay(
    ground: Ground, kind: str, rows: list[tuple], on: date, *, node=None, year: int | None = None, form: str = Form.CASH, until: str = "paid"
) -> PayBatch:
    """
    A list paid on a day: rows of (payee, amount) or (payee, amount, code of the cause).

    until: how far it goes - `listed`, `approved`, `paid`.
    """
    node, ground.serial = node or ground.root, ground.serial + 1
    title = f"第{ground.serial}批"
    fund = source(ground)
    frame = pl.DataFrame(
        {
            "node": node.code, "batch": title, "kind": kind, "source": fund.code, "award_year": str(year or on.year), "form": form,
            "payee": [row[0] for row in rows], "account_no": [f"62{ground.root.pk:06d}{i:010d}" for i in range(len(rows))],
            "amount": [str(row[1]) for row in rows], "cause": [str(row[2]) if len(row) > 2 else "" for row in rows],
        }
    )  # fmt: skip
    with clock.at(on):
        ground.table("payments", frame)
    return go_out(PayBatch.objects.for_act("replay").get(node=node, title=title), on, until)


def go_out(batch: PayBatch, on: date, until: str = "paid") -> PayBatch:
    """Take a list from its making to the bank's answer, on one day."""
    with clock.at(on):
        if until != "listed":
            batch = do(acts.approve, SYSTEM, batch).subject
        if until == "paid" and batch.form == Form.GOODS:
            batch = do(acts.hand_over, SYSTEM, batch, on=on).subject
        elif until == "paid":
            batch = do(acts.send, SYSTEM, batch).subject
            batch = do(acts.all_paid, SYSTEM, batch, on=on, total=batch.total).subject
    return batch


def paid(ground: Ground, kind: str, total: int, count: int, start: date, end: date, *, parts: int = 4, nodes=(), **more) -> None:
    """`count` payments of `total` yuan together over a span, at several places, on a few days of which the first and last are the span's."""
    sums, places = shares(total, count), list(nodes) or [ground.root, *ground.cities, *ground.counties]
    for i, day in enumerate(spans(start, end, min(parts, count))):
        mine = sums[i :: min(parts, count)]
        pay(ground, kind, [(f"收款人{ground.serial}-{j}", amount) for j, amount in enumerate(mine)], day, node=places[i % len(places)], **more)


def paid_decoys(ground: Ground, beside: Ground, kind: str, start: date, end: date, other: str = "other", **more) -> None:
    """What must not count: next door, the day before and after, of another kind, listed or approved only, come back."""
    few = [("邻居", Decimal(77)), ("邻居二", Decimal(78))]
    pay(beside, kind, few, start, **more)
    pay(ground, kind, few, start - ONE, **more | {"year": start.year - 1})
    if end < clock.today():
        pay(ground, kind, few, end + ONE, **more | {"year": end.year + 1})
    pay(ground, other, few, start, **more)
    for until in ("listed", "approved"):
        pay(ground, kind, few, start, until=until, **more)
    back = pay(ground, kind, few, start, **more)
    with clock.at(start + ONE):
        for payment in Payment.objects.for_act("replay").filter(batch=back):
            do(line_acts.bounce, SYSTEM, payment, reason="账号不符")


def passed_on(ground: Ground, kind: str, to, amount, on: date, *, until: str = "reported", year: int | None = None) -> None:
    """Money passed from the root to a node on a day, as far as `until`: listed, approved, paid, received, reported."""
    steps = (
        (receipt_acts.approve_transfer, {}), (receipt_acts.pass_on, {}), (receipt_acts.confirm_transfer, {}),
        (receipt_acts.report_use, {"used": Decimal(amount)}),
    )  # fmt: skip
    with clock.at(on):
        row = do(
            receipt_acts.allot, SYSTEM, node=ground.root, kind=kind, to=to, source=source(ground), purpose="县级工会建设", year=year or on.year,
            amount=Decimal(amount),
        ).subject  # fmt: skip
        for act, more in steps:
            if row.state != until:
                row = do(act, SYSTEM, row, **more).subject
