"""
Every figure of a year at every node above the unions: from Parquet and on PostgreSQL alone, beside group-bys written by hand.

Sizes: GONGHUI_BENCH_FACTS (records, 20 million), GONGHUI_BENCH_FACTS_MEMBERS (6.94 million).
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BY_HAND = {
    "commons_cases_case": "opened_on", "commons_activities_activity": "held_on", "commons_registers_registerentry": "since",
    "commons_money_payment": "paid_on", "commons_designations_designation": "awarded_on", "commons_enrolment_enrolment": "asked_on",
    "commons_returns_headcount": "until", "rights_hotline_call": "on",
}  # fmt: skip


def run() -> bool:
    """Print the ratios; tell whether the limits hold."""
    from benchmarks import facts
    from benchmarks.measure import told
    from gonghui.kernel.access.wall import trusted
    from gonghui.kernel.indicators.engines.cube import build
    from gonghui.kernel.indicators.engines.postgres import Postgres

    with tempfile.TemporaryDirectory(prefix="gonghui-cube-") as home, trusted():
        folder = Path(home) / "facts"
        started = time.perf_counter()
        facts.fill(folder)
        size = sum(file.stat().st_size for file in folder.rglob("*.parquet")) / (1 << 20)
        print(
            f"cube: {facts.RECORDS:,} records and {facts.MEMBERS:,} members as {size:.0f} MiB of Parquet in {time.perf_counter() - started:.0f} s",
            flush=True,
        )
        bare, made = alone("bare", folder), alone("cube", folder)
        print(f"cube: {made['cells']:,} cells; by hand {bare['seconds']:.1f} s", flush=True)
        holds = (
            told("cube: from Parquet, in a process of its own", made["seconds"], "s", 60)
            & told("cube: memory", made["memory"], "MiB", 6144)
            & told("cube: against group-bys by hand over the same files", made["seconds"] / bare["seconds"], "x", 5)
        )
        facts.copy_to_postgres(folder)
        started = time.perf_counter()
        build(Postgres(), facts.YEAR)
        return holds & told("cube: on PostgreSQL alone", time.perf_counter() - started, "s", 300)


def alone(what: str, folder: Path) -> dict:
    """Run a part in a process of its own, with nothing of the files in memory."""
    for file in folder.rglob("*.parquet"):
        with file.open("rb") as known:
            os.fsync(known.fileno())
            os.posix_fadvise(known.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    command = [sys.executable, "-m", "benchmarks.cube", what, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT}/src:{ROOT}"}, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _part(what: str, folder: Path) -> dict:
    import resource

    import django

    django.setup()
    from benchmarks.facts import YEAR
    from gonghui.kernel.access.wall import trusted
    from gonghui.kernel.indicators.engines.cube import build
    from gonghui.kernel.indicators.engines.duck import Duck

    duck, cells = Duck(folder, scratch=folder.parent / "scratch"), 0
    started = time.perf_counter()
    if what == "cube":
        with trusted():
            build(duck, YEAR)
        cells = duck.rows("SELECT COUNT(*) FROM cells")[0][0]
    else:
        by_hand(duck.db, YEAR)
    return {"seconds": time.perf_counter() - started, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "cells": cells}


def by_hand(db, year: int) -> None:
    """Records by unit, month and kind; members standing at twelve month ends."""
    for table, day in BY_HAND.items():
        db.execute(f'SELECT slot, month("{day}"), kind, count(*) FROM {table} WHERE year("{day}") = {year} GROUP BY ALL').fetchall() if "kind" in (
            column[0] for column in db.execute(f"DESCRIBE {table}").fetchall()
        ) else db.execute(f'SELECT slot, month("{day}"), count(*) FROM {table} WHERE year("{day}") = {year} GROUP BY ALL').fetchall()
    ends = ", ".join(
        f"count(*) FILTER (WHERE since <= last_day(DATE '{year}-{m:02}-01') AND (until IS NULL OR until >= last_day(DATE '{year}-{m:02}-01')))"
        for m in range(1, 13)
    )
    db.execute(f"SELECT slot, {ends} FROM organization_membership_spell GROUP BY slot").fetchall()


if __name__ == "__main__":
    print(json.dumps(_part(sys.argv[1], Path(sys.argv[2]))))
