"""Unions that stand already, as a table: for a federation that brings its register along."""

from datetime import date

import polars as pl
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults
from gonghui.kernel.pinyin import sought
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.kinds import KINDS
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.sowing import sow

from . import rules, words
from .acts import LETTERS
from .models import Change, Coverage, Union, UnionSegment

SEGMENTS = {str(label): value for value, label in words.Segment.choices} | {v: v for v in words.Segment.values} | {"": ""}


def kinds() -> dict[str, str]:
    return {str(k.label): k.slug for k in KINDS.values()} | {k.slug: k.slug for k in KINDS.values()}


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: parent, kind, code, employer code, dates."""
    inside = Node.objects.for_act("register").filter(path__gte=node.path, path__lt=after(node.path), until=None)
    parents = pl.DataFrame(
        list(inside.values_list("code", "pk", "kind", "since")),
        schema={"parent": pl.String, "parent_id": pl.Int64, "parent_kind": pl.String, "parent_since": pl.Date}, orient="row",
    )  # fmt: skip
    frame = frame.join(parents, on="parent", how="left").with_columns(
        pl.col("kind").replace_strict(kinds(), default=None, return_dtype=pl.String).alias("slug"),
        pl.col("founded_on").str.to_date("%Y-%m-%d", strict=False).alias("founded"),
        pl.col("verified_on").str.to_date("%Y-%m-%d", strict=False).alias("verified"),
        pl.col("segment").replace_strict(SEGMENTS, default=None, return_dtype=pl.String).alias("tag"),
        pl.col("code").is_duplicated().alias("_twice"),
        pl.col("workers").str.replace("^$", "0").cast(pl.Int64, strict=False).alias("head"),
    )
    allowed = pl.struct("slug", "parent_kind").map_elements(lambda r: rules.may_hang(r["slug"], r["parent_kind"]), return_dtype=pl.Boolean)
    taken = []
    for part in batched(frame["code"].to_list()):
        taken += Node.objects.for_act("uniqueness").filter(code__in=part).values_list("code", flat=True)
    faults = [
        (pl.col("parent_id").is_null(), "parent", "orgs.no_parent", now_("找不到上级组织编码，或不在您的导入范围内。")),
        (pl.col("slug").is_null(), "kind", "form.not_on_the_list", now_("不在可选的类型中。")),
        (
            ~allowed & pl.col("slug").is_not_null() & pl.col("parent_id").is_not_null(),
            "kind",
            words.NOT_UNDER.code,
            now_("该类型不能建在这个上级之下。"),
        ),
        (~pl.col("code").str.contains(r"^[0-9A-Za-z\-]{1,32}$"), "code", words.CODE_SHAPE.code, words.CODE_SHAPE.text),
        (pl.col("_twice") | pl.col("code").is_in(taken), "code", words.CODE_TAKEN.code, now_("组织编码重复。")),
        (pl.col("name").str.len_chars().is_between(2, 100).not_(), "name", "form.invalid", now_("名称应为 2 至 100 字。")),
        (
            pl.col("founded").is_null() | (pl.col("founded") > on),
            "founded_on",
            "form.invalid",
            now_("成立日期应形如 2020-07-01，且不在将来。"),
        ),
        (pl.col("founded") < pl.col("parent_since"), "founded_on", words.EARLIER.code, now_("成立日期早于上级组织。")),
        (pl.col("tag").is_null(), "segment", "form.not_on_the_list", now_("不在可选的重点领域中。")),
        (pl.col("head").is_null() | (pl.col("head") < 0), "workers", "form.invalid", now_("职工人数应为整数。")),
        ((pl.col("uscc") != "") & pl.col("uscc").is_duplicated(), "uscc", "parties.uscc_taken", now_("表中另有一行用了同一用人单位代码。")),
        (pl.col("uscc").str.slice(0, 2).is_in(["81", "89"]), "uscc", "parties.uscc_of_union", now_("这是工会的代码，不是用人单位的代码。")),
    ]
    return judged(frame, faults)


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Plant the nodes parent by parent, then unions, employers, coverage, history, each in one statement."""
    if good.is_empty():
        return no_faults()
    rows = []
    for (parent_id,), group in good.group_by("parent_id", maintain_order=True):
        parent = Node.objects.for_act("register").get(pk=parent_id)
        part = list(group.iter_rows(named=True))
        for pk, row in zip(sow(parent, [(r["code"], r["name"], r["slug"], r["founded"]) for r in part]), part, strict=True):
            rows.append(row | {"node": pk})
    slots = dict(Node.objects.for_act("register").filter(parent__in=good["parent_id"].unique().to_list()).values_list("pk", "slot"))
    ids = next_ids(Union, len(rows))
    insert(
        Union,
        (
            "id",
            "node_id",
            "slot",
            "state",
            "uscc",
            "founded_on",
            "dissolved_on",
            "chair",
            "certificate",
            "valid_until",
            "verified_on",
            "joining_code",
        ),
        (
            (
                pk,
                r["node"],
                slots[r["node"]],
                "established",
                None,
                r["founded"],
                None,
                r["chair"],
                "",
                None,
                r["verified"],
                get_random_string(8, LETTERS),
            )
            for pk, r in zip(ids, rows, strict=True)
        ),
    )
    insert(Change, ("node_id", "what", "on", "was", "became"), ((r["node"], "founded", r["founded"], "", r["name"]) for r in rows))
    tagged = [(r["node"], slots[r["node"]], pk, r["tag"], r["founded"], None) for pk, r in zip(ids, rows, strict=True) if r["tag"]]
    insert(UnionSegment, ("node_id", "slot", "union_id", "segment", "since", "until"), tagged)
    _employers(list(zip(ids, rows, strict=True)), slots)
    ctx.note_many(
        Union, ((pk, r["node"], "", "established", {"founded_on": [None, r["founded"].isoformat()]}) for pk, r in zip(ids, rows, strict=True))
    )
    return no_faults()


