"""
Small numbers of people 小数保护: what somebody is told who may see a figure and not the people behind it.

A count below the threshold is not told at all; every other one is told as a multiple of it, and a sum in steps no smaller than
the largest single amount in it. So no difference of two figures, of nodes, of periods or of trees, says anything of one person.

Source: handbook, statistics, section 8 (counts below 5); rounding to a base is the usual protection of published tables; default.
"""

from decimal import Decimal

from django.db.models import Count, Max
from django.utils.translation import gettext_lazy as _

from .. import config
from ..tree.models import Node
from .declare import Indicator

THRESHOLD = "stat.suppress_below"
config.declare(config.Config(THRESHOLD, 5, _("小数保护：至少告知的人数"), least=2, most=100))


def rounded(indicator: Indicator, rows, value, threshold: int) -> tuple[int | Decimal | None, int]:
    """
    What may be told of a value, and in what steps; nothing where fewer than `threshold` people stand behind it.

    Refused is nothing: a figure that is hidden says so. One more statement.
    """
    if not value:
        return value, 0
    told = rows.aggregate(n=Count("*"), most=Max(indicator.adds)) if getattr(indicator, "adds", "") else {"n": value, "most": None}
    if told["n"] < threshold:
        return None, threshold
    step = threshold if told["most"] is None else 10 ** len(str(int(abs(told["most"]))))
    return int((Decimal(value) / step).quantize(Decimal(1), rounding="ROUND_HALF_EVEN")) * step, step


def threshold(node: Node, on) -> int:
    """The number of people that is told at least, as it is set at a node."""
    return config.value(THRESHOLD, node, on)
