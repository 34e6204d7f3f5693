"""The rows behind a figure when it was taken, and what has become of them since."""

import io

import polars as pl

from gonghui.kernel.desk import Line
from gonghui.kernel.indicators import INDICATORS, trace
from gonghui.kernel.indicators.trace import may_open
from gonghui.kernel.periods import Period
from gonghui.kernel.store import batched

from . import words
from .models import SealedRows, Snapshot

ROWS = {"part": pl.String, "pk": pl.Int64, "share": pl.Decimal(18, 2)}
AT_ONCE = 100_000


def behind(snapshot: Snapshot) -> list[tuple]:
    """The rows a snapshot's indicator counts now: part, sign, queryset."""
    return trace(INDICATORS[snapshot.key], snapshot.node, Period.parse(snapshot.review.period))


def counted(snapshot: Snapshot) -> pl.DataFrame:
    """Those rows of every part, lowest number first. One statement a part, streamed."""
    told = [pl.DataFrame(schema=ROWS)]
    for part, _sign, rows in behind(snapshot):
        for some in batched(rows.order_by("pk").values_list("pk", "share").iterator(AT_ONCE), AT_ONCE):
            told.append(pl.DataFrame([(part, pk, share) for pk, share in some], schema=ROWS, orient="row"))
    return pl.concat(told)


def seal(ctx, snapshot: Snapshot) -> None:
    """Keep the rows of a snapshot beside it."""
    rows, out = counted(snapshot), io.BytesIO()
    rows.write_parquet(out, compression="zstd", statistics=False)
    ctx.create(SealedRows, snapshot=snapshot, node=snapshot.node, on=snapshot.on, count=len(rows), rows=out.getvalue())


def changed(snapshot: Snapshot) -> pl.DataFrame:
    """What is not as it was sealed: part, pk, what it added then (`before`) and adds now (`share`); nothing where it was or is not counted."""
    sealed = pl.read_parquet(io.BytesIO(bytes(snapshot.sealed.rows))).rename({"share": "before"})
    both = sealed.join(counted(snapshot), on=["part", "pk"], how="full", coalesce=True)
    return both.filter(pl.col("before").ne_missing(pl.col("share"))).sort("part", "pk")


class Changes:
    """The lines of what changed, counted and sliced; a row that names people is opened only to whoever may see such rows."""

    def __init__(self, snapshot: Snapshot, viewer):
        self.snapshot, self.viewer, self.rows = snapshot, viewer, changed(snapshot)

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, page):
        shown = self.rows[page].to_dicts()
        found = {
            part: self._named(rows.model, [one["pk"] for one in shown if one["part"] == part])
            for part, _sign, rows in behind(self.snapshot)
        }  # fmt: skip
        told = []
        for one in shown:
            row, before, share = found.get(one["part"], {}).get(one["pk"]), one["before"], one["share"]
            what = words.GAINED if before is None else words.LOST if share is None else words.ALTERED
            amounts = ("—" if amount is None else amount for amount in (before, share))
            told.append(Line((row or f"#{one['pk']}", what, *amounts), row))
        return told

    def _named(self, model, keys: list[int]) -> dict:
        if not may_open(self.viewer, INDICATORS[self.snapshot.key], model, self.snapshot.node):
            return {}
        rows = model.objects.for_act("rows behind a figure in reach").select_related(*model.named_by)
        return {row.pk: row for row in rows.filter(pk__among=keys)}
