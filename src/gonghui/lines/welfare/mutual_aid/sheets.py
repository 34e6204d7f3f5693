"""A unit's roster, and claims the window has assessed, as tables of any length."""

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.line_acts import BAD_ACCOUNT
from gonghui.commons.parties.columns import known_persons, prepare_persons
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.fields import fen
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, day, judged, no_faults, nodes_below, twice, word, yuan_in_fen
from gonghui.kernel.privacy.bulk import seal_rows
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.models import Node

from . import words
from .models import Claim, Participation, PlanYear
from .rolls import listed, members, put

PERSON = (SheetColumn("name", _("姓名"), required=True, example="张秀英"), SheetColumn("id_no", _("身份证号"), required=True, example="（文本格式）"))
DIGITS = 9  # of a sum, before the point
HEAD = (SheetColumn("node", _("工会编码"), required=True), SheetColumn("year", _("计划代码"), required=True, example="YLHZ-2024"), *PERSON)


def known(frame: pl.DataFrame, node: Node) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """Join unit, plan year and person to every row; and what is wrong with them."""
    nodes = nodes_below(node, frame["node"].unique().to_list())
    told = PlanYear.objects.for_act("mutual aid").filter(code__in=frame["year"].unique().to_list())
    years = [(one.code, one.pk, one.fund, fen(one.fee)) for one in told]
    schema = {"year": pl.String, "year_id": pl.Int64, "fund": pl.String, "fee": pl.Int64}
    frame = prepare_persons(frame.with_columns(pl.lit("").alias("phone"))).join(nodes, on="node", how="left")
    frame = known_persons(frame.join(pl.DataFrame(years, schema=schema, orient="row"), on="year", how="left"), "id", "number", "person_id")
    return frame, [
        (pl.col("node_id").is_null(), "node", "mutual_aid.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("year_id").is_null(), "year", "mutual_aid.no_year", now_("没有这一计划代码。")),
        (pl.col("person_id").is_null(), "id_no", "mutual_aid.unknown", now_("登记册里没有这个身份证号，请先办理入会。")),
        (pl.col("person_id_name") != pl.col("clean"), "name", "mutual_aid.other_name", now_("姓名与该身份证号登记的不一致。")),
    ]


def check(frame: pl.DataFrame, node: Node, on) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: a unit in reach, a member the register knows, once a plan year."""
    frame, faults = known(frame, node)
    frame = frame.with_columns(pl.when(pl.col("amount") == "").then(pl.col("fee")).otherwise(yuan_in_fen("amount", DIGITS)).alias("fen"))
    people = frame["person_id"].drop_nulls().unique().to_list()
    pairs = list(listed(people, frame["year_id"].drop_nulls().unique().to_list()))
    there = pl.DataFrame(pairs, schema={"person_id": pl.Int64, "year_id": pl.Int64}, orient="row")
    stands = frame.join(there, on=["person_id", "year_id"], how="semi")["#"]
    faults += [
        (pl.col("fen").is_null() | (pl.col("fen") <= 0), "amount", words.NOT_POSITIVE.code, words.NOT_POSITIVE.text),
        (pl.col("person_id").is_not_null() & ~pl.col("person_id").is_in(list(members(people))), "name", "mutual_aid.not_member", now_("不是在会会员，请先办理入会。")),
        (pl.col("#").is_in(stands.implode()) | (pl.col("person_id").is_not_null() & twice("person_id", "year_id")), "name", "mutual_aid.twice", now_("一人一年只参加一份，已在名单中。")),
    ]  # fmt: skip
    return judged(frame, faults)


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the rosters and who is on them."""
    put(ctx, good.select("node_id", "slot", "year_id", "fund", "person_id", "fen").rows())
    return no_faults()


Sheet(kind="mutual_roster", label=_("互助参加名单"), by=OFFICERS, check=check, apply=apply,
    columns=(*HEAD, SheetColumn("amount", _("金额"), example="60")), help=_("每家工会的名单另以一笔收入确认到账。"))  # fmt: skip


def check_claims(frame: pl.DataFrame, node: Node, on) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row: days in order, bills that fit, cover on the day of the event unless it is relief."""
    frame, faults = known(frame, node)
    frame = frame.with_columns(
        word("event", words.Event.choices).alias("sort"), day("admitted_on").alias("first"), day("discharged_on").alias("last"),
        *(yuan_in_fen(name, DIGITS).alias(f"{name}_fen") for name in ("cost", "own_paid", "amount")),
    )  # fmt: skip
    rows = Participation.objects.for_act("cover").filter(year__in=frame["year_id"].drop_nulls().unique().to_list(), state="effective")
    rows = rows.filter(person__in=frame["person_id"].drop_nulls().unique().to_list())
    cover = pl.DataFrame(list(rows.values_list("person_id", "year_id", "pk", "since", "year__until")), orient="row",
        schema={"person_id": pl.Int64, "year_id": pl.Int64, "part_id": pl.Int64, "since": pl.Date, "until": pl.Date})  # fmt: skip
    frame = frame.join(cover, on=["person_id", "year_id"], how="left")
    before = Claim.objects.for_act("one stay one claim").filter(part__in=frame["part_id"].drop_nulls().to_list()).exclude(state__in=words.OUT)
    stays = pl.DataFrame(list(before.values_list("part_id", "admitted_on")), schema={"part_id": pl.Int64, "first": pl.Date}, orient="row")
    stands = frame.join(stays, on=["part_id", "first"], how="semi")["#"]
    relief, gone = pl.col("fund") == words.Fund.DONATION.value, pl.col("last").fill_null(pl.col("first"))
    faults += [
        (pl.col("sort").is_null(), "event", "form.not_on_the_list", now_("不在可选的事由中。")),
        (pl.col("first").is_null() | (gone < pl.col("first")) | (gone > on), "admitted_on", words.DAYS.code, words.DAYS.text),
        (~(pl.col("amount_fen") > 0).fill_null(False), "amount", words.NOT_POSITIVE.code, words.NOT_POSITIVE.text),
        (~(pl.col("own_paid_fen") <= pl.col("cost_fen")).fill_null(False), "own_paid", words.OWN_OVER.code, words.OWN_OVER.text),
        ((pl.col("account_no") != "") & ~pl.col("account_no").str.contains(r"^[\d-]{8,32}$"), "account_no", BAD_ACCOUNT.code, BAD_ACCOUNT.text),
        (~relief & ~pl.col("first").is_between("since", "until").fill_null(False), "admitted_on", "mutual_aid.not_covered", now_("不在参加的有效期内。")),
        (pl.col("#").is_in(stands.implode()) | twice("person_id", "year_id", "first"), "admitted_on", "mutual_aid.overlap", now_("同一次住院只申请一次。")),
    ]  # fmt: skip
    return judged(frame, faults)


def apply_claims(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the claims as assessed; another approves them."""
    maker, told = ctx.uploader.pk if ctx.uploader else None, seal_rows([(number,) for number in good["account_no"]], ("bank",))
    rows = good.select(
        "node_id", "slot", "year_id", "fund", "part_id", "person_id", "sort", "first", "last", "cost_fen", "own_paid_fen", "amount_fen", "bank"
    ).rows()  # fmt: skip
    ids = next_ids(Claim, len(rows))
    insert(
        Claim,
        ("id", "node_id", "slot", "year_id", "fund", "part_id", "person_id", "event", "admitted_on", "discharged_on", "cost", "own_paid", "amount", "bank",
         "says", "account_no", "salt", "filed_on", "late_why", "asked", "answer", "maker_id", "state"),
        ((pk, *row, b"", box, salt, ctx.day, "", False, "", maker, "reviewed") for pk, row, (salt, box, _hash) in zip(ids, rows, told, strict=True)),
    )  # fmt: skip
    ctx.note_many(Claim, [(pk, row[0], "", "reviewed", {"person_id": [None, row[5]]}) for pk, row in zip(ids, rows, strict=True)])
    return no_faults()


Sheet(
    kind="mutual_claims", label=_("互助给付初审名单"), by=UPPER, check=check_claims, apply=apply_claims, help=_("窗口已核对材料并初审的申请；须由另一人批准。"),
    columns=(
        *HEAD, SheetColumn("event", _("事由"), required=True, choices=tuple(map(str, words.Event.labels))),
        SheetColumn("admitted_on", _("入院（发生）日期"), required=True, example="2024-03-01"), SheetColumn("discharged_on", _("出院日期"), example="2024-03-09"),
        SheetColumn("cost", _("医疗总费用"), required=True), SheetColumn("own_paid", _("个人负担"), required=True),
        SheetColumn("amount", _("给付金额"), required=True), SheetColumn("bank", _("开户行")), SheetColumn("account_no", _("本人账号"), example="（文本格式）"),
    ),
)  # fmt: skip
