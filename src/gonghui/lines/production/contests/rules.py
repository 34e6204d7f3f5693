"""Ranks and benefit: pure."""

from decimal import Decimal


def benefit_a_mu(income: Decimal, cost: Decimal, area: int) -> Decimal:
    """Yuan a mu: sales less cost over the area in hundredths of a mu; two places. A loss is below zero."""
    return ((income - cost) * 100 / area).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


def ranks(scores: list[Decimal]) -> list[int]:
    """The rank of each score, the highest first; equal scores share a rank and the next is left out (1, 2, 2, 4)."""
    first: dict[Decimal, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), 1):
        first.setdefault(score, place)
    return [first[score] for score in scores]
