"""
Facts 事实表: the tables behind the indicators as Parquet, one folder a table, for engines that are no database of ours.

Only columns the declared indicators name are written, with the tree that figures need: no name, number or telephone
leaves the database unless a condition compares it. Tables are read in pieces, all as one moment has them.
"""

import json
import re
import shutil
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from itertools import chain
from pathlib import Path

import polars as pl
from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ...access.wall import trusted
from ...clock import now, today
from ...config import Setting
from ...periods import Period
from ...privacy.fields import SealedField
from ...refusal import Kind, Refusal
from ...tree.models import Node, Placement
from ..declare import INDICATORS
from ..trace import parts
from .asked import named, postgres, statement

NOT_FACTS = Refusal(
    "engines.not_facts", _("“{folder}”不是事实表目录。"), instead=_("请先运行 gonghui facts，或另指定一个空目录。"), kind=Kind.CONFLICT
)
SEALED = Refusal("engines.sealed", _("{table}.{column} 已加密，不能写入事实表。"), instead=_("请改写用到它的指标。"), kind=Kind.CONFLICT)
PIECE, ROWS = 64 << 20, 200_000  # bytes of CSV, rows of SQLite that one piece holds
TOLD = "facts.json"
TREE = {Node: ("id", "code", "kind", "path", "depth"), Placement: ("id", "node_id", "parent_id", "slot", "slot_end")}
TYPES = {
    "bigint": pl.Int64, "integer": pl.Int32, "smallint": pl.Int16, "boolean": pl.Boolean, "date": pl.Date,
    "double precision": pl.Float64, "timestamp with time zone": pl.Datetime("us", "UTC"),
}  # fmt: skip


def columns() -> dict[str, dict[str, models.Field]]:
    """Table by table the columns that the statements of all indicators name, whatever is set on any day; and the key."""
    begun = Setting.objects.for_act("columns of facts").values_list("since", flat=True).distinct()
    found = {(model._meta.db_table, column) for model, names in TREE.items() for column in names}
    for day in {today(), *begun, *(day - timedelta(days=1) for day in begun)}:
        for indicator in INDICATORS.values():
            period = Period(str(day), day, day)
            if not parts(indicator, period):
                found |= named(_whole(indicator, period))
    return {
        table: {column: field for column, field in _fields(table).items() if field.primary_key or (table, column) in found}
        for table in sorted({table for table, _column in found})
    }


def _whole(indicator, period):
    """What an indicator asks of all nodes, with where its rows lie by either tree."""
    rows = indicator.counts.objects.for_act("columns of facts").filter(indicator.rows(period))
    places = {f"at{n}": F(path) for n, path in enumerate(path for slot, node in indicator.nodes for path in (slot, f"{node}__path"))}
    return statement(rows, made=indicator.value(), **places)


def _fields(table: str) -> dict[str, models.Field]:
    model = next(model for model in apps.get_models(include_auto_created=True) if model._meta.db_table == table)
    return {field.column: field for field in model._meta.concrete_fields}


def write(folder: Path, progress=lambda text: None) -> dict[str, int]:
    """Write all facts to `folder`, in place of those that were there; return the rows of each table. Refuses: NOT_FACTS, SEALED."""
    if folder.exists() and any(folder.iterdir()) and not (folder / TOLD).exists():
        raise NOT_FACTS(folder=folder)
    coming = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(coming, ignore_errors=True)
    counts = {}
    with trusted(), _one_moment():
        for table, fields in columns().items():
            counts[table] = write_table(table, fields, coming / table)
            progress(f"{table}: {counts[table]:,}")
    (coming / TOLD).write_text(json.dumps({"written_at": now().isoformat(), "rows": counts}, indent=1))
    shutil.rmtree(folder, ignore_errors=True)
    coming.rename(folder)
    return counts


def tables_in(folder: Path) -> list[Path]:
    """The folders of facts, named as their tables. Refuses: NOT_FACTS."""
    if not (folder / TOLD).exists():
        raise NOT_FACTS(folder=folder)
    return sorted(path for path in folder.iterdir() if path.is_dir())


@contextmanager
def _one_moment():
    """All tables as they stand at one moment."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def write_table(table: str, fields: dict[str, models.Field], folder: Path, where: str = "") -> int:
    """Write columns of one table in pieces and return how many rows; an empty one leaves a file with its columns. where: a condition, in SQL."""
    types = {column: _type(table, column, field) for column, field in fields.items()}
    folder.mkdir(parents=True)
    read = _from_postgres if connection.vendor == "postgresql" else _from_sqlite
    count = 0
    rows = f'"{table}" WHERE {where}' if where else f'"{table}"'
    for n, piece in enumerate(chain(read(rows, types), [pl.DataFrame(schema=dict.fromkeys(types, pl.String))])):
        if n == 0 or len(piece):
            piece.select(_cast(column, kind) for column, kind in types.items()).write_parquet(folder / f"{n:04}.parquet", compression="zstd")
        count += len(piece)
    return count


def _type(table: str, column: str, field: models.Field):
    kind = field.db_type(postgres())
    if isinstance(field, SealedField):
        raise SEALED(table=table, column=column)
    if found := re.match(r"numeric\((\d+), (\d+)\)", kind):
        return pl.Decimal(int(found[1]), int(found[2]))
    return TYPES.get(kind.removesuffix(" GENERATED BY DEFAULT AS IDENTITY"), pl.String)


def _cast(column: str, kind) -> pl.Expr:
    """What the database says in letters, as what it is."""
    said = pl.col(column)
    if kind == pl.Boolean:
        return pl.when(said.is_not_null()).then(said.is_in(["t", "1"])).alias(column)
    if kind == pl.Date:
        return said.str.to_date("%Y-%m-%d")
    return said.str.to_datetime(time_unit="us", time_zone="UTC") if isinstance(kind, pl.Datetime) else said.cast(kind)


def _from_postgres(source: str, types: dict):
    """The rows by COPY, in pieces of whole rows."""
    names = ", ".join(f'"{column}"' for column in types)
    piece = bytearray()
    frame = partial(pl.read_csv, has_header=False, new_columns=list(types), infer_schema=False, null_values="\\N", empty_string_is_null=False)
    with connection.cursor() as cursor, cursor.copy(f"COPY (SELECT {names} FROM {source}) TO STDOUT (FORMAT csv, NULL '\\N')") as rows:
        for row in rows:
            piece += row
            if len(piece) > PIECE:
                yield frame(bytes(piece))
                piece.clear()
    if piece:
        yield frame(bytes(piece))


def _from_sqlite(source: str, types: dict):
    """The rows as letters; a decimal with all its places, a keyed hash as PostgreSQL writes it."""
    names = ", ".join(_letters(f'"{column}"', kind) for column, kind in types.items())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {source}")
        while rows := cursor.fetchmany(ROWS):
            yield pl.DataFrame(rows, schema=dict.fromkeys(types, pl.String), orient="row")


def _letters(column: str, kind) -> str:
    said = f"printf('%.{kind.scale}f', {column})" if isinstance(kind, pl.Decimal) else f"CAST({column} AS TEXT)"
    return f"CASE typeof({column}) WHEN 'null' THEN NULL WHEN 'blob' THEN '\\x' || lower(hex({column})) ELSE {said} END"
