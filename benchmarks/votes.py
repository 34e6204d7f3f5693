"""
35.74 million ballots: poured in, counted by two engines under the limits of voters, frozen, and counted again; and ballots a second
through the gate, beside seats a second in the same run.
"""

import os
import time
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection, transaction

from benchmarks import rushing
from benchmarks.measure import told
from gonghui.commons.ballots import acts, counting, reads
from gonghui.commons.ballots.gate import KEY as POLL
from gonghui.commons.ballots.models import Ballot, Choice, Poll, Turnout
from gonghui.commons.ballots.rules import TURNS
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.tree.slots import slot_on
from gonghui.rehearsal.replay.ground import lay

BALLOTS = int(os.environ.get("GONGHUI_BENCH_BALLOTS", "35740000"))
DAYS, OPTIONS, EACH_DAY = 30, 20, 2
OVER = 1000  # one in so many comes beyond its voter's limit, and was set aside
CASTING = int(os.environ.get("GONGHUI_BENCH_SEATS", "20000"))
TABLES = tuple(model._meta.db_table for model in (Turnout, Ballot, Choice))


def run() -> bool:
    ground = lay("votes")
    holds = through_the_gate(ground)
    return recounted(ground) and holds


def polled(ground, **more) -> Poll:
    """An open poll for everybody."""
    at = now()
    days = {"opens_at": at - timedelta(days=DAYS), "closes_at": at + timedelta(days=5)}
    poll = do(acts.draft, ground.officer, node=ground.root, title="好网民", electorate="anyone", **(days | more)).subject
    for n in range(OPTIONS):
        do(acts.add_option, ground.officer, poll, title=f"候选人{n + 1}")
    return do(acts.open_poll, ground.officer, poll).subject


def through_the_gate(ground) -> bool:
    """As many ballots as seats, each by one who wins; both a second."""
    with trusted():
        poll = polled(ground)
    numbers, voters = rushing.people(CASTING), accounts(CASTING)
    with rushing.Server(workers=2) as server:
        offer = rushing.offered(ground, CASTING)
        _log, seconds = rushing.at_once(server.port, offer.pk, [rushing.body(offer.pk, pk) for pk in numbers])
        seats = CASTING / seconds
        bodies = [rushing.body(poll.pk, pk, gate=POLL, facts={}, more={"options": [pk % OPTIONS + 1], "turn": 0}) for pk in voters]
        log, seconds = rushing.at_once(server.port, poll.pk, bodies, gate=POLL)
    with trusted():
        cast = Ballot.objects.for_act("bench").filter(poll=poll).count()
    print(f"votes: {CASTING / seconds:.0f} ballots a second through the gate, {seats:.0f} seats: {CASTING / seconds / seats:.2f}", flush=True)
    return told("votes: through the gate, acknowledged and not there", log.codes["done"] - cast, "", 0) and log.codes["done"] == CASTING


def accounts(count: int) -> range:
    """So many accounts, by COPY; their numbers."""

    def make(ctx):
        ids = next_ids(Account, count)
        names = [field.attname for field in Account._meta.concrete_fields]
        one = Account(name="网民")
        one.set_unusable_password()
        alike = [getattr(one, name) for name in names]
        at = {name: n for n, name in enumerate(names)}

        def row(pk):
            values = list(alike)
            values[at["id"]], values[at["login"]] = pk, f"bench-voter-{pk}"
            return values

        insert(Account, tuple(names), map(row, ids))
        return ids

    return by_house("bench.accounts", make)


