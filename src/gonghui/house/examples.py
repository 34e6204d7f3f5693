"""
One figure of every indicator, with the first rows behind it: of the demonstration, built on a day that stands still.

What the demonstration has no rows of, and a published review prints, is of the replay of that review.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import INDICATORS, figure
from gonghui.kernel.indicators.declare import Indicator
from gonghui.kernel.indicators.trace import parts, rows_of
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import one_tree

DAY, SCALE, SEED = date(2025, 12, 31), 0.01, 2024
SHOWN = 3
# drawn by lot, at every building anew: ballots have random numbers, places to be looked at are drawn, and who plays whom
DRAWN = {
    "campaigns.votes", "campaigns.votes@aside", "leagues.matches", "leagues.suspensions", "leagues.venue_attendances",
    "places.inspected", "places.rectifications", "places.rectified", "places.rectified_pct",
}  # fmt: skip


def built(build: Callable) -> None:
    """Build the demonstration the examples are of, in the current database."""
    with clock.at(DAY):
        build(scale=SCALE, seed=SEED)


def examples() -> dict[str, dict]:
    """
    Key -> what is told of it at the top of the demonstration in its year, or in the one before where that alone has rows.

    Rows that name people are told by their organisation.
    """
    with clock.at(DAY), trusted(), one_tree():
        root = Node.objects.for_act("examples").get(parent=None, tree="org")
        year, before = (Period.parse(str(DAY.year - n)) for n in range(2))
        told = {key: _example(one, root, year) for key, one in sorted(INDICATORS.items()) if key not in DRAWN}
        earlier = {key: _example(INDICATORS[key], root, before) for key, one in told.items() if lacking(one)}
        return told | {key: one for key, one in earlier.items() if not lacking(one)}


def lacking(told: dict) -> bool:
    """Whether an example opens to no row."""
    return not any(part["count"] for part in told["parts"])


def published(claims: Path, keys: set[str], replay: Callable) -> dict[str, dict]:
    """Key -> the same of the first claim that prints it, by `replay` at SCALE; `claim` is its number."""
    told = {}

    def keep(claim, indicator, node, period):
        if indicator.key in keys and indicator.key not in told and not lacking(one := _example(indicator, node, period)):
            told[indicator.key] = {**one, "claim": claim.id}

    replay(claims, scale=SCALE, only=keys, out=lambda text: None, each=keep)
    return told


def _example(one: Indicator, node: Node, period: Period) -> dict:
    made = figure(one, node, period, viewer=SYSTEM)
    told = []
    for name, part, span, _sign in parts(one, period) or [("", one, period, 1)]:
        rows = rows_of(part, node, span, True).annotate(share=part.share())
        first = rows.select_related(*rows.model.named_by).order_by("pk")[:SHOWN]
        value = _said(made.parts[name] if name else made.value)
        told.append({"name": name, "value": value, "count": rows.count(), "rows": [_row(part, row) for row in first]})
    return {"node": node.name, "period": str(period), "value": f"{made}", "parts": told}


def _said(value) -> str:
    return "—" if value is None else f"{value:,}"


def _row(one: Indicator, row) -> list[str]:
    """What a row adds, what it is called, where it lies."""
    lookup, at = one.nodes[0][1], row
    for step in lookup.split("__"):
        at = getattr(at, step)
    return [_said(row.share), str(row._meta.verbose_name) if one.personal else str(row), str(at)]
