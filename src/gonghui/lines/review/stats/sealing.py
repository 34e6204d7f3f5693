"""The rows behind a figure when it was taken, and what has become of them since."""

import io

import polars as pl

from gonghui.kernel.access.scope import see
from gonghui.kernel.desk import Line
from gonghui.kernel.indicators import INDICATORS, trace
from gonghui.kernel.periods import Period

from . import words
from .models import SealedRows, Snapshot

ROWS = {"part": pl.String, "pk": pl.Int64, "share": pl.Decimal(18, 2)}
AT_ONCE = 100_000


def counted(snapshot: Snapshot) -> pl.DataFrame:
    """The rows a snapshot's indicator counts now, of every part, lowest number first. One statement a part, streamed."""
    period, told = Period.parse(snapshot.review.period), [pl.DataFrame(schema=ROWS)]
    for part, _sign, rows in trace(INDICATORS[snapshot.key], snapshot.node, period):
        pairs = rows.order_by("pk").values_list("pk", "share").iterator(AT_ONCE)
        told.append(pl.DataFrame(((part, pk, share) for pk, share in pairs), schema=ROWS, orient="row"))
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
        models = {
            part: rows.model
            for part, _sign, rows in trace(INDICATORS[self.snapshot.key], self.snapshot.node, Period.parse(self.snapshot.review.period))
        }
        found = {part: self._named(model, [one["pk"] for one in shown if one["part"] == part]) for part, model in models.items()}
        told = []
        for one in shown:
            row = found.get(one["part"], {}).get(one["pk"])
            what = words.GAINED if one["before"] is None else words.LOST if one["share"] is None else words.ALTERED
            told.append(
                Line(
                    (
                        row or f"#{one['pk']}",
                        what,
                        one["before"] if one["before"] is not None else "—",
                        one["share"] if one["share"] is not None else "—",
                    ),
                    row,
                )
            )
        return told

    def _named(self, model, keys: list[int]) -> dict:
        if INDICATORS[self.snapshot.key].personal and not self.viewer.reach(see(model)).covers(self.snapshot.node.path):
            return {}
        rows = model.objects.for_act("rows behind a figure in reach").select_related(*model.named_by)
        return {row.pk: row for row in rows.filter(pk__among=keys)}
