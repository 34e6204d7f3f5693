"""What was printed beside what the records make, with the number of records behind it."""

from dataclasses import dataclass
from decimal import Decimal

from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import figure, find, trace
from gonghui.kernel.indicators.printed import stands
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.slots import one_tree

from . import Told


@dataclass(frozen=True)
class Made:
    """The figure of the records, how many records it is made of, and whether it is what was printed."""

    value: int | Decimal | None
    rows: int
    same: bool


def compared(told: list[Told], node, viewer=SYSTEM) -> list[tuple[Told, Made | None]]:
    """Each claim with the figure at `node` and below in its period; nothing where indicator or period is unknown, or it is not the viewer's to see."""
    with one_tree():
        return [(one, _made(one, node, viewer)) for one in told]


def _made(one: Told, node, viewer) -> Made | None:
    if one.key is None:
        return None
    indicator = find(one.key)
    try:
        period = Period.parse(one.period)
        value = figure(indicator, node, period, viewer=viewer).value
    except Refused:
        return None
    with trusted():
        rows = sum(part.count() for _name, _sign, part in trace(indicator, node, period))
    return Made(value, rows, stands(one.claim.value, one.claim.qualifier, indicator.unit, value))
