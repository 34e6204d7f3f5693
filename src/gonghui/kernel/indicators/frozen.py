"""
Frozen figures 定格数: what a review fixed of a figure, and how a number stands beside the same one of a year before.

Whoever freezes figures says so here, by `tells`; whoever shows a figure asks `frozen_in`, and knows of no review.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as now_

from ..access.viewer import Viewer
from ..periods import Period
from ..tree.models import Node


@dataclass(frozen=True)
class Frozen:
    """One figure as it was frozen; version: of the definition it was counted by. value: None where it could not be said."""

    key: str
    version: int
    value: Decimal | None
    frozen_on: date


Told = Callable[[Node, Period, Viewer], Iterable[Frozen]]
_tellers: list[Told] = []


def tells(told: Told) -> Told:
    """Let a function tell of what was frozen of a node for just a period, within the viewer's reach."""
    _tellers.append(told)
    return told


def frozen_in(node: Node, period: Period, viewer: Viewer) -> dict[str, Frozen]:
    """What was frozen of a node for just this period, by the key of the indicator."""
    return {one.key: one for told in _tellers for one in told(node, period, viewer)}


def grown(now: Decimal, before: Decimal, percent: bool) -> str:
    """
    How much more or less than a year before: a rate in points, all else in percent of what was, with one decimal.

    Of nothing there is no percent: whoever asks has seen to it that `before` is none.
    """
    change = now - before if percent else (now - before) * 100 / before
    shown = abs(change).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP).normalize()
    if not change:
        return now_("持平")
    said = now_("{amount:f}个百分点") if percent else now_("{amount:f}%")
    how = now_("下降") if change < 0 else now_("提高") if percent else now_("增长")
    return how + said.format(amount=shown)
