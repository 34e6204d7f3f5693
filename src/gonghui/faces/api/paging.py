"""Pages, filters and numbers in addresses: everything that stands there is understood or refused."""

from datetime import UTC, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from gonghui.kernel.desk import Desk
from gonghui.kernel.search import searched

from .problems import BAD_CURSOR, BAD_FILTER

PAGE, MOST_PAGE = 50, 200
MOST_NUMBER = 2**62
MOST_TEXT = 200


def whole(text: str | None, default: int, least: int, most: int, field: str) -> int:
    """A whole number of an address within bounds. Refuses: BAD_CURSOR."""
    if text in (None, ""):
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 20 and least <= int(text) <= most):
        raise BAD_CURSOR(most=MOST_PAGE, field=field)
    return int(text)


def keyset(request, rows, *, ascending: bool = False):
    """
    One page of rows after a cursor, newest first unless said; the next cursor, or None at the end.

    A page far down costs what the first one costs.
    """
    limit = whole(request.GET.get("limit"), PAGE, 1, MOST_PAGE, "limit")
    cursor = whole(request.GET.get("after"), 0, 1, MOST_NUMBER, "after")
    if cursor:
        rows = rows.filter(**{"pk__gt" if ascending else "pk__lt": cursor})
    page = list(rows.order_by("pk" if ascending else "-pk")[: limit + 1])
    return page[:limit], page[limit - 1].pk if len(page) > limit else None


def sliced(request, lines):
    """One page of what has a length and can be sliced, after so many; how many are passed over for the next, or None at the end."""
    limit = whole(request.GET.get("limit"), PAGE, 1, MOST_PAGE, "limit")
    start = whole(request.GET.get("after"), 0, 1, MOST_NUMBER, "after")
    return lines[start : start + limit], start + limit if start + limit < len(lines) else None


def only(request, *names: str) -> None:
    """Refuse what stands in an address and is not understood, too long or no text. Refuses: BAD_FILTER."""
    for name in request.GET:
        for value in request.GET.getlist(name):
            if name not in names or len(value) > MOST_TEXT or "\0" in value:
                raise BAD_FILTER(name=name[:60].replace("\0", ""), field=name[:60].replace("\0", ""))


def span_filters(desk: Desk) -> list[str]:
    """Filters that take a first and a last day as well."""
    return [name for name in desk.filters if isinstance(desk.noun._meta.get_field(name), models.DateField)]


def filter_names(desk: Desk) -> list[str]:
    """Everything a list of the desk may be narrowed by."""
    spans = [f"{name}{end}" for name in span_filters(desk) for end in ("_from", "_to")]
    return [*(["q"] if desk.search else []), *(["mine"] if desk.own else []), *desk.filters, *spans]


def filtered(request, desk: Desk, *further: str):
    """The desk's rows for this viewer, narrowed by what stands in the address. Refuses: BAD_FILTER."""
    only(request, *filter_names(desk), *further)
    if request.GET.get("mine", "false") not in ("true", "false"):
        raise BAD_FILTER(name="mine", field="mine")
    rows = mine(request, desk) if request.GET.get("mine") == "true" else desk.rows(request.viewer)
    for name, value in request.GET.items():
        if name == "q":
            rows = searched(rows, value, desk.search)
        elif name not in ("mine", *further):
            rows = rows.filter(_lookup(desk, name, value))
    return rows


def mine(request, desk: Desk):
    """One's own records of a noun, whatever else one may see in office."""
    rows = desk.narrow(desk.noun.objects.within(request.viewer).own(request.viewer))
    return rows.select_related(*desk.related) if desk.related else rows


def _lookup(desk: Desk, name: str, value: str) -> tuple:
    """A condition as (lookup, value), which `filter` takes."""
    stem, end = (name, "") if name in desk.filters else name.rsplit("_", 1)
    field = desk.noun._meta.get_field(stem)
    try:
        if isinstance(field, models.DateField):
            return _day(field, stem, end, models.DateField().to_python(value))
        if field.choices and value not in map(str, dict(field.flatchoices)):
            raise ValidationError("")
        python = field.to_python(value.capitalize() if isinstance(field, models.BooleanField) else value)
        if isinstance(python, int) and abs(python) > MOST_NUMBER:
            raise OverflowError
        return stem, python
    except (ValidationError, ValueError, OverflowError):
        raise BAD_FILTER(name=name, field=name) from None


def _day(field, stem: str, end: str, day) -> tuple:
    """A day compared with a day, or with the moments it holds."""
    if not isinstance(field, models.DateTimeField):
        return {"from": f"{stem}__gte", "to": f"{stem}__lte"}.get(end, stem), day
    first = timezone.make_aware(datetime.combine(day, time.min)).astimezone(UTC)  # a day no clock of UTC shows overflows here
    last = first + timedelta(days=1, microseconds=-1)
    return {"from": (f"{stem}__gte", first), "to": (f"{stem}__lte", last)}.get(end, (f"{stem}__range", (first, last)))
