"""Figures 指标: declared once, computed at any node and period, opened to their records."""

from .declare import INDICATORS, Change, Distinct, Flow, Growth, Indicator, Ratio, Stock, find
from .figure import Figure, figure
from .trace import trace

__all__ = [
    "INDICATORS", "Change", "Distinct", "Figure", "Flow", "Growth", "Indicator", "Ratio", "Stock", "figure", "find", "trace",
]  # fmt: skip
