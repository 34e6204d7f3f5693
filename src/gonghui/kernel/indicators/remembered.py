"""
Counts remembered 记住的计数: a figure that adds over the tree, kept by parts, each counted again only when written to.

A province is counted as its cities and counties. Every part says the same rows as the whole would; what was written
since is known from `touched`. Nothing is ever added to a remembered part: it is counted anew or it stands. Each process
remembers for itself, for an hour at most. A record with two slots lies in a part by the first of them that is below the
node. What does not add (different persons, a highest number, the tree of today) is one part, counted again as a whole.

A count holds for a statement's snapshot S. `pg_snapshot_xmin(S)` is the oldest transaction S might not have seen: all
older ones were over and are in the count. So a part stands as long as no visible touch is of that transaction or a later one.
"""

import re
import time
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from django.db import connection
from django.db.models import F, Func, IntegerField, Q

from ..access.wall import trusted
from ..store import written
from ..tree.models import Node, Placement
from ..tree.slots import in_ranges, once_a_tree, ranges
from .declare import Flow, Indicator, Latest, Stock
from .touched import watched

HOLDS, MOST = 3600.0, 2000  # seconds a count is remembered; how many are
MOST_PARTS, MANY = 400, 16  # parts of a count; how many of them are counted again one by one
TABLES = re.compile(r'(?:FROM|JOIN) "(\w+)"')
SINCE = """
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, pg_current_xact_id_if_assigned() IS NULL, noun, low, high
FROM (VALUES (1)) now LEFT JOIN (SELECT DISTINCT noun, low, high FROM kernel_touch WHERE by >= %s AND noun = ANY(%s)) written ON true
"""
NEVER = 2**62  # no transaction has this number
TREE = Placement._meta.db_table


@dataclass
class Count:
    """What was counted: the parts' values, where they begin, and the oldest transaction it may not have seen."""

    since: int
    made: float
    edges: list[int]
    parts: dict[tuple[str, int], int] = field(default_factory=dict)


_counts: OrderedDict[tuple, Count] = OrderedDict()
_lock = Lock()


def adds(indicator: Indicator) -> bool:
    """Tell whether the parts of a tree add up to the whole, each row lying in one part by a slot of its own."""
    plain = getattr(type(indicator), "value", None) in (Flow.value, Stock.value) and not getattr(indicator, "of", "")
    return plain and not any("__" in slot for slot, _node in indicator.nodes)


def counted(indicator: Indicator, node: Node, rows, as_was: bool = True) -> int | None:
    """The value of `rows`, those of `node`; None where nothing is remembered and it is to be counted plainly."""
    if connection.vendor != "postgresql" or isinstance(indicator, Latest):
        return None
    sql, params = written(rows)
    if not sql:
        return None
    tables = sorted(set(TABLES.findall(sql)))
    in_parts = as_was and adds(indicator)
    key = (indicator.key, indicator.version, sql, str(params))
    known = _recall(key)
    with trusted(), connection.cursor() as cursor:
        cursor.execute(SINCE, [known.since if known else NEVER, [*tables, TREE]])
        touches = cursor.fetchall()
    since, only_reading = touches[0][:2]
    if not only_reading or not watched().issuperset(tables):
        return None  # what this transaction wrote may yet be undone
    touches = [touch[2:] for touch in touches if touch[2]]
    edges = known.edges if known else []
    if in_parts and (known is None or any(noun == TREE for noun, _low, _high in touches)):
        edges = _edges(node)
    stale = _stale(touches, tables, rows.model._meta.db_table, edges) if known and known.edges == edges else None
    if stale is None:
        made = Count(since, time.monotonic(), edges, _parts(indicator, rows, edges, ranges(node)) if in_parts else _whole(indicator, rows))
    else:
        parts = known.parts
        if stale:
            again = _parts(indicator, rows, edges, ranges(node), stale)
            parts = {part: value for part, value in parts.items() if part[1] not in stale} | again
        made = Count(since, known.made, edges, parts)
    _keep(key, made)
    return sum(made.parts.values()) if in_parts else made.parts["", 0]


@once_a_tree
def _edges(node: Node) -> list[int]:
    """Where parts begin: the node's own ranges, and the placements one and two levels below, where those are few."""
    edges, above = {low for low, _high in ranges(node)}, [node.pk]
    for _level in range(2):
        below = list(Placement.objects.for_act("parts of a count").filter(parent__in=above).values_list("slot", "node")[: MOST_PARTS + 1])
        if len(below) > MOST_PARTS:
            break
        edges |= {slot for slot, _node in below}
        above = [pk for _slot, pk in below]
    return sorted(edges)


def _whole(indicator: Indicator, rows) -> dict:
    return {("", 0): rows.aggregate(value=indicator.value())["value"]}


def _parts(indicator: Indicator, rows, edges: list[int], intervals, only=None) -> dict[tuple[str, int], int]:
    """The parts by each slot of the rows, of those that lie below the node by no slot before it; only: these parts."""
    bounds, found = "{" + ",".join(map(str, edges)) + "}", {}
    for slot, _node in indicator.nodes:
        part = Func(F(slot), template=f"width_bucket(%(expressions)s, '{bounds}'::bigint[])", output_field=IntegerField())
        here = rows.filter(_between(slot, edges, only)) if only else rows
        if len(indicator.nodes) > 1:
            here = here.filter(in_ranges(slot, intervals))
        made = here.order_by().annotate(part=part).values("part").annotate(value=indicator.value())
        found |= {(slot, n): value for n, value in made.values_list("part", "value")}
        rows = rows.exclude(in_ranges(slot, intervals))
    return found


def _between(slot: str, edges: list[int], parts) -> Q:
    """Rows of these parts; part n lies from edge n - 1 up to edge n."""
    q = Q(pk__in=[])
    for n in parts:
        q |= Q(**{f"{slot}__gte": edges[n - 1] if n else 0}) & (Q(**{f"{slot}__lt": edges[n]}) if n < len(edges) else Q())
    return q


def _stale(touches, tables: list[str], counted_table: str, edges: list[int]) -> set[int] | None:
    """The parts written to since; None where all may be, as when another table the rows are looked at with was written to."""
    stale: set[int] = set()
    for table, low, high in touches:
        if table not in tables:
            continue
        if low is None or table != counted_table or not edges:
            return None
        stale.update(range(bisect_right(edges, low), bisect_right(edges, high) + 1))
        if len(stale) > MANY:
            return None
    return stale


def _recall(key: tuple) -> Count | None:
    with _lock:
        known = _counts.get(key)
        return known if known and time.monotonic() - known.made < HOLDS else None


def _keep(key: tuple, made: Count) -> None:
    with _lock:
        _counts[key] = made
        _counts.move_to_end(key)
        while len(_counts) > MOST:
            _counts.popitem(last=False)


def forget_all() -> None:
    """Remember nothing: what is counted next is counted anew."""
    with _lock:
        _counts.clear()
