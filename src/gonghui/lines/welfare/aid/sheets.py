"""Household files as a table, for years that were kept in another register."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.columns import person_faults, prepare_persons
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, day, judged, no_faults, nodes_below, twice, word
from gonghui.kernel.privacy.bulk import seal_rows
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.models import Node

from .models import FileSpell, Household, HouseholdMember
from .words import Category, Cause, Left

STATE = {"": "in_file", "lifted": "lifted", "closed": "closed", "revoked": "revoked"}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: union in reach, the worker's name and number, one file a person, days in order."""
    frame = prepare_persons(frame).join(nodes_below(node), on="node", how="left", maintain_order="left").with_columns(
        day("filed_on").alias("first"), day("left_on").alias("last"), word("category", Category.choices).alias("sort"),
        word("cause", Cause.choices, Cause.OTHER.value).alias("why"), word("left", Left.choices, "").alias("way"),
        pl.when(pl.col("size") == "").then(pl.lit("1")).otherwise(pl.col("size")).cast(pl.Int64, strict=False).alias("people"),
    )  # fmt: skip
    again = (pl.col("number") != "") & twice("number")
    gone = pl.col("way") != ""
    faults = [
        *person_faults(frame, on),
        (pl.col("id_no") == "", "id_no", "form.required", now_("身份证号必填。")),
        (pl.col("node_id").is_null(), "node", "aid.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("sort").is_null(), "category", "form.not_on_the_list", now_("困难类别应为深度困难、相对困难或意外致困。")),
        (pl.col("why").is_null(), "cause", "form.not_on_the_list", now_("不在可选的致困原因中。")),
        (pl.col("way").is_null(), "left", "form.not_on_the_list", now_("去向应为解困脱困、注销或撤销。")),
        (~pl.col("people").is_between(1, 30).fill_null(False), "size", "form.invalid", now_("家庭人口应为 1 至 30。")),
        (pl.col("first").is_null() | (pl.col("first") > on), "filed_on", "form.invalid", now_("建档日期应形如 2023-07-01，且不在将来。")),
        (gone & (pl.col("last").is_null() | (pl.col("last") > on) | (pl.col("last") < pl.col("first"))), "left_on", "form.invalid",
              now_("离档日期不早于建档日期，且不在将来。")),
        (~gone & (pl.col("left_on") != ""), "left", "form.required", now_("有离档日期的，须填去向。")),
        (again | pl.col("number").is_in(known(frame["number"].to_list())), "id_no", "aid.other_file", now_("此人已在其他档案中，或在表中重复。")),
    ]  # fmt: skip
    return judged(frame, faults)


def known(numbers: list[str]) -> list[str]:
    """Those of these numbers that are in an open file."""
    found = []
    for part in batched(n for n in numbers if n):
        hashes = {blind("id", n): n for n in part}
        rows = HouseholdMember.objects.for_act("one person in one file").filter(live=True, id_hash__among=list(hashes))
        found += [hashes[bytes(digest)] for digest in rows.values_list("id_hash", flat=True)]
    return found


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write files, their heads and their spells in set statements."""
    rows = list(good.iter_rows(named=True))
    sealed = seal_rows([(r["number"], r["tel"], r["clean"]) for r in rows], ("id", "phone", "name"))
    made = list(zip(next_ids(Household, len(rows)), rows, sealed, strict=True))
    insert(
        Household,
        ("id", "number", "node_id", "slot", "name", "id_no", "phone", "salt", "size", "cause", "says", "category", "basis", "visitors", "applied_on",
         "assessed_on", "filed_on", "reviewed_on", "left_on", "relapsed", "state"),
        (
            (pk, f"{r['node']}-K{pk}", r["node_id"], r["slot"], s[5], s[1], s[3], s[0], r["people"], r["why"], b"", r["sort"], b"", "", r["first"],
             r["first"], r["first"], r["last"] or r["first"], r["last"], False, STATE[r["way"]])
            for pk, r, s in made
        ),
    )  # fmt: skip
    insert(
        HouseholdMember,
        ("household_id", "relation", "name", "id_hash", "live"),
        ((pk, "head", s[5], s[2], r["way"] in ("", "lifted")) for pk, r, s in made),
    )
    insert(
        FileSpell,
        ("household_id", "node_id", "slot", "category", "since", "until", "left"),
        ((pk, r["node_id"], r["slot"], r["sort"], r["first"], r["last"], r["way"]) for pk, r, _s in made),
    )
    ctx.note_many(Household, ((pk, r["node_id"], "", STATE[r["way"]], {"filed_on": [None, r["first"].isoformat()]}) for pk, r, _s in made))
    return no_faults()


Sheet(
    kind="households", label=_("困难职工档案"), by=UPPER, check=check, apply=apply,
    columns=(
        SheetColumn("node", _("所在工会编码"), required=True), SheetColumn("name", _("职工姓名"), required=True),
        SheetColumn("id_no", _("身份证号"), required=True, example="（文本格式）"), SheetColumn("phone", _("手机号")), SheetColumn("size", _("家庭人口")),
        SheetColumn("cause", _("主要致困原因"), choices=tuple(map(str, Cause.labels))),
        SheetColumn("category", _("困难类别"), required=True, choices=tuple(map(str, Category.labels))),
        SheetColumn("filed_on", _("建档日期"), required=True, example="2021-03-01"), SheetColumn("left_on", _("离档日期")),
        SheetColumn("left", _("去向"), choices=tuple(map(str, Left.labels))),
    ),
)  # fmt: skip
