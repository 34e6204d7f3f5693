"""Lectures as a table, for a year that was kept in a workbook."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, ActivityTag
from gonghui.commons.activities.words import ActivityState, Venue
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, fault, no_faults
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node

from . import words


def by_label(choices) -> dict[str, str]:
    return {str(label): value for value, label in choices.choices} | {v: v for v in choices.values}


STATES = {str(ActivityState(s).label): s for s in ("filed", "cancelled")} | {"filed": "filed", "cancelled": "cancelled", "": "filed"}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: organiser in reach, days, series, head count."""
    own = Node.objects.for_act("lectures").filter(path__gte=node.path, path__lt=after(node.path))
    organisers = pl.DataFrame(
        list(own.values_list("code", "pk", "slot")), schema={"node": pl.String, "node_id": pl.Int64, "slot": pl.Int64}, orient="row"
    )
    codes = frame.filter(pl.col("host") != "")["host"].unique().to_list()
    hosts = pl.DataFrame(
        list(Node.objects.for_act("lectures").filter(code__in=codes).values_list("code", "pk", "slot")),
        schema={"host": pl.String, "host_id": pl.Int64, "host_slot": pl.Int64}, orient="row",
    )  # fmt: skip
    series = by_label(words.Series)
    frame = (
        frame.join(organisers, on="node", how="left")
        .join(hosts, on="host", how="left")
        .with_columns(
            pl.col("kind").replace_strict(by_label(words.Sort) | {"": words.LECTURE}, default=None, return_dtype=pl.String).alias("sort"),
            pl.col("held_on").str.to_date("%Y-%m-%d", strict=False).alias("first"),
            pl.when(pl.col("ended_on") == "")
            .then(pl.col("held_on"))
            .otherwise(pl.col("ended_on"))
            .str.to_date("%Y-%m-%d", strict=False)
            .alias("last"),
            pl.col("head_count").cast(pl.Int64, strict=False).alias("heads"),
            pl.col("venue").replace_strict(by_label(Venue) | {"": ""}, default=None, return_dtype=pl.String).alias("at_venue"),
            pl.col("state").replace_strict(STATES, default=None, return_dtype=pl.String).alias("stands"),
            pl.col("series")
            .str.replace_all("[，,；;\\s]+", "、")
            .str.split("、")
            .list.eval(pl.element().replace_strict(series | {"": ""}, default="?", return_dtype=pl.String))
            .alias("tags"),
        )
    )
    same = pl.struct("node", "host", "held_on", "at_place", "series", "title").is_duplicated() & (
        pl.col("#") != pl.col("#").min().over("node", "host", "held_on", "at_place", "series", "title")
    )
    faults = [
        fault(frame, pl.col("node_id").is_null(), "node", "lectures.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        fault(frame, (pl.col("host") != "") & pl.col("host_id").is_null(), "host", "lectures.no_host", now_("找不到承办组织编码。")),
        fault(frame, pl.col("sort").is_null(), "kind", "form.not_on_the_list", now_("类别应为宣讲或读书班。")),
        fault(
            frame, pl.col("first").is_null() | (pl.col("first") > on), "held_on", "activities.in_future", now_("日期应形如 2023-07-01，且不在将来。")
        ),
        fault(
            frame,
            pl.col("last").is_null() | (pl.col("last") < pl.col("first")) | (pl.col("last") > on),
            "ended_on",
            "activities.ends_before",
            now_("结束日期早于开始日期，或在将来。"),
        ),
        fault(
            frame,
            pl.col("heads").is_null() | (pl.col("heads") < 0) | (pl.col("heads") > 1_000_000),
            "head_count",
            "form.invalid",
            now_("到场人数应为 0 至 1000000 的整数。"),
        ),
        fault(frame, pl.col("at_venue").is_null(), "venue", "form.not_on_the_list", now_("不在可选的场所类型中。")),
        fault(frame, pl.col("stands").is_null(), "state", "form.not_on_the_list", now_("状态应为已填报或已取消。")),
        fault(frame, pl.col("tags").list.contains("?"), "series", "form.not_on_the_list", now_("有不认识的系列。")),
        fault(frame, same, "title", "activities.looks_twice", now_("与表中前面的行是同一场。")),
    ]
    told = pl.concat(faults)
    return frame.join(told.select("#").unique(), on="#", how="anti"), told


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write activities and their series in two statements."""
    rows = list(good.iter_rows(named=True))
    ids = next_ids(Activity, len(rows))
    insert(
        Activity,
        ("id", "node_id", "slot", "kind", "title", "host_id", "host_slot", "venue", "at_place", "held_on", "ended_on", "days", "head_count", "team_id", "plan_id", "state"),
        (
            (pk, r["node_id"], r["slot"], r["sort"], r["title"], r["host_id"], r["host_slot"] or 0, r["at_venue"], r["at_place"], r["first"], r["last"],
             (r["last"] - r["first"]).days + 1, r["heads"], None, None, r["stands"])
            for pk, r in zip(ids, rows, strict=True)
        ),
    )  # fmt: skip
    insert(ActivityTag, ("activity_id", "slug"), ((pk, tag) for pk, r in zip(ids, rows, strict=True) for tag in dict.fromkeys(r["tags"]) if tag))
    ctx.note_many(
        Activity, ((pk, r["node_id"], "", r["stands"], {"held_on": [None, r["first"].isoformat()]}) for pk, r in zip(ids, rows, strict=True))
    )
    return no_faults()


Sheet(
    kind="lectures", label=_("宣讲台账"), by=OFFICERS, check=check, apply=apply,
    columns=(
        SheetColumn("node", _("主办编码"), required=True), SheetColumn("kind", _("类别"), choices=tuple(str(label) for label in words.Sort.labels)),
        SheetColumn("series", _("系列"), example="劳模工匠宣讲、进校园（劳动教育）"), SheetColumn("title", _("题目"), required=True),
        SheetColumn("held_on", _("日期"), required=True, example="2023-07-01"), SheetColumn("ended_on", _("结束日期")),
        SheetColumn("at_place", _("地点"), required=True), SheetColumn("venue", _("场所类型"), choices=tuple(str(label) for label in Venue.labels)),
        SheetColumn("host", _("承办编码")), SheetColumn("head_count", _("到场人数"), required=True), SheetColumn("state", _("状态")),
    ),
)  # fmt: skip
