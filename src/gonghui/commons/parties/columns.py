"""The same rules as `rules.py`, over whole columns: what a table of 100,000 persons is judged by."""

from datetime import date

import polars as pl

from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.store import MANY, batched

from . import rules
from .models import Employer, Person

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
FULL, HALF = "０１２３４５６７８９Ｘｘx", "0123456789XXX"


def plain_number(column: str) -> pl.Expr:
    """As `rules.plain_number`."""
    e = pl.col(column).str.replace_all(r"[\s\-\x{200B}-\x{200F}\x{FEFF}]", "")
    return e.str.replace_many(list(FULL), list(HALF)).str.to_uppercase()


def id_18(column: str) -> pl.Expr:
    """15-digit numbers get '19' and their check character."""
    e = pl.col(column)
    body = e.str.slice(0, 6) + "19" + e.str.slice(6)
    return pl.when(e.str.contains(r"^\d{15}$")).then(body + check_character(body)).otherwise(e)


def check_character(body: pl.Expr) -> pl.Expr:
    """GB 11643-1999: weighted sum modulo 11."""
    digits = (body.str.slice(i, 1).cast(pl.Int32, strict=False) * w for i, w in enumerate(WEIGHTS))
    total = pl.sum_horizontal(*digits) % 11
    return total.replace_strict(list(range(11)), list(CHECKS), default="", return_dtype=pl.String)


def prepare_persons(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `number`, `birth`, `gender`, `clean`, `tel` to a frame with name, id_no and phone."""
    typed = pl.col("id_no")
    frame = frame.with_columns(
        plain_number("id_no").alias("_plain"),
        typed.str.contains(r"^\s*\d(\.\d+)?[Ee]\+?\d+\s*$").alias("_float"),
        pl.col("name").str.replace_all(r"\s", "").str.replace_many(list("•・‧∙⋅．."), [rules.DOT] * 7).alias("clean"),
        plain_number("phone").str.replace(r"^(\+|00)?86(1)", "${2}").alias("tel"),
    )
    frame = frame.with_columns(id_18("_plain").alias("number"))
    return frame.with_columns(
        pl.col("number").str.slice(6, 8).str.to_date("%Y%m%d", strict=False).alias("birth"),
        pl.when(pl.col("number").str.slice(16, 1).cast(pl.Int32, strict=False) % 2 == 1).then(pl.lit("1")).otherwise(pl.lit("2")).alias("gender"),
    )


def person_faults(frame: pl.DataFrame, on: date) -> list[tuple]:
    """The rules of name, number and phone; an empty number or phone is none."""
    has, shape = pl.col("id_no") != "", pl.col("number").str.contains(r"^\d{17}[\dX]$")
    letters = pl.col("_plain").str.contains("[OI]")
    province = pl.col("number").str.slice(0, 2).is_in(list(rules.PROVINCES))
    born = pl.col("birth").is_not_null() & (pl.col("birth") <= on)
    right = check_character(pl.col("number")) == pl.col("number").str.slice(17, 1)
    name_ok = pl.col("clean").str.contains(rf"^[\p{{Lo}}A-Za-z][\p{{Lo}}A-Za-z{rules.DOT}]{{0,48}}[\p{{Lo}}A-Za-z]$")
    whole = has & ~pl.col("_float") & ~letters & shape

    def said(refusal, bad, column):
        return bad, column, refusal.code, refusal.text

    return [
        said(rules.NAME_SHAPE, ~name_ok, "name"),
        said(rules.ID_FLOAT, pl.col("_float"), "id_no"),
        said(rules.ID_LETTER, has & ~pl.col("_float") & letters, "id_no"),
        said(rules.ID_SHAPE, has & ~pl.col("_float") & ~letters & ~shape, "id_no"),
        said(rules.ID_PROVINCE, whole & ~province, "id_no"),
        said(rules.ID_BIRTH, whole & province & ~born, "id_no"),
        said(rules.ID_CHECK, whole & province & born & ~right, "id_no"),
        said(rules.PHONE_SHAPE, (pl.col("tel") != "") & ~pl.col("tel").str.contains(r"^1[3-9]\d{9}$"), "phone"),
    ]


def known_persons(frame: pl.DataFrame, use: str, column: str, into: str, *, names: bool = False) -> pl.DataFrame:
    """
    Add the persons found by a keyed hash of a column, and their names.

    names: whoever is found must bear the name of the row, and be the only one who does.
    """
    values = frame.filter(pl.col(column) != "")[column].unique().to_list()
    hashes, found = {blind(use, value): value for value in values}, []
    for part in batched(hashes, MANY):
        rows = Person.objects.for_act("known persons of a table").filter(**{f"{use}_hash__among": part, "erased_on": None, "merged_into": None})
        found += [(hashes[bytes(digest)], pk, name) for digest, pk, name in rows.values_list(f"{use}_hash", "pk", "name")]
    schema = {column: pl.String, into: pl.Int64, f"{into}_name": pl.String}
    people = pl.DataFrame(found, schema=schema, orient="row")
    if not names:
        return frame.join(people, on=column, how="left")
    people = people.filter(~pl.struct(column, f"{into}_name").is_duplicated()).rename({f"{into}_name": "clean"})
    return frame.join(people, on=[column, "clean"], how="left")


def employers_by_code(typed: list[str]):
    """Pairs of credit code and number of the employers whose codes were typed."""
    return Employer.objects.for_act("table").filter(uscc__among=typed).values_list("uscc", "pk")
