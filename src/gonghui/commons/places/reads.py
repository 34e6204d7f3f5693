"""Which places are open, near, or the same."""

from datetime import datetime, timedelta
from math import cos, radians

from django.db.models import Exists, ExpressionWrapper, F, FloatField, OuterRef, Q
from django.utils import timezone

from gonghui.kernel import config
from gonghui.kernel.clock import now

from .models import OpeningHours, Place, Sign
from .rules import box, metres, minute_of, week_said, yesterday
from .visit_models import OpeningException
from .words import HOLDS, STANDING, PlaceState


def published(day, hidden_after: int | None = None):
    """Changed days that hold on `day`; with `hidden_after`, closed ones longer than so many days."""
    rows = OpeningException.objects.for_act("hours of places").filter(place=OuterRef("pk"), state__in=HOLDS, since__lte=day, until__gte=day)
    return rows if hidden_after is None else rows.filter(opens=None, until__gte=F("since") + timedelta(days=hidden_after))


def on_map(rows, day):
    """Of `rows` the open places the public may find: not those closed for more than `station.hide_after_days`."""
    return rows.filter(~Exists(published(day, config.value("station.hide_after_days", None, day))), state=PlaceState.OPEN)


def open_now(rows, moment: datetime | None = None):
    """Of `rows` the open places whose doors are open at a moment: by the changed hours of the day, else by the week."""
    day, minute = minute_of(timezone.localtime(moment or now()))
    before = yesterday(day)
    week = OpeningHours.objects.filter(place=OuterRef("pk"))
    by_week = Exists(week.filter(_today(minute), weekday=day.weekday())) & ~Exists(published(day))
    from_eve = Exists(week.filter(_from_yesterday(minute), weekday=before.weekday())) & ~Exists(published(before))
    changed = Exists(published(day).filter(_today(minute), opens__isnull=False))
    late = Exists(published(before).filter(_from_yesterday(minute), opens__isnull=False))
    return rows.filter(by_week | from_eve | changed | late, state=PlaceState.OPEN)


def _today(minute: int) -> Q:
    return Q(opens__lte=minute) & (Q(closes__gt=minute) | Q(closes__lte=F("opens")))


def _from_yesterday(minute: int) -> Q:
    return Q(closes__lte=F("opens"), closes__gt=minute)


def near(rows, latitude: float, longitude: float, radius: int):
    """Of `rows` those within a square of `radius` metres around a point, nearest first (a flat map does for such distances)."""
    south, north, west, east = box(latitude, longitude, radius)
    up = F("latitude") - latitude
    across = (F("longitude") - longitude) * cos(radians(latitude))
    flat = ExpressionWrapper(up * up + across * across, output_field=FloatField())
    return rows.filter(latitude__range=(south, north), longitude__range=(west, east)).order_by(flat, "pk")


def distance(place: Place, latitude: float, longitude: float) -> int | None:
    """Metres from a point to a place; None where the place has no point."""
    return None if place.latitude is None else metres((latitude, longitude), (place.latitude, place.longitude))


def same_place(latitude, longitude, radius: int, name: str, node, but: int | None = None) -> Place | None:
    """A place that stands where this one is said to stand: within `radius` metres, or of the same name at the same node."""
    rows = Place.objects.for_act("one physical place").filter(state__in=(*STANDING, PlaceState.PLANNED), part_of=None).exclude(pk=but)
    named = rows.filter(node=node, name=name).first()
    if named is not None or latitude is None:
        return named
    close = near(rows, latitude, longitude, radius)[:20]
    return next((one for one in close if distance(one, latitude, longitude) <= radius), None)


def hours_said(place: Place) -> str:
    """The week of a place in words."""
    return week_said(place.hours.order_by("weekday", "opens").values_list("weekday", "opens", "closes"))


def signs_of(place: Place, day) -> list[Sign]:
    return list(
        Sign.objects.for_act("signs of a place in reach").filter(Q(until=None) | Q(until__gte=day), place=place, since__lte=day).order_by("pk")
    )


def spans_on(place: Place, day) -> list[tuple[int, int]]:
    """When the place is open on a day, as minutes of that day; past midnight the end is beyond 1440."""
    rows = OpeningException.objects.for_act("hours of a place").filter(place=place, state__in=HOLDS, since__lte=day, until__gte=day)
    changed = rows.values_list("opens", "closes").first()
    spans = [changed] if changed else place.hours.filter(weekday=day.weekday()).values_list("opens", "closes")
    return [(opens, closes if closes > opens else closes + 1440) for opens, closes in spans if opens is not None]
