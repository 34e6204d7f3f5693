"""Finding the records an act may be given: by name, pinyin, first letters, number, or what stands behind them."""

from gonghui.kernel.desk import DESKS
from gonghui.kernel.search import named, searched

from .binding import choosable

FOUND = 20


def named_rows(rows):
    """With what a row's name needs joined, and the organisation above it."""
    above = {"node": "node__parent", "parent": "parent"}
    joined = [*rows.model.named_by, *(above[field.name] for field in rows.model._meta.fields if field.name in above)]
    return rows.select_related(*joined) if joined else rows  # without a name it would join everything


def find(act, name: str, viewer, text: str) -> list:
    """Records that may be chosen and match the words typed; at most FOUND."""
    parameter = act.params[name]
    desk = DESKS.get(parameter.type._meta.label_lower)
    fields = (desk.search if desk else ()) or tuple(f.name for f in parameter.type._meta.fields if f.name in ("name", "title"))
    through = getattr(parameter.type, "found_by", ())
    rows = named_rows(choosable(act, parameter, viewer))
    found = list(searched(rows, text, fields).order_by("pk")[:FOUND])
    if through and len(found) < FOUND:
        keys = rows.filter(named(text, *through)).values_list("pk", flat=True).distinct()[:FOUND]
        known = {row.pk for row in found}
        found += [row for row in rows.filter(pk__in=list(keys)) if row.pk not in known]
    return found[:FOUND]
