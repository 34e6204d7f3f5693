"""Arguments against their annotations, whichever door they came through: a face says it nicer, the act insists."""

from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..refusal import Refusal, Refused
from .act import Act, Param

MISSING = Refusal("act.missing", _("缺少“{label}”。"), instead=_("请填写后再办。"))
UNKNOWN = Refusal("act.unknown", _("没有名为“{name}”的事项内容。"), instead=_("请按接口文档填写。"))
UNFIT = Refusal("act.unfit", _("“{label}”填写不当。"), instead=_("请核对后重新填写。"))
TOO_FAR = Refusal("act.date_too_far", _("“{label}”应在 {first} 至 {last} 之间。"), instead=_("请核对年份。"))
FIRST_DAY, LAST_DAY = date(1840, 1, 1), date(2200, 12, 31)  # the calendar of the house; default
CENTS = Decimal("0.01")
MOST_TEXTS, MOST_TEXT = 1000, 200  # texts asked for at once, and characters of one


def check(act: Act, arguments: dict) -> None:
    """Refuses MISSING, UNKNOWN, UNFIT and TOO_FAR, all at once."""
    faults = [UNKNOWN(name=name, field=name) for name in arguments.keys() - act.params.keys()]
    for name, parameter in act.params.items():
        value = arguments.get(name)
        if value is None:
            if parameter.required:
                faults.append(MISSING(label=parameter.p.label, field=name))
            continue
        values = value if parameter.many else [value]
        if not isinstance(values, list | tuple | models.QuerySet) or not all(fits(parameter, one) for one in values):
            faults.append(UNFIT(label=parameter.p.label, field=name))
        elif parameter.type in (date, datetime) and not FIRST_DAY <= _day(value) <= LAST_DAY:
            faults.append(TOO_FAR(label=parameter.p.label, first=FIRST_DAY, last=LAST_DAY, field=name))
    if faults:
        raise Refused(*(one for fault in faults for one in fault.refusals))


def fits(parameter: Param, value) -> bool:
    """Tell whether a value is of the declared type, within its bounds, and one the database can hold."""
    kind, p = parameter.type, parameter.p
    if kind is datetime:
        return isinstance(value, datetime) and value.tzinfo is not None
    if issubclass(kind, models.Model):
        return isinstance(value, kind) and value.pk is not None
    if issubclass(kind, models.Choices):
        return value in kind.values
    if p.choices is not None:
        return isinstance(value, kind) and value in dict(p.choices() if callable(p.choices) else p.choices)
    if kind is dict:
        return (
            isinstance(value, dict)
            and len(value) <= MOST_TEXTS
            and all(_text(text, p.max_length or MOST_TEXT) for pair in value.items() for text in pair)
        )
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)) or isinstance(value, datetime):
        return False
    if kind is str:
        return _text(value, p.max_length)
    if kind is Decimal:
        return value.is_finite() and abs(value) < 10**12 and value == value.quantize(CENTS) and _within(p, value)
    return kind is not int or (abs(value) < 2**62 and _within(p, value))


def _text(value, most: int | None) -> bool:
    """Text the database can hold, of at most so many characters."""
    return isinstance(value, str) and len(value) <= (most or len(value)) and "\0" not in value and not any("\ud800" <= c <= "\udfff" for c in value)


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _within(p, value) -> bool:
    return (p.least is None or value >= p.least) and (p.most is None or value <= p.most)
