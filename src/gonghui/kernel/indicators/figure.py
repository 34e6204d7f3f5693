"""figure(): a number, and everything that must be said with it."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from ..access.roles import who_may
from ..access.viewer import Viewer
from ..access.wall import trusted
from ..clock import now, today
from ..periods import Period
from ..refusal import Kind, Refusal
from ..tree.models import Node
from ..tree.slots import one_tree, ranges, unsettled
from . import small
from .declare import UNITS, Change, Growth, Indicator, Mean, Ratio
from .remembered import counted
from .trace import may_open, parts, rows_of

NOT_YOURS = Refusal("indicators.not_yours", _("您无权查看该组织的指标“{label}”。"), instead=_("可查看的岗位：{roles}。"), kind=Kind.FORBIDDEN)


@dataclass(frozen=True)
class Figure:
    """
    value: an int for counts, sums in their unit, a Decimal with two places for percents; None when it
    cannot be said (a ratio over nothing): missing is not zero.
    unsettled: rows below still follow a move of the tree; ask again.
    step: told as a multiple of this, or not at all, to protect the few people behind it (`small.py`); 0: exact.
    """

    indicator: Indicator
    node: Node
    period: Period
    as_was: bool
    value: int | Decimal | None
    computed_at: object
    unsettled: bool = False
    step: int = 0
    parts: dict = field(default_factory=dict)

    @property
    def unit(self) -> str:
        return str(UNITS[self.indicator.unit])

    @property
    def said(self) -> str:
        """The value as people read it: thousands apart, a dash where it cannot be said."""
        return "—" if self.value is None else f"{self.value:,}"

    def __str__(self):
        return f"{'—' if self.value is None else self.value}{self.unit}"


def figure(indicator: Indicator, node: Node, period: Period, *, viewer: Viewer, as_was: bool = True) -> Figure:
    """
    Compute an indicator at a node and below, by the tree as it was or as it is.

    Refuses NOT_YOURS outside the viewer's reach: a figure is refused, never shrunk.
    """
    refuse_outside(indicator, node, viewer)
    steps: list[int] = []

    def told(one: Indicator, span: Period):
        value = _count(one, node, span, as_was)
        if may_open(viewer, one, one.counts, node):
            return value
        value, step = small.rounded(one, rows_of(one, node, span, as_was), value, small.threshold(node, today()))
        steps.append(step)
        return value

    with trusted(), one_tree():
        made = {name: told(one, span) for name, one, span, _sign in parts(indicator, period)}
        value = (None if None in made.values() else compound(indicator, made)) if made else told(indicator, period)
        return Figure(indicator, node, period, as_was, value, now(), as_was and unsettled(ranges(node)), max(steps, default=0), made)


def refuse_outside(indicator: Indicator, node: Node, viewer: Viewer) -> None:
    """Refuses NOT_YOURS unless the viewer holds the indicator's power at `node`."""
    if not viewer.reach(indicator.power).covers(node.path):
        raise NOT_YOURS(label=indicator.label, roles=who_may(indicator.power))


def _count(indicator: Indicator, node: Node, period: Period, as_was: bool):
    rows = rows_of(indicator, node, period, as_was)
    known = counted(indicator, node, rows, as_was)
    return plain(rows.aggregate(value=indicator.value())["value"] if known is None else known)


def plain(value):
    """A whole number as one, whatever the database made of it."""
    return int(value) if isinstance(value, Decimal) and value == int(value) else value


def compound(indicator: Indicator, made: dict):
    """The value of an indicator made of others, from theirs by the names of its parts."""
    match indicator:
        case Change():
            return made["end"] - made["start"]
        case Mean():
            return each(made["top"], made["bottom"])
        case Ratio():
            return percent(made["top"], made["bottom"])
        case Growth():
            return percent(made["now"] - made["year_earlier"], made["year_earlier"])
    raise TypeError(indicator.kind)


def percent(top: int, bottom: int) -> Decimal | None:
    """Two places, half up; None over nothing."""
    return each(top * 100, bottom)


def each(top: int, bottom: int) -> Decimal | None:
    """Two places, half up; None over nothing."""
    return (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP") if bottom else None
