"""How numbers stand in the words of a review: exactly, or rounded down with a word that says so."""

import re
from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal

ROUNDED, GROWN = "万", "同比"  # how a figure may be said besides exactly
REFERENCE = re.compile(rf"\{{([\w.@-]+?)(?::({ROUNDED}|{GROWN}))?\}}")
NUMBER = re.compile(r"\d[\d,.]*")
PLAIN = re.compile(r"\d{4}\s*年|\d{1,2}\s*(?:月|日)|第\s*\d+\s*[届次批期]")  # years, days and ordinals are no figures


def hedged(value: Decimal) -> str:
    """
    In units of ten thousand with one decimal, rounded down; "余" says the true number is larger, no word that it is exactly this.

    A rounded number with no such word would read as exact (default: what is below ten thousand is told as it is).
    """
    if abs(value) < 10_000:
        return f"{value.normalize():,f}"
    shown = (value / 10_000).quantize(Decimal("0.1"), rounding=ROUND_DOWN)
    return f"{shown.normalize():,f}万{'余' if shown * 10_000 != value else ''}"


def typed_number(text: str) -> str:
    """The first number in a text that is neither a reference, a year, a day nor an ordinal; empty if there is none."""
    found = NUMBER.search(PLAIN.sub("", REFERENCE.sub("", text)))
    return found[0] if found else ""


def keys_of(text: str) -> list[str]:
    """The figures a text refers to."""
    return [found[1] for found in REFERENCE.finditer(text)]


def compared_in(text: str) -> list[str]:
    """The figures a text sets beside those of the year before."""
    return [found[1] for found in REFERENCE.finditer(text) if found[2] == GROWN]


def filled(text: str, said: Callable[[str, str], str]) -> str:
    """The text with every reference put in words by `said(key, form)`; form: '', ROUNDED or GROWN."""
    return REFERENCE.sub(lambda found: said(found[1], found[2] or ""), text)
