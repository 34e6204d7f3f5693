"""JSON in and out: declared types checked before the form sees a value; records as plain values."""

from datetime import date, datetime
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import JsonResponse
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.ledger.act import Act, Param
from gonghui.kernel.ledger.arguments import MOST_TEXT, MOST_TEXTS
from gonghui.kernel.refusal import Refusal, Refused

WRONG_TYPE = Refusal("json.wrong_type", _("应为{wanted}。"), instead=_("请按接口文档填写。"))
UNKNOWN_FIELD = Refusal("json.unknown_field", _("没有名为“{name}”的参数。"), instead=_("请按接口文档填写。"))
NAMES = {
    str: _("文本"),
    int: _("整数"),
    bool: _("true 或 false"),
    dict: _("由文本组成的对象"),
    Decimal: _("文本或整数"),
    date: _("形如 2026-07-01 的文本"),
    datetime: _("形如 2026-07-01T09:00 的文本"),
    UploadedFile: _("文件，须以 multipart/form-data 发送"),
}

MOST = 2**62  # the largest number a database takes with room to count on


def from_json(act: Act, data: dict) -> dict:
    """Turn a JSON object into form data. Refuses: UNKNOWN_FIELD, WRONG_TYPE - all at once."""
    faults, texts = [], {}
    for name in data.keys() - act.params.keys():
        faults.append(UNKNOWN_FIELD(name=name, field=name).refusals[0])
    for name, parameter in act.params.items():
        value = data.get(name)
        if value is None:
            continue
        values = value if parameter.many else [value]
        if not isinstance(values, list) or not all(_fits(parameter, v) for v in values):
            faults.append(WRONG_TYPE(wanted=NAMES.get(base(parameter), _("整数")), field=name).refusals[0])
            continue
        if parameter.type is dict:
            texts[name] = value
            continue
        plain = [str(v) if not isinstance(v, bool) else ("on" if v else "") for v in values]
        texts[name] = plain if parameter.many else plain[0]
    if faults:
        raise Refused(*faults)
    return texts


def base(parameter: Param) -> type:
    """The JSON type a parameter is sent as."""
    if issubclass(parameter.type, models.Model):
        return int
    if issubclass(parameter.type, models.Choices):
        return str
    return parameter.type


def _fits(parameter: Param, value) -> bool:
    wanted = base(parameter)
    if issubclass(wanted, UploadedFile):
        return False
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MOST
    if wanted is Decimal:
        return isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool))
    if wanted is bool:
        return isinstance(value, bool)
    if wanted is dict:
        return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
    return isinstance(value, str)


def plain(value):
    """A value as JSON carries it."""
    match value:
        case None | bool() | int():
            return value
        case Decimal() | str():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case models.Model():
            return {"id": value.pk, "name": str(value)}
    return str(value)


def answer(data: dict, status: int = 200) -> JsonResponse:
    """JSON that a person can read too: Chinese stays Chinese."""
    return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})


def schema(act: Act) -> dict:
    """The JSON schema of an act, for OpenAPI only; it never validates."""
    properties = {}
    for name, parameter in act.params.items():
        one = _schema(parameter)
        properties[name] = {"title": str(parameter.p.label)} | ({"type": "array", "items": one} if parameter.many else one)
    return {"type": "object", "properties": properties, "required": [n for n, p in act.params.items() if p.required], "additionalProperties": False}


def _schema(parameter: Param) -> dict:
    kind, p = parameter.type, parameter.p
    if issubclass(kind, models.Model):
        return {"type": "integer", "description": kind._meta.label_lower, "minimum": 1, "maximum": MOST}
    if issubclass(kind, UploadedFile):
        return {"type": "string", "format": "binary"}
    if issubclass(kind, models.Choices):
        return {"type": "string", "enum": list(kind.values)}
    if p.choices is not None:
        choices = p.choices() if callable(p.choices) else p.choices
        return {"type": "integer" if kind is int else "string", "enum": [value for value, _label in choices]}
    shapes = {
        bool: {"type": "boolean"},
        dict: {"type": "object", "additionalProperties": {"type": "string", "maxLength": p.max_length or MOST_TEXT}, "maxProperties": MOST_TEXTS},
        date: {"type": "string", "format": "date"},
        datetime: {"type": "string", "format": "date-time"},
        Decimal: {"type": "string"},
        int: {"type": "integer", "minimum": -MOST, "maximum": MOST},
        str: {"type": "string"},
    }
    limits = {"maxLength": p.max_length, "minimum": p.least, "maximum": p.most}
    return shapes[kind] | {name: limit for name, limit in limits.items() if limit is not None and kind not in (Decimal, dict)}
