"""Places as a table, for a register that was kept in a workbook."""

from datetime import date

import polars as pl
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, by_label, judged, no_faults, nodes_below, twice
from gonghui.kernel.refusal import Refused
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node

from .acts import LETTERS
from .models import Facility, OpeningHours, Place, Sign
from .rules import point_of, week_of
from .words import FACILITIES, KINDS

DAYS = ("opened_on", "supported_on", "closed_on")
SIZES = {"name": 100, "address": 160, "division": 6, "phone": 20, "code": 24, "hours": 200}


def many(column: str, known: dict[str, str]) -> pl.Expr:
    """Several labels in one cell as slugs; what is not known is '?'."""
    parts = pl.col(column).str.replace_all("[，,；;\\s]+", "、").str.split("、")
    return parts.list.eval(pl.element().replace_strict(known | {"": ""}, default="?", return_dtype=pl.String))


def readable(read, text: str) -> bool:
    try:
        read(text)
    except Refused:
        return False
    return True


def known(frame: pl.DataFrame, node: Node) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Codes that are taken anywhere, and names that stand below this node."""
    codes = Place.objects.for_act("one code").filter(code__among=frame["code"].unique().to_list()).values_list("code", flat=True)
    names = Place.objects.for_act("one physical place").filter(node__path__gte=node.path, node__path__lt=after(node.path)).exclude(state="closed")
    names = names.filter(name__among=frame["name"].unique().to_list()).values_list("name", "node_id").distinct()
    return (
        pl.DataFrame({"code": list(codes)}, schema={"code": pl.String}).with_columns(taken=pl.lit(True)),
        pl.DataFrame(list(names), schema={"name": pl.String, "node_id": pl.Int64}, orient="row").with_columns(stands=pl.lit(True)),
    )


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: node in reach, kinds, days, point, hours; a code and a place once."""
    codes, names = known(frame, node)
    days = [pl.col(name).str.to_date("%Y-%m-%d", strict=False).alias(f"{name}_day") for name in DAYS]
    frame = (
        frame.join(nodes_below(node), on="node", how="left", maintain_order="left")
        .with_columns(
            many("kind", by_label(KINDS.choices())).alias("kinds"),
            many("facilities", by_label(FACILITIES.choices())).alias("slugs"),
            pl.col("area").cast(pl.Int64, strict=False).alias("size"),
            pl.col("point").map_elements(lambda text: readable(point_of, text), return_dtype=pl.Boolean).alias("on_earth"),
            pl.col("hours").map_elements(lambda text: not text or readable(week_of, text), return_dtype=pl.Boolean).alias("in_words"),
            *days,
        )
        .join(codes, on="code", how="left", maintain_order="left")
        .join(names, on=["name", "node_id"], how="left", maintain_order="left")
    )
    first, last = pl.col("opened_on_day"), pl.col("closed_on_day")
    faults = [
        (pl.col("node_id").is_null(), "node", "places.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("kinds").list.contains("?") | (pl.col("kind") == ""), "kind", "form.not_on_the_list", now_("没有这种阵地类别。")),
        (pl.col("slugs").list.contains("?"), "facilities", "form.not_on_the_list", now_("有不认识的设施（功能）。")),
        (first.is_null() | (first > on) | (first < date(1840, 1, 1)), "opened_on", "places.in_future", now_("开放日期应形如 2023-07-01，且不在将来。")),
        *(((pl.col(n) != "") & (pl.col(f"{n}_day").is_null() | (pl.col(f"{n}_day") > on)), n, "places.in_future", now_("日期应形如 2023-07-01，且不在将来。"))
          for n in DAYS[1:]),
        (last < first, "closed_on", "places.days", now_("关闭日期早于开放日期。")),
        (~pl.col("on_earth"), "point", "places.point", now_("坐标应为“纬度,经度”，请核对是否写反。")),
        (~pl.col("in_words"), "hours", "places.hours", now_("开放时间请写成：周一至周五 09:00-17:00；周六 10:00-16:00。")),
        ((pl.col("area") != "") & ~pl.col("size").is_between(1, 1_000_000).fill_null(False), "area", "form.invalid", now_("面积应为正整数。")),
        *((pl.col(name).str.len_chars() > most, name, "form.invalid", now_("内容过长。")) for name, most in SIZES.items()),
        ((pl.col("code") != "") & (pl.col("taken").is_not_null() | twice("code")), "code", "places.code_taken", now_("编码已被使用，或在表中重复。")),
        (pl.col("stands").is_not_null() | twice("node", "name"), "name", "places.same_place", now_("该工会已有同名阵地；一处多牌请在类别中并列。")),
        ((pl.col("point") != "") & twice("point"), "point", "places.same_place", now_("与表中前面的行是同一处；一处多牌请在类别中并列。")),
    ]  # fmt: skip
    return judged(frame, faults)


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write places with their signs, facilities and hours in four statements."""
    rows = list(good.iter_rows(named=True))
    ids = next_ids(Place, len(rows))
    pairs = list(zip(ids, rows, strict=True))
    insert(
        Place,
        ("id", "node_id", "slot", "code", "kind", "name", "address", "division", "latitude", "longitude", "phone", "area", "smart", "built", "built_on",
         "supported_on", "opened_on", "closed_on", "state"),
        (
            (pk, r["node_id"], r["slot"], r["code"] or f"P{get_random_string(8, LETTERS)}", r["kinds"][0], r["name"], r["address"], r["division"],
             *point_of(r["point"]), r["phone"], r["size"], False, "", r["opened_on_day"], r["supported_on_day"], r["opened_on_day"], r["closed_on_day"],
             "closed" if r["closed_on_day"] else "open")
            for pk, r in pairs
        ),
    )  # fmt: skip
    insert(
        Sign,
        ("place_id", "kind", "since", "until"),
        ((pk, kind, r["opened_on_day"], r["closed_on_day"]) for pk, r in pairs for kind in dict.fromkeys(r["kinds"])),
    )
    insert(
        Facility,
        ("place_id", "slug", "since", "until"),
        ((pk, s, r["opened_on_day"], r["closed_on_day"]) for pk, r in pairs for s in dict.fromkeys(r["slugs"]) if s),
    )
    insert(OpeningHours, ("place_id", "weekday", "opens", "closes"), ((pk, *span) for pk, r in pairs if r["hours"] for span in week_of(r["hours"])))
    ctx.note_many(
        Place,
        (
            (pk, r["node_id"], "", "closed" if r["closed_on_day"] else "open", {"opened_on": [None, r["opened_on_day"].isoformat()]})
            for pk, r in pairs
        ),
    )
    return no_faults()


Sheet(
    kind="places", label=_("阵地台账"), by=OFFICERS, check=check, apply=apply, help=_("一处多牌的，在类别中并列，如：驿站、职工书屋。"),
    columns=(
        SheetColumn("node", _("组织编码"), required=True), SheetColumn("kind", _("类别"), required=True), SheetColumn("name", _("名称"), required=True),
        SheetColumn("opened_on", _("开放日期"), required=True, example="2023-07-01"), SheetColumn("code", _("阵地编码")), SheetColumn("address", _("地址")),
        SheetColumn("division", _("行政区划")), SheetColumn("point", _("坐标"), example="30.592800,114.305500"), SheetColumn("phone", _("服务电话")),
        SheetColumn("area", _("面积（平方米）")), SheetColumn("hours", _("开放时间"), example="周一至周五 09:00-17:00；周六 10:00-16:00"),
        SheetColumn("facilities", _("设施（功能）"), example="饮水、充电"), SheetColumn("supported_on", _("获得建设支持日期")),
        SheetColumn("closed_on", _("关闭日期")),
    ),
)  # fmt: skip
