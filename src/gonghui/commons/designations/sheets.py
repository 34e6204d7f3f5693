"""Titles as a table, batch by batch."""

from datetime import date

import polars as pl
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.columns import id_18, plain_number
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults, twice
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.models import Node

from .models import Designation, Scheme, key_of
from .reads import above_or_within
from .words import Holder

HOLDERS = {str(label): value for value, label in Holder.choices} | {value: value for value in Holder.values}
SCHEMES = {
    "scheme": pl.String, "scheme_id": pl.Int64, "kind": pl.String, "tier": pl.String, "outer": pl.Boolean, "told_by": pl.String, "takes": pl.String,
    "scheme_path": pl.String, "depth": pl.Int64, "needs": pl.Int64, "recheck": pl.Int64,
}  # fmt: skip


def schemes(node: Node) -> pl.DataFrame:
    """The schemes in use at a node, below it and above it."""
    rows = Scheme.objects.for_act("titles in a table").filter(above_or_within([node.path]), state="standing")
    fields = ("name", "pk", "kind", "tier", "outer", "issuer", "holders", "node__path", "node__depth", "needs_id", "recheck_months")
    return pl.DataFrame(list(rows.values_list(*fields)), schema=SCHEMES, orient="row")


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: organisation in reach, a title in use there, its sort of holder, its day, nothing told twice."""
    own = Node.objects.for_act("titles").filter(path__gte=node.path, path__lt=after(node.path))
    places = pl.DataFrame(
        list(own.values_list("code", "pk", "slot", "path")),
        schema={"node": pl.String, "node_id": pl.Int64, "slot": pl.Int64, "path": pl.String},
        orient="row",
    )
    frame = frame.join(places, on="node", how="left").with_columns(
        pl.col("holder").replace_strict(HOLDERS, default=None, return_dtype=pl.String).alias("sort"),
        pl.col("awarded_on").str.to_date("%Y-%m-%d", strict=False).alias("day"),
        pl.col("name").str.strip_chars(),
    )
    fits = frame.select("#", "scheme", "path").join(schemes(node), on="scheme").filter(pl.col("path").str.starts_with(pl.col("scheme_path")))
    nearest = fits.sort("depth", descending=True).unique("#", keep="first").drop("scheme", "path", "depth")
    frame = _with_persons(frame.join(nearest, on="#", how="left").sort("#"))
    itself = (pl.col("sort") == Holder.UNIT) & (pl.col("name") == "")
    frame = frame.with_columns(pl.when(itself).then(pl.col("node_id")).alias("unit_id"))
    keys = [key_of(p, None, u, None, n, name) for p, u, n, name in frame.select("person_id", "unit_id", "node_id", "name").iter_rows()]
    frame = frame.with_columns(pl.Series("holder_key", keys, dtype=pl.String))
    same = ("scheme_id", "batch", "holder_key")
    again = twice(*same)
    numbered = pl.col("number") != ""
    same_number = numbered & pl.struct("scheme_id", "number").is_duplicated()
    frame = frame.with_columns(_known(frame))
    issuer = ~pl.col("outer") & ~pl.col("scheme_path").str.starts_with(node.path)
    takes = pl.col("takes").str.split(",").list.contains(pl.col("sort"))

    def said(bad, column, code, text):
        return bad, column, f"designations.{code}", text

    faults = [
        said(pl.col("node_id").is_null(), "node", "no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        said(pl.col("scheme_id").is_null(), "scheme", "elsewhere", now_("该组织没有这个评选项目。")),
        said(issuer, "scheme", "not_issuer", now_("该称号须由授予单位登记。")),
        said(pl.col("sort").is_null(), "holder", "wrong_holder", now_("对象类型不在可选范围。")),
        said(pl.col("sort").is_not_null() & ~takes, "holder", "wrong_holder", now_("该称号不授予这类对象。")),
        said((pl.col("name") == "") & ~itself, "name", "no_holder", now_("请填写姓名（名称）。")),
        said(pl.col("name").str.len_chars() > 100, "name", "too_long", now_("名称不超过 100 字。")),
        said(pl.col("day").is_null() | (pl.col("day") > on), "awarded_on", "in_future", now_("日期应形如 2023-05-01，且不在将来。")),
        said(again, "name", "held_already", now_("与表中前面的行是同一称号。")),
        said(pl.col("known"), "name", "held_already", now_("该对象在同一批次已有此称号。")),
        said(same_number | pl.col("used"), "number", "number_taken", now_("该证书编号已用过。")),
        said(pl.col("needs").is_not_null(), "scheme", "needs_lower", now_("该称号须先获得下一级称号，请逐个登记。")),
    ]
    return judged(frame, faults)


def _with_persons(frame: pl.DataFrame) -> pl.DataFrame:
    """Find persons by their numbers; whom we do not know keeps the name alone."""
    frame = frame.with_columns(plain_number("id_no").alias("_plain")).with_columns(id_18("_plain").alias("_id"))
    numbers = frame.filter((pl.col("_id") != "") & (pl.col("sort") == Holder.PERSON))["_id"].unique().to_list()
    by_hash = {bytes(blind("id", number)): number for number in numbers}
    found = {}
    for part in batched(by_hash):
        rows = Person.objects.for_act("titles in a table").filter(id_hash__in=part, merged_into=None).values_list("id_hash", "pk")
        found |= {by_hash[bytes(h)]: pk for h, pk in rows}
    known = pl.DataFrame(list(found.items()), schema={"_id": pl.String, "person_id": pl.Int64}, orient="row")
    return frame.join(known, on="_id", how="left")


def _known(frame: pl.DataFrame) -> list[pl.Series]:
    """Which rows repeat a title or a number that is in the books already."""
    rows = Designation.objects.for_act("titles in a table").filter(scheme__in=frame["scheme_id"].drop_nulls().unique().to_list())
    rows = list(rows.exclude(state="mistaken").values_list("scheme_id", "batch", "holder_key", "number"))
    held, numbers = {row[:3] for row in rows}, {(row[0], row[3]) for row in rows if row[3]}
    asked = frame.select("scheme_id", "batch", "holder_key", "number").rows()
    return [
        pl.Series("known", [row[:3] in held for row in asked], dtype=pl.Boolean),
        pl.Series("used", [(row[0], row[3]) in numbers for row in asked], dtype=pl.Boolean),
    ]


FIELDS = (
    "id", "node_id", "slot", "scheme_id", "round_id", "kind", "tier", "outer", "batch", "holder", "person_id", "team_id", "unit_id", "employer_id",
    "name", "holder_key", "awarded_on", "issuer", "document", "number", "token", "raises_id", "until", "recheck_due", "ended_on", "ended_by", "doubtful", "state",
)  # fmt: skip


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the titles in one statement."""
    rows = list(good.iter_rows(named=True))
    ids = next_ids(Designation, len(rows))
    insert(
        Designation,
        FIELDS,
        (
            (
                pk, r["node_id"], r["slot"], r["scheme_id"], None, r["kind"], r["tier"], r["outer"], r["batch"], r["sort"], r["person_id"], None,
                r["unit_id"], None, "" if r["person_id"] else r["name"], r["holder_key"], r["day"], r["issuer"] or r["told_by"], r["document"],
                r["number"], get_random_string(20), None, None, None, None, "", r["doubtful"], "standing",
            )
            for pk, r in zip(ids, rows, strict=True)
        ),
    )  # fmt: skip
    ctx.note_many(
        Designation, ((pk, r["node_id"], "", "standing", {"awarded_on": [None, r["day"].isoformat()]}) for pk, r in zip(ids, rows, strict=True))
    )
    return no_faults()


Sheet(
    kind="designations", label=_("称号台账"), by=UPPER, check=check, apply=apply,
    help=_("授予对象为本组织自身时，对象类型填“单位（组织）”，名称留空；个人可填身份证号与系统内人员对应。"),
    columns=(
        SheetColumn("scheme", _("称号"), required=True, example="省五一劳动奖章"), SheetColumn("node", _("所在组织编码"), required=True),
        SheetColumn("holder", _("对象类型"), required=True, choices=tuple(str(label) for label in Holder.labels)), SheetColumn("name", _("姓名（名称）")),
        SheetColumn("id_no", _("身份证号")), SheetColumn("batch", _("批次"), example="2023年"),
        SheetColumn("awarded_on", _("授予日期"), required=True, example="2023-04-28"), SheetColumn("issuer", _("授予单位")),
        SheetColumn("document", _("文号")), SheetColumn("number", _("证书编号")), SheetColumn("doubtful", _("存疑说明")),
    ),
)  # fmt: skip
