"""
One indicator many times: in each of several periods, at each node below. One statement for each plain indicator it is made of.

What is told is what `figure` would say one by one; whoever asks has seen to it that the viewer may know.
"""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import connection
from django.db.models import BigIntegerField, Case, Q, Value, When

from ..access.viewer import Viewer
from ..clock import now
from ..periods import Period
from ..tree.models import Node, Placement
from ..tree.slots import ranges, unsettled
from .declare import Flow, Indicator, Latest, Ordinal, Stock
from .figure import Figure, compound, figure, plain, refuse_outside
from .remembered import adds
from .trace import may_open, parts, place

OWN, ELSEWHERE = 0, -1  # what lies at the node itself; what does not lie below it
ONE_DAY, MANY = timedelta(days=1), 2
ANY = Period("2000", date(2000, 1, 1), date(2000, 12, 31))  # for asking what an indicator is made of
Told = dict[int, list]


def runs(indicator: Indicator) -> bool:
    """Tell whether one may ask for several periods at once: the last record of a node (`Latest`) has no course."""
    return not any(isinstance(one, Latest) for one in _plain_ones(indicator))


def monthly(indicator: Indicator) -> bool:
    """Tell whether it differs by month: what is dated by the number of a year does not."""
    return runs(indicator) and not any(getattr(one, "yearly", False) for one in _plain_ones(indicator))


def divides(indicator: Indicator) -> bool:
    """Tell whether it can be told by what hangs below: no edition; and where a record has two nodes, only what is added."""
    return runs(indicator) and not any(isinstance(one, Ordinal) or (len(one.nodes) > 1 and not _added(one)) for one in _plain_ones(indicator))


def figures(indicator: Indicator, node: Node, periods: list[Period], *, viewer: Viewer) -> list[Figure]:
    """As `figure`, in each of several periods, by one statement where nothing is remembered. Refuses NOT_YOURS."""
    remembered = connection.vendor == "postgresql" and all(adds(one) for one in _plain_ones(indicator))
    if remembered or not runs(indicator) or few(indicator, node, viewer):
        return [figure(indicator, node, period, viewer=viewer) for period in periods]
    refuse_outside(indicator, node, viewer)
    doubt = unsettled(ranges(node))
    values = over(indicator, node, periods)
    return [Figure(indicator, node, period, True, value, now(), doubt) for period, value in zip(periods, values, strict=True)]


def over(indicator: Indicator, node: Node, periods: list[Period]) -> list:
    """The values at a node and below in each period, by the tree as it was."""
    return _made(indicator, periods, lambda one, spans: {OWN: _aggregated(one, node, spans)})[OWN]


def below(indicator: Indicator, node: Node, periods: list[Period], hung: list[Placement]) -> Told:
    """
    The values in each period of what hung right below a node (`hung_below`), by number of the node below; under OWN of what lies at the node itself.

    Counted by where a record's slot lies: a node that has come or gone counts for the time it hung here, so that what adds
    over the tree adds up to the figure of `node`. A record with two nodes counts at both.
    """
    steps = _steps(node, hung)
    keys = {OWN, *(one.node_id for one in hung)}
    return _made(indicator, periods, lambda one, spans: _grouped(one, node, spans, steps, keys))


def hung_below(node: Node) -> list[Placement]:
    """Every place there ever was right below a node, with its node; widest first, then by code."""
    rows = Placement.objects.for_act("what hung below").filter(parent=node).select_related("node")
    return sorted(rows, key=lambda one: (one.slot - one.slot_end, one.node.code, one.since))


def few(indicator: Indicator, node: Node, viewer: Viewer) -> bool:
    """Tell whether the viewer is told of its people only in steps, and so not node by node below."""
    return not all(may_open(viewer, one, one.counts, node) for one in _plain_ones(indicator))


def _plain_ones(indicator: Indicator) -> list[Indicator]:
    return [one for _name, one, _span, _sign in parts(indicator, ANY)] or [indicator]


