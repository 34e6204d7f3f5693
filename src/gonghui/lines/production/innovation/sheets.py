"""Results as a table, with their authors: a year that was kept in a workbook, or everything handed in for a festival."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Round
from gonghui.commons.parties.columns import id_18, plain_number
from gonghui.commons.parties.models import Person
from gonghui.kernel import config
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults, nodes_below, twice
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.models import Node

from .models import Author, Result
from .words import Sort

SORTS = {str(label): value for value, label in Sort.choices} | {value: value for value in Sort.values}
DAYS = ("submitted_on", "finished_on", "verified_on", "entered_on")


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: unit in reach, a kind, days in order, known authors, one title a unit, a benefit with its day, a round that is there."""
    frame = frame.join(nodes_below(node), on="node", how="left").with_columns(
        pl.col("kind").replace_strict(SORTS, default=None, return_dtype=pl.String).alias("sort"),
        (pl.col("benefit").cast(pl.Decimal(16, 2), strict=False) * 100).cast(pl.Int64, strict=False).alias("worth"),
        *(pl.col(name).str.to_date("%Y-%m-%d", strict=False).alias(f"{name}_day") for name in DAYS),
        plain_number("authors").str.replace_all("[，,；;]", "、").str.split("、").alias("numbers"),
    )
    frame = with_rounds(with_authors(frame))
    most = config.value("result.authors_max", node, on)
    titles = {(unit, title) for unit, title in taken(frame)}
    frame = frame.with_columns(pl.Series("known", [(r[0], r[1]) in titles for r in frame.select("node_id", "title").iter_rows()], dtype=pl.Boolean))
    again = twice("node", "title")

    faults = [
        (pl.col("node_id").is_null(), "node", "innovation.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("sort").is_null(), "kind", "form.not_on_the_list", now_("类别不在可选范围。")),
        ((pl.col("title") == "") | (pl.col("title").str.len_chars() > 100), "title", "form.invalid", now_("请填写名称，不超过 100 字。")),
        (pl.col("known") | again, "title", "innovation.title_taken", now_("该单位已有同名成果，或在表中重复。")),
        (pl.col("submitted_on_day").is_null(), "submitted_on", "form.invalid", now_("日期应形如 2023-07-01。")),
        *(((pl.col(d) != "") & (pl.col(f"{d}_day").is_null() | (pl.col(f"{d}_day") > on)), d, "innovation.in_future", now_("日期应形如 2023-07-01，且不在将来。"))
          for d in DAYS),
        (pl.col("people").list.len() == 0, "authors", "innovation.no_author", now_("至少填一名完成人的身份证号。")),
        (pl.col("people").list.contains(0), "authors", "innovation.unknown_author", now_("有完成人不在系统内。")),
        (pl.col("people").list.len() > most, "authors", "innovation.too_many_authors", now_("署名人数超过上限。")),
        ((pl.col("benefit") != "") & (pl.col("worth").is_null() | (pl.col("worth") < 0)), "benefit", "form.invalid", now_("效益应为不小于 0 的元数。")),
        ((pl.col("worth").is_null()) != pl.col("verified_on_day").is_null(), "verified_on", "innovation.benefit_day", now_("核定效益和核定日期应同时填写。")),
        ((pl.col("round") != "") & pl.col("round_id").is_null(), "round", "innovation.no_round", now_("本级和上级没有这个评选批次。")),
        ((pl.col("round") == "") != pl.col("entered_on_day").is_null(), "entered_on", "innovation.entered_day", now_("参评批次和参评日期应同时填写。")),
    ]  # fmt: skip
    return judged(frame, faults)


def with_authors(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `people`: the numbers of persons in their order, 0 for one who is unknown, nobody twice."""
    long = frame.select("#", "numbers").explode("numbers").filter(pl.col("numbers") != "").with_columns(id_18("numbers").alias("id_no"))
    found = {}
    for part in batched(long["id_no"].unique().to_list()):
        hashes = {bytes(blind("id", number)): number for number in part}
        rows = Person.objects.for_act("authors").filter(id_hash__among=list(hashes), merged_into=None).values_list("id_hash", "pk")
        found |= {hashes[bytes(seal)]: pk for seal, pk in rows}
    long = long.with_columns(pl.col("id_no").replace_strict(found, default=0, return_dtype=pl.Int64).alias("people"))
    people = long.unique(["#", "people"], keep="first", maintain_order=True).group_by("#", maintain_order=True).agg("people")
    return frame.join(people, on="#", how="left", maintain_order="left").with_columns(pl.col("people").fill_null(pl.lit([], dtype=pl.List(pl.Int64))))


def with_rounds(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `round_id`: the call of that name at the unit's own level or above."""
    wanted = frame["round"].unique().to_list()
    rounds = Round.objects.for_act("results").filter(title__in=wanted).exclude(state="cancelled").select_related("node").order_by("node__depth", "pk")
    paths = dict(Node.objects.for_act("results").filter(pk__in=frame["node_id"].drop_nulls().unique().to_list()).values_list("pk", "path"))
    rounds = list(rounds)

    def of(unit, title):
        path = paths.get(unit, "")
        return next((r.pk for r in reversed(rounds) if r.title == title and path.startswith(r.node.path)), None)

    known = {pair: of(*pair) for pair in frame.select("node_id", "round").unique().iter_rows() if pair[1]}
    return frame.with_columns(pl.Series("round_id", [known.get(pair) for pair in frame.select("node_id", "round").iter_rows()], dtype=pl.Int64))


def taken(frame: pl.DataFrame):
    """Titles that stand at these units."""
    rows = Result.objects.for_act("one title once").exclude(state="declined")
    return rows.filter(node__in=frame["node_id"].drop_nulls().unique().to_list()).values_list("node_id", "title")


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write results and authors in two statements."""
    rows = list(good.iter_rows(named=True))
    ids = next_ids(Result, len(rows))
    states = ["verified" if r["worth"] is not None else "completed" if r["finished_on_day"] else "submitted" for r in rows]
    insert(
        Result,
        ("id", "node_id", "slot", "kind", "title", "lead_id", "team_id", "says", "reply", "submitted_on", "replied_on", "finished_on", "verified_on",
         "claimed", "benefit", "matter_id", "round_id", "entered_on", "state"),
        (
            (pk, r["node_id"], r["slot"], r["sort"], r["title"], r["people"][0], None, r["says"][:1000], "", r["submitted_on_day"], None, r["finished_on_day"],
             r["verified_on_day"], r["worth"], r["worth"], None, r["round_id"], r["entered_on_day"], state)
            for pk, r, state in zip(ids, rows, states, strict=True)
        ),
    )  # fmt: skip
    authors = [(pk, person, place) for pk, r in zip(ids, rows, strict=True) for place, person in enumerate(r["people"], 1)]
    insert(Author, ("id", "result_id", "person_id", "place"), ((pk, *row) for pk, row in zip(next_ids(Author, len(authors)), authors, strict=True)))
    ctx.note_many(
        Result,
        ((pk, r["node_id"], "", s, {"submitted_on": [None, r["submitted_on_day"].isoformat()]}) for pk, r, s in zip(ids, rows, states, strict=True)),
    )
    return no_faults()


Sheet(
    kind="results", label=_("成果台账"), by=UPPER, check=check, apply=apply,
    help=_("完成人填身份证号，按位次用顿号隔开；效益单位是元。"),
    columns=(
        SheetColumn("node", _("单位编码"), required=True), SheetColumn("kind", _("类别"), required=True, choices=tuple(str(label) for label in Sort.labels)),
        SheetColumn("title", _("名称"), required=True), SheetColumn("authors", _("完成人身份证号"), required=True),
        SheetColumn("submitted_on", _("提交日期"), required=True, example="2023-07-01"), SheetColumn("finished_on", _("完成日期")),
        SheetColumn("benefit", _("核定年效益（元）")), SheetColumn("verified_on", _("核定日期")), SheetColumn("round", _("参评批次")),
        SheetColumn("entered_on", _("参评日期")), SheetColumn("says", _("内容")),
    ),
)  # fmt: skip
