"""
Ballots counted by two engines: DuckDB over what is read out of the database, and the database over what lies in it.

Neither knows the other, both tell the same `Tally`; thirty-five million ballots are a minute's work for the first.
"""

import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from gonghui.kernel.indicators.engines.duck import Duck
from gonghui.kernel.indicators.engines.facts import write_table

from .models import Ballot, Poll, Turnout
from .rules import TURNS, Tally, checksum

BALLOT, TURNOUT = Ballot._meta.db_table, Turnout._meta.db_table
READ = ((Ballot, ("receipt", "content", "set_aside")), (Turnout, ("voter", "on")))
PIECE = 20_000
OWN = {
    "postgresql": (
        "unnest(string_to_array(content, ',')) AS said (value)",
        f"SELECT string_agg('\\x' || encode(receipt, 'hex') || content || '|' || set_aside, E'\\n' ORDER BY receipt) FROM {BALLOT} "
        "WHERE poll_id = %s GROUP BY substr(receipt, 1, 2) ORDER BY substr(receipt, 1, 2)",
    ),
    "sqlite": (
        "json_each('[' || content || ']') AS said",
        f"SELECT '\\x' || lower(hex(receipt)) || content || '|' || set_aside FROM {BALLOT} WHERE poll_id = %s ORDER BY receipt",
    ),
}  # how contents are split, and how every ballot is read in order


def by_duckdb(poll: Poll) -> Tally:
    """Ballots and turnout of a poll, written out and counted by DuckDB."""
    with written_out(poll) as db:
        return tally(db, poll)


@contextmanager
def written_out(poll: Poll):
    """DuckDB over the ballots and the turnout of a poll, as Parquet in a folder that goes again."""
    with tempfile.TemporaryDirectory(prefix="count-") as folder:
        duck = Duck(scratch=Path(folder, "scratch"))
        for model, names in READ:
            table = Path(folder, model._meta.db_table)
            write_table(table.name, {name: model._meta.get_field(name) for name in names}, table, where=f"poll_id = {int(poll.pk)}")
            duck.see(table)
        try:
            yield duck.db
        finally:
            duck.close()


def tally(db, poll: Poll) -> Tally:
    """What DuckDB makes of what was written out."""
    voters = '"voter", "on"' if poll.each_day else '"voter"'
    votes = db.execute(
        f"SELECT CAST(number AS INTEGER), CAST(sum(n) AS BIGINT) FROM (SELECT unnest(string_split(content, ',')) AS number, n FROM "
        f"(SELECT content, count(*) AS n FROM {BALLOT} WHERE set_aside = '' GROUP BY content)) GROUP BY number"
    ).fetchall()
    accepted, aside = db.execute(f"SELECT count(*) FILTER (set_aside = ''), count(*) FILTER (set_aside <> '') FROM {BALLOT}").fetchone()
    turnouts, over = db.execute(
        f"SELECT CAST(coalesce(sum(n), 0) AS BIGINT), CAST(coalesce(sum(greatest(n - ?, 0)), 0) AS BIGINT) "
        f"FROM (SELECT count(*) AS n FROM {TURNOUT} GROUP BY {voters})",
        [poll.each_day or 1],
    ).fetchone()
    return Tally(dict(votes), accepted, aside, turnouts, over, checksum(_in_order(db)))


def _in_order(db):
    """Every ballot in the order of receipts, thousands a piece."""
    rows = db.execute(f"SELECT receipt || content || '|' || set_aside FROM {BALLOT} ORDER BY receipt")
    while piece := rows.fetchmany(PIECE):
        yield ("\n".join(line for (line,) in piece),)


def by_database(poll: Poll) -> Tally:
    """The same by the database itself, which looks at a voter's turns instead of counting their ballots."""
    split, ordered = OWN[connection.vendor]
    turn = f"turn %% {TURNS}" if poll.each_day else "turn"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT CAST(said.value AS INTEGER), count(*) FROM {BALLOT}, {split} WHERE poll_id = %s AND set_aside = '' GROUP BY 1", [poll.pk]
        )
        votes = dict(cursor.fetchall())
        cursor.execute(
            f"SELECT count(CASE WHEN set_aside = '' THEN 1 END), count(CASE WHEN set_aside <> '' THEN 1 END) FROM {BALLOT} WHERE poll_id = %s",
            [poll.pk],
        )
        accepted, aside = cursor.fetchone()
        cursor.execute(f"SELECT count(*), count(CASE WHEN {turn} >= %s THEN 1 END) FROM {TURNOUT} WHERE poll_id = %s", [poll.each_day or 1, poll.pk])
        turnouts, over = cursor.fetchone()
    with connection.chunked_cursor() as cursor:
        cursor.execute(ordered, [poll.pk])
        return Tally(votes, accepted, aside, turnouts, over, checksum(cursor))
