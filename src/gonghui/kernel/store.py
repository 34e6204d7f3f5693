"""Many rows at once: COPY on PostgreSQL, executemany on SQLite."""

import itertools
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

CHUNK = 20_000


def next_ids(model, count: int) -> range:
    """
    Reserve `count` primary keys; call inside a transaction.

    PostgreSQL draws them from the sequence under an advisory lock so that they lie together;
    SQLite holds the write lock anyway.
    """
    if not count:
        return range(0)
    table, column = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table}"', column])
            sequence = cursor.fetchone()[0]
            hold(sequence)
            cursor.execute(f"SELECT nextval('{sequence}'), setval('{sequence}', currval('{sequence}') + %s)", [count - 1])
            last = cursor.fetchone()[1]
            return range(last - count + 1, last + 1)
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        start = (row[0] if row else 0) + 1
        if row:
            cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [start + count - 1, table])
        else:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, start + count - 1])
        return range(start, start + count)


def draw_ids(model, count: int) -> list[int]:
    """So many primary keys, which need not lie together: nobody waits for anybody who draws some at the same time."""
    if connection.vendor != "postgresql":
        return list(next_ids(model, count))
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s) FROM generate_series(1, %s)", [_sequence(model), count])
        return [pk for (pk,) in cursor.fetchall()]


@cache
def _sequence(model) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{model._meta.db_table}"', model._meta.pk.column])
        return cursor.fetchone()[0]


def insert(model, fields: tuple[str, ...], rows, *, order: tuple[str, ...] = ()) -> None:
    """
    Insert tuples in the order of `fields` (attribute names, as `node_id`).

    Values must be what the database takes: no Python conversion but date, datetime, bytes, None.
    Columns left out get their database default. order: the columns of a unique index; a row that is there already is then
    left out instead of failing all, and whoever inserts the same rows at the same moment waits in the same order.
    What the database refuses is raised as Django's errors, as everywhere: `do` tries again who lost a race.
    """
    quoted = _columns(model, tuple(fields))
    table = model._meta.db_table
    if connection.vendor == "postgresql":
        into = f"coming_{table}" if order else table
        with connection.wrap_database_errors, connection.cursor() as cursor:
            if order:
                cursor.execute(f'CREATE TEMP TABLE IF NOT EXISTS "{into}" ON COMMIT DROP AS SELECT {quoted} FROM "{table}" LIMIT 0')
            with cursor.copy(f'COPY "{into}" ({quoted}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
            if order:
                sorted_by = ", ".join(f'"{c}"' for c in order)
                cursor.execute(f'INSERT INTO "{table}" ({quoted}) SELECT {quoted} FROM "{into}" ORDER BY {sorted_by} ON CONFLICT DO NOTHING')
                cursor.execute(f'DELETE FROM "{into}"')
        return
    marks = ", ".join(["?"] * len(fields))
    with connection.wrap_database_errors, connection.cursor() as cursor:
        raw = cursor.connection.cursor()
        for chunk in batched(rows, CHUNK):
            if any(isinstance(value, datetime) for value in chunk[0]):
                chunk = [tuple(map(_moment, row)) for row in chunk]
            raw.executemany(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks}){" ON CONFLICT DO NOTHING" if order else ""}', chunk)


def add(model, fields: tuple[str, ...], rows: list[tuple]) -> list[int]:
    """Insert a few rows by one statement, and return their numbers; `insert` is for many, and takes the same values."""
    if not rows:
        return []
    marks = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    plain = (lambda value: value) if connection.vendor == "postgresql" else _moment
    values = [plain(value) for row in rows for value in row]
    with connection.cursor() as cursor:
        cursor.execute(f'INSERT INTO "{model._meta.db_table}" ({_columns(model, fields)}) VALUES {marks} RETURNING id', values)
        return [pk for (pk,) in cursor.fetchall()]


@cache
def _columns(model, fields: tuple[str, ...]) -> str:
    """The columns of fields or attributes, quoted."""
    return ", ".join(f'"{model._meta.get_field(name).column}"' for name in fields)


def hold(name: str, *, shared: bool = False) -> None:
    """
    Keep a thing that is no row to oneself until the transaction ends; shared, only from those who want it alone.

    SQLite lets one transaction write at a time, and all of this is done by transactions that write.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock{'_shared' if shared else ''}(hashtext(%s))", [name])


@models.ForeignKey.register_lookup
@models.Field.register_lookup
class Among(models.Lookup):
    """`field__among=[...]`: one of many values, sent to PostgreSQL as one array instead of thousands of parameters."""

    lookup_name, prepare_rhs = "among", False

    def as_sql(self, compiler, connection):
        left, params = self.process_lhs(compiler, connection)
        marks = ", ".join(["%s"] * len(self.rhs))
        return f"{left} IN ({marks})", [*params, *self.rhs]

    def as_postgresql(self, compiler, connection):
        left, params = self.process_lhs(compiler, connection)
        kind = self.lhs.output_field.db_type(connection)
        cast = f"::{kind}[]" if kind in ("bigint", "integer") else ""  # an array of small numbers would be searched from its start for every row
        return f"{left} = ANY(%s{cast})", [*params, list(self.rhs)]


def together(asked: list) -> list[list[tuple]]:
    """The rows of many queries of values, of one width and alike in kind, by one statement; or of what `written` made of them."""
    found: list[list[tuple]] = [[] for _ in asked]
    parts, params = [], []
    for place, rows in enumerate(asked):
        sql, values = rows if isinstance(rows, tuple) else written(rows)
        if sql:
            parts.append(f"SELECT {place} AS place, part.* FROM ({sql}) part")
            params += values
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), params)
            for place, *row in cursor.fetchall():
                found[place].append(tuple(row))
    return found


def written(rows) -> tuple[str, tuple]:
    """The statement of a query and its parameters; none where nothing can be found."""
    with suppress(EmptyResultSet):
        return rows.query.sql_with_params()
    return "", ()


SOMEBODY, NUMBER, SOME_DAY = -(2**62), -(2**61), date(1, 1, 2)  # stand for an account, the number of a row and a day in a statement written once


def filled(statement: tuple[str, tuple], values: dict) -> tuple[str, tuple]:
    """A statement that was written once for all; what stands in it for a value gives way to the value."""
    sql, params = statement
    return sql, tuple(values.get(param, param) for param in params)


def as_param(day: date):
    """A day as it stands in a statement."""
    return connection.ops.adapt_datefield_value(day)


def values_by(statement: tuple[str, tuple], values: dict) -> list[tuple]:
    """What a statement that was written once finds for these values; read inside `trusted()` like every raw statement."""
    sql, params = filled(statement, values)
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def rows_by(model, statement: tuple[str, tuple], values: dict) -> list:
    """As `values_by`, of a statement of all columns: the rows of the model."""
    sql, params = filled(statement, values)
    return list(models.query.RawQuerySet(sql, model=model, params=params)) if sql else []


def row_by(model, statement: tuple[str, tuple], number: int):
    """The row of a number by a statement that was written once for NUMBER; None where it finds none."""
    return next(iter(rows_by(model, statement, {NUMBER: number})), None)


MANY = 50_000  # values one statement takes as an array


def batched(values, size: int = 5000):
    """Lists of at most `size`: what one statement takes as parameters."""
    rest = iter(values)
    while part := list(itertools.islice(rest, size)):
        yield part


def _moment(value):
    """A datetime as Django stores it in SQLite: UTC, without zone."""
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ") if isinstance(value, datetime) else value
