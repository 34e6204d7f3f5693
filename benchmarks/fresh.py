"""One changed record stands in every figure above it while fifty changes a second go on."""

import multiprocessing
import random
import statistics
import time
from datetime import date, timedelta

from django.db import connection

from benchmarks import full
from benchmarks.measure import p95, told
from gonghui.commons.activities import acts
from gonghui.commons.activities.models import Activity
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import reading_as, trusted
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.indicators.trace import parts, rows_of
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node
from gonghui.lines.education.lectures import acts as lectures
from gonghui.lines.education.lectures.words import Series

RATE, PROBES, DAY = 50, 20, date(2026, 3, 2)
YEAR = Period.parse("2026")


def others(nodes: list[Node], ended, done) -> None:
    """Somebody else's process: an activity is planned at some union, fifty times a second, each by an act with its line in the ledger."""
    dice, started = random.Random(5), time.perf_counter()
    while not ended.is_set():
        held = DAY + timedelta(days=done.value % 90)
        do(acts.plan, SYSTEM, node=dice.choice(nodes), kind="job_fair", title=f"招聘会{done.value}", held_on=held, at_place="广场")
        done.value += 1
        time.sleep(max(started + done.value / RATE - time.perf_counter(), 0))
    connection.close()


def run() -> bool:
    """A lecture is filed, and asked for in every figure of it at its union and all above; beside it a bare update of the same row."""
    province = full.laid()
    with full.as_service(), reading_as(province.officer), clock.at(date(2026, 9, 1)):
        figures = counting(lecture(province, 0))
        bare = statistics.median(update(province) for _ in range(40))
        for n in range(1, 3):
            probe(province, n, figures)  # everything has been asked for once
        fork = multiprocessing.get_context("fork")
        ended, done = fork.Event(), fork.Value("q", 0)
        connection.close()  # no two processes share one
        beside = fork.Process(target=others, args=(province.unions, ended, done))
        beside.start()
        started, took = time.perf_counter(), [probe(province, n, figures) for n in range(3, PROBES + 3)]
        rate = done.value / (time.perf_counter() - started)
        ended.set()
        beside.join()
    what = f"{len(figures)} figures at 5 nodes, {rate:.0f} changes a second beside it"
    print(f"fresh: {what}; {statistics.median(took) / bare:.0f} x a bare update of one row ({bare * 1000:.1f} ms)", flush=True)
    return told("fresh: changes a second beside it", rate, "", RATE * 0.95, at_least=True) & told(
        "fresh: a record in every figure above it", p95(took) / 1000, "s", 1
    )


def lecture(province, n: int) -> Activity:
    node = province.unions[n * 997 % len(province.unions)]
    what = {"series": [Series.MODEL_WORKER], "title": f"宣讲{n}", "held_on": DAY, "at_place": "礼堂", "head_count": 7, "another": True}
    return do(lectures.file, SYSTEM, node=node, **what).subject


def counting(row: Activity) -> list:
    """The plain figures that count a record."""
    mine = (one for one in INDICATORS.values() if one.counts is Activity and not parts(one, YEAR))
    with trusted():
        return [one for one in mine if rows_of(one, row.node, YEAR, True).filter(pk=row.pk).exists()]


def probe(province, n: int, figures) -> float:
    """Seconds from the beginning of the act until every figure above has the record, by as much as it adds."""
    node = province.unions[n * 997 % len(province.unions)]
    with trusted():
        above = list(Node.objects.for_act("bench").filter(pk__in=node.path.rstrip("/").split("/")))
    before = {(one.key, at.pk): figure(one, at, YEAR, viewer=province.officer).value for one in figures for at in above}
    started = time.perf_counter()
    lecture(province, n)
    for one in figures:
        for at in above:
            value = figure(one, at, YEAR, viewer=province.officer).value
            assert value == before[one.key, at.pk] + (7 if one.adds == "head_count" else 1), (one.key, at.code, value)
    return time.perf_counter() - started


def update(province) -> float:
    """A record changed in its own transaction, without act or ledger."""
    with trusted():
        pk = Activity.objects.for_act("bench").filter(node=province.unions[997]).values_list("pk", flat=True).first()
        started = time.perf_counter()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE commons_activities_activity SET head_count = head_count + 1 WHERE id = %s", [pk])
        return time.perf_counter() - started
