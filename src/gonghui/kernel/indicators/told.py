"""What an indicator counts, in words 口径: made of its declaration, so that what is read is what is counted."""

from importlib import import_module

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from ..kinds import Kinds
from ..tree.kinds import KINDS
from .declare import Indicator

OPERATORS = {
    "exact": "{}：{}",
    "in": "{}：{}",
    "among": "{}：{}",
    "gte": "{} ≥ {}",
    "lte": "{} ≤ {}",
    "gt": "{} > {}",
    "lt": "{} < {}",
    "startswith": "{}：{}…",
}
PLAIN = {
    "year_on": _("所属年份"),
    "holder_key": _("持有者"),
    "known_as": _("本人"),
    "activitytag": _("标签"),
}  # fields that nobody fills in have no name


def definition(one: Indicator) -> str:
    """What is counted, of which records, by which day; what the line itself says of it comes first. Compounds tell their parts."""
    said = str(one.meaning).rstrip("。")
    counted = _of_parts(one) or _of_rows(one)
    return f"{said}。{counted}" if said else counted


def _of_parts(one: Indicator) -> str:
    if one.kind in ("ratio", "mean"):
        return now_("“{top}”与“{bottom}”之比。").format(top=one.top.label, bottom=one.bottom.label)
    if one.kind == "growth":
        return now_("期末“{stock}”比上年同期末增长的百分数。").format(stock=one.stock.label)
    return now_("“{stock}”期末比期初前一日的增减。").format(stock=one.stock.label) if one.kind == "change" else ""


def _of_rows(one: Indicator) -> str:
    """Of the records themselves."""
    noun, only = one.counts._meta.verbose_name, in_words(_asked(one), one.counts)
    days = "、".join(label(one.counts, getattr(one, name)) for name in ("dated_by", "since", "until") if getattr(one, name, ""))
    what = next((label(one.counts, getattr(one, name)) for name in ("of", "adds", "shows") if getattr(one, name, "")), "")
    if one.kind == "stock":
        told = now_("期末有效（按{days}）的{noun}").format(days=days, noun=noun)
    elif one.kind in ("fact", "reading"):
        told = now_("本组织最近一条（按{days}）{noun}").format(days=days, noun=noun)
    else:
        told = now_("期内（按{days}）的{noun}").format(days=days, noun=noun)
    told += now_("，限：{only}").format(only=only) if only else ""
    if getattr(one, "of", ""):
        return told + now_("；{what}不重复计数。").format(what=what)
    if one.kind in ("fact", "reading", "ordinal"):
        return told + (now_("；取最大的{what}。") if one.kind == "ordinal" else now_("；取其{what}。")).format(what=what)
    return told + (now_("；{what}合计。").format(what=what) if what else now_("；逐条计数。"))


def _asked(one: Indicator) -> Q:
    """The condition, with the kinds of what units have filed and somebody has accepted."""
    return one.condition() & Q(kind__in=one.kinds, state="accepted") if getattr(one, "kinds", ()) and one.source == "head_count" else one.condition()


def label(model, lookup: str) -> str:
    """A lookup in the words of its fields."""
    return "·".join(_steps(model, lookup)[0])


def _steps(model, lookup: str) -> tuple[list[str], object, str]:
    """The names along a lookup, its last field, and what is asked of it."""
    names, field, steps = [], None, lookup.split("__")
    for n, step in enumerate(steps):
        try:
            field = model._meta.get_field("id" if step == "pk" else step)
        except FieldDoesNotExist:
            return names, field, "__".join(steps[n:])
        names.append(str(PLAIN.get(step) or getattr(field, "verbose_name", "") or field.related_model._meta.verbose_name))
        model = field.related_model or model
    return names, field, "exact"


def in_words(condition: Q, model) -> str:
    """A condition by the names of fields and choices; what is asked of other tables is said to be so."""
    told = []
    for child in condition.children:
        if isinstance(child, Q):
            text = in_words(child, model)
            told.append(f"（{text}）" if len(child.children) > 1 and not child.negated else text)
        elif isinstance(child, tuple):
            told.append(_told(model, *child))
        else:
            told.append(f"有相应的{_asked_of(child)}")
    joined = (" 且 " if condition.connector == "AND" else " 或 ").join(filter(None, told))
    return f"非（{joined}）" if condition.negated and joined else joined


def _asked_of(expression) -> str:
    """The noun a condition on other rows asks of."""
    query = getattr(expression, "query", None)
    if query is None:
        return "记录"
    asked = [lookup.rhs for lookup in query.where.children if isinstance(getattr(lookup, "rhs", None), str)]
    return f"{PLAIN.get(query.model._meta.model_name) or query.model._meta.verbose_name}{'（' + '、'.join(asked) + '）' if asked else ''}"


def _told(model, lookup: str, value) -> str:
    names, field, asked = _steps(model, lookup)
    said = "·".join(names)
    if asked == "isnull" or value is None:
        return f"{said}{'为空' if value in (True, None) else '已填'}"
    if hasattr(value, "query"):
        return f"{said}：相应的{_asked_of(value)}"
    values = value if isinstance(value, list | tuple | dict) else [value]
    return OPERATORS.get(asked, "{} " + asked + " {}").format(said, "、".join(_value(field, one) for one in values))


def _value(field, value) -> str:
    """A value as people read it: the label of a choice or kind, a field's name, or itself."""
    if hasattr(value, "name") and not hasattr(value, "label"):
        return label(field.model, value.name)
    if isinstance(value, bool):
        return "是" if value else "否"
    plain = getattr(value, "value", value)
    choices = dict(field.flatchoices or ())
    if plain not in choices and field.name in ("kind", "level"):
        choices = _kinds(field.model)
    return str(choices.get(plain, plain if plain != "" else now_("空")))


def _kinds(model) -> dict:
    """The kinds of a common noun, and of nodes; they are declared by lines and no field lists them."""
    found = {slug: kind.label for slug, kind in KINDS.items()}
    if model._meta.label_lower != "kernel.node":
        words = import_module(f"{model._meta.app_config.name}.words")
        for declared in vars(words).values():
            if isinstance(declared, Kinds):
                found |= dict(declared.choices())
    return found
