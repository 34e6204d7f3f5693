"""Activities as a table, for a year that was kept in a workbook."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, by_label, judged, no_faults, nodes_below, twice, word
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node, Placement

from .acts import MOST_HEADS
from .filing import LOOKS_TWICE, MOST_DAYS, OTHER_SERIES
from .models import Activity, ActivityTag
from .words import KINDS, SERIES, ActivityState, Level, Venue

SAME = ("node", "host", "sort", "first", "at_place", "title")
INTO = (
    "id", "node_id", "slot", "kind", "title", "host_id", "host_slot", "venue", "at_place", "held_on", "ended_on", "days", "head_count", "team_id",
    "plan_id", "partner", "level", "edition", "state",
)  # fmt: skip


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: organiser in reach, kind, days, series, head count, plan, and whether it is there already."""
    states = [choice for choice in ActivityState.choices if choice[0] in ("filed", "cancelled")]
    frame = (
        frame.join(nodes_below(node, frame["node"].unique().to_list()), on="node", how="left")
        .join(_hosts(frame), on="host", how="left")
        .join(_plans(frame), on="plan", how="left")
        .with_columns(
            word("kind", KINDS.choices(), "").alias("sort"),
            pl.col("held_on").str.to_date("%Y-%m-%d", strict=False).alias("first"),
            pl.coalesce(pl.when(pl.col("ended_on") != "").then("ended_on"), "held_on").str.to_date("%Y-%m-%d", strict=False).alias("last"),
            pl.col("head_count").cast(pl.Int64, strict=False).alias("heads"),
            pl.col("edition").cast(pl.Int16, strict=False).alias("number"),
            word("venue", Venue.choices, "").alias("at_venue"),
            word("level", Level.choices, "").alias("at_level"),
            word("state", states, "filed").alias("stands"),
            pl.col("series").str.replace_all("[，,；;\\s]+", "、").str.split("、").alias("tags"),
        )
    )
    frame = frame.with_columns(
        pl.col("tags").list.eval(pl.element().replace_strict(by_label(SERIES.choices()) | {"": ""}, default="?", return_dtype=pl.String))
    )
    frame, there = _there(frame, node)
    day = now_("日期应形如 2023-07-01，且不在将来。")
    faults = [
        (pl.col("node_id").is_null(), "node", "activities.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        ((pl.col("host") != "") & pl.col("host_id").is_null(), "host", "activities.no_host", now_("找不到承接组织编码。")),
        (pl.col("sort").is_null() | (pl.col("sort") == ""), "kind", "form.not_on_the_list", now_("没有这种活动类别。")),
        (pl.col("first").is_null() | (pl.col("first") > on), "held_on", "activities.in_future", day),
        (pl.col("last").is_null() | (pl.col("last") < pl.col("first")) | (pl.col("last") > on), "ended_on", "activities.ends_before",
            now_("结束日期早于开始日期，或在将来。"),
        ),
        ((pl.col("last") - pl.col("first")).dt.total_days() >= MOST_DAYS, "ended_on", "activities.too_long", now_("起止日期相距过长。")),
        (pl.col("heads").is_null() | ~pl.col("heads").is_between(0, MOST_HEADS), "head_count", "form.invalid",
            now_("到场人数应为 0 至 1000000 的整数。"),
        ),
        ((pl.col("edition") != "") & ~pl.col("number").is_between(1, 999).fill_null(False), "edition", "form.invalid",
            now_("届次应为 1 至 999 的整数。"),
        ),
        (pl.col("at_venue").is_null(), "venue", "form.not_on_the_list", now_("不在可选的场所类型中。")),
        (pl.col("at_level").is_null(), "level", "form.not_on_the_list", now_("不在可选的活动级别中。")),
        (pl.col("stands").is_null(), "state", "form.not_on_the_list", now_("状态应为已填报或已取消。")),
        ((pl.col("plan") != "") & pl.col("plan_id").is_null(), "plan", "activities.no_plan", now_("没有这个编号的计划项目。")),
        (pl.col("#").is_in(_odd(frame).implode()), "series", OTHER_SERIES.code, now_("没有这个系列，或不是这类活动的系列。")),
        (there, "title", LOOKS_TWICE.code, now_("同一场已填报过，或与表中前面的行是同一场。")),
    ]  # fmt: skip
    return judged(frame, faults)


def _odd(frame: pl.DataFrame) -> pl.Series:
    """The rows with a series that is not one of their kind."""
    fitting = [f"{kind} {slug}" for kind, _label in KINDS.choices() for slug, _l in SERIES.of(kind)]
    named = frame.select("#", "sort", "tags").explode("tags").filter(pl.col("tags") != "")
    return named.filter(~(pl.col("sort") + " " + pl.col("tags")).is_in(fitting).fill_null(False))["#"]


def _hosts(frame: pl.DataFrame) -> pl.DataFrame:
    """Number and slot of the hosts named, wherever they stand, by code."""
    codes = frame.filter(pl.col("host") != "")["host"].unique().to_list()
    rows = Node.objects.for_act("activities").filter(code__among=codes).values_list("code", "pk", "slot") if codes else ()
    return pl.DataFrame(list(rows), schema={"host": pl.String, "host_id": pl.Int64, "host_slot": pl.Int64}, orient="row")


def _plans(frame: pl.DataFrame) -> pl.DataFrame:
    """Plan items by the number people see in an address."""
    numbers = [int(n) for n in frame["plan"].unique().to_list() if n.isascii() and n.isdecimal() and len(n) < 19]
    rows = PlanItem.objects.for_act("activities").filter(pk__in=numbers, state__in=STANDING).values_list("pk", flat=True)
    return pl.DataFrame([(str(pk), pk) for pk in rows], schema={"plan": pl.String, "plan_id": pl.Int64}, orient="row")


def _there(frame: pl.DataFrame, node: Node) -> tuple[pl.DataFrame, pl.Expr]:
    """Add whether the same occasion is in the house already; and the condition that it is, or stands earlier in the table."""
    days = frame["first"].drop_nulls()
    known = pl.DataFrame(schema={"node_id": pl.Int64, "sort": pl.String, "first": pl.Date, "at_place": pl.String, "title": pl.String})
    if len(days):
        rows = Activity.objects.for_act("activities").filter(node__path__gte=node.path, node__path__lt=after(node.path))
        rows = rows.filter(held_on__range=(days.min(), days.max())).exclude(state="cancelled")
        known = pl.DataFrame(list(rows.values_list("node_id", "kind", "held_on", "at_place", "title").distinct()), schema=known.schema, orient="row")
    frame = frame.join(known.with_columns(pl.lit(True).alias("_known")).unique(), on=known.columns, how="left")
    return frame, (pl.col("_known").fill_null(False) & (pl.col("stands") == "filed")) | twice(*SAME)


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write activities and their series in two statements."""
    rows = list(good.iter_rows(named=True))
    _as_it_was(rows)
    ids = next_ids(Activity, len(rows))
    insert(
        Activity,
        INTO,
        (
            (pk, r["node_id"], r["slot"], r["sort"], r["title"], r["host_id"], r["host_slot"] or 0, r["at_venue"], r["at_place"], r["first"], r["last"],
             (r["last"] - r["first"]).days + 1, r["heads"], None, r["plan_id"], r["partner"], r["at_level"], r["number"], r["stands"])
            for pk, r in zip(ids, rows, strict=True)
        ),
    )  # fmt: skip
    insert(ActivityTag, ("activity_id", "slug"), ((pk, tag) for pk, r in zip(ids, rows, strict=True) for tag in dict.fromkeys(r["tags"]) if tag))
    ctx.note_many(
        Activity, ((pk, r["node_id"], "", r["stands"], {"held_on": [None, r["first"].isoformat()]}) for pk, r in zip(ids, rows, strict=True))
    )
    return no_faults()


def _as_it_was(rows: list[dict]) -> None:
    """Rows of a unit that has moved stand where it was on their day."""
    units = {r[column] for r in rows for column in ("node_id", "host_id") if r[column]}
    moved = Placement.objects.for_act("activities").filter(node__in=units).exclude(until=None).values("node")
    places = list(Placement.objects.for_act("activities").filter(node__in=moved).order_by("since").values_list("node_id", "since", "slot"))
    for row in rows if places else ():
        for column, slot in (("node_id", "slot"), ("host_id", "host_slot")):
            own = [(since, where) for unit, since, where in places if unit == row[column]]
            if own:
                row[slot] = max(((since, where) for since, where in own if since <= row["first"]), default=own[0])[1]


COLUMNS = (
    SheetColumn("node", _("主办编码"), required=True), SheetColumn("kind", _("类别"), required=True, example="演出"),
    SheetColumn("series", _("系列"), example="劳模工匠宣讲、进校园（劳动教育）"), SheetColumn("title", _("名称"), required=True),
    SheetColumn("held_on", _("日期"), required=True, example="2023-07-01"), SheetColumn("ended_on", _("结束日期")),
    SheetColumn("at_place", _("地点"), required=True), SheetColumn("venue", _("场所类型"), choices=tuple(map(str, Venue.labels))),
    SheetColumn("host", _("承接编码")), SheetColumn("head_count", _("到场人数"), required=True), SheetColumn("partner", _("合作方")),
    SheetColumn("level", _("活动级别"), choices=tuple(map(str, Level.labels))), SheetColumn("edition", _("届次")),
    SheetColumn("plan", _("计划项目编号")), SheetColumn("state", _("状态"), choices=(str(ActivityState.FILED.label), str(ActivityState.CANCELLED.label))),
)  # fmt: skip

Sheet(kind="activities", label=_("活动台账"), by=OFFICERS, check=check, apply=apply, columns=COLUMNS)
