"""A union's or county's checked requests of a year as a table."""

from datetime import date

import polars as pl
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.line_acts import BAD_ACCOUNT
from gonghui.commons.parties.columns import id_18, plain_number
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.intake.sheet import Sheet, SheetColumn, judged, no_faults, nodes_below, twice, word, yuan_in_fen
from gonghui.kernel.privacy.bulk import seal_rows
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.store import batched, insert, next_ids
from gonghui.kernel.tree.models import Node

from . import words
from .acts import known_as
from .models import Student

FIELDS = (
    "id", "node_id", "slot", "aid", "year", "name", "known_as", "person_id", "worker", "family", "school", "level", "plan_id", "asked_on", "amount",
    "bank", "account_no", "salt", "feedback", "maker_id", "state",
)  # fmt: skip


def check(frame: pl.DataFrame, node: Node, on: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Judge every row; nobody twice a year, in the table or in the register."""
    nodes = nodes_below(node, frame["node"].unique().to_list())
    frame = _with_persons(frame.join(nodes, on="node", how="left")).with_columns(
        word("aid", words.Aid.choices).alias("sort"),
        word("level", words.School.choices).alias("grade"),
        word("family", words.Family.choices).alias("home"),
        pl.col("year").cast(pl.Int64, strict=False).alias("for_year"),
        yuan_in_fen("amount", 6).alias("fen"),
    )
    frame = frame.with_columns(
        pl.Series("known_as", [_key(*row) for row in frame.select("name", "worker", "person", "node_id").iter_rows()], dtype=pl.String)
    )
    same = ("sort", "for_year", "known_as")
    again = twice(*same)
    faults = [
        (pl.col("node_id").is_null(), "node", "scholarships.no_node", now_("找不到组织编码，或不在您的导入范围内。")),
        (pl.col("sort").is_null(), "aid", "form.not_on_the_list", now_("类别应为金秋助学或求学圆梦。")),
        (pl.col("grade").is_null(), "level", "form.not_on_the_list", now_("不在可选的学段中。")),
        (pl.col("home").is_null(), "family", "form.not_on_the_list", now_("不在可选的家庭类别中。")),
        (~pl.col("for_year").is_between(on.year - 1, on.year).fill_null(False), "year", words.OTHER_YEAR.code, words.OTHER_YEAR.text),
        (pl.col("fen").is_null() | (pl.col("fen") <= 0), "amount", words.NOT_POSITIVE.code, words.NOT_POSITIVE.text),
        (_too_long("name", 50) | _too_long("worker", 50) | _too_long("school", 80), "name", "form.too_long", now_("姓名、学校过长或未填。")),
        (
            (pl.col("account_no") != "") & ~pl.col("account_no").str.contains(r"^[\d-]{8,32}$"),
            "account_no",
            BAD_ACCOUNT.code,
            BAD_ACCOUNT.text,
        ),
        (again, "name", "scholarships.twice_in_file", now_("与表中前面的行是同一人、同一年度。")),
        (_known(frame), "name", "scholarships.twice", now_("该年度已有此人的申请。")),
    ]
    return judged(frame, faults)


def _too_long(column: str, most: int) -> pl.Expr:
    return (pl.col(column) == "") | (pl.col(column).str.len_chars() > most)


def _with_persons(frame: pl.DataFrame) -> pl.DataFrame:
    """The registered worker of each row, by number."""
    frame = frame.with_columns(plain_number("id_no").alias("_plain")).with_columns(id_18("_plain").alias("number"))
    found = []
    for part in batched(frame.filter(pl.col("number") != "")["number"].unique().to_list()):
        hashes = {blind("id", n): n for n in part}
        rows = Person.objects.for_act("students").filter(id_hash__among=list(hashes)).values_list("id_hash", "pk")
        found += [(hashes[bytes(digest)], pk, bytes(digest).hex()) for digest, pk in rows]
    known = pl.DataFrame(found, schema={"number": pl.String, "person_id": pl.Int64, "person": pl.String}, orient="row")
    return frame.join(known, on="number", how="left")


def _key(name: str, worker: str, digest: str | None, node: int | None) -> str:
    return known_as(name, worker, Person(id_hash=bytes.fromhex(digest)) if digest else None, node)


def _known(frame: pl.DataFrame) -> pl.Expr:
    """Whether somebody is in the register for that year already."""
    found = []
    for part in batched(frame["known_as"].unique().to_list()):
        rows = Student.objects.for_act("once a year").filter(known_as__among=part, state__in=words.OPEN)
        found += list(rows.values_list("aid", "year", "known_as"))
    known = pl.DataFrame(found, schema={"sort": pl.String, "for_year": pl.Int64, "known_as": pl.String}, orient="row")
    return pl.col("#").is_in(frame.join(known, on=["sort", "for_year", "known_as"], how="semi")["#"].implode())


def apply(ctx, good: pl.DataFrame, node: Node) -> pl.DataFrame:
    """Write the requests as checked, in one statement."""
    rows = list(good.iter_rows(named=True))
    ids = next_ids(Student, len(rows))
    sealed = seal_rows([(r["account_no"],) for r in rows], ("bank",))
    maker = ctx.uploader.pk if ctx.uploader else None
    insert(
        Student,
        FIELDS,
        (
            (pk, r["node_id"], r["slot"], r["sort"], r["for_year"], r["name"], r["known_as"], r["person_id"], r["worker"], r["home"], r["school"],
             r["grade"], None, ctx.day, r["fen"], r["bank"], box, salt, "", maker, "checked")
            for pk, r, (salt, box, _hash) in zip(ids, rows, sealed, strict=True)
        ),
    )  # fmt: skip
    ctx.note_many(Student, ((pk, r["node_id"], "", "checked", {"year": [None, r["for_year"]]}) for pk, r in zip(ids, rows, strict=True)))
    return no_faults()


Sheet(
    kind="students", label=_("助学申请"), by=OFFICERS, check=check, apply=apply,
    columns=(
        SheetColumn("node", _("工会编码"), required=True), SheetColumn("aid", _("类别"), required=True, choices=tuple(map(str, words.Aid.labels))),
        SheetColumn("year", _("年度"), required=True), SheetColumn("name", _("学生姓名"), required=True), SheetColumn("worker", _("职工姓名"), required=True),
        SheetColumn("id_no", _("职工身份证号"), example="（文本格式）"), SheetColumn("school", _("学校"), required=True),
        SheetColumn("level", _("学段"), required=True, choices=tuple(map(str, words.School.labels))),
        SheetColumn("family", _("家庭类别"), required=True, choices=tuple(map(str, words.Family.labels))),
        SheetColumn("amount", _("拟资助金额"), required=True, example="3000"),
        SheetColumn("bank", _("开户行")),
        SheetColumn("account_no", _("职工本人账号"), example="（文本格式）"),
    ),
    help=_("表中为工会已核对的申请；县级以上批准后列入支付批次。"),
)  # fmt: skip
