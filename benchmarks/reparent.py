"""A county with 3,000 unions moves in mid-year: nodes at once, rows in the background, and figures that say so until it is done."""

import threading
import time
from datetime import date

from django.db import connection
from django.db.models import Q

from benchmarks import full
from benchmarks.measure import told
from gonghui.house.worker import work
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import reading_as, trusted
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import in_ranges, ranges
from gonghui.lines.organization.orgs import tree_acts
from gonghui.lines.organization.orgs.models import Union

ON, LIMIT = date(2026, 7, 1), 60
FLOWS = ("culture.activities", "hotline.tickets", "innovation.patents_applied")
STOCKS = ("membership.members_total", "orgs.total@basic")
YEAR, BEFORE, AFTER = Period.parse("2026"), Period.parse("asof-2026-06-30"), Period.parse("asof-2026-09-30")
FIRST_HALF, SECOND_HALF = Period.parse("2026H1"), Period.parse("2026H2")


def run() -> bool:
    """Both trees are looked at before, while the rows follow, and after; beside it a bare update of as many slots."""
    province = full.laid()
    with full.as_service(), reading_as(province.officer):
        with trusted():
            county = Node.objects.for_act("bench").get(pk=province.moving.pk)
            union = Union.objects.for_act("bench").get(node=county)
            old, new = Node.objects.for_act("bench").get(pk=county.parent_id), province.to
        was = {"old": values(province, old), "new": values(province, new), "county": values(province, county)}
        was |= {"apart": counted([(old.slot, county.slot), (county.slot_end, old.slot_end)]), "together": counted([*ranges(new), *ranges(county)])}
        started = time.perf_counter()
        do(tree_acts.move, SYSTEM, union, parent=new, on=ON)
        moved = time.perf_counter() - started
        county = fresh(county)
        at_once = as_is_right(province, was, old, new)
        said = all(
            figure(find(key), node, YEAR, viewer=province.officer).unsettled for key in FLOWS for node in (fresh(old), fresh(new), province.root)
        )
        rows, settled = follow(started, province, county)
        right = as_was_right(province, was, fresh(old), fresh(new), county)
        bare = update_again(county)
    print(
        f"reparent: {rows:,} rows followed in {settled:.1f} s, {settled / bare:.0f} x a bare update of as many slots ({bare:.2f} s); "
        f"nodes at once {'right' if at_once else 'WRONG'}, told as unsettled {said}, as it was and as it is {'right' if right else 'WRONG'}",
        flush=True,
    )
    holds = told("reparent: the move of 3,000 unions", moved, "s", 1)
    return holds & told("reparent: rows re-slotted and figures right", settled, "s", LIMIT) & at_once & said & right


def fresh(node: Node) -> Node:
    with trusted():
        return Node.objects.for_act("bench").get(pk=node.pk)


ASKED = [(key, period) for key in FLOWS for period in (FIRST_HALF, SECOND_HALF)] + [(key, day) for key in STOCKS for day in (BEFORE, AFTER)]


def values(province, node: Node, as_was: bool = True) -> dict:
    """What is told at a node, flow by half-year and stock before and after the day."""
    return {(key, str(period)): figure(find(key), node, period, viewer=province.officer, as_was=as_was).value for key, period in ASKED}


def counted(intervals) -> dict:
    """The same of whatever lies in these intervals by any of its slots, counted plainly."""
    made = {}
    for key, period in ASKED:
        one, here = find(key), Q(pk__in=[])
        for column, _node in one.nodes:
            here |= in_ranges(column, intervals)
        rows = one.counts.objects.for_act("bench").filter(one.rows(period), here)
        made[key, str(period)] = rows.aggregate(value=one.value())["value"]
    return made


def as_is_right(province, was, old: Node, new: Node) -> bool:
    """By the tree of today all of the county is with its new city, whatever its day, before any row has followed."""
    return values(province, fresh(old), as_was=False) == was["apart"] and values(province, fresh(new), as_was=False) == was["together"]


def as_was_right(province, was, old: Node, new: Node, county: Node) -> bool:
    """What lies before the day is with the old city, the rest with the new; the county has all of it."""
    later = {(key, str(period)) for key, period in ASKED if period in (SECOND_HALF, AFTER)}
    left = {key: was["apart" if key in later else "old"][key] for key in was["old"]}
    came = {key: was["together" if key in later else "new"][key] for key in was["old"]}
    told = [values(province, node) for node in (old, new, county)]
    wrong = [pair for pair in zip(told, (left, came, was["county"]), strict=True) if pair[0] != pair[1]]
    for one, other in wrong:
        print("  told", one, "\n  right", other)
    return not wrong


def follow(started: float, province, county: Node) -> tuple[int, float]:
    """Let the worker do it while somebody asks; rows that followed, and seconds from the move until no figure says that it is unsettled."""
    worker = threading.Thread(target=_work)
    worker.start()
    while figure(find(FLOWS[0]), county, YEAR, viewer=province.officer).unsettled:
        time.sleep(0.2)
    for key in FLOWS:
        figure(find(key), county, YEAR, viewer=province.officer)
    seconds = time.perf_counter() - started
    worker.join()
    rows = 0
    with trusted(), connection.cursor() as cursor:
        for table in ("commons_activities_activity", "commons_cases_case", "commons_registers_registerentry", "organization_membership_spell"):
            cursor.execute(f"SELECT count(*) FROM {table} WHERE slot >= %s AND slot < %s", [county.slot, county.slot_end])
            rows += cursor.fetchone()[0]
    return rows, seconds


def _work() -> None:
    try:
        with trusted():
            work()
    finally:
        connection.close()


def update_again(county: Node) -> float:
    """As many slots written once more by one statement a table, without act, ledger or cut."""
    started = time.perf_counter()
    with trusted(), connection.cursor() as cursor:
        for table in ("commons_activities_activity", "commons_cases_case", "commons_registers_registerentry", "organization_membership_spell"):
            cursor.execute(f"UPDATE {table} SET slot = slot + 0 WHERE slot >= %s AND slot < %s", [county.slot, county.slot_end])
    return time.perf_counter() - started
