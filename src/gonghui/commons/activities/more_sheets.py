"""A roll as a table: who came to which activity, by number or phone; people nobody knows are told, not made."""

from datetime import date, datetime

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.columns import known_persons, prepare_persons
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults, twice
from gonghui.kernel.store import MANY, batched, insert, next_ids
from gonghui.kernel.tree.models import Node

from .models import Activity, Attendance
from .names import HEADS_OR_NAMES, KEPT_ELSEWHERE, ROLLS
from .words import OPEN_TO_NAMES, Method

ZONE = "Asia/Shanghai"
CLOCK = ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d")


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: an activity in reach that names may be entered for, a person the register knows, once."""
    frame = prepare_persons(frame).join(_activities(frame, node), on="activity", how="left")
    typed = [pl.col("at").str.to_datetime(form, strict=False) for form in CLOCK]
    frame = known_persons(frame, "id", "number", "by_number").with_columns(pl.coalesce(*typed).alias("moment"))
    frame = known_persons(frame, "phone", "tel", "by_phone", names=True)
    frame = frame.with_columns(pl.coalesce("by_number", "by_phone").alias("person_id"), pl.coalesce("moment", "first_moment").alias("moment"))
    there = _there(frame)
    known, named = pl.col("activity_id").is_not_null(), pl.col("by_number_name").is_null() | (pl.col("by_number_name") == pl.col("clean"))
    wrong_time = (pl.col("at") != "") & (
        pl.col("moment").is_null() | (pl.col("moment").dt.date() < pl.col("held_on")) | (pl.col("moment").dt.date() > pl.col("ended_on"))
    )
    again = pl.col("person_id").is_not_null() & twice("activity_id", "person_id")
    faults = [
        (~known, "activity", "activities.no_activity", now_("找不到这个编号的活动，或不在您的导入范围内。")),
        (known & (pl.col("held_on") > on), "activity", "activities.not_begun", now_("活动还没有开始。")),
        (known & ~pl.col("takes_names") & ~pl.col("heads"), "activity", "activities.not_now", now_("这场活动的状态不能再登记到场人员。")),
        (known & pl.col("kept"), "activity", KEPT_ELSEWHERE.code, now_("这场活动的名单由所属业务点名，不在此导入。")),
        (known & pl.col("heads"), "activity", HEADS_OR_NAMES.code, now_("这场活动已填到场人数，两者从不相加。")),
        (pl.col("person_id").is_null(), "id_no", "activities.unknown_person",
            now_("登记册里没有这个人；请核对身份证号，或姓名与手机号。"),
        ),
        (~named, "name", "activities.other_name", now_("姓名与该身份证号登记的不一致。")),
        (wrong_time, "at", "activities.wrong_time", now_("签到时间应形如 2024-05-01 14:00，并在活动期间。")),
        (again | there, "name", "activities.there_already", now_("此人已在这场活动的签到记录中，或与表中前面的行重复。")),
    ]  # fmt: skip
    return judged(frame, faults)


def _activities(frame: pl.DataFrame, node: Node) -> pl.DataFrame:
    """What is known of the activities whose numbers are typed, of those the node organises or hosts."""
    numbers = [int(n) for n in frame["activity"].unique().to_list() if n.isascii() and n.isdecimal() and len(n) < 19]
    found = []
    for part in batched(numbers):
        rows = Activity.objects.for_act("roll").filter(pk__in=part)
        found += rows.values_list("pk", "node_id", "held_on", "ended_on", "head_count", "state", "kind", "node__path", "host__path")
    ours = [r for r in found if any(path and node.path <= path < after(node.path) for path in r[7:])]
    told = [
        (str(pk), pk, unit, first, last, datetime(first.year, first.month, first.day, 12), heads is not None, state in OPEN_TO_NAMES, kind in ROLLS)
        for pk, unit, first, last, heads, state, kind, *_paths in ours
    ]
    schema = {"activity": pl.String, "activity_id": pl.Int64, "node_id": pl.Int64, "held_on": pl.Date, "ended_on": pl.Date}
    return pl.DataFrame(
        told, schema=schema | {"first_moment": pl.Datetime("us"), "heads": pl.Boolean, "takes_names": pl.Boolean, "kept": pl.Boolean}, orient="row"
    )


def _there(frame: pl.DataFrame) -> pl.Expr:
    """The condition that somebody stands in the roll already."""
    rows = frame.select("activity_id", "person_id").drop_nulls()
    pairs, people = [], rows["person_id"].unique().to_list()
    for part in batched(people, MANY):
        known = Attendance.objects.for_act("roll").filter(activity__in=rows["activity_id"].unique().to_list()[:MANY], person__among=part)
        pairs += known.values_list("activity_id", "person_id")
    known = pl.DataFrame(pairs, schema={"activity_id": pl.Int64, "person_id": pl.Int64}, orient="row").with_columns(pl.lit(True).alias("known"))
    marked = frame.select("#", "activity_id", "person_id").join(known, on=["activity_id", "person_id"], how="left")
    return pl.col("#").is_in(marked.filter(pl.col("known"))["#"].to_list())


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the roll in one statement; no head count is filed meanwhile."""
    if good.is_empty():
        return no_faults()
    activities = good["activity_id"].unique().sort().to_list()
    list(Activity.objects.for_act("roll").filter(pk__in=activities).select_for_update(of=("self",), no_key=True).order_by("pk").values_list("pk"))
    good = good.with_columns(pl.col("moment").dt.replace_time_zone(ZONE).dt.convert_time_zone("UTC"))
    rows = list(good.select("activity_id", "person_id", "moment", "node_id").iter_rows())
    ids = next_ids(Attendance, len(rows))
    insert(
        Attendance,
        ("id", "activity_id", "person_id", "at", "method", "state"),
        ((pk, activity, person, at, Method.IMPORT.value, "present") for pk, (activity, person, at, _node) in zip(ids, rows, strict=True)),
    )
    ctx.note_many(
        Attendance, ((pk, unit, "", "present", f'{{"person_id":[null,{person}]}}') for pk, (_a, person, _at, unit) in zip(ids, rows, strict=True))
    )
    return no_faults()


Sheet(
    kind="attendance", label=_("签到名单"), by=OFFICERS, check=check, apply=apply,
    columns=(
        SheetColumn("activity", _("活动编号"), required=True, example="1024"), SheetColumn("name", _("姓名"), required=True, example="张秀英"),
        SheetColumn("id_no", _("身份证号"), example="（文本格式）"), SheetColumn("phone", _("手机号"), example="13800000000"),
        SheetColumn("at", _("签到时间"), example="2024-05-01 14:00"),
    ),
    help=_("按身份证号识别；没有身份证号的按姓名加手机号。登记册里没有的人不会导入。"),
)  # fmt: skip
