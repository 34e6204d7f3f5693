"""
Participations on PostgreSQL, filed and named: 18,500,000 as 300,000 unit returns, 4,680,000 as names in rolls.

Both are taken in from tables, and both figures are right; neither has anything of the other in it.
"""

import os
import time
from datetime import date, timedelta

import polars as pl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from benchmarks.measure import copy_again, told
from gonghui.commons.activities import acts as activities
from gonghui.commons.activities.models import Attendance
from gonghui.commons.returns.acts import accept_alike
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel import clock
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
NAMES = int(os.environ.get("GONGHUI_BENCH_NAMES", "4680000"))
HEADS, YEARS, ROLLS, PIECE = 18_500_000, range(2019, 2024), 10, 400_000
DAY = timedelta(days=1)


def run() -> bool:
    """File, name, and look at both figures."""
    with trusted():
        ground = lay("heads")
        codes = builders.unions(ground, days(*[Period.parse("2012").start] * 2, RETURNS // len(YEARS)))
        holds = returns(ground, codes)
        holds &= names(ground, codes[:1000])
        period = Period.parse("2019..2023")
        filed, named = (
            figure(find(f"contests.{key}"), ground.root, period, viewer=SYSTEM).value
            for key in ("labour.participations", "skill.participations@named")
        )
    right = (filed, named) == (HEADS, NAMES // ROLLS * ROLLS)
    print(f"participations {filed:,} of {HEADS:,} filed, {named:,} of {NAMES:,} named, never added  {'holds' if right else 'DOES NOT HOLD'}")
    return holds & right


def table(ground, kind: str, frame: pl.DataFrame) -> float:
    """Take a table in; the seconds it took from the file to the last row."""
    upload = SimpleUploadedFile(f"{kind}.csv", frame.write_csv().encode())
    started = time.perf_counter()
    batch = do(check, ground.officer, node=ground.root, kind=kind, file=upload).subject
    carry_on(do(start, ground.officer, batch).subject)
    return time.perf_counter() - started


def returns(ground, codes) -> bool:
    """Rows a second from CSV into returns and their events, against COPY of those rows into the same tables; and the figure."""
    count, seconds = len(codes) * len(YEARS), 0.0
    each, rest = divmod(HEADS, count)
    for n, year in enumerate(YEARS):
        heads = [each + (n * len(codes) + i < rest) for i in range(len(codes))]
        seconds += table(
            ground, "returns", pl.DataFrame({"unit": codes, "kind": "contest.labour", "period": str(year), "number": heads, "basis": "竞赛台账"})
        )
    started = time.perf_counter()
    for year in YEARS:
        row = HeadCount.objects.for_act("bench").filter(since__year=year, state="submitted").first()
        do(accept_alike, SYSTEM, row)
    accepted = time.perf_counter() - started
    started = time.perf_counter()
    figure(find("contests.labour.participations"), ground.root, Period.parse("2019..2023"), viewer=SYSTEM)
    counted = (time.perf_counter() - started) * 1000
    raw = copy_again((HeadCount, Event))
    print(
        f"returns {count / seconds:.0f} rows/s; COPY of the same rows into the same tables {count / raw:.0f} rows/s; accepted {count / accepted:.0f} rows/s"
    )
    return told("heads: rate against COPY", raw / seconds, "x", 0.3, at_least=True) & told("heads: the figure", counted, "ms", 1000)


def names(ground, codes) -> bool:
    """Rows a second from CSV into rolls and their events, against COPY of those rows into the same tables."""
    people = builders.members(ground, codes, [date(2018, 5, 1)] * (NAMES // ROLLS)).select("name", "id_no")
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {Event._meta.db_table} CASCADE")  # the reference is made of the rows of the rolls alone
    held, seconds = [date(2023, 3, 1) + n * DAY for n in range(ROLLS)], 0.0
    for day in held:
        with clock.at(day):
            what = {"kind": "skill_contest", "title": f"技能竞赛{day}", "held_on": day, "at_place": "赛场"}
            contest = do(activities.plan, SYSTEM, node=ground.cities[0], **what).subject
            for act in (activities.approve, activities.hold):
                do(act, ground.officer, contest)
            for first in range(0, len(people), PIECE):
                part = people.slice(first, PIECE).with_columns(pl.lit(str(contest.pk)).alias("activity"))
                seconds += table(ground, "attendance", part)
    count = Attendance.objects.for_act("bench").count()
    raw = copy_again((Attendance, Event))
    print(f"names {count / seconds:.0f} rows/s; COPY of the same rows into the same tables {count / raw:.0f} rows/s")
    return told("names: rate against COPY", raw / seconds, "x", 0.3, at_least=True)
