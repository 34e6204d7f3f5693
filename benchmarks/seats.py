"""
Durable decisions a second over HTTP on one hot class with the ledger written: on PostgreSQL against pgbench in the same run, on
SQLite against a loop of single-row updates. SQLite is measured by a process of its own (`python -m benchmarks.seats`).
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PEOPLE = int(os.environ.get("GONGHUI_BENCH_SEATS", "20000"))
SECONDS = 8


def run() -> bool:
    """On PostgreSQL, where it is called; on SQLite beside."""
    holds = measured(pgbench())
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder, "static").mkdir()
        env = {**os.environ, "GONGHUI_DATABASE_URL": f"sqlite:///{folder}/seats.sqlite3", "GONGHUI_VAR": folder}
        holds &= subprocess.run([sys.executable, "-m", "benchmarks.seats"], env=env).returncode == 0
    return holds


def pgbench() -> dict[str, float]:
    """
    Decisions a second by pgbench with eight clients: one row updated a transaction; a hundred a statement, each with a row as an
    enrolment is one, its indexes and its checks, but without foreign keys, a ledger, or anybody looking whether they may.
    """
    from django.db import connection

    from gonghui.commons.enrolment.models import Enrolment

    url, table = os.environ["GONGHUI_DATABASE_URL"], Enrolment._meta.db_table
    values = {
        "node_id": "1", "slot": "1", "kind": "'general'", "offer_id": "1", "person_id": "g.taken - n", "holder_id": "g.taken - n", "name": "'职工'",
        "phone": "''", "channel": "'portal'", "asked_at": "now()", "asked_on": "current_date", "on_quota": "false", "turn": "0", "says": "''",
        "number": "g.taken - n", "state": "'confirmed'",
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_gate (id int PRIMARY KEY, taken bigint); INSERT INTO bench_gate VALUES (1, 0)")
        cursor.execute(f"CREATE TABLE bench_seat (LIKE {table} INCLUDING ALL)")
    statements = {
        "single": "UPDATE bench_gate SET taken = taken + 1 WHERE id = 1;",
        "batched": "WITH g AS (UPDATE bench_gate SET taken = taken + 100 WHERE id = 1 RETURNING taken) "
        f"INSERT INTO bench_seat ({', '.join(values)}) SELECT {', '.join(values.values())} FROM g, generate_series(1, 100) n;",
    }
    rates = {}
    for name, statement in statements.items():
        with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
            file.write(statement)
            file.flush()
            program = next(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))
            told = subprocess.run(
                [program, "-n", "-c", "8", "-j", "2", "-T", str(SECONDS), "-f", file.name, url], capture_output=True, text=True, check=True
            )
        tps = float(next(line for line in told.stdout.splitlines() if line.startswith("tps")).split()[2])
        rates[name] = tps * (100 if name == "batched" else 1)
        print(f"pgbench, {name}: {rates[name]:.0f} a second", flush=True)
    return rates


def one_by_one(path: str) -> dict[str, float]:
    """Single-row updates a second by a loop in Python on SQLite, each durable."""
    base = sqlite3.connect(path, isolation_level=None)
    base.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bench_gate (id int PRIMARY KEY, taken int); INSERT INTO bench_gate VALUES (1, 0)"
    )
    count, started = 0, time.perf_counter()
    while time.perf_counter() - started < SECONDS:
        base.execute("BEGIN IMMEDIATE")
        base.execute("UPDATE bench_gate SET taken = taken + 1 WHERE id = 1")
        base.execute("COMMIT")
        count += 1
    base.close()
    rate = count / (time.perf_counter() - started)
    print(f"single-row updates by a loop: {rate:.0f} a second", flush=True)
    return {"single": rate}


def measured(reference: dict[str, float]) -> bool:
    """The three cases, each on an offer of its own."""
    from benchmarks import rushing
    from benchmarks.measure import told
    from gonghui.rehearsal.replay.ground import lay

    name = rushing.vendor()
    ground = lay(f"seats-{name}")
    numbers = rushing.people(PEOPLE)
    holds = True
    with rushing.Server(workers=2) as server:
        rates = {}
        for case, seats in (("mostly full", PEOPLE // 6), ("all win", PEOPLE)):
            offer = rushing.offered(ground, seats)
            log, seconds = rushing.at_once(server.port, offer.pk, [rushing.body(offer.pk, pk) for pk in numbers])
            rates[case] = len(numbers) / seconds
            wrong = rushing.stands(offer, log)
            print(f"{name}, {case}: {rates[case]:.0f} decisions a second; {dict(log.codes)}; {wrong}", flush=True)
            holds &= told(f"seats: {name}, {case}, what must be nought", sum(wrong.values()), "", 0)
        holds &= told(f"seats: {name}, mostly full against single rows", rates["mostly full"] / reference["single"], "x", 10, at_least=True)
        if "batched" in reference:
            holds &= told(f"seats: {name}, mostly full against batches", rates["mostly full"] / reference["batched"], "x", 0.6, at_least=True)
            holds &= told(f"seats: {name}, all win against batches", rates["all win"] / reference["batched"], "x", 0.4, at_least=True)
        offer = rushing.offered(ground, PEOPLE // 6)
        log, _seconds = rushing.paced(server.port, [(pk, rushing.request(offer.pk, pk)) for pk in numbers], 5000)
        took = sorted(log.took)
        holds &= told(f"seats: {name}, at 5,000 a second, 99 of 100 within", took[int(len(took) * 0.99)] * 1000, "ms", 250)
    return holds


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "gonghui.house.settings"
    reference = one_by_one(os.environ["GONGHUI_DATABASE_URL"].removeprefix("sqlite:///") + ".loop")
    import django

    django.setup()
    from gonghui.house.commands import migrate

    migrate()
    sys.exit(0 if measured(reference) else 1)
