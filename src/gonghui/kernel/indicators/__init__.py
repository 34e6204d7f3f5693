"""Figures 指标: declared once, computed at any node and period, opened to their records."""

from .declare import INDICATORS, Change, Distinct, Flow, Growth, Indicator, Latest, Mean, Ordinal, Ratio, Stock, find
from .figure import Figure, figure, refuse_outside
from .trace import trace

__all__ = [
    "INDICATORS", "Change", "Distinct", "Figure", "Flow", "Growth", "Indicator", "Latest", "Mean", "Ordinal", "Ratio", "Stock", "figure", "find", "refuse_outside", "trace",
]  # fmt: skip