def recounted(ground) -> bool:
    with trusted():
        poll = polled(ground, each_day=EACH_DAY)
        started = time.perf_counter()
        pour(poll)
        print(f"votes: {BALLOTS:,} ballots with turnout and choices stored in {time.perf_counter() - started:.0f} s", flush=True)
        do(acts.close, ground.officer, poll)
        started = time.perf_counter()
        with counting.written_out(poll) as db:
            reading, started = time.perf_counter() - started, time.perf_counter()
            fast = counting.tally(db, poll)
        quick = time.perf_counter() - started
        started = time.perf_counter()
        own = counting.by_database(poll)
        slow = time.perf_counter() - started
        started = time.perf_counter()
        frozen = do(acts.count, ground.officer, poll).subject
        counted = time.perf_counter() - started
        do(acts.recount, ground.second, poll)
        kept = {option.number: option.votes for option in reads.options_of(poll)}
    print(
        f"votes: accepted {fast.accepted:,}, aside {fast.aside:,}, beyond a voter's limit {fast.over:,}; written out as Parquet in {reading:.0f} s, "
        f"counted from there in {quick:.0f} s, by the database in {slow:.0f} s",
        flush=True,
    )
    print(f"votes: counted by both ways and frozen in {counted:.0f} s, then counted again by another", flush=True)
    holds = told("votes: recount by the fast engine, from Parquet", quick, "s", 60)
    holds &= told("votes: engines apart", int(fast != own), "", 0)
    holds &= told("votes: beyond a limit and counted", fast.over - fast.aside, "", 0)
    lost = BALLOTS - fast.accepted - fast.aside + abs(sum(kept.values()) - fast.accepted) + abs(frozen.accepted - fast.accepted)
    return told("votes: ballots lost between store, count and frozen result", lost, "", 0) and holds


def pour(poll: Poll) -> None:
    """Ballots by set statements: each voter twice a day, until there are enough, and one in a thousand once too often."""
    slot, day = slot_on(poll.node, poll.opens_on), poll.opens_on
    voters, over = -(-BALLOTS // (DAYS * EACH_DAY)), BALLOTS // OVER
    alike = f"{poll.node_id}, {slot}, '{poll.kind}', {poll.pk}"
    first = min(option.pk for option in reads.options_of(poll))
    with transaction.atomic(), connection.cursor() as cursor, no_indexes(cursor):
        cursor.execute(
            "CREATE TEMP TABLE coming ON COMMIT DROP AS "
            "SELECT n, n %% %s AS voter, n / %s AS day, n / %s %% %s AS round FROM generate_series(0, %s) n UNION ALL "
            "SELECT %s + n, n, 0, %s FROM generate_series(0, %s) n",
            [voters, voters * EACH_DAY, voters, EACH_DAY, BALLOTS - over - 1, BALLOTS - over, EACH_DAY, over - 1],
        )
        cursor.execute(
            f'INSERT INTO {TABLES[0]} (node_id, slot, kind, poll_id, voter, turn, "on") SELECT {alike}, sha256(int8send(voter)), '
            f"({day.toordinal()} + day) * {TURNS} + round, DATE '{day}' + day::int FROM coming"
        )
        cursor.execute(
            f'INSERT INTO {TABLES[1]} (id, node_id, slot, kind, poll_id, "on", content, receipt, set_aside) '
            f"SELECT hashint8extended(n, 7) & ((1::bigint << 62) - 1), {alike}, DATE '{day}' + day::int, (n % {OPTIONS} + 1)::text, sha256(int8send(-n - 1)), "
            f"CASE WHEN round >= {EACH_DAY} THEN 'limit' ELSE '' END FROM coming"
        )
        cursor.execute(
            f"INSERT INTO {TABLES[2]} (ballot_id, option_id) SELECT hashint8extended(n, 7) & ((1::bigint << 62) - 1), {first} + n % {OPTIONS} FROM coming"
        )
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(TABLES)}")


@contextmanager
def no_indexes(cursor):
    """Without indexes, constraints and what watches them, which are put back, and so checked, when all rows are in."""
    names = list(TABLES)
    cursor.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid::regclass::text = ANY(%s)", [names]
    )
    constraints = sorted(cursor.fetchall(), key=lambda one: one[2].startswith("FOREIGN"))
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname NOT IN (SELECT conname FROM pg_constraint)", [names]
    )
    indexes = cursor.fetchall()
    for table, name, _told in reversed(constraints):
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _told in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    cursor.execute("SET LOCAL maintenance_work_mem = '1GB'; SET LOCAL work_mem = '256MB'")
    yield
    for table, name, said in constraints:
        cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {said}')
    for _name, said in indexes:
        cursor.execute(said)
