"""Mutual aid on PostgreSQL: 10,851,300 participations of ten plan years, listed by the rosters of their unions."""

import os
from datetime import date

import polars as pl
from django.db import connection

from benchmarks.heads import table
from benchmarks.measure import copy_again, told
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.periods import Period
from gonghui.lines.welfare.mutual_aid import acts
from gonghui.lines.welfare.mutual_aid.models import Participation, Roster
from gonghui.rehearsal.replay import builders
from gonghui.rehearsal.replay.ground import days, lay

PARTS = int(os.environ.get("GONGHUI_BENCH_PARTS", "10851300"))
YEARS, UNIONS, PIECE = range(2014, 2024), 20_000, 400_000


def run() -> bool:
    """Rows a second from CSV into rosters, participations and their events, against COPY of those rows into the same tables."""
    with trusted():
        ground, seconds = lay("rosters"), 0.0
        codes = builders.unions(ground, days(*[Period.parse("2012").start] * 2, UNIONS))
        people = (
            builders.members(ground, codes, [date(2013, 5, 1)] * (PARTS // len(YEARS)))
            .select(pl.col("union").alias("node"), "name", "id_no")
            .sort("node")
        )
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {Event._meta.db_table} CASCADE")  # the reference is made of the rows of the rosters alone
        for year in YEARS:
            days_of = {"since": date(year, 1, 1), "until": date(year, 12, 31)}
            do(acts.declare_year, SYSTEM, node=ground.root, fund="mutual", code=f"HZ-{year}", name=f"职工医疗互助{year}年", wait_days=30, **days_of)
            for first in range(0, len(people), PIECE):
                part = people.slice(first, PIECE).with_columns(pl.lit(f"HZ-{year}").alias("year"), pl.lit("").alias("amount"))
                seconds += table(ground, "mutual_roster", part)
        count = Participation.objects.for_act("bench").count()
        raw = copy_again((Roster, Participation, Event))
        print(f"rosters {count / seconds:.0f} rows/s; COPY of the same rows into the same tables {count / raw:.0f} rows/s")
        holds = told("rosters: rate against COPY", raw / seconds, "x", 0.3, at_least=True)
        listed = Participation.objects.for_act("bench").values("person").distinct().count()
        right = (count, listed) == (PARTS // len(YEARS) * len(YEARS), PARTS // len(YEARS))
        paid = figure(find("mutual_aid.participations"), ground.root, Period.parse("2012..2030"), viewer=SYSTEM).value
        print(f"participations {count:,} of {listed:,} people, {paid:,} of them paid for  {'holds' if right and paid == 0 else 'DOES NOT HOLD'}")
    return holds & right & (paid == 0)
