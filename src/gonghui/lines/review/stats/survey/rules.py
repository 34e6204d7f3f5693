"""
What the cells of a return must be to each other. Pure: cells come in as numbers, faults go out.

A rule is one line about the cell it stands at (`Item.rules`, parted by `;`), a `?` before it makes it soft:

    = A02 + A03      the sum of cells, of this form or of another one (`above.B01`)
    <= A01           of which 其中, women in all, persons in person-times
    = A01@last + A05 - A06   with last year's value of a cell: stock continuity 期初期末衔接
    = records        what the records say: members are those of the register
    per A07 1..100000        an amount a head
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

CODE = re.compile(r"[A-Z]\d{2,3}")
TERM = re.compile(r"([+-]?)\s*(?:(?P<form>[a-z]+)\.)?(?P<code>[A-Z]\d{2,3})(?P<last>@last)?\s*")
RULE = re.compile(r"(?P<soft>\??)\s*(?:(?P<op>=|<=|>=)\s*(?P<sum>.+)|per\s+(?P<per>[A-Z]\d{2,3})\s+(?P<low>\d+)\.\.(?P<high>\d+))")
MOST = Decimal(10) ** 13
SHOWN = {"=": "=", "<=": "≤", ">=": "≥"}
PARTLY = ("yuan", "percent", "mu", "sqm", "hour")  # units that have parts
SCALE = 1000  # times more or less than last year: a wrong unit rather than a change; default


@dataclass(frozen=True)
class Item:
    """One cell of a form: its code, name and unit, the indicator that fills it in, what it is derived from, its rules."""

    code: str
    label: str
    unit: str
    indicator: str = ""
    derived: tuple[str, str] | None = None  # (top, bottom): a rate, recomputed from its parts and never typed
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    sign: int
    form: str
    code: str
    last: bool


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell. hard: it cannot be sent up so; else a sentence says why it is right."""

    code: str
    says: str | Promise
    hard: bool = True


def terms(text: str) -> list[Term] | None:
    """The cells a sum is made of; None where it is none."""
    found, at = [], 0
    while at < len(text):
        one = TERM.match(text, at)
        if one is None or (found and not one[1]):
            return None
        found.append(Term(-1 if one[1] == "-" else 1, one["form"] or "", one["code"], bool(one["last"])))
        at = one.end()
    return found or None


def understood(rule: str, codes: set[str]) -> bool:
    """Whether a rule can be read, and names cells of its own form that there are."""
    found = RULE.fullmatch(rule.strip())
    if found is None:
        return False
    if found["per"]:
        return found["per"] in codes
    if found["sum"].strip() == "records":
        return True
    made = terms(found["sum"].strip())
    return made is not None and all(one.form or one.code in codes for one in made)


@dataclass(frozen=True)
class Numbers:
    """What is known of a return: its own cells, last year's, those of other forms, and what the records say. Missing is None."""

    own: Callable[[str], Decimal | None]
    last: Callable[[str], Decimal | None]
    other: Callable[[str, str], Decimal | None]
    records: Callable[[str], Decimal | None]

    def of(self, term: Term) -> Decimal | None:
        if term.last:
            return self.last(term.code)
        return self.other(term.form, term.code) if term.form else self.own(term.code)


def faults(items: list[Item], known: Numbers, jump: int, direct: set[str] = frozenset()) -> list[Fault]:
    """
    Everything that is wrong, cell by cell. jump: percent a cell may change in a year without a word; direct: cells that are not the sum of those below.

    Source: handbook, statistics, sections 5 and 10; percentages, scales and which of them are hard: default.
    """
    typed = [item for item in items if item.derived is None]
    told = [fault for item in typed for fault in _of_cell(item, known, jump, item.code in direct)]
    same = [item for item in typed if known.own(item.code)]
    if len(same) > 2 and all(known.own(item.code) == known.last(item.code) for item in typed):
        told.append(Fault(same[0].code, _("全部数与上年相同，可能报了上年的表"), hard=False))
    return told


