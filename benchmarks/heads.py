"""300,000 unit returns on PostgreSQL: 18,500,000 participations taken in from tables and accepted by another at one stroke."""

import os
import time

import polars as pl
from django.core.files.uploadedfile import SimpleUploadedFile

from benchmarks.province import copy_again, told
from gonghui.commons.returns.acts import accept_alike
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.periods import Period
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import days, lay

RETURNS = int(os.environ.get("GONGHUI_BENCH_RETURNS", "300000"))
HEADS, YEARS = 18_500_000, range(2019, 2024)


def run() -> bool:
    """Rows a second from CSV into returns and their events, against COPY of those rows into the same tables; and the figure."""
    with trusted():
        ground = lay("heads")
        codes = builders.unions(ground, days(*[Period.parse("2012").start] * 2, RETURNS // len(YEARS)))
        count, seconds = len(codes) * len(YEARS), 0.0
        each, rest = divmod(HEADS, count)
        for n, year in enumerate(YEARS):
            heads = [each + (n * len(codes) + i < rest) for i in range(len(codes))]
            frame = pl.DataFrame({"unit": codes, "kind": "contest.labour", "period": str(year), "number": heads, "basis": "竞赛台账"})
            upload = SimpleUploadedFile("returns.csv", frame.write_csv().encode())
            started = time.perf_counter()
            batch = do(check, ground.officer, node=ground.root, kind="returns", file=upload).subject
            carry_on(do(start, ground.officer, batch).subject)
            seconds += time.perf_counter() - started
        started = time.perf_counter()
        for year in YEARS:
            row = HeadCount.objects.for_act("bench").filter(since__year=year, state="submitted").first()
            do(accept_alike, SYSTEM, row)
        accepted = time.perf_counter() - started
        started = time.perf_counter()
        made = figure(find("contests.labour.participations"), ground.root, Period.parse("2019..2023"), viewer=SYSTEM)
        counted = (time.perf_counter() - started) * 1000
        named = figure(find("contests.skill.participations@named"), ground.root, Period.parse("2019..2023"), viewer=SYSTEM)
        raw = copy_again((HeadCount, Event))
    print(
        f"returns {count / seconds:.0f} rows/s; COPY of the same rows into the same tables {count / raw:.0f} rows/s; accepted {count / accepted:.0f} rows/s"
    )
    holds = told("heads: rate against COPY", raw / seconds, "x", 0.3, at_least=True) & told("heads: the figure", counted, "ms", 1000)
    right = (made.value, named.value) == (HEADS, 0)
    print(f"participations {made.value:,} of {HEADS:,} filed, {named.value} named  {'holds' if right else 'DOES NOT HOLD'}")
    return holds & right
