"""A table whose columns are fields of a noun: how a cell is judged is read off the field."""

from collections.abc import Callable
from datetime import date

import polars as pl
from django.db import models
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from ..fields import MoneyField
from ..store import insert, next_ids
from ..tree.models import Node, Placement
from ..tree.slots import slot_on
from .sheet import Sheet, SheetColumn, day, judged, no_faults, nodes_below, twice, word

HALVES = {"是": True, "否": False, "": False}


def plain_sheet(
    noun: type[models.Model], kind: str, label, *names: str, by: tuple[str, ...], once: tuple[str, ...], finds: dict[str, Callable] | None = None,
    extra: tuple[SheetColumn, ...] = (), derive: Callable | None = None, rules: tuple = (), ahead: tuple[str, ...] = (), fixed: dict | None = None, help="",
) -> Sheet:  # fmt: skip
    """
    Declare the table `kind` of a noun's records: the code of their node, then the fields `names`.

    once: attribute names that tell one record from another, in the table and in the house. finds: foreign key -> function
    of the cells typed giving pairs (cell, number). extra: columns that are no fields; derive: (frame) -> frame with
    further columns, of which those named as fields are stored. A cell read stands as `name__`, a foreign key as `name_id`.
    rules: (condition, column, code, what is said) over these. ahead: days that may lie in the future.
    fixed: attribute -> value of every row, its state among them.
    """
    fields, finds, fixed = {name: noun._meta.get_field(name) for name in names}, finds or {}, fixed or {}

    def check(frame: pl.DataFrame, node: Node, on: date):
        frame = frame.join(nodes_below(node), on="node", how="left", maintain_order="left")
        told = [(pl.col("node_id").is_null(), "node", "form.not_on_the_list", now_("找不到组织编码，或不在您的导入范围内。"))]
        for name, field in fields.items():
            if isinstance(field, models.ForeignKey):
                frame = frame.join(_found(frame, name, finds[name]), on=name, how="left", maintain_order="left")
                told.append(
                    (
                        (pl.lit(_needed(field)) | (pl.col(name) != "")) & pl.col(f"{name}_id").is_null(),
                        name,
                        "form.not_on_the_list",
                        now_("找不到所填的编号。"),
                    )
                )
                continue
            frame = frame.with_columns(_read(name, field).alias(f"{name}__"))
            told += [(bad, name, "form.invalid", says) for bad, says in _faults(name, field, on, name in ahead)]
        frame = derive(frame) if derive else frame
        known = pl.col("known__").is_not_null() | twice(*(_column(frame, attname) for attname in once))
        frame = _known(frame, noun, once)
        told += [*rules, (known, names[0], "form.twice", now_("这一行已登记，或与表中前面的行相同。"))]
        return judged(frame, told)

    def apply(ctx, good: pl.DataFrame, node: Node):
        rows = list(good.iter_rows(named=True))
        _as_it_was(rows, f"{noun.slot_day}__" if noun.slot_day else None)
        columns = [f for f in noun._meta.concrete_fields if not f.primary_key]
        ids = next_ids(noun, len(rows))
        insert(
            noun, ("id", *(f.attname for f in columns)), ((pk, *(_value(f, row, fixed) for f in columns)) for pk, row in zip(ids, rows, strict=True))
        )
        of = noun.slot_day and f"{noun.slot_day}__"
        changes = [{noun.slot_day: [None, row[of].isoformat()]} if of else {} for row in rows]
        state = fixed.get("state", "")
        ctx.note_many(noun, ((pk, row["node_id"], "", state, told) for pk, row, told in zip(ids, rows, changes, strict=True)))
        return no_faults()

    columns = (SheetColumn("node", _("组织编码"), required=True), *(_heading(field) for field in fields.values()), *extra)
    return Sheet(kind=kind, label=label, by=by, check=check, apply=apply, columns=columns, help=help)


def _heading(field: models.Field) -> SheetColumn:
    choices = () if isinstance(field, models.ForeignKey) else tuple(str(shown) for _slug, shown in field.flatchoices)
    example = "2023-07-01" if isinstance(field, models.DateField) else ""
    return SheetColumn(field.name, field.verbose_name, required=_needed(field), example=example, choices=choices)


def _needed(field: models.Field) -> bool:
    return not (field.blank or field.has_default())