def _employers(rows, slots) -> None:
    """Employers named in the table are entered, or found by their code, and covered."""
    named = [(pk, r) for pk, r in rows if r["employer"]]
    codes = [r["uscc"] for _pk, r in named if r["uscc"]]
    known = dict(Employer.objects.for_act("one employer once").filter(uscc__in=codes).values_list("uscc", "pk")) if codes else {}
    fresh = [(pk, r) for pk, r in named if r["uscc"] not in known]
    ids = dict(zip((pk for pk, _r in fresh), next_ids(Employer, len(fresh)), strict=True))
    insert(
        Employer,
        ("id", "uscc", "name", "short", "sought", "node_id", "division", "industry", "ownership", "workers", "since", "until"),
        (
            (
                ids[pk],
                r["uscc"] or None,
                r["employer"],
                "",
                sought(r["employer"], r["uscc"]),
                r["node"],
                r["uscc"][2:8],
                "",
                "",
                r["head"] or None,
                r["founded"],
                None,
            )
            for pk, r in fresh
        ),
    )
    insert(
        Coverage,
        ("node_id", "slot", "union_id", "employer_id", "since", "until"),
        ((r["node"], slots[r["node"]], pk, ids.get(pk) or known[r["uscc"]], r["founded"], None) for pk, r in named),
    )


Sheet(
    kind="unions", label=_("工会名录"), by=UPPER, check=check, apply=apply,
    columns=(
        SheetColumn("parent", _("上级编码"), required=True), SheetColumn("code", _("组织编码"), required=True),
        SheetColumn("name", _("工会名称"), required=True), SheetColumn("kind", _("类型"), required=True),
        SheetColumn("founded_on", _("成立日期"), required=True, example="2020-07-01"), SheetColumn("employer", _("用人单位")),
        SheetColumn("uscc", _("用人单位统一社会信用代码")), SheetColumn("workers", _("职工人数")), SheetColumn("chair", _("主席")),
        SheetColumn("verified_on", _("实名核验日期")), SheetColumn("segment", _("重点领域"), choices=tuple(str(label) for label in words.Segment.labels)),
    ),
)  # fmt: skip
