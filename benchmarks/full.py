"""
A full province on PostgreSQL, poured in by set statements: 14 cities, 107 counties, 1,500 towns, 53,478 unions below them.

GONGHUI_BENCH_SIZE: the part of 6.94 million members and 20 million records it has; 1 is all of them. The tree is always whole.
"""

import os
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db import connection, models
from django.db.backends.signals import connection_created

from gonghui.commons.activities.models import Activity
from gonghui.commons.cases.models import Case
from gonghui.commons.parties.models import Person
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel import clock, indexes
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import APP_ROLE, trusted
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.sowing import sow
from gonghui.lines.organization.membership.models import Membership, Spell
from gonghui.lines.organization.orgs.acts import stand_up
from gonghui.lines.organization.orgs.models import Union

SIZE = float(os.environ.get("GONGHUI_BENCH_SIZE", "0.02"))
MEMBERS, RECORDS = int(6_940_000 * SIZE), int(20_000_000 * SIZE)
CITIES, COUNTIES, TOWNS, UNIONS, MOVING = 14, 107, 1_500, 53_478, 3_000
BEGINNING, FIRST, DAYS = date(2012, 1, 1), date(2021, 1, 1), 2_100  # records lie on days up to the autumn of 2026
PIECE = 500_000
SOUGHT = 0.1  # up to this size the indexes of pairs of letters are made again; beyond they would take longer than all the rest
HELD = ("labour_contest", "lesson", "culture", "lecture", "joint_conference", "job_fair", "law_event", "cool_visit", "sports", "arts_contest")
BROUGHT = ("ticket", "aid.advice", "med.dispute", "sup.arrears", "petition")
ENTERED = ("award", "article", "patent", "legal_pro", "job_certificate")


@dataclass
class Province:
    """moving: a county with 3,000 unions; to: a city it does not lie in."""

    root: Node
    officer: Viewer
    cities: list[Node]
    counties: list[Node]
    towns: list[Node]
    unions: list[Node]

    @property
    def moving(self) -> Node:
        return self.counties[0]

    @property
    def to(self) -> Node:
        return self.cities[-1]


@cache
def laid() -> Province:
    """Lay it once a run."""
    started = time.perf_counter()
    with trusted():
        root, account = by_house("bench.root", _root)
        levels = by_house("bench.tree", lambda ctx: _tree(root))
        with connection.cursor() as cursor:
            for _table, index in _pairs(cursor):
                cursor.execute(f'DROP INDEX "{index}"')  # they take longest to build, and longer row by row
            cursor.execute(
                "CREATE TABLE bench_union AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id, slot FROM kernel_node WHERE kind = 'single'"
            )
            cursor.execute("ALTER TABLE bench_union ADD PRIMARY KEY (n)")
        _unions()
        _members()
        _records()
        if SIZE <= SOUGHT:
            indexes.build()
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        made = [model.objects.for_act("bench").count() for model in (Node, Spell, Activity, Case, RegisterEntry)]
    told = "nodes {:,}, members {:,}, activities {:,}, matters {:,}, entries {:,}".format(*made)
    print(f"a full province: {told}, laid in {time.perf_counter() - started:.0f} s", flush=True)
    return Province(root, Viewer(account), *levels)


def _root(ctx) -> tuple[Node, Account]:
    with clock.at(BEGINNING):
        node = stand_up(ctx, parent=None, kind="province", name="满省总工会", on=BEGINNING, code="FULL").node
    account = Account(login="bench-full", name="满省", node=node)
    account.set_unusable_password()
    account.save()
    Grant(account=account, role="province_officer", node=node, since=BEGINNING).save()
    return node, account


def _tree(root: Node) -> list[list[Node]]:
    levels, above = [], [root]
    for kind, count in (("city", CITIES), ("county", COUNTIES), ("town", TOWNS), ("single", UNIONS)):
        here = []
        for n, parent in enumerate(above):
            wanted = count // len(above) + (n < count % len(above))
            if kind == "single":
                first = sum(1 for town in above if town.parent_id == levels[1][0].pk)
                wanted = MOVING // first if n < first else (count - MOVING) // (len(above) - first)
            names = [f"{parent.code}-{i + 1}" for i in range(wanted)]
            here += sow(parent, [(name, f"{name}工会", kind, BEGINNING) for name in names])
        above = sorted(Node.objects.for_act("bench").filter(pk__in=here), key=lambda node: node.slot)
        levels.append(above)
    return levels


def _pairs(cursor) -> list[tuple]:
    cursor.execute("SELECT tablename, indexname FROM pg_indexes WHERE indexdef LIKE '%%gonghui_pairs%%'")
    return cursor.fetchall()