def _added(indicator: Indicator) -> bool:
    return not getattr(indicator, "of", "") and isinstance(indicator, Flow | Stock)


def _made(indicator: Indicator, periods: list[Period], told: Callable[[Indicator, list[Period]], Told]) -> Told:
    """The values of an indicator from those of what it is made of."""
    spans = [parts(indicator, period) for period in periods]
    if not any(spans):
        return told(indicator, periods)
    made = {name: told(one, [of[n][2] for of in spans]) for n, (name, one, _span, _sign) in enumerate(spans[0])}
    keys = next(iter(made.values()))
    return {key: [compound(indicator, {name: made[name][key][n] for name in made}) for n in range(len(periods))] for key in keys}


def _rows(indicator: Indicator, node: Node, periods: list[Period]) -> tuple:
    """What may count in any of the periods, and what is counted in each."""
    rows = indicator.counts.objects.for_act("a figure counts the whole subtree").filter(indicator.condition(), place(indicator, node, True))
    if type(indicator).dated is Flow.dated:
        rows = rows.filter(indicator.dated(Period("", min(p.start for p in periods), max(p.end for p in periods))))
    return rows.order_by(), {f"v{n}": indicator.value(indicator.dated(period)) for n, period in enumerate(periods)}


def _aggregated(indicator: Indicator, node: Node, periods: list[Period]) -> list:
    rows, values = _rows(indicator, node, periods)
    if isinstance(indicator, Stock) and not indicator.of and len(periods) > MANY:
        days = sorted({period.end for period in periods})
        further = [indicator.on_day(day) if indicator.on_day else Q() for day in days]
        if all(one == further[0] for one in further):
            told = _stood(indicator, rows.filter(further[0]), days)
            return [told[period.end] for period in periods]
    return [plain(value) for value in rows.aggregate(**values).values()]


def _stood(indicator: Stock, rows, days: list[date]) -> dict[date, int]:
    """A stock on many days in one pass that looks at each row's first and last day once, not once a day."""
    begun = _stepped(indicator.since, [(date.min, 0), *((day + ONE_DAY, n) for n, day in enumerate(days, 1))])
    ended = _stepped(indicator.until, [(date.min, 0), *((day, n) for n, day in enumerate(days, 1))]) if indicator.until else Value(len(days))
    told = dict.fromkeys(days, 0)
    for first, last, value in (
        rows.annotate(begun=begun, ended=ended).values("begun", "ended").annotate(value=indicator.value()).values_list("begun", "ended", "value")
    ):
        for day in days[first:last]:
            told[day] += plain(value)
    return told


def _grouped(indicator: Indicator, node: Node, periods: list[Period], steps: list[tuple[int, int]], keys: set[int]) -> Told:
    rows, values = _rows(indicator, node, periods)
    places = {f"place{n}": _stepped(slot, steps) for n, (slot, _node) in enumerate(indicator.nodes)}
    told = {key: [0] * len(periods) for key in keys}
    for row in rows.annotate(**places).values(*places).annotate(**values).values_list(*places, *values):
        for key in {*row[: len(places)]} - {ELSEWHERE}:
            told[key] = [a + plain(b) for a, b in zip(told[key], row[len(places) :], strict=True)]
    return told


def _steps(node: Node, hung: list[Placement]) -> list[tuple[int, int]]:
    """From which slot on a record lies where."""
    steps = {0: ELSEWHERE} | {low: OWN for low, _high in ranges(node)} | {high: ELSEWHERE for _low, high in ranges(node)}
    for one in hung:
        steps[one.slot] = one.node_id
        steps.setdefault(one.slot_end, OWN)
    return sorted(steps.items())


def _stepped(column: str, steps: list[tuple]):
    """On which step (from what on, its number) a slot or day lies, found by halves; an empty one lies on the last."""
    if len(steps) == 1:
        return Value(steps[0][1], BigIntegerField())
    half = len(steps) // 2
    return Case(When(**{f"{column}__lt": steps[half][0]}, then=_stepped(column, steps[:half])), default=_stepped(column, steps[half:]))
