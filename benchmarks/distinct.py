"""
Persons helped in a year at every node above the unions, exactly, beside a bare DuckDB count(distinct) over the same file.

Size: GONGHUI_BENCH_DISTINCT (payments, 10 million).
"""

import os
import tempfile
import time
from pathlib import Path

from django.db.models import Q

from benchmarks import facts
from benchmarks.measure import told
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import INDICATORS, Distinct
from gonghui.kernel.indicators.engines.cube import build
from gonghui.kernel.indicators.engines.duck import Duck

PAYMENTS, TABLE = int(os.environ.get("GONGHUI_BENCH_DISTINCT", "10000000")), "commons_money_payment"


def run() -> bool:
    """Print the ratio; tell whether the limit holds."""
    helped = Distinct("bench.helped", "受助人数", "person", Payment, Q(state__in=PAID), dated_by="paid_on", of="person")
    facts.RECORDS = PAYMENTS * sum(facts.SHARES.values()) // facts.SHARES[TABLE]
    with tempfile.TemporaryDirectory(prefix="gonghui-distinct-") as home, trusted():
        folder = Path(home) / "facts"
        facts.fill(folder, only=(TABLE,))
        duck = Duck(folder, scratch=Path(home) / "scratch")
        states = ", ".join(f"'{state}'" for state in PAID)
        bare = f"SELECT slot, count(DISTINCT person_id) FROM {TABLE} WHERE year(paid_on) = {facts.YEAR} AND state IN ({states}) GROUP BY slot"
        duck.db.execute(bare).fetchall()  # both find the file in memory
        started = time.perf_counter()
        duck.db.execute(bare).fetchall()
        plain = time.perf_counter() - started
        started = time.perf_counter()
        build(duck, facts.YEAR, [helped], months=False)
        seconds = time.perf_counter() - started
        top, cells = duck.rows("SELECT MAX(value), COUNT(*) FROM cells WHERE point = 13")[0]
        known = duck.db.execute(
            f"SELECT count(DISTINCT person_id) FROM {TABLE} WHERE year(paid_on) = {facts.YEAR} AND state IN ({states})"
        ).fetchone()[0]
    del INDICATORS[helped.key]
    print(
        f"distinct: {PAYMENTS:,} payments, {top:,.0f} persons at the top, {cells:,} nodes, in {seconds:.1f} s; bare {plain:.1f} s",
        flush=True,
    )
    assert top == known, (top, known)
    return told("distinct: every node against one count(distinct) a unit", seconds / plain, "x", 5)
