"""A million open clocks on matters: a day's strike, after one that has found them all for the first time."""

import os
import random
import time
from datetime import date, timedelta

from django.db import connection

from benchmarks.measure import told
from gonghui.commons.cases import rules
from gonghui.commons.cases.models import Case, CaseClock
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.marks import Mark
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.workdays import work_calendar
from gonghui.rehearsal.replay.ground import lay

CLOCKS = int(os.environ.get("GONGHUI_BENCH_CLOCKS", "1000000"))
DAY, LIMIT = date(2024, 6, 12), 60
DAYS = ("raw_on", "due_on", "warn_on", "late_on", "later_on")


def run() -> bool:
    """Matters with 30 working days to reply, begun on some day of the last 45: a quarter near, some late."""
    with trusted():
        ground = lay("clocks")
        by_house("bench.posts", lambda ctx: posts(ground))
        by_house("bench.cases", lambda ctx: fill(ground))
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
        first = timed(DAY)
        marked = Mark.objects.for_act("bench").filter(what="cases.reply_late", state="open").count()
        next_day = timed(DAY + timedelta(days=1))
        again = timed(DAY + timedelta(days=1))
        print(f"clocks {CLOCKS:,}, found for the first time {first:.0f} s ({marked:,} marks made), struck again {again:.1f} s", flush=True)
    return told("a day's strike over every open clock", next_day, "s", LIMIT)


def timed(day: date) -> float:
    started = time.perf_counter()
    with clock.at(day):
        strike("cases.reply_late")
    return time.perf_counter() - started


def posts(ground) -> None:
    """Somebody who may reply at every county and city."""
    for node in (*ground.counties, *ground.cities):
        account = Account(login=f"bench-{node.code}", node=node)
        account.save()
        Grant(account=account, role="county_officer", node=node, since=date(2015, 1, 1)).save()


def fill(ground) -> None:
    """As many matters under way, each with its reply clock, at the counties and towns."""
    week, dice, nodes = work_calendar(), random.Random(7), [*ground.counties, *ground.towns]
    spans = {begun: rules.days_of(week, begun, 30, True, 75, 3) for begun in (DAY - timedelta(days=n) for n in range(1, 46))}
    begun = list(spans)
    ids = next_ids(Case, CLOCKS)
    picked = [(pk, nodes[pk % len(nodes)], begun[dice.randrange(len(begun))]) for pk in ids]
    insert(
        Case,
        ("id", "number", "node_id", "slot", "hand_id", "hand_slot", "kind", "topic", "title", "channel", "client", "weight", "people", "opened_on",
         "claimed", "recovered", "says", "answer", "caller", "phone", "salt", "urgent", "confidential", "involved", "outside", "stage", "at_once", "returned",
         "tries", "rounds", "level", "state"),
        (
            (pk, f"B-{pk}", node.pk, node.slot, node.pk, node.slot, "ticket", "", "第1件", "phone", "worker", "complex", 1, day, 0, 0, b"", b"", b"", b"", b"",
             False, False, "", "", "", False, False, 0, 0, 0, "accepted")
            for pk, node, day in picked
        ),
    )  # fmt: skip
    insert(
        CaseClock,
        ("case_id", "what", "days", "workdays", "since", *DAYS, "next_on", "extended", "level"),
        ((pk, "reply", 30, True, day, *(getattr(spans[day], name) for name in DAYS), spans[day].warn_on, 0, 0) for pk, _node, day in picked),
    )
