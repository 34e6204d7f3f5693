"""The register as a table, for years that were kept in workbooks."""

from datetime import date

import polars as pl
from django.db import models
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.columns import id_18, known_persons, plain_number
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults, nodes_below, twice, word
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node

from .models import RegisterEntry, year_day
from .words import KINDS, OPEN, Tier

DAYS = ("since", "in_force_from", "until")


def numbers_taken(frame: pl.DataFrame) -> pl.DataFrame:
    """Which kind, issuer and number of the frame stand in the register already."""
    rows = (
        RegisterEntry.objects.for_act("one number once").filter(number__among=frame["number"].unique().to_list(), state__in=OPEN).exclude(number="")
    )
    schema = {"sort": pl.String, "issuer": pl.String, "number": pl.String}
    return pl.DataFrame(list(rows.values_list("kind", "issuer", "number")), schema=schema, orient="row").unique().with_columns(taken=pl.lit(True))


def entries_known(frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Which kind, title, node, day and holder of the frame stand in the register already."""
    rows = RegisterEntry.objects.for_act("one entry once").filter(state__in=OPEN, node__path__gte=node.path, node__path__lt=after(node.path))
    schema = {"sort": pl.String, "title": pl.String, "node_id": pl.Int64, "first": pl.Date, "holder_name": pl.String, "person_id": pl.Int64}
    rows = rows.filter(title__among=frame["title"].unique().to_list()).values_list("kind", "title", "node_id", "since", "holder_name", "person_id")
    return pl.DataFrame(list(rows), schema=schema, orient="row").unique().with_columns(known=pl.lit(True))


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: node in reach, kind, days in order, numbers and entries once."""
    frame = frame.join(nodes_below(node), on="node", how="left", maintain_order="left").with_columns(
        word("kind", KINDS.choices()).alias("sort"),
        word("tier", Tier.choices, "").alias("level"),
        pl.col("since").str.to_date("%Y-%m-%d", strict=False).alias("first"),
        pl.col("in_force_from").str.to_date("%Y-%m-%d", strict=False).alias("force"),
        pl.col("until").str.to_date("%Y-%m-%d", strict=False).alias("last"),
        pl.col("quantity").cast(pl.Int64, strict=False).alias("value"),
        pl.col("year").cast(pl.Int16, strict=False).alias("of_year"),
    )
    frame = known_persons(
        frame.with_columns(plain_number("id_no").alias("_plain")).with_columns(id_18("_plain").alias("number_18")), "id", "number_18", "person_id"
    ).join(numbers_taken(frame), on=["sort", "issuer", "number"], how="left", maintain_order="left")
    same = ["sort", "title", "node_id", "first", "holder_name", "person_id"]
    frame = frame.join(entries_known(frame, node), on=same, how="left", nulls_equal=True, maintain_order="left")
    bad_day = [(name, pl.col(name) != "", pl.col(parsed)) for name, parsed in (("in_force_from", "force"), ("until", "last"))]
    numbered = pl.col("number") != ""
    faults = [
        (pl.col("node_id").is_null(), "node", "registers.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("sort").is_null(), "kind", "form.not_on_the_list", now_("没有这种台账类别。")),
        (pl.col("level").is_null(), "tier", "form.not_on_the_list", now_("级别应为全国、省级、市级、县级等。")),
        (pl.col("first").is_null() | (pl.col("first") > on) | (pl.col("first") < date(1840, 1, 1)), "since", "registers.in_future",
              now_("日期应形如 2023-07-01，且不在将来。")),
        *((typed & parsed.is_null(), name, "form.invalid", now_("日期应形如 2023-07-01。")) for name, typed, parsed in bad_day),
        (pl.max_horizontal("first", "force") > pl.col("last"), "until", "registers.days", now_("终止日期早于起始日期。")),
        ((pl.col("quantity") != "") & ((pl.col("value").is_null()) | (pl.col("value") < 0)), "quantity", "form.invalid", now_("数值应为非负整数。")),
        ((pl.col("year") != "") & ~pl.col("of_year").is_between(1900, 2200).fill_null(False), "year", "form.invalid", now_("年度应形如 2023。")),
        (pl.col("title").str.len_chars() > 160, "title", "form.invalid", now_("名称超过 160 字。")),
        *((pl.col(name).str.len_chars() > most, name, "form.invalid", now_("内容过长。"))
          for name, most in (("issuer", 100), ("number", 60), ("topic", 40), ("holder_name", 100), ("unit", 12), ("note", 500))),
        (numbered & (pl.col("taken").is_not_null() | twice("kind", "issuer", "number")), "number", "registers.number_taken",
              now_("同一单位的这个编号已登记，或在表中重复。")),
        ((pl.col("id_no") != "") & pl.col("person_id").is_null(), "id_no", "registers.unknown_person", now_("登记册里没有这个身份证号。")),
        ((pl.col("id_no") != "") & (pl.col("holder_name") != ""), "holder_name", "registers.one_holder", now_("身份证号和持有者名称只填一项。")),
        (pl.col("known").is_not_null() | twice("node", "kind", "title", "since", "holder_name", "id_no"), "title", "registers.looks_twice",
              now_("这一条已登记，或与表中前面的行相同。")),
    ]  # fmt: skip
    return judged(frame, faults)


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the entries in one statement."""
    rows = list(good.iter_rows(named=True))
    ids = next_ids(RegisterEntry, len(rows))
    states = ["in_force" if r["force"] and r["force"] <= ctx.day else "registered" for r in rows]
    insert(
        RegisterEntry,
        ("id", "node_id", "slot", "kind", "title", "number", "issuer", "tier", "topic", "holder_name", "person_id", "quantity", "unit", "since", "year",
         "year_on", "in_force_from", "until", "registered_on", "version", "address", "note", "state"),
        (
            (pk, r["node_id"], r["slot"], r["sort"], r["title"], r["number"], r["issuer"], r["level"], r["topic"], r["holder_name"], r["person_id"], r["value"],
             r["unit"], r["first"], r["of_year"] or r["first"].year, year_day(r["first"], r["of_year"] or r["first"].year), r["force"], r["last"], ctx.day, 1, "",
             r["note"], state)
            for pk, r, state in zip(ids, rows, states, strict=True)
        ),
    )  # fmt: skip
    ctx.note_many(
        RegisterEntry,
        ((pk, r["node_id"], "", s, {"since": [None, r["first"].isoformat()]}) for pk, r, s in zip(ids, rows, states, strict=True)),
    )
    return no_faults()


def labels(choices: type[models.TextChoices]) -> tuple[str, ...]:
    return tuple(str(label) for label in choices.labels)


Sheet(
    kind="register", label=_("台账条目"), by=OFFICERS, check=check, apply=apply,
    columns=(
        SheetColumn("node", _("组织编码"), required=True), SheetColumn("kind", _("类别"), required=True, example="外部荣誉"),
        SheetColumn("title", _("名称"), required=True), SheetColumn("since", _("日期"), required=True, example="2023-07-01"),
        SheetColumn("issuer", _("发出单位")), SheetColumn("number", _("编号（文号）")), SheetColumn("tier", _("级别"), choices=labels(Tier)),
        SheetColumn("topic", _("分类")), SheetColumn("holder_name", _("持有者名称")),
        SheetColumn("id_no", _("持有人身份证号")), SheetColumn("quantity", _("数值")), SheetColumn("unit", _("数值单位")),
        SheetColumn("year", _("所属年度"), example="2023"), SheetColumn("in_force_from", _("生效日期")), SheetColumn("until", _("终止日期")),
        SheetColumn("note", _("说明")),
    ),
)  # fmt: skip
