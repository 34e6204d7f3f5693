"""What hangs below a node 下级: each with its value and last year's, in the order of the area or ranked, in five shades."""

from dataclasses import dataclass
from decimal import Decimal

from gonghui.kernel.indicators import Indicator
from gonghui.kernel.indicators.series import OWN, below, hung_below
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node, Placement

from .ranking import may_rank, ranks
from .spans import year_before
from .tiles import cell, changed, few

SHADES = 5


@dataclass
class Lower:
    """
    A node below, or the node itself (`own`): its value and that of the same days a year earlier.

    moved: it hung here for a part of the period only, and counts for that. opens: it hangs here today. shade: 1 to 5, 0 where there is no value.
    """

    node: Node
    value: int | Decimal | None
    before: int | Decimal | None
    indicator: Indicator
    least: int = 0
    own: bool = False
    moved: bool = False
    opens: bool = True
    rank: int | None = None
    shade: int = 0

    @property
    def short(self) -> str:
        """The place, as it is written on a map."""
        return self.node.name.removesuffix("总工会")

    @property
    def hidden(self) -> bool:
        """So few persons that a room could know them."""
        return few(self.value, self.indicator, self.least)

    @property
    def said(self) -> str:
        return cell(self.value, self.indicator, self.least)[1]

    @property
    def last(self) -> str:
        return cell(self.before, self.indicator, self.least)[1]

    @property
    def change(self) -> str:
        return "" if self.hidden or few(self.before, self.indicator, self.least) else changed(self.value, self.before, self.indicator.unit)


def lower(indicator: Indicator, node: Node, span: Period, least: int = 0) -> list[Lower]:
    """
    What makes up a figure of a node, right below it; whoever asks has seen to it that the viewer may know.

    Where the figure may be ranked, each kind of node by itself; where not, widest first and then by code, the node itself last.
    """
    hung = hung_below(node)
    values = below(indicator, node, [span, year_before(span)], hung)
    spells: dict[int, list[Placement]] = {}
    for one in hung:
        spells.setdefault(one.node_id, []).append(one)
    rows = []
    for key, placed in spells.items():
        here = any(one.since <= span.end and (one.until is None or one.until >= span.start) for one in placed)
        if here or any(values[key]):
            last = placed[-1]
            moved = last.until is not None and last.until < span.end or (last.since > span.start and last.since > last.node.since)
            opens = last.node.path.startswith(node.path)
            rows.append(Lower(last.node, *values[key], indicator, least, moved=moved, opens=opens))
    _shade(rows)
    rows = _ranked(indicator, rows)
    own = Lower(node, *values[OWN], indicator, least, own=True, opens=False)
    return [*rows, own] if rows and any(values[OWN]) else rows


def extremes(rows: list[Lower]) -> tuple[str, str] | None:
    """The least and the greatest value as they are said; None where fewer than two differ."""
    known = sorted((one for one in rows if one.value is not None and not one.own), key=lambda one: one.value)
    return (known[0].said, known[-1].said) if known and known[0].value != known[-1].value else None


def _shade(rows: list[Lower]) -> None:
    """From the least to the greatest value in equal steps."""
    known = [one.value for one in rows if one.value is not None and not one.hidden]
    for one in rows:
        if one.value is not None and not one.hidden:
            width = max(known) - min(known)
            one.shade = 1 + min(int(SHADES * (one.value - min(known)) / width), SHADES - 1) if width else 1


def _ranked(indicator: Indicator, rows: list[Lower]) -> list[Lower]:
    for kind in dict.fromkeys(one.node.kind for one in rows if may_rank(indicator.key, one.node.kind)):
        alike = [one for one in rows if one.node.kind == kind]
        for one, rank in zip(alike, ranks(one.value for one in alike), strict=True):
            one.rank = rank
    kinds = list(dict.fromkeys(one.node.kind for one in rows))
    return sorted(rows, key=lambda one: (kinds.index(one.node.kind), one.rank or len(rows) + 1))