def _read(name: str, field: models.Field) -> pl.Expr:
    """A cell as the database takes it, null where it is none."""
    match field:
        case models.DateField():
            return day(name)
        case MoneyField():
            return (pl.col(name).cast(pl.Decimal(18, 2), strict=False) * 100).cast(pl.Int64, strict=False)
        case models.BooleanField():
            return pl.col(name).replace_strict(HALVES, default=None, return_dtype=pl.Boolean)
        case models.IntegerField():
            return pl.col(name).cast(pl.Int64, strict=False)
    return word(name, field.flatchoices, "" if field.blank else None) if field.choices else pl.col(name)


def _faults(name: str, field: models.Field, on: date, ahead: bool):
    """What may be wrong with a cell by the type of its field: (condition, what is said)."""
    typed, read = pl.col(name) != "", pl.col(f"{name}__")
    if _needed(field):
        yield ~typed, now_("不能为空。")
    match field:
        case models.DateField():
            yield typed & read.is_null(), now_("日期应形如 2023-07-01。")
            if not ahead:
                yield read > on, now_("日期在将来。")
        case models.CharField() if not field.choices:
            yield read.str.len_chars() > field.max_length, now_("超过 {most} 字。").format(most=field.max_length)
        case models.IntegerField() if not isinstance(field, MoneyField):
            yield (
                typed & (read.is_null() | ~read.is_between(0, 32_767 if isinstance(field, models.SmallIntegerField) else 10**9)),
                now_("应为不小于 0 的整数。"),
            )
        case MoneyField():
            yield typed & (read.is_null() | ~read.is_between(0, 10**15)), now_("金额应为以元计的数，最多两位小数。")
        case _:
            yield typed & read.is_null(), now_("不在可选范围内。")


def _found(frame: pl.DataFrame, name: str, find: Callable) -> pl.DataFrame:
    typed = frame.filter(pl.col(name) != "")[name].unique().to_list()
    pairs = [(str(cell), pk) for cell, pk in (find(typed) if typed else ())]
    return pl.DataFrame(pairs, schema={name: pl.String, f"{name}_id": pl.Int64}, orient="row")


def by_number(rows) -> Callable:
    """Find records by the number people see in an address; `rows()` gives those that may be named."""

    def find(typed: list[str]):
        numbers = [int(cell) for cell in typed if cell.isascii() and cell.isdecimal() and len(cell) < 19]
        return [(pk, pk) for pk in rows().filter(pk__among=numbers).values_list("pk", flat=True)]

    return find


def _column(frame: pl.DataFrame, attname: str) -> str:
    return attname if attname in frame.columns and f"{attname}__" not in frame.columns else f"{attname}__"


def _known(frame: pl.DataFrame, noun, once: tuple[str, ...]) -> pl.DataFrame:
    """Mark the rows that stand in the house already."""
    keys = [_column(frame, attname) for attname in once]
    first = frame[keys[0]].drop_nulls().unique().to_list()
    field = noun._meta.get_field(once[0])
    path = f"{field.name}__pk" if isinstance(field, models.ForeignKey) else field.name
    rows = noun.objects.for_act("one record once").filter(**{f"{path}__among": first}).values_list(*once) if first else ()
    schema = {key: frame.schema[key] for key in keys}
    there = pl.DataFrame([tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in rows], schema=schema, orient="row")
    return frame.join(there.unique().with_columns(known__=pl.lit(True)), on=keys, how="left", maintain_order="left")


def _value(field: models.Field, row: dict, fixed: dict):
    """What a row stores in a field: what is fixed, read, found or derived, else the field's own beginning."""
    if field.attname in fixed:
        return fixed[field.attname]
    for key in (f"{field.name}__", field.attname):
        if key in row and (row[key] is not None or field.null):
            return row[key]
    return None if field.null else field.get_default()


def _as_it_was(rows: list[dict], dated: str | None) -> None:
    """Rows of a unit that has moved stand where it was on their day."""
    units = {row["node_id"] for row in rows}
    ended = set(Placement.objects.for_act("table").filter(node__in=units).exclude(until=None).values_list("node_id", flat=True)) if dated else ()
    nodes = {node.pk: node for node in Node.objects.for_act("table").filter(pk__in=ended)} if ended else {}
    places = {pair: slot_on(nodes[pair[0]], pair[1]) for pair in {(row["node_id"], row[dated]) for row in rows if row["node_id"] in nodes}}
    for row in rows if places else ():
        row["slot"] = places.get((row["node_id"], row[dated]), row["slot"])
