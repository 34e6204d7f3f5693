"""Claims as a table for people and as lines of JSON for programs."""

import io
import json

from django.utils.translation import gettext as _

from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.indicators.declare import UNITS

from . import Told
from .comparing import Made

AS_SAID = {"exact": "", "at_least": "≥", "approx": "≈", "full_coverage": ""}


def as_json(one: Told, made: Made | None) -> str:
    """One object: text, start, end, value, unit, qualifier, period, indicator or null; part_of: where its whole starts; with a node also computed, records, same."""
    claim = one.claim
    told = {
        "text": claim.text, "start": claim.start, "end": claim.end, "value": _plain(claim.value), "unit": claim.unit or _declared(one) or None,
        "qualifier": claim.qualifier, "period": one.period or None, "indicator": one.key,
    }  # fmt: skip
    if one.whole:
        told |= {"part_of": one.whole.start}
    if made:
        told |= {"computed": _plain(made.value), "records": made.rows, "same": made.same}
    return json.dumps(told, ensure_ascii=False)


def as_table(rows: list[tuple[Told, Made | None]]) -> str:
    """What was printed, which indicator it is, what the records make of it, and from how many."""
    from rich.console import Console  # a terminal's affair; pages never draw it
    from rich.table import Table

    table = Table(*map(str, (_("原文"), _("公布数"), _("期间"), _("指标"), _("系统数"), _("记录数"), _("核对"))), row_styles=["", "dim"])
    for one, made in rows:
        table.add_row(*cells(one, made))
    out = io.StringIO()
    Console(file=out, width=150).print(table)
    return out.getvalue().rstrip()


def cells(one: Told, made: Made | None) -> tuple[str, ...]:
    """What was told, the printed number, the period, the indicator, the figure, its records, and whether both are one; empty where unknown."""
    unit = str(UNITS.get(one.claim.unit or _declared(one), ""))
    label = f"{INDICATORS[one.key].label} {one.key}" if one.key else _("未识别")
    printed = f"{AS_SAID[one.claim.qualifier]}{_plain(one.claim.value):,}{unit}"
    text, verdict = _("其中 {text}").format(text=one.claim.text) if one.whole else one.claim.text, [_("大于其总数")] * one.too_much
    if made is None:
        return text, printed, one.period, label, "", "", "；".join(verdict)
    figure = "—" if made.value is None else f"{_plain(made.value):,}"
    verdict.insert(0, _("一致") if made.same else _("不一致"))
    return text, printed, one.period, label, figure, f"{made.rows:,}", "；".join(verdict)


def _declared(one: Told) -> str:
    return INDICATORS[one.key].unit if one.key else ""


def _plain(value) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
