"""Filed numbers as a table: a year of units at once, judged in columns, written in set statements."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, fault, judged, no_faults, word
from gonghui.kernel.refusal import Refused
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.models import Node, Placement
from gonghui.kernel.tree.slots import slot_on

from . import rules, words
from .models import HeadCount

SAYS = {"": False, "否": False, "是": True}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: unit in reach, kind, period over, a number that is a number, nothing filed twice."""
    frame = (
        frame.join(_units(node), on="unit", how="left")
        .join(_spans(frame["period"], on), on="period", how="left")
        .with_columns(
            word("kind", words.KINDS.choices()).alias("sort"),
            pl.col("number").cast(pl.Int64, strict=False).alias("count"),
            pl.col("own").replace_strict(SAYS, default=None, return_dtype=pl.Boolean).alias("alone"),
        )
        .sort("node_id", "sort", "since", "#")
    )
    faults = [
        (pl.col("node_id").is_null(), "unit", "returns.no_unit", now_("找不到单位编码，或不在您的导入范围内。")),
        (pl.col("sort").is_null(), "kind", "form.not_on_the_list", now_("没有这个填报类别。")),
        frame.filter(pl.col("no").is_not_null()).select("#", pl.lit("period").alias("column"), pl.col("code"), pl.col("no").alias("says")),
        (pl.col("number") == "", "number", "act.missing", now_("没有填数；没有发生的请填 0。")),
        ((pl.col("number") != "") & ~_counts(), "number", "form.invalid", now_("应为不小于 0 的整数。")),
        (pl.col("basis") == "", "basis", "act.missing", now_("缺少依据。")),
        (pl.col("basis").str.len_chars() > 200, "basis", "form.too_long", now_("依据不超过 200 字。")),
        (pl.col("alone").is_null(), "own", "form.not_on_the_list", now_("应填是或否。")),
        (_overlapping(), "period", "returns.twice_in_file", now_("与表中同一单位同类的另一行期间重叠。")),
        _filed(frame),
    ]
    return judged(frame, faults)


def _counts() -> pl.Expr:
    return pl.col("count").is_between(0, words.MOST).fill_null(False)


def _units(node: Node) -> pl.DataFrame:
    """Units at the node and below that still stand, by code."""
    rows = Node.objects.for_act("returns").filter(path__gte=node.path, path__lt=after(node.path), until=None)
    columns = list(zip(*rows.values_list("code", "pk", "slot"), strict=True)) or [()] * 3
    schema = {"unit": pl.String, "node_id": pl.Int64, "slot": pl.Int64}
    return pl.DataFrame(dict(zip(schema, map(list, columns), strict=True)), schema=schema)


def _spans(periods: pl.Series, on: date) -> pl.DataFrame:
    """The days of every period named in the table, or why it cannot be one."""
    rows = []
    for text in periods.unique():
        try:
            span = rules.span(text, on)
            rows.append((text, span.start, span.end, None, None))
        except Refused as no:
            rows.append((text, None, None, no.code, no.text))
    return pl.DataFrame(rows, schema={"period": pl.String, "since": pl.Date, "until": pl.Date, "code": pl.String, "no": pl.String}, orient="row")


def _overlapping() -> pl.Expr:
    """Rows, in order of their days, that begin before an earlier one of the same unit and kind has ended."""
    return pl.col("node_id").is_not_null() & (pl.col("since") <= pl.col("until").cum_max().shift(1).over("node_id", "sort"))


def _filed(frame: pl.DataFrame) -> pl.DataFrame:
    """Rows whose unit has filed for overlapping days already."""
    rows = frame.filter(pl.col("node_id").is_not_null() & pl.col("sort").is_not_null() & pl.col("since").is_not_null())
    if rows.is_empty():
        return no_faults()
    mine = HeadCount.objects.for_act("one number a kind and period").filter(
        kind__in=rows["sort"].unique().to_list(), since__lte=rows["until"].max(), until__gte=rows["since"].min()
    )
    known = []
    for units in batched(rows["node_id"].unique().to_list()):
        known += mine.filter(node__among=units).values_list("node", "kind", "since", "until")
    if not known:
        return no_faults()
    before = pl.DataFrame(known, schema={"node_id": pl.Int64, "sort": pl.String, "_since": pl.Date, "_until": pl.Date}, orient="row")
    twice = rows.join(before, on=["node_id", "sort"]).filter((pl.col("_since") <= pl.col("until")) & (pl.col("_until") >= pl.col("since")))
    return fault(twice["#"].unique(), "period", words.FILED_ALREADY.code, now_("该单位已填报过同类重叠期间的数，请修改原来的填报。"))


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the numbers as sent up by whoever brought the table."""
    moved = set(Placement.objects.for_act("returns").exclude(until=None).values_list("node", flat=True))
    slots = {}
    for pk, until in {(r[0], r[1]) for r in good.filter(pl.col("node_id").is_in(list(moved))).select("node_id", "until").iter_rows()}:
        slots[pk, until] = slot_on(Node.objects.for_act("returns").get(pk=pk), until)
    filer, day = ctx.batch.account_id, ctx.day
    columns = good.select("node_id", "slot", "sort", "since", "until", "count", "basis", "alone")
    ids = next_ids(HeadCount, len(good))
    insert(
        HeadCount,
        ("id", "node_id", "slot", "kind", "since", "until", "number", "basis", "own", "explained", "filed_by_id", "submitted_on", "accepted_by_id", "state"),
        (
            (pk, unit, slots.get((unit, until), slot), kind, since, until, number, basis, own, "", filer, day, None, "submitted")
            for pk, (unit, slot, kind, since, until, number, basis, own) in zip(ids, columns.iter_rows(), strict=True)
        ),
    )  # fmt: skip
    ctx.note_many(
        HeadCount,
        (
            (pk, unit, "", "submitted", f'{{"number":[null,{number}],"since":[null,"{since}"],"until":[null,"{until}"]}}')
            for pk, (unit, since, until, number) in zip(ids, good.select("node_id", "since", "until", "count").iter_rows(), strict=True)
        ),
    )
    return no_faults()


Sheet(
    kind="returns", label=_("填报数"), by=OFFICERS, check=check, apply=apply,
    columns=(
        SheetColumn("unit", _("单位编码"), required=True, example="0101-001"), SheetColumn("kind", _("类别"), required=True),
        SheetColumn("period", _("期间"), required=True, example="2024"), SheetColumn("number", _("数"), required=True, example="0"),
        SheetColumn("basis", _("依据"), required=True, example="竞赛台账第 3 号"), SheetColumn("own", _("只含本级自办"), choices=("是", "否")),
    ),
    help=_("没有发生的填 0；不填的单位视为尚未填报。"),
)  # fmt: skip
