"""676,900 payments in batches on PostgreSQL: one cause never twice under eight payers, set statements against plain inserts."""

import os
import threading
import time
from datetime import date
from decimal import Decimal

from django.db import connection, transaction
from django.db.models import Count

from benchmarks.measure import told
from gonghui.commons.money import acts
from gonghui.commons.money.listing import ROW_FIELDS, Line, add_lines, payee_key
from gonghui.commons.money.models import Entry, PayBatch, Payment
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.rehearsal.replay.ground import lay
from gonghui.rehearsal.replay.money import source

PAYMENTS = int(os.environ.get("GONGHUI_BENCH_PAYMENTS", "676900"))
PIECE, PAYERS, SHARED = 20_000, 8, 20_000
CAUSE = "commons_plans.planitem"


def run() -> bool:
    """Every figure of the bench; tells whether all hold."""
    with trusted():
        ground = lay("paybench")
        fund = source(ground)
        return all([listing(ground, fund), going_out(), parallel(ground, fund)])


def opened(node, fund, title: str) -> PayBatch:
    return do(
        acts.open_batch, SYSTEM, node=node, kind="other", title=title, source=fund, award_year=2023, form="goods"
    ).subject  # fmt: skip


def lines_for(causes) -> list[Line]:
    """A line for each cause: somebody known by name and number."""
    return [Line(f"职工{n}", Decimal("308.50"), payee_key(id_hash=n.to_bytes(32)), (CAUSE, n), note="送温暖") for n in causes]


def listing(ground, fund) -> bool:
    """Payments put on lists with their ledger lines, against a plain INSERT of the same rows into the same table, emptied, with its indexes."""
    seconds, nodes = 0.0, [*ground.counties, *ground.cities]
    for i, first in enumerate(range(0, PAYMENTS, PIECE)):
        batch = opened(nodes[i % len(nodes)], fund, f"第{i}批")
        lines = lines_for(range(first + 1, min(first + PIECE, PAYMENTS) + 1))
        started = time.perf_counter()
        by_house("bench.list", lambda ctx, batch=batch, lines=lines: add_lines(ctx, batch, lines))
        seconds += time.perf_counter() - started
    count, causes = rows().count(), rows().values("cause_noun", "cause_id").distinct().count()
    plain = plain_insert()
    print(f"listing {PAYMENTS / seconds:.0f} payments/s; plain INSERT of the same rows {PAYMENTS / plain:.0f} rows/s", flush=True)
    return told("payments: rate against plain INSERT", plain / seconds, "x", 0.2, at_least=True) & told(
        "payments listed and not of a cause of their own", PAYMENTS - count + count - causes, "", 0
    )


def rows():
    return Payment.objects.for_act("bench")


def plain_insert() -> float:
    """The reference: the rows just written, set aside, and put back by one INSERT into the same table, emptied, with its indexes and keys."""
    table, names = Payment._meta.db_table, ", ".join(f'"{name}"' for name in ROW_FIELDS)
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMP TABLE kept AS SELECT {names} FROM "{table}"')
        cursor.execute(f'TRUNCATE "{table}" CASCADE')
        started = time.perf_counter()
        with transaction.atomic():
            cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM kept')
        seconds = time.perf_counter() - started
        cursor.execute("DROP TABLE kept")
    return seconds


def going_out() -> bool:
    """Every list approved, handed over and reconciled: three acts a list, whatever its length."""
    batches = list(PayBatch.objects.for_act("bench").filter(state="listed").select_related("node").order_by("pk"))
    started = time.perf_counter()
    for batch in batches:
        do(acts.approve, SYSTEM, batch)
        do(acts.hand_over, SYSTEM, batch, on=date.today())
        do(acts.reconcile, SYSTEM, batch, statement=batch.total)
    seconds = time.perf_counter() - started
    booked = sum(Entry.objects.for_act("bench").values_list("amount", flat=True))
    paid = sum(PayBatch.objects.for_act("bench").filter(state="reconciled").values_list("total", flat=True))
    print(
        f"approved, handed over and reconciled: {3 * PAYMENTS / seconds:.0f} moves/s in {len(batches)} lists; journal {booked} yuan, paid {paid} yuan"
    )
    return told("payments: yuan between journal and lists", float(abs(booked - paid)), "yuan", 0) & told(
        "payments not reconciled", rows().exclude(state="reconciled").count(), "", 0
    )


def parallel(ground, fund) -> bool:
    """Eight payers at as many nodes list the same causes at the same moment, each beginning elsewhere."""
    nodes = [ground.root, *ground.cities, *ground.counties][:PAYERS]
    batches = [opened(node, fund, f"并行{i}") for i, node in enumerate(nodes)]
    start, faults, base = threading.Barrier(PAYERS), [], 10_000_000

    def pay(i: int) -> None:
        causes = [base + 1 + (n + i * SHARED // PAYERS) % SHARED for n in range(SHARED)]
        try:
            start.wait()
            for k in range(0, SHARED, 1000):
                with trusted():
                    by_house("bench.list", lambda ctx, k=k: add_lines(ctx, batches[i], lines_for(causes[k : k + 1000])))
        except Exception as error:
            faults.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=pay, args=(i,)) for i in range(PAYERS)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    mine = rows().filter(batch__in=batches)
    twice = mine.values("cause_id").annotate(n=Count("pk")).filter(n__gt=1).count()
    shares = [mine.filter(batch=batch).count() for batch in batches]
    print(
        f"{PAYERS} payers, {PAYERS * SHARED} attempts on {SHARED} causes in {time.perf_counter() - started:.1f} s; each got {shares}; faults {faults[:2]}"
    )
    return (
        told("payments: causes paid twice under eight payers", twice, "", 0)
        & told("payments: causes nobody paid", SHARED - mine.count(), "", 0)
        & told("payments: payers that failed", len(faults), "", 0)
    )