def pour(model, count: int, source: str = "", **told: str) -> int:
    """
    Rows by set statements: i is the number of a row, u the union it lies at; a column that is not told holds its default.

    Returns the number before the first of them.
    """
    meta, columns, values, params = model._meta, [], [], []
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT coalesce(max(id), 0) FROM "{meta.db_table}"')
        base = cursor.fetchone()[0]
        for field in meta.concrete_fields:
            if field.db_default is not models.NOT_PROVIDED and field.column not in told:
                continue
            columns.append(f'"{field.column}"')
            if field.primary_key or field.column in told:
                values.append(f"{base} + i" if field.primary_key else told[field.column])
            else:
                values.append("%s")
                params.append(field.get_db_prep_save(field.get_default(), connection))
        for first in range(0, count, PIECE):
            cursor.execute(
                f'INSERT INTO "{meta.db_table}" ({", ".join(columns)}) SELECT {", ".join(values)} '
                f"FROM generate_series({first + 1}, {min(first + PIECE, count)}) i JOIN bench_union u ON u.n = mod(i * 13, {_places(cursor)})",
                params,
            )
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{meta.db_table}', 'id'), {base + max(count, 1)})")
    return base


@cache
def _count() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bench_union")
        return cursor.fetchone()[0]


def _places(cursor) -> int:
    return _count()


def day(number: str, step: int = 7) -> str:
    """The day of a row, spread over the years."""
    return f"DATE '{FIRST}' + mod({number} * {step}, {DAYS})::int"


def one_of(kinds, number: str = "i") -> str:
    return f"(ARRAY{list(kinds)})[1 + mod({number}, {len(kinds)})]"


def _unions() -> None:
    told = {"node_id": "u.id", "slot": "u.slot", "founded_on": f"DATE '{BEGINNING}'", "joining_code": "'B' || u.id", "verified_on": f"DATE '{FIRST}'"}
    pour(Union, _count(), **told)
    with connection.cursor() as cursor:  # those above the unions: what is moved is one of them
        cursor.execute(
            "INSERT INTO organization_orgs_union (node_id, slot, state, founded_on, chair, certificate, joining_code) "
            "SELECT id, slot, 'established', since, '', '', 'B' || id FROM kernel_node WHERE kind IN ('city', 'county', 'town')"
        )


def _members() -> None:
    lies = {"node_id": "u.id", "slot": "u.slot"}
    person = pour(Person, MEMBERS, name="'职工' || i", gender=one_of("12"), verified_on=day("i"))
    since = "DATE '2014-01-01' + mod(i * 11, 3800)::int"
    form = "CASE WHEN mod(i, 6) = 0 THEN 'courier' ELSE '' END"
    union = "(SELECT id FROM organization_orgs_union o WHERE o.node_id = u.id)"
    whose = {"person_id": f"{person} + i", "since": since, "new_form": form}
    membership = pour(Membership, MEMBERS, **lies, **whose, union_id=union, state="'active'", applied_on=since)
    pour(Spell, MEMBERS, **lies, **whose, membership_id=f"{membership} + i")


def _records() -> None:
    """Activities 7, matters 8, entries 5 of 20; every third activity has a host elsewhere, one matter in ten is under way."""
    lies = {"node_id": "u.id", "slot": "u.slot"}
    host = f"(SELECT {{}} FROM bench_union h WHERE h.n = mod(i * 7, {_count()}))"
    where = {
        name: f"CASE WHEN mod(i, 3) = 0 THEN {host.format(column)} {other} END"
        for name, column, other in (("host_id", "id", ""), ("host_slot", "slot", "ELSE 0"))
    }
    pour(Activity, RECORDS * 7 // 20, **lies, **where, kind=one_of(HELD, "i / 3"), title="'第' || i || '场'", held_on=day("i"), ended_on=day("i"), days="1",
         head_count="30", state="'checked'")  # fmt: skip
    over = "mod(i, 10) > 0"
    pour(Case, RECORDS * 8 // 20, **lies, hand_id="u.id", hand_slot="u.slot", kind=one_of(BROUGHT, "i / 10"), title="'事项' || i", channel="'phone'",
         opened_on=day("i"), closed_on=f"CASE WHEN {over} THEN {day('i')} END", state=f"CASE WHEN {over} THEN 'closed' ELSE 'accepted' END",
         resolved="true")  # fmt: skip
    pour(RegisterEntry, RECORDS * 5 // 20, **lies, kind=one_of(ENTERED, "i / 3"), title="'条目' || i", since=day("i"), in_force_from=day("i"),
         year=f"extract(year FROM {day('i')})", year_on=day("i"), registered_on=day("i"), quantity="1", state="'in_force'")  # fmt: skip


@contextmanager
def as_service():
    """From here on the second wall stands, as in service."""
    connection.close()
    connection_created.connect(_enter)
    try:
        yield
    finally:
        connection_created.disconnect(_enter)
        connection.close()


def _enter(connection, **_):
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {APP_ROLE}")
