"""Calls as a table: what the exchange writes down."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.cases.words import TOPICS
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, day, judged, no_faults, nodes_below, twice, word
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node

from .models import Call

STATES = {"": "done", "是": "done", "否": "missed"}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: centre in reach, serial once, day, topic of what was answered."""
    known = Call.objects.for_act("one call once").filter(serial__among=frame["serial"].unique().to_list()).values_list("serial", flat=True)
    frame = frame.join(nodes_below(node), on="node", how="left", maintain_order="left").with_columns(
        day("on").alias("day"), word("topic", TOPICS.choices(), "").alias("about"),
        pl.col("answered").replace_strict(STATES, default=None, return_dtype=pl.String).alias("stands"),
        *(pl.when(pl.col(c) == "").then(pl.lit("0")).otherwise(pl.col(c)).cast(pl.Int64, strict=False).alias(f"{c}_s") for c in ("wait", "talk")),
    )  # fmt: skip
    again = twice("serial")
    faults = [
        (pl.col("node_id").is_null(), "node", "hotline.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("day").is_null() | (pl.col("day") > on), "on", "form.invalid", now_("日期应形如 2023-07-01，且不在将来。")),
        (pl.col("serial").is_in(list(known)) | again, "serial", "hotline.serial_taken", now_("这个话务编号已登记，或在表中重复。")),
        (pl.col("serial").str.len_chars() > 40, "serial", "form.invalid", now_("话务编号超过 40 字。")),
        (pl.col("stands").is_null(), "answered", "form.not_on_the_list", now_("是否接听应为是或否。")),
        (pl.col("about").is_null(), "topic", "form.not_on_the_list", now_("没有这种事由。")),
        *((~pl.col(f"{c}_s").is_between(0, 86_400).fill_null(False), c, "form.invalid", now_("秒数应为 0 至 86400 的整数。"))
          for c in ("wait", "talk")),
    ]  # fmt: skip
    return judged(frame, faults)


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the calls in one statement."""
    made = list(zip(next_ids(Call, len(good)), good.iter_rows(named=True), strict=True))
    insert(
        Call,
        (
            "id",
            "node_id",
            "slot",
            "area_slot",
            "serial",
            "national",
            "on",
            "topic",
            "reference",
            "recording",
            "wait",
            "talk",
            "phone",
            "salt",
            "state",
        ),
        (
            (pk, r["node_id"], r["slot"], 0, r["serial"], "", r["day"], r["about"], "", "", r["wait_s"], r["talk_s"], b"", new_salt(), r["stands"])
            for pk, r in made
        ),
    )
    ctx.note_many(Call, ((pk, r["node_id"], "", r["stands"], {"on": [None, r["day"].isoformat()]}) for pk, r in made))
    return no_faults()


Sheet(
    kind="calls", label=_("热线话务"), by=("hotline_agent", *UPPER), check=check, apply=apply,
    columns=(
        SheetColumn("node", _("热线中心编码"), required=True), SheetColumn("serial", _("话务编号"), required=True),
        SheetColumn("on", _("日期"), required=True, example="2024-03-01"), SheetColumn("topic", _("事由")),
        SheetColumn("answered", _("是否接听"), choices=("是", "否")), SheetColumn("wait", _("等待秒数")), SheetColumn("talk", _("通话秒数")),
    ),
)  # fmt: skip
