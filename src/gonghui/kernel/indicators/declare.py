"""
Declarations. One declaration yields one SQL expression with its row list.

| kind | over time | over the tree |
|---|---|---|
| Flow | add | add |
| Stock | latest | add |
| Change | stock at the end less stock before the start | add |
| Distinct | recount | recount |
| Ratio, Mean, Growth | recompute | recompute from the two parts |
| Ordinal | latest | none |
| Latest | latest | only at its node |
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Count, F, Max, Q, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..access.roles import SEERS, give
from ..refusal import Kind, Refusal

Text = str | Promise
UNKNOWN = Refusal("indicators.unknown", _("没有指标“{key}”。"), instead=_("相近的有：{near}。"), field="key", kind=Kind.MISSING)
UNITS = {
    "person": _("人"), "person_time": _("人次"), "household": _("户"), "session": _("场"), "item": _("件"), "org": _("家"),
    "day": _("天"), "year": _("年"), "percent": "%", "team": _("支"), "yuan": _("元"), "ordinal": _("届（次）"), "place": _("个"), "hour": _("小时"), "time": _("次"),
    "month": _("个月"), "mu": _("亩"), "sqm": _("平方米"), "point": _("分"),
}  # fmt: skip


@dataclass
class Indicator:
    """
    What is counted, of which records, by which date.

    key: `line.name`, with `@definition` where a word has more than one meaning.
    counts: the model. where: a condition, or a function giving one when it is asked.
    nodes: (slot column, node lookup) pairs; a record with two counts once wherever either lies.
    source: 'records', 'head_count' or 'reading': never added together.
    personal: its rows name people and need the noun's own power to be opened.
    check: rows that ought not to be; the office lists them as work.
    main: stands for its line on the first page.
    told_by: the line that tells it, where its key begins with another one's name.
    """

    key: str
    label: Text
    unit: str
    counts: type | None = None
    where: Q | Callable[[], Q] = field(default_factory=Q)
    nodes: tuple[tuple[str, str], ...] = (("slot", "node"),)
    source: str = "records"
    personal: bool = False
    check: bool = False
    main: bool = False
    told_by: str = ""
    seen_by: tuple[str, ...] = SEERS
    meaning: Text = ""
    version: int = 1
    kind = ""

    def __post_init__(self):
        if self.unit not in UNITS:
            raise LookupError(f"{self.key}: no unit {self.unit!r}")
        if self.key in INDICATORS:
            raise LookupError(f"indicator {self.key!r} is declared twice")
        INDICATORS[self.key] = self
        give(self.power, self.seen_by)

    @property
    def power(self) -> str:
        return f"figure:{self.key}"

    @property
    def line(self) -> str:
        return self.told_by or self.key.split(".")[0]

    def missing(self, node, period):
        """The nodes at and below `node` that have not said theirs, of those that said it a year earlier; None where nobody is asked to."""
        return

    def condition(self) -> Q:
        return self.where() if callable(self.where) else self.where

    def dated(self, period) -> Q:
        """What of a record's own time makes it count in a period; the value of a plain indicator can be told for several at once."""
        raise TypeError(f"{self.key}: a {self.kind} is made of others")

    def rows(self, period) -> Q:
        return self.condition() & self.dated(period)


@dataclass
class Flow(Indicator):
    """
    Records dated inside the period, counted, or the sum of `adds` over them.

    yearly: `dated_by` holds the number of a year (the year a payment is for), and a period means the years it touches.
    """

    dated_by: str = ""
    adds: str = ""
    yearly: bool = False
    kind = "flow"

    def dated(self, period) -> Q:
        first, last = (period.start.year, period.end.year) if self.yearly else (period.start, period.end)
        return Q(**{f"{self.dated_by}__gte": first, f"{self.dated_by}__lte": last})

    def value(self, where: Q | None = None):
        return Coalesce(Sum(self.adds, filter=where), 0) if self.adds else _many(where)

    def share(self):
        """What one row adds; nothing where it holds no number."""
        return Coalesce(F(self.adds), 0) if self.adds else Value(1)


