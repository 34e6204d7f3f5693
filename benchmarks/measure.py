"""What benches measure with: percentiles, limits told, and COPY as the reference of an intake."""

import os
import statistics
import time
from pathlib import Path

from django.db import connection, transaction


def p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1] * 1000


def timed(call, times: int = 40) -> float:
    """95th percentile in milliseconds, the first call left out."""
    call()
    took = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        took.append(time.perf_counter() - started)
    return p95(took)


def told(name: str, value: float, unit: str, limit: float, at_least: bool = False) -> bool:
    holds = value >= limit if at_least else value <= limit
    print(f"{name:58} {value:10.2f} {unit:5} {'at least' if at_least else 'at most'} {limit:g}  {'holds' if holds else 'DOES NOT HOLD'}", flush=True)
    return holds


def copy_again(models) -> float:
    """The reference: the rows just written, taken out, and copied back into the same tables, emptied, with indexes and keys."""
    tables = [m._meta.db_table for m in models]
    folder = Path(os.environ["GONGHUI_VAR"])
    with connection.cursor() as cursor:
        raw = cursor.connection
        for table in tables:
            with raw.cursor().copy(f"COPY {table} TO STDOUT (FORMAT binary)") as out, (folder / table).open("wb") as file:
                for piece in out:
                    file.write(piece)
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        started = time.perf_counter()
        with transaction.atomic():
            for table in tables:
                with (folder / table).open("rb") as file, raw.cursor().copy(f"COPY {table} FROM STDIN (FORMAT binary)") as into:
                    while piece := file.read(1 << 20):
                        into.write(piece)
        seconds = time.perf_counter() - started
    for table in tables:
        (folder / table).unlink()
    return seconds
