"""Readings as a table: what a partner sends in one file."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, fault, judged, no_faults, word
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import slot_on

from .models import Reading
from .words import IN_FUTURE, KINDS, MOST, SAME

ONE = ("node_id", "sort", "about", "source", "day", "value")


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: node in reach, kind, a number that is a number, a source, a day that has come, nothing known already."""
    nodes = Node.objects.for_act("readings").filter(path__gte=node.path, path__lt=after(node.path)).values_list("code", "pk")
    frame = frame.join(pl.DataFrame(list(nodes), schema={"node": pl.String, "node_id": pl.Int64}, orient="row"), on="node", how="left").with_columns(
        word("kind", KINDS.choices()).alias("sort"),
        pl.col("number").str.to_decimal(scale=2).cast(pl.Decimal(20, 2), strict=False).alias("value"),
        pl.col("measured_on").str.to_date("%Y-%m-%d", strict=False).alias("day"),
    )
    shaped = pl.col("number").str.contains(r"^\d{1,13}(\.\d{1,2})?$")
    faults = [
        (pl.col("node_id").is_null(), "node", "readings.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("sort").is_null(), "kind", "form.not_on_the_list", now_("没有这个外部数类别。")),
        (~shaped | (pl.col("value") > MOST), "number", "form.invalid", now_("应为不小于 0 的数，最多两位小数。")),
        (pl.col("day").is_null(), "measured_on", "form.invalid", now_("日期应形如 2026-07-01。")),
        (pl.col("day") > on, "measured_on", IN_FUTURE.code, now_("数据截止日期还没到。")),
        *(
            ((pl.col(name) == "") | (pl.col(name).str.len_chars() > 100), name, "form.invalid", now_("应为 1 至 100 字。"))
            for name in ("about", "source")
        ),
        (pl.struct(ONE).is_duplicated() & ~pl.struct(ONE).is_first_distinct(), "number", SAME.code, SAME.text),
        _known(frame),
    ]
    return judged(frame, faults)


def _known(frame: pl.DataFrame) -> pl.DataFrame:
    """Rows that say what is known already."""
    days = frame["day"].drop_nulls()
    if days.is_empty():
        return no_faults()
    rows = Reading.objects.for_act("one reading once").filter(measured_on__range=(days.min(), days.max())).exclude(state="superseded")
    known = list(rows.values_list("node", "kind", "about", "source", "measured_on", "number"))
    schema = dict(zip(ONE, (pl.Int64, pl.String, pl.String, pl.String, pl.Date, pl.Decimal(20, 2)), strict=True))
    same = frame.join(pl.DataFrame(known, schema=schema, orient="row"), on=list(ONE), how="semi")
    return fault(same["#"], "number", SAME.code, SAME.text)


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the readings as received from whoever brought the table."""
    nodes = Node.objects.for_act("readings").in_bulk(good["node_id"].unique().to_list())
    places = {(pk, day): slot_on(nodes[pk], day) for pk, day in good.select("node_id", "day").unique().iter_rows()}
    rows, ids, brought = list(good.select(*ONE).iter_rows()), next_ids(Reading, len(good)), ctx.batch.account_id
    insert(
        Reading,
        ("id", "node_id", "slot", "kind", "about", "source", "measured_on", "number", "address", "note", "received_on", "brought_by_id", "state"),
        (
            (pk, unit, places[unit, day], kind, about, source, day, str(number), "", "", ctx.day, brought, "received")
            for pk, (unit, kind, about, source, day, number) in zip(ids, rows, strict=True)
        ),
    )
    ctx.note_many(
        Reading, ((pk, row[0], "", "received", {"number": [None, str(row[5])], "source": [None, row[3]]}) for pk, row in zip(ids, rows, strict=True))
    )
    return no_faults()


Sheet(
    kind="readings", label=_("外部数"), by=OFFICERS, check=check, apply=apply,
    columns=(
        SheetColumn("node", _("组织编码"), required=True), SheetColumn("kind", _("类别"), required=True),
        SheetColumn("about", _("对象"), required=True, example="技能创新节目"), SheetColumn("number", _("数"), required=True, example="110000000"),
        SheetColumn("source", _("来源"), required=True, example="省广播电视台"),
        SheetColumn("measured_on", _("数据截止日期"), required=True, example="2023-12-31"),
    ),
)  # fmt: skip
