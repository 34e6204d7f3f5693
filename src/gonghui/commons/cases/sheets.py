"""Matters as a table, for years that were kept in a workbook."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import after
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, day, judged, no_faults, nodes_below, twice, word
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node

from .models import Case, CaseAmount
from .words import KINDS, TOPICS, Channel, Client

SAME = ("node", "kind", "opened_on", "title")
MOST = 10**10  # yuan


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: node in reach, kind, days in order, people, amounts, and whether it is there already."""
    frame = frame.join(nodes_below(node), on="node", how="left", maintain_order="left").with_columns(
        word("kind", KINDS.choices()).alias("sort"), word("topic", TOPICS.choices(), "").alias("about"),
        word("client", Client.choices, Client.WORKER.value).alias("whose"), word("channel", Channel.choices, Channel.VISIT.value).alias("way"),
        day("opened_on").alias("first"), day("closed_on").alias("last"), day("recovered_on").alias("came"),
        pl.col("resolved").replace_strict({"": None, "是": True, "否": False}, default=None, return_dtype=pl.Boolean).alias("solved"),
        pl.when(pl.col("people") == "").then(pl.lit("1")).otherwise(pl.col("people")).cast(pl.Int64, strict=False).alias("heads"),
        *((pl.when(pl.col(c) == "").then(pl.lit("0")).otherwise(pl.col(c)).cast(pl.Decimal(16, 2), strict=False) * 100).cast(pl.Int64, strict=False)
          .alias(f"{c}_fen") for c in ("claimed", "recovered")),
    )  # fmt: skip
    known = Case.objects.for_act("one matter once").filter(node__path__gte=node.path, node__path__lt=after(node.path))
    known = known.filter(title__among=frame["title"].unique().to_list()).values_list("node_id", "kind", "opened_on", "title")
    schema = {"node_id": pl.Int64, "sort": pl.String, "first": pl.Date, "title": pl.String}
    there = pl.DataFrame(list(known), schema=schema, orient="row").unique().with_columns(there=pl.lit(True))
    frame = frame.join(there, on=list(schema), how="left", maintain_order="left")
    again = twice(*SAME)
    paid = pl.col("recovered_fen") > 0
    dates = now_("日期应形如 2023-07-01，且不在将来。")
    faults = [
        (pl.col("node_id").is_null(), "node", "cases.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("sort").is_null(), "kind", "form.not_on_the_list", now_("没有这种事项类别。")),
        (pl.col("about").is_null(), "topic", "form.not_on_the_list", now_("没有这种事由。")),
        (pl.col("whose").is_null(), "client", "form.not_on_the_list", now_("不在可选的服务对象中。")),
        (pl.col("way").is_null(), "channel", "form.not_on_the_list", now_("不在可选的渠道中。")),
        (pl.col("title").str.len_chars() > 100, "title", "form.invalid", now_("标题超过 100 字。")),
        (pl.col("title").str.contains(r"\d{15}|1[3-9]\d{9}"), "title", "cases.number_in_text", now_("标题里有身份证号或手机号。")),
        (pl.col("first").is_null() | (pl.col("first") > on), "opened_on", "cases.in_future", dates),
        ((pl.col("closed_on") != "") & (pl.col("last").is_null() | (pl.col("last") > on)), "closed_on", "cases.in_future", dates),
        (~pl.col("resolved").is_in(["", "是", "否"]), "resolved", "form.not_on_the_list", now_("已解决应填是、否或留空。")),
        (pl.col("last") < pl.col("first"), "closed_on", "cases.days", now_("办结日期早于受理日期。")),
        (~pl.col("heads").is_between(1, 100_000).fill_null(False), "people", "form.invalid", now_("涉及人数应为 1 至 100000 的整数。")),
        *((~pl.col(f"{c}_fen").is_between(0, MOST * 100).fill_null(False), c, "form.invalid", now_("金额应为以元计的数，最多两位小数。"))
          for c in ("claimed", "recovered")),
        (paid & (pl.col("came").is_null() | (pl.col("came") > on) | (pl.col("came") < pl.col("first"))), "recovered_on", "cases.no_proof",
              now_("追回金额须填到账日期，且不早于受理日期、不在将来。")),
        (pl.col("there").is_not_null() | again, "title", "cases.looks_twice", now_("这一件已登记，或与表中前面的行相同。")),
    ]  # fmt: skip
    return judged(frame, faults)


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write matters and their amounts in set statements; those with a last day are closed, the others under way."""
    rows = list(good.iter_rows(named=True))
    made = list(zip(next_ids(Case, len(rows)), rows, strict=True))
    insert(
        Case,
        ("id", "number", "node_id", "slot", "hand_id", "hand_slot", "kind", "topic", "title", "channel", "client", "weight", "people", "opened_on",
         "closed_on", "claimed", "recovered", "says", "answer", "caller", "phone", "salt", "urgent", "confidential", "involved", "outside", "stage", "at_once",
         "returned", "tries", "rounds", "level", "resolved", "state"),
        (
            (pk, f"{r['node']}-{r['first']:%Y%m%d}-{pk}", r["node_id"], r["slot"], r["node_id"], r["slot"], r["sort"], r["about"], r["title"], r["way"],
             r["whose"], "general", r["heads"], r["first"], r["last"], r["claimed_fen"], r["recovered_fen"], b"", b"", b"", b"", new_salt(), False, False,
             "", "", "", False, False, 0, 0, 0, r["solved"], state(r))
            for pk, r in made
        ),
    )  # fmt: skip
    amounts = [
        (r["node_id"], r["slot"], pk, sort, r[f"{sort}_fen"], r["came"] if sort == "recovered" else r["first"], "")
        for pk, r in made
        for sort in ("claimed", "recovered")
        if r[f"{sort}_fen"]
    ]
    insert(CaseAmount, ("node_id", "slot", "case_id", "sort", "amount", "on", "note"), amounts)
    ctx.note_many(Case, ((pk, r["node_id"], "", state(r), {"opened_on": [None, r["first"].isoformat()]}) for pk, r in made))
    return no_faults()


def state(row: dict) -> str:
    return "closed" if row["last"] else "accepted"


Sheet(
    kind="cases", label=_("事项台账"), by=OFFICERS, check=check, apply=apply, help=_("追回金额以到账日期计；凭证留存备查。"),
    columns=(
        SheetColumn("node", _("受理工会编码"), required=True), SheetColumn("kind", _("类别"), required=True), SheetColumn("title", _("标题"), required=True),
        SheetColumn("opened_on", _("受理日期"), required=True, example="2023-07-01"), SheetColumn("closed_on", _("办结日期")), SheetColumn("topic", _("事由")),
        SheetColumn("client", _("服务对象"), choices=tuple(str(label) for label in Client.labels)),
        SheetColumn("channel", _("渠道"), choices=tuple(str(label) for label in Channel.labels)), SheetColumn("people", _("涉及人数")),
        SheetColumn("resolved", _("已解决"), choices=("是", "否")), SheetColumn("claimed", _("主张金额（元）")), SheetColumn("recovered", _("追回金额（元）")), SheetColumn("recovered_on", _("到账日期")),
    ),
)  # fmt: skip
