"""
One record changes: which figures must follow, by how much, and which may not.

A figure is asked by the statement `figure` itself asks, caught once and filled in for other nodes. What it must say is told
by its rows one by one: where each stands by its node's path (not by a slot), what it adds, what it is the same as. What a
change does to the rows is told by hand wherever the declaration leaves no question: a row that is gone, dated elsewhere,
more by one, moved. Only where it does (a state) the rows are asked for again.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db import DatabaseError, connection, models, transaction
from django.db.models import Value

from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.fields import MoneyField, yuan
from gonghui.kernel.indicators import Change, Flow, Growth, Indicator, Latest, Mean, Ordinal, figure
from gonghui.kernel.indicators.trace import parts
from gonghui.kernel.periods import Period
from gonghui.kernel.store import as_param, filled, written
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import one_tree, ranges

TABLES = re.compile(r'(?:FROM|JOIN) "(\w+)"')
FAR_DAYS, FAR_YEARS = (date(1950, 1, 1), date(2150, 1, 1)), (1950, 2150)
PK, SHARE, OF, DATED, PATHS = range(5)  # a row of a trace; its paths are the last of it


@dataclass(frozen=True)
class Altered:
    """One record, and what is done to it: columns and their new values; none where it is taken away."""

    model: type
    pk: int
    what: str
    values: tuple[tuple[str, object], ...] = ()
    to: str = ""  # the path of the node it is moved to, and by which lookup
    by: str = ""

    def do(self) -> None:
        table, key = self.model._meta.db_table, self.model._meta.pk.column
        sets = ", ".join(f'"{name}" = %s' for name, _value in self.values)
        with transaction.atomic(), connection.cursor() as cursor:
            if self.values:
                cursor.execute(f'UPDATE "{table}" SET {sets} WHERE "{key}" = %s', [*(value for _name, value in self.values), self.pk])
            else:
                cursor.execute(f'DELETE FROM "{table}" WHERE "{key}" = %s', [self.pk])


@dataclass
class House:
    """All figures of some indicators in some periods, and what their rows say. county: where statements are caught; it never moved."""

    indicators: list[Indicator]
    periods: list[Period]
    county: Node
    told: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self):
        made = {(one.key, p): parts(one, p) for one in self.indicators for p in self.periods}
        self.compounds = {key: [(name, (one.key, span)) for name, one, span, _sign in told] for key, told in made.items() if told}
        self.plain: dict[tuple, Indicator] = {(one.key, span): one for told in made.values() for _name, one, span, _sign in told}
        self.plain |= {(one.key, p): one for one in self.indicators for p in self.periods if not made[one.key, p]}
        self.known = {one.key: one for one in [*self.indicators, *self.plain.values()]}
        self.traces = {key: _trace(one, key[1]) for key, one in self.plain.items()}
        with one_tree():
            self.asked = {key: self.caught(key, self.county) for key in self.plain}
        self.reads = {key: set(TABLES.findall(sql + self.asked[key][0])) for key, (sql, _params) in self.traces.items()}
        # whether a row is counted or not for the sake of others of its table: the latest, an unbroken row of years
        self.around = {key: TABLES.findall(sql).count(self.plain[key].counts._meta.db_table) > 1 for key, (sql, _params) in self.traces.items()}
        self.asks = {key: repr(one.rows(key[1])) for key, one in self.plain.items()}
        self.rows = {key: self.trace(key) for key in self.plain}
        self.before: dict[tuple, object] = {}
        self.intervals: dict[int, tuple] = {}
        self.latest: dict[tuple, tuple] = {}

    def caught(self, key, node: Node) -> tuple[str, tuple]:
        """The statement a plain figure is read by; none where nothing could be found."""
        heard = [("", ())]

        def hear(execute, sql, params, many, context):
            heard.append((sql, tuple(params or ())))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(hear):
            figure(self.plain[key], node, key[1], viewer=SYSTEM)
        return next(one for one in reversed(heard) if '"value"' in one[0] or not one[0])

    def value(self, key, node: Node):
        """What a plain figure says at a node, in fen where it is money."""
        if isinstance(self.plain[key], Latest):  # asked by the node, not by its slots
            statement = self.latest.get((key, node.pk)) or self.latest.setdefault((key, node.pk), self.caught(key, node))
        else:
            (low, high), (from_, to) = self.interval(self.county), self.interval(node)
            statement = filled(self.asked[key], {low: from_, high: to})
        self.told["figures"] += 1
        found = _fetch(statement)
        return found[0][0] if found else _empty(self.plain[key])

    def interval(self, node: Node) -> tuple[int, int]:
        """The slots of a node that never moved, as they were before anything was changed."""
        if node.pk not in self.intervals:
            (self.intervals[node.pk],) = ranges(node)
        return self.intervals[node.pk]

    def trace(self, key) -> set[tuple]:
        return set(_fetch(self.traces[key]))

    def check_all(self, nodes) -> None:
        """Every figure is what its rows say."""
        for key, one in self.plain.items():
            for node in nodes:
                self.agree(key, node, said(one, self.rows[key], node), "as it stands")

    def agree(self, key, node, wanted, why):
        if (value := self.value(key, node)) != wanted:
            self.faults.append(f"{key[0]} {key[1]} {node}: {value}, its rows say {wanted} ({why})")
        return value

    def check(self, change: Altered, nodes) -> bool:
        """Change one record, ask every figure whose statement reads its table, and undo it; tells whether the database took it."""
        why = f"{change.model.__name__} {change.pk} {change.what}"
        touched = [key for key, tables in self.reads.items() if change.model._meta.db_table in tables]
        before = {(key, node.pk): self.value_before(key, node) for key in touched for node in nodes}
        with transaction.atomic():
            try:
                change.do()
            except DatabaseError:
                transaction.set_rollback(True)
                return False
            self.told["changes"] += 1
            moved = set()
            for key in touched:
                moved |= self.follows(change, key, nodes, before, why)
            self.compound(moved, nodes, why)
            transaction.set_rollback(True)
        return True

    def value_before(self, key, node):
        if (key, node.pk) not in self.before:
            self.before[key, node.pk] = self.value(key, node)
        return self.before[key, node.pk]

    def follows(self, change, key, nodes, before, why) -> set:
        """One plain figure after a change; the (figure, node) pairs that say something else now."""
        one, was, now = self.plain[key], self.rows[key], self.trace(key)
        if one.counts is change.model and not self.around[key]:
            wanted = by_hand(change, one, was, self.asks[key])
            if wanted is not None and now != wanted:
                self.faults.append(f"{key[0]} {key[1]}: rows {sorted(now ^ wanted)[:3]} ({why})")
            if any(row[PK] != change.pk for row in was ^ now):
                self.faults.append(f"{key[0]} {key[1]}: other rows changed ({why})")
        moved = set()
        for node in nodes:
            wanted = said(one, now, node)
            if self.agree(key, node, wanted, why) != before[key, node.pk]:
                moved.add((key, node.pk))
                self.real(one, node, key[1], plain(one, wanted), why)
            elif wanted != said(one, was, node):
                self.faults.append(f"{key[0]} {key[1]} {node}: stands still ({why})")
        return moved

    def compound(self, moved, nodes, why) -> None:
        """Those made of parts follow their parts."""
        for (name, period), made in self.compounds.items():
            for node in nodes:
                if any((key, node.pk) in moved for _part, key in made):
                    told = {part: plain(self.plain[key], said(self.plain[key], self.trace(key), node)) for part, key in made}
                    self.real(self.known[name], node, period, together(self.known[name], told), why)

    def real(self, one, node, period, wanted, why) -> None:
        """What is told to whoever asks for the figure."""
        self.told["changed"] += 1
        value = figure(one, node, period, viewer=SYSTEM).value
        if value != wanted:
            self.faults.append(f"{one.key} {period} {node}: told as {value}, its rows say {wanted} ({why})")


def _trace(one: Indicator, period) -> tuple[str, tuple]:
    """The statement of the rows of an indicator, wherever they are: number, share, what it is one of, its day, its paths."""
    rows = one.counts.objects.for_act("rows of a figure").filter(one.rows(period)).order_by()
    rows = rows.annotate(told=models.F(one.adds) if isinstance(one, Ordinal) else one.share())  # without a number it is no edition
    of, dated = (getattr(one, name, "") or "pk" for name in ("of", "dated_by"))
    rows = rows.annotate(of_=models.F(of), dated_=models.F(dated) if isinstance(one, Latest) else Value(0))
    return written(rows.values_list("pk", "told", "of_", "dated_", *(f"{lookup}__path" for _column, lookup in one.nodes)))


def _fetch(statement) -> list[tuple]:
    if not statement[0]:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return cursor.fetchall()


def _empty(one: Indicator):
    return None if isinstance(one, Ordinal | Latest) else 0


def said(one: Indicator, rows: set[tuple], node: Node):
    """What these rows come to at a node and below."""
    if isinstance(one, Latest):
        at = [row for row in rows if row[PATHS] == node.path]
        return max(at, key=lambda row: (row[DATED], row[PK]))[SHARE] if at else None
    here = [row for row in rows if any(path and path.startswith(node.path) for path in row[PATHS:])]
    if isinstance(one, Ordinal):
        return max((row[SHARE] for row in here if row[SHARE] is not None), default=None)
    if getattr(one, "of", ""):
        return len({row[OF] for row in here} - {None})
    return sum({row[PK]: row[SHARE] for row in here}.values())


def by_hand(change: Altered, one: Indicator, rows: set[tuple], asks: str) -> set[tuple] | None:
    """The rows after a change, told without asking the database; None where the condition (`asks`) has to be asked."""
    mine = {row for row in rows if row[PK] == change.pk}
    names, lookups = dict(change.values), [lookup for _column, lookup in one.nodes]
    if not names or (change.what == "day" and isinstance(one, Flow) and names.keys() & {_column(one, one.dated_by)}):
        return rows - mine
    adds = getattr(one, "adds", "") or getattr(one, "shows", "")
    if change.what == "amount" and _column(one, adds) in names and f"'{adds}" not in asks:
        return (rows - mine) | {(*row[:SHARE], row[SHARE] + 1, *row[OF:]) for row in mine}
    if change.what == "place" and change.by in lookups and f"'{change.by}" not in asks:
        return (rows - mine) | {
            (*row[:PATHS], *(change.to if by == change.by else path for by, path in zip(lookups, row[PATHS:], strict=True))) for row in mine
        }
    return None


def _column(one: Indicator, name: str) -> str:
    """The column of a field of the records themselves; nothing where it is a field of others."""
    return one.counts._meta.get_field(name).column if name and "__" not in name else ""


def plain(one: Indicator, value):
    """A value as it is told: yuan for fen."""
    name = getattr(one, "adds", "") or getattr(one, "shows", "")
    if value is None or getattr(one, "of", "") or not name:
        return value
    fields = one.counts.objects.for_act("a field").query.names_to_path(name.split("__"), one.counts._meta)
    return yuan(value) if isinstance(fields[1], MoneyField) else value


def together(one: Indicator, told: dict):
    """A compound of its parts, worked out in fractions."""
    match one:
        case Change():
            return told["end"] - told["start"]
        case Growth():
            top, bottom = 100 * (told["now"] - told["year_earlier"]), told["year_earlier"]
        case Mean():
            top, bottom = told["top"], told["bottom"]
        case _:
            top, bottom = 100 * told["top"], told["bottom"]
    if not bottom:
        return None
    hundredths = Fraction(top) * 100 / Fraction(bottom)
    whole = int(abs(hundredths) + Fraction(1, 2)) * (1 if hundredths >= 0 else -1)
    return Decimal(whole).scaleb(-2)


def alterations(model, indicators: list[Indicator], row: dict, other: Node, twin: dict) -> list[list[Altered]]:
    """
    What can be done to a record so that a figure ought to notice: each a list of tries, of which the first the tables allow is made.

    row, twin: the columns of the record and of another one; other: a node elsewhere.
    """
    meta, pk = model._meta, row[model._meta.pk.column]
    days = {_column(one, getattr(one, name, "")) for one in indicators for name in ("dated_by", "since", "until")} - {""}
    amounts = {_column(one, getattr(one, name, "")) for one in indicators for name in ("adds", "shows")} - {""}
    same = {_column(one, getattr(one, "of", "")) for one in indicators} - {"", meta.pk.column}
    kinds = {field.column: field for field in meta.fields}
    made = [[Altered(model, pk, "gone")]]
    for column in sorted(days):
        far = FAR_DAYS if isinstance(kinds[column], models.DateField) else FAR_YEARS
        made.append([Altered(model, pk, "day", ((column, as_param(day) if far is FAR_DAYS else day),)) for day in far])
    made += [[Altered(model, pk, "amount", ((column, row[column] + 1),))] for column in sorted(amounts) if row[column] is not None]
    made += [[Altered(model, pk, "same", ((column, twin[column]),))] for column in sorted(same) if twin[column] != row[column]]
    if "state" in kinds:
        states = [value for value, _label in kinds["state"].flatchoices if value != row["state"]]
        made.append([Altered(model, pk, "state", (("state", state),)) for state in states])
    for slot, lookup in sorted({pair for one in indicators for pair in one.nodes if "__" not in pair[0]}):
        placed = ((slot, other.slot), (_path_column(model, lookup), other.pk))
        made.append([Altered(model, pk, "place", placed, other.path, lookup)])
    return made


def _path_column(model, lookup: str) -> str:
    return model._meta.get_field(lookup).column
