"""A posting put up on every day of 2021 to 2026: its last day against the printed notices counted day by day, and the time it takes."""

import time

from benchmarks.measure import told
from gonghui.kernel.periods import WorkCalendar
from tests.kernel.official_days import EVERY_DAY, naive

DAYS = (5, 7, 15)


def run() -> bool:
    """Whether no day is wrong, and counting by the calendar is at least three times as fast as day by day."""
    calendar = WorkCalendar()
    calendar.after(EVERY_DAY[0], 1)
    started = time.perf_counter()
    found = [calendar.after(day, count) for day in EVERY_DAY for count in DAYS]
    between = time.perf_counter()
    right = [naive(day, count) for day in EVERY_DAY for count in DAYS]
    ended = time.perf_counter()
    wrong = sum(one != other for one, other in zip(found, right, strict=True))
    print(f"postings put up on {len(EVERY_DAY)} days for {DAYS} working days: {len(found)} counted, wrong {wrong}", flush=True)
    return told("working days: times as fast as day by day", (ended - between) / (between - started), "x", 3, at_least=True) and not wrong