@dataclass
class Stock(Indicator):
    """Records standing on the last day of the period: begun by then and not yet ended."""

    since: str = "since"
    until: str = "until"
    of: str = ""  # count different values of this, where one thing may stand in several rows
    adds: str = ""  # sum this instead
    on_day: Callable | None = None  # a further condition that depends on the day
    kind = "stock"

    def dated(self, period) -> Q:
        return self.standing(period.end)

    def standing(self, day) -> Q:
        ended = Q(**{f"{self.until}__isnull": True}) | Q(**{f"{self.until}__gte": day}) if self.until else Q()
        further = self.on_day(day) if self.on_day else Q()
        return Q(**{f"{self.since}__lte": day}) & ended & further

    def value(self, where: Q | None = None):
        if self.adds:
            return Coalesce(Sum(self.adds, filter=where), 0)
        return Count(self.of, distinct=True, filter=where) if self.of else _many(where)

    def share(self):
        return Coalesce(F(self.adds), 0) if self.adds else Value(1)


@dataclass
class Distinct(Flow):
    """Different values of `of` among the records dated inside the period."""

    of: str = ""
    kind = "distinct"

    def value(self, where: Q | None = None):
        return Count(self.of, distinct=True, filter=where)


@dataclass
class Ordinal(Flow):
    """The highest number (`adds`) among the records dated inside the period: an edition, a batch. Never added."""

    unit: str = "ordinal"
    kind = "ordinal"

    def value(self, where: Q | None = None):
        return Max(self.adds, filter=where)


@dataclass
class Latest(Indicator):
    """
    What the last record at the node itself says: a reading, a rank. Neither added over time nor over the tree.

    Of a span the record is dated inside it; of a single day, by then.
    """

    dated_by: str = ""
    shows: str = ""
    kind = "fact"

    def dated(self, period) -> Q:
        first = Q() if period.start == period.end else Q(**{f"{self.dated_by}__gte": period.start})
        return first & Q(**{f"{self.dated_by}__lte": period.end})

    def last(self, rows, node):
        """Of `rows` the last at `node`."""
        standing = rows.filter(**{self.nodes[0][1]: node}).order_by(f"-{self.dated_by}", "-pk")
        return rows.filter(pk__in=standing.values("pk")[:1])

    def value(self):
        return Max(self.shows)

    def share(self):
        return F(self.shows)


@dataclass
class Change(Indicator):
    """How a stock changed: at the end of the period less the day before it."""

    stock: Stock | None = None
    kind = "change"

    def __post_init__(self):
        self.counts, self.nodes, self.personal = self.stock.counts, self.stock.nodes, self.stock.personal
        super().__post_init__()


@dataclass
class Ratio(Indicator):
    """`top` over `bottom` in percent; never averaged, always recomputed from the two."""

    top: Indicator | None = None
    bottom: Indicator | None = None
    kind = "ratio"

    def __post_init__(self):
        self.counts = self.top.counts
        super().__post_init__()


@dataclass
class Mean(Ratio):
    """`top` over `bottom`, a sum over the count of what it sums: yuan for each."""

    kind = "mean"


@dataclass
class Growth(Indicator):
    """A stock against the same stock a year earlier, in percent."""

    stock: Stock | None = None
    kind = "growth"

    def __post_init__(self):
        self.counts, self.personal = self.stock.counts, self.stock.personal
        super().__post_init__()


INDICATORS: dict[str, Indicator] = {}


def _many(where: Q | None):
    """How many rows, or of them how many fit."""
    return Count("pk", filter=where) if where else Count("*")


def find(key: str) -> Indicator:
    """Look an indicator up. Refuses: UNKNOWN, naming the nearest keys."""
    if key in INDICATORS:
        return INDICATORS[key]
    from difflib import get_close_matches

    raise UNKNOWN(key=key, near="、".join(get_close_matches(key, INDICATORS, 3, 0.3)) or "—")
