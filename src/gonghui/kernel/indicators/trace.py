"""The rows a figure is made of; each tells what it adds, and together they add up to it."""

from django.db.models import Q

from ..access.scope import see
from ..access.viewer import Viewer, after
from ..tree.models import Node
from ..tree.slots import in_ranges, ranges
from .declare import Change, Flow, Growth, Indicator, Latest, Ratio, Stock


def place(indicator: Indicator, node: Node, as_was: bool) -> Q:
    """Rows at `node` or below: by the tree of their own day, or by the tree of today."""
    q = Q(pk__in=[])
    if as_was:
        intervals = ranges(node)
        for column, _lookup in indicator.nodes:
            q |= in_ranges(column, intervals)
        return q
    for _column, lookup in indicator.nodes:
        q |= Q(**{f"{lookup}__path__gte": node.path, f"{lookup}__path__lt": after(node.path)})
    return q


def rows_of(indicator: Indicator, node: Node, period, as_was: bool):
    """The queryset a plain figure counts."""
    rows = indicator.counts.objects.for_act("a figure counts the whole subtree")
    if isinstance(indicator, Latest):
        return indicator.last(rows.filter(indicator.rows(period)), node)
    return rows.filter(indicator.rows(period), place(indicator, node, as_was))


def may_open(viewer: Viewer, indicator: Indicator, model, node: Node) -> bool:
    """Whether a viewer who may see a figure may see its rows: such as name people need the power to see their noun there."""
    return not indicator.personal or viewer.reach(see(model)).covers(node.path)


def counts_rows(indicator: Indicator) -> bool:
    """Tell whether the figure is the number of its rows: neither a sum nor different values of something."""
    return type(indicator).value in (Flow.value, Stock.value) and not indicator.adds and not getattr(indicator, "of", "")


def parts(indicator: Indicator, period) -> list[tuple[str, Indicator, object, int]]:
    """What a compound figure is made of: (name, indicator, period, sign)."""
    from ..periods import Period

    match indicator:
        case Change():
            before = Period(f"asof-{period.before}", period.before, period.before)
            return [("end", indicator.stock, period, 1), ("start", indicator.stock, before, -1)]
        case Ratio():
            return [("top", indicator.top, period, 1), ("bottom", indicator.bottom, period, 1)]
        case Growth():
            return [("now", indicator.stock, period, 1), ("year_earlier", indicator.stock, period.year_earlier, 1)]
    return []


def trace(indicator: Indicator, node: Node, period, *, as_was: bool = True) -> list[tuple[str, int, object]]:
    """
    The rows behind a figure, as (part, sign, queryset annotated with `share`).

    A plain figure has one part, ''. A change, ratio or growth has two, each of them a plain figure.
    No cap: whoever shows it pages it, whoever exports it streams it.
    """
    compound = parts(indicator, period)
    if compound:
        return [(name, sign, rows_of(one, node, span, as_was).annotate(share=one.share())) for name, one, span, sign in compound]
    return [("", 1, rows_of(indicator, node, period, as_was).annotate(share=indicator.share()))]
