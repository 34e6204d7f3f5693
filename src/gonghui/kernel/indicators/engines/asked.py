"""
What is asked of an engine: one statement a plain figure, written once by Django for PostgreSQL, told in each dialect.

Tables keep their names; parameters stand in the statement as typed literals.
"""

from functools import cache

import sqlglot
from django.db import connection
from django.db.backends.postgresql.base import DatabaseWrapper
from django.utils.translation import gettext_lazy as _
from sqlglot import exp
from sqlglot.errors import ErrorLevel, SqlglotError

from ...refusal import Kind, Refusal
from ..trace import rows_of

UNTELLABLE = Refusal(
    "engines.untellable", _("{engine} 无法计算该指标：{why}"), instead=_("请在数据库上计算，或改写该指标的条件。"), kind=Kind.CONFLICT
)


@cache
def postgres() -> DatabaseWrapper:
    """PostgreSQL as Django writes for it; never connected to."""
    return DatabaseWrapper({**connection.settings_dict, "ENGINE": "django.db.backends.postgresql", "NAME": "nowhere", "OPTIONS": {}})


def asked(indicator, node, period, as_was: bool = True) -> exp.Select:
    """The statement of a plain figure: one row, one column `made`. Refuses: UNTELLABLE."""
    return statement(rows_of(indicator, node, period, as_was), made=indicator.value())


def statement(rows, **columns) -> exp.Select:
    """The statement of `rows` with these columns; aggregates go over all rows. Refuses: UNTELLABLE for a value no literal says."""
    query = rows.order_by().values(**columns).query
    query.group_by = None
    sql, params = query.get_compiler(connection=postgres(), elide_empty=False).as_sql()
    try:
        said = sqlglot.parse_one(sql % tuple(map(_literal, params)), read="postgres")
    except (SqlglotError, ValueError) as error:
        raise UNTELLABLE(engine="SQL", why=error) from error
    said.meta["made"] = query.annotations["made"]
    return said


def as_field(said: exp.Expression, value):
    """A value of `made` as Django would hand it over: money is kept in fen and told in yuan."""
    made = said.meta["made"]
    for convert in made.get_db_converters(postgres()):
        value = convert(value, made, postgres())
    return value


def _literal(value) -> str:
    """A keyed hash is written as PostgreSQL prints it, and so it stands in facts."""
    said = exp.Literal.string(f"\\x{value.hex()}") if isinstance(value, bytes | memoryview) else exp.convert(value)
    return said.sql("postgres", copy=False)


def told(said: exp.Expression | str, dialect: str) -> str:
    """A statement in another dialect. Refuses: UNTELLABLE for what the dialect cannot say."""
    said = sqlglot.parse_one(said, read="postgres") if isinstance(said, str) else said
    try:
        return said.sql(dialect, unsupported_level=ErrorLevel.RAISE, copy=False)
    except SqlglotError as error:
        raise UNTELLABLE(engine=dialect, why=error) from error


def together(asked: list[exp.Select], dialect: str) -> str:
    """One row of what several statements say."""
    return f"SELECT {', '.join(f'({told(one, dialect)}) AS made{n}' for n, one in enumerate(asked))}"


def named(said: exp.Expression) -> set[tuple[str, str]]:
    """The (table, column) pairs a statement names, those of its subqueries too."""
    found = set()
    for column in said.find_all(exp.Column):
        select = column.find_ancestor(exp.Select)
        while select is not None:
            tables = {table.alias_or_name: table.name for table in _tables(select)}
            if column.table in tables:
                found.add((tables[column.table], column.name))
                break
            select = select.find_ancestor(exp.Select)
    return found | {(table.name, "") for table in said.find_all(exp.Table)}


def _tables(select: exp.Select) -> list[exp.Table]:
    """The tables a SELECT itself reads, without its subqueries."""
    return [table for table in select.find_all(exp.Table) if table.find_ancestor(exp.Select) is select]