def _of_cell(item: Item, known: Numbers, jump: int, direct: bool):
    value = known.own(item.code)
    if value is None:
        yield Fault(item.code, _("未填；没有发生请填 0"))
        return
    if value < 0 or value >= MOST:
        yield Fault(item.code, _("不能为负，也不能超过一万亿"))
        return
    if item.unit not in PARTLY and value != int(value):
        yield Fault(item.code, _("应为整数"))
    if item.unit == "percent":
        yield from _percent(item, value)
    for rule in item.rules:
        if (fault := broken(item, rule, value, known)) is not None:
            yield fault
    yield from _beside_last(item, value, known.last(item.code), jump)
    if direct:
        yield Fault(item.code, _("不等于下级合计，属本级直接填报"), hard=False)
    elif known.records(item.code) not in (None, value):
        yield Fault(item.code, _("与系统取数不一致"), hard=False)


def _percent(item: Item, value: Decimal):
    if value > 100:
        yield Fault(item.code, _("比率应在 0 至 100 之间"))
    elif 0 < value < 1:
        yield Fault(item.code, _("比率小于 1%，是否把 95% 填成了 0.95"), hard=False)


def _beside_last(item: Item, value: Decimal, last: Decimal | None, jump: int):
    if not last or item.unit == "percent":
        return
    if value and (value >= last * SCALE or last >= value * SCALE):
        yield Fault(item.code, _("与上年相差千倍以上，是否填错了计量单位"), hard=False)
    elif abs(value - last) * 100 > jump * last:
        yield Fault(item.code, _("比上年变动超过规定幅度"), hard=False)


def broken(item: Item, rule: str, value: Decimal, known: Numbers) -> Fault | None:
    """The fault by one rule; none where a number it needs is missing, which is a fault of its own."""
    found = RULE.fullmatch(rule.strip())
    hard = not found["soft"]
    if found["per"]:
        heads = known.own(found["per"])
        fits = not heads or not value or int(found["low"]) <= value / heads <= int(found["high"])
        return (
            None
            if fits
            else Fault(
                item.code,
                now_("除以 {code} 应在 {low} 至 {high} 之间，是否填错了计量单位").format(code=found["per"], low=found["low"], high=found["high"]),
                hard,
            )
        )
    if found["sum"].strip() == "records":
        asked = known.records(item.code)
    else:
        parts = [(one.sign, known.of(one)) for one in terms(found["sum"].strip())]
        asked = None if any(number is None for _sign, number in parts) else sum(sign * number for sign, number in parts)
    if asked is None or {"=": value == asked, "<=": value <= asked, ">=": value >= asked}[found["op"]]:
        return None
    return Fault(
        item.code,
        now_("应 {op} {sum}（{asked}）").format(op=SHOWN[found["op"]], sum=_said(found["sum"].strip()), asked=f"{asked.normalize():f}"),
        hard,
    )


def _said(text: str) -> str:
    return now_("系统取数") if text == "records" else text.replace("@last", now_("（上年）"))


def derived(item: Item, known: Callable[[str], Decimal | None]) -> Decimal | None:
    """A rate from its two parts, in percent with two places; never the mean of rates below."""
    top, bottom = (known(code) for code in item.derived)
    return None if top is None or not bottom else (top * 100 / bottom).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


def parsed(rows: list[dict]) -> tuple[list[Item], list[str]]:
    """The cells of a definition table (代码、指标、单位、取数、分子、分母、校验), and what is wrong with it."""
    items = [_item(row) for row in rows]
    codes, wrong = [item.code for item in items], []
    for item in items:
        if not CODE.fullmatch(item.code) or codes.count(item.code) > 1:
            wrong.append(item.code)
        parts = set(item.derived or ())
        if not parts <= set(codes) or not all(understood(rule, set(codes)) for rule in item.rules):
            wrong.append(item.code)
    return items, list(dict.fromkeys(wrong))


def _item(row: dict) -> Item:
    rules = tuple(part.strip() for part in row["rules"].split(";") if part.strip())
    derived_from = (row["top"], row["bottom"]) if row["top"] else None
    return Item(row["code"], row["label"], row["unit"], row["indicator"], derived_from, rules)


def as_json(item: Item) -> dict:
    """The item as a form keeps it."""
    return {"code": item.code, "label": item.label, "unit": item.unit, "indicator": item.indicator, "derived": item.derived, "rules": item.rules}


def from_json(row: dict) -> Item:
    return replace(Item(**row), derived=tuple(row["derived"]) if row["derived"] else None, rules=tuple(row["rules"]))
