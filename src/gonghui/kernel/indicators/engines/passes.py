"""
Passes 扫描: which indicators are counted together in one look at their tables, and by what.

| axis | of | found |
|---|---|---|
| month | flows | what is dated inside the year, by its month |
| standing | stocks | between which month ends a record stands |
| none | all others | a condition of their own for every point |

A point is a month end or a month: 1 to 12, before them the last year's from 0 down to -12; YEAR is the whole year.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import F
from sqlglot import exp

from ...periods import Period, last_day
from ..declare import Change, Flow, Growth, Indicator, Latest, Ratio, Stock
from .asked import statement

YEAR, EARLIEST = 13, -12
COMPOUND = (Change, Growth, Ratio)


@dataclass
class Measure:
    """One column of a pass: what is counted where; `point` where the pass has no axis to say it."""

    indicator: Indicator
    where: exp.Expression
    value: exp.Expression
    point: int | None = None


@dataclass
class Pass:
    """One look at tables. source: FROM with its joins. slots: where rows lie. of: what is to be different."""

    source: str
    slots: tuple[str, ...]
    axis: tuple[str, ...]
    of: str
    measures: list[Measure] = field(default_factory=list)

    @property
    def standing(self) -> bool:
        return len(self.axis) == 2


def passes(indicators, year: int) -> list[Pass]:
    """All plain indicators that add, or are counted anew, over the tree, in as few passes as can be."""
    found: dict[tuple, Pass] = {}
    grown = {id(one.stock) for one in indicators if isinstance(one, Growth)}
    for indicator in indicators:
        if isinstance(indicator, (*COMPOUND, Latest)):
            continue
        for point, condition, axis in _asked(indicator, year, id(indicator) in grown):
            rows = indicator.counts.objects.for_act("a cube counts all nodes").filter(condition)
            columns = {f"at{n}": F(slot) for n, (slot, _node) in enumerate(indicator.nodes)} | {f"axis{n}": F(day) for n, day in enumerate(axis)}
            of = getattr(indicator, "of", "")
            said = statement(rows, made=indicator.value(), **columns, **({"different": F(of)} if of else {}))
            told = {one.alias: one.this.sql("postgres") for one in said.expressions if one.alias != "made"}
            where = said.args["where"].this if said.args.get("where") else exp.true()
            made = next(one.this for one in said.expressions if one.alias == "made")
            one = Pass(
                _source(said), tuple(told[f"at{n}"] for n in range(len(indicator.nodes))),
                tuple(told[f"axis{n}"] for n in range(len(axis))) + (("NULL",) if axis and isinstance(indicator, Stock) and not indicator.until else ()),
                told.get("different", ""),
            )  # fmt: skip
            alone = (id(indicator), point) if where.find(exp.Select) else ()  # subqueries are joins: beside others they multiply
            same = found.setdefault((one.source, one.slots, one.axis, one.of, alone), one)
            same.measures.append(Measure(indicator, where, made.find(exp.AggFunc), point))
    return list(found.values())


def _asked(indicator: Indicator, year: int, grown: bool):
    """Yield (point, condition, axis): once with an axis where there is a plain one, else for every point."""
    if type(indicator).rows is Flow.rows and not indicator.yearly:
        yield None, indicator.condition(), (indicator.dated_by,)
    elif type(indicator).rows is Stock.rows and not indicator.on_day and not indicator.of:
        yield None, indicator.condition(), (indicator.since, *([indicator.until] if indicator.until else []))
    else:
        points = range(EARLIEST if grown else 0, YEAR) if isinstance(indicator, Stock) else range(1, YEAR + 1)
        for point in points:
            yield point, indicator.rows(span(year, point)), ()


def span(year: int, point: int) -> Period:
    """The period of a point: a month, or the year."""
    if point == YEAR:
        return Period(str(year), date(year, 1, 1), date(year, 12, 31))
    there, month = year + (point - 1) // 12, (point - 1) % 12 + 1
    return Period(f"{there}-{month:02}", date(there, month, 1), last_day(there, month))


def _source(said: exp.Select) -> str:
    kept = exp.Select(**{name: said.args[name] for name in ("from_", "joins") if said.args.get(name)})
    return kept.sql("postgres").removeprefix("SELECT ")


def month_of(day: str, year: int) -> str:
    """The number of the month a day lies in, counted from January of `year` as 1."""
    return f"CAST((EXTRACT(YEAR FROM {day}) - {year}) * 12 + EXTRACT(MONTH FROM {day}) AS INT)"


def day_of(point: int, year: int) -> str:
    """The last day of a point, as SQL."""
    return f"CAST('{span(year, point).end}' AS DATE)"


def begun(year: int) -> str:
    return f"CAST('{date(year, 1, 1)}' AS DATE)"
