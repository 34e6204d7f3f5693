"""
Passes 扫描: which indicators are counted together in one look at their tables, and by what.

| axis | of | found |
|---|---|---|
| month | flows | what is dated inside the year, by its month |
| two days | flows | what begins and ends inside the year, by the month both lie in, else 0 |
| standing | stocks | between which month ends a record stands |
| none | all others | a condition of their own for every point |

A point is a month end or a month: 1 to 12, before them the last year's from 0 down to -12; YEAR is the whole year.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import F, Q
from sqlglot import exp

from ...periods import Period, last_day
from ..declare import Change, Flow, Growth, Indicator, Latest, Ratio, Stock
from .asked import as_field, statement

YEAR, EARLIEST = 13, -12
COMPOUND = (Change, Growth, Ratio)


@dataclass
class Measure:
    """One column of a pass: what is counted where; `point` where the pass has no axis to say it; `times`: 0.01 where fen are told as yuan."""

    indicator: Indicator
    where: exp.Expression
    value: exp.Expression
    point: int | None = None
    times: Decimal = Decimal(1)

    def split(self, word: str) -> tuple[str, tuple[str, ...]]:
        """The condition without what it says of the column `word`, and the words it lets through; none where it says nothing of it."""
        rest, words = [], ()
        for one in _all_of(self.where):
            if word and not words and _word(one) == word:
                words = tuple(literal.sql("postgres") for literal in one.expressions or [one.expression])
            else:
                rest.append(one)
        return exp.and_(*rest).sql("postgres") if rest else "TRUE", words


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

    @property
    def word(self) -> str:
        """The column most conditions compare with words of their own: a kind. Grouping by it saves asking them all of each row."""
        known = [word for measure in self.measures for word in {_word(one) for one in _all_of(measure.where)} if word]
        return max(dict.fromkeys(known), key=known.count) if known and not self.of else ""


def _all_of(where: exp.Expression) -> list[exp.Expression]:
    where = where.unnest()
    return [one.unnest() for one in where.flatten()] if isinstance(where, exp.And) else [where]


def _word(one: exp.Expression) -> str:
    """The column `kind` of a comparison with words."""
    column = one.this if isinstance(one, exp.EQ | exp.In) else None
    said = (
        isinstance(column, exp.Column)
        and column.name == "kind"
        and all(isinstance(word, exp.Literal) for word in one.expressions or [one.expression])
    )
    return column.sql("postgres") if said else ""


def passes(indicators, year: int) -> list[Pass]:
    """All plain indicators that add, or are counted anew, over the tree, in as few passes as can be."""
    found: dict[tuple, Pass] = {}
    grown = {id(one.stock) for one in indicators if isinstance(one, Growth)}
    for indicator in indicators:
        if isinstance(indicator, (*COMPOUND, Latest)):
            continue
        for point, condition, axis in _asked(indicator, year, id(indicator) in grown):
            one, measure = _read(indicator, point, condition, axis)
            alone = (id(indicator), point) if measure.where.find(exp.Select) else ()  # subqueries are joins: beside others they multiply
            found.setdefault((one.source, one.slots, one.axis, one.of, alone), one).measures.append(measure)
    return list(found.values())


def _read(indicator: Indicator, point: int | None, condition, axis: tuple[str, ...]) -> tuple[Pass, Measure]:
    """The statement of an indicator, taken apart."""
    days = [day for day in axis if day]
    columns = {f"at{n}": F(slot) for n, (slot, _node) in enumerate(indicator.nodes)} | {f"axis{n}": F(day) for n, day in enumerate(days)}
    of = getattr(indicator, "of", "")
    rows = indicator.counts.objects.for_act("a cube counts all nodes").filter(condition)
    said = statement(rows, made=indicator.value(), **columns, **({"different": F(of)} if of else {}))
    told = {one.alias: one.this for one in said.expressions}
    value, where = told.pop("made").find(exp.AggFunc), said.args["where"].this if said.args.get("where") else exp.true()
    told = {name: one.sql("postgres") for name, one in told.items()}
    named = tuple(told[f"axis{n}"] for n in range(len(days))) + ("",) * (len(axis) - len(days))
    source = exp.Select(**{name: said.args[name] for name in ("from_", "joins") if said.args.get(name)}).sql("postgres").removeprefix("SELECT ")
    slots = tuple(told[f"at{n}"] for n in range(len(indicator.nodes)))
    return Pass(source, slots, named, told.get("different", "")), Measure(indicator, where, value, point, Decimal(as_field(said, 100)) / 100)


def _asked(indicator: Indicator, year: int, grown: bool):
    """Yield (point, condition, axis): once with an axis where there is a plain one, else for every point."""
    if type(indicator).dated is Flow.dated and not indicator.yearly:
        yield None, indicator.condition(), (indicator.dated_by,)
    elif isinstance(indicator, Flow) and (axis := _inside(indicator, year)):
        yield None, indicator.rows(span(year, YEAR)), axis
    elif type(indicator).dated is Stock.dated and not indicator.of and (further := _always(indicator, year)) is not None:
        yield None, indicator.condition() & further, (indicator.since, indicator.until)
    else:
        points = range(EARLIEST if grown else 0, YEAR) if isinstance(indicator, Stock) else range(1, YEAR + 1)
        for point in points:
            yield point, indicator.rows(span(year, point)), ()


def _always(stock: Stock, year: int) -> Q | None:
    """What a stock further asks of a day, where that is the same on all days."""
    asked = [stock.on_day(span(year, point).end) for point in range(EARLIEST, YEAR)] if stock.on_day else [Q()]
    return asked[0] if all(one == asked[0] for one in asked) else None


def _inside(indicator: Flow, year: int) -> tuple[str, ...]:
    """The two columns of days that must both lie in a period, where a condition says just that of it, and nothing else depends on it."""
    told = []
    for point in (2, YEAR):
        period = span(year, point)
        rows = indicator.counts.objects.for_act("a cube counts all nodes").filter(indicator.rows(period))
        bounds, rest = {}, []
        for one in _all_of(statement(rows, made=indicator.value()).args["where"].this):
            day = {exp.GTE: period.start, exp.LTE: period.end}.get(type(one))
            if (
                day
                and isinstance(one.this, exp.Column)
                and one.expression.sql("postgres") == f"CAST('{day}' AS DATE)"
                and one.this.table == rows.model._meta.db_table
            ):
                bounds[type(one)] = one.this.name
            else:
                rest.append(one.sql())
        told.append((bounds.get(exp.GTE), bounds.get(exp.LTE), rest))
    since, until, _rest = told[0]
    return (since, until, "") if since and until and told[0] == told[1] else ()


def span(year: int, point: int) -> Period:
    """The period of a point: a month, or the year."""
    if point == YEAR:
        return Period(str(year), date(year, 1, 1), date(year, 12, 31))
    there, month = year + (point - 1) // 12, (point - 1) % 12 + 1
    return Period(f"{there}-{month:02}", date(there, month, 1), last_day(there, month))


def month_of(day: str, year: int) -> str:
    """The number of the month a day lies in, counted from January of `year` as 1."""
    return f"CAST((EXTRACT(YEAR FROM {day}) - {year}) * 12 + EXTRACT(MONTH FROM {day}) AS INT)"


def day_of(point: int, year: int) -> str:
    """The last day of a point, as SQL."""
    return f"CAST('{span(year, point).end}' AS DATE)"


def begun(year: int) -> str:
    return f"CAST('{date(year, 1, 1)}' AS DATE)"
