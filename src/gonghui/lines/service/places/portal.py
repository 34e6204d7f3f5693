"""Places on the phone: what is near and open now, one place, booking a room."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _

from gonghui.commons.places import reads
from gonghui.commons.places.models import Place
from gonghui.commons.places.rules import point_of, said
from gonghui.commons.places.words import KINDS, PlaceState
from gonghui.kernel.clock import today
from gonghui.kernel.page import page
from gonghui.kernel.qr import svg
from gonghui.kernel.refusal import Refused

from . import acts, words
from .models import BookedHour

RADII = (1000, 3000, 10_000, 50_000)


@page("places/", "places", label=_("身边阵地"), icon="location_on", who="worker", open=True)
def places(request, kit):
    """Places near a point or of a name, those whose doors are open now marked; without a point, by name."""
    asked = {name: request.GET.get(name, "").replace("\0", "").strip()[:60] for name in ("q", "kind", "point", "radius")}
    only_open, fault = request.GET.get("open") == "1", ""
    shown = reads.on_map(Place.objects.for_act("places anybody may find").filter(part_of=None), today())
    rows = shown.filter(signs__kind=asked["kind"], signs__until=None) if asked["kind"] in words.FOUND else shown.filter(signs__until=None).distinct()
    for word in asked["q"].split():
        rows = rows.filter(name__contains=word) | rows.filter(address__contains=word)
    here, radius = (None, None), int(asked["radius"]) if asked["radius"] in map(str, RADII) else RADII[1]
    try:
        here = point_of(asked["point"])
    except Refused as refused:
        fault = refused.text
    if here[0] is not None:
        rows = reads.near(rows, *here, radius)
    else:
        rows = rows.order_by("name", "pk")
    if only_open:
        rows = reads.open_now(rows)
    found = kit.page(rows)
    open_pks = set(reads.open_now(Place.objects.for_act("places anybody may find").filter(pk__in=[p.pk for p in found])).values_list("pk", flat=True))
    cards = [{"place": p, "open": p.pk in open_pks, "metres": away(p, here), "hours": reads.hours_said(p)} for p in found]
    kinds = [(slug, KINDS.label(slug)) for slug in words.FOUND]
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "cards": cards,
        "page": found,
        "kinds": kinds,
        "asked": asked,
        "only_open": only_open,
        "radius": radius,
        "radii": RADII,
        "fault": fault,
    }
    return kit.render("places/near.html", 422 if fault else 200, query=query.urlencode(), here=here[0] is not None, **context)


def away(place: Place, here) -> int | None:
    """Metres to a place, as far as a card says it."""
    return None if here[0] is None else reads.distance(place, *here)


@page("places/<slug:code>/", "place", open=True)
def place(request, kit, code):
    """One place, as its sign's QR shows it: hours, changed days, what it has, its rooms."""
    one = open_place(code)
    day = today()
    changed = one.exceptions.for_act("hours of a place").filter(state__in=("published", "confirmed"), until__gte=day).order_by("since")[:5]
    days = [(x, "" if x.closed else f"{said(x.opens)}-{said(x.closes)}") for x in changed]
    now = reads.open_now(Place.objects.for_act("places anybody may find").filter(pk=one.pk)).exists()
    rooms = one.rooms.for_act("rooms of a place").filter(state=PlaceState.OPEN).order_by("name")[:50]
    has = one.facilities.for_act("what a place has").filter(until=None).order_by("slug")
    signs = reads.signs_of(one, day)
    return kit.render(
        "places/place.html", place=one, hours=reads.hours_said(one), days=days, open_now=now, rooms=rooms, has=has, signs=signs,
        bookable=one.kind in acts.BOOKABLE,
    )  # fmt: skip


@page("places/<slug:code>/qr.svg", "place_qr", open=True)
def place_qr(request, kit, code):
    """The QR on the sign: the address of the place's page."""
    return HttpResponse(svg(request.build_absolute_uri(f"/portal/places/{open_place(code).code}/")), content_type="image/svg+xml")


@page("places/<slug:code>/book/", "book_place")
def book(request, kit, code):
    """Book a room for some hours; the hours taken on the day stand beside the form."""
    one = open_place(code)
    form = kit.form(acts.book, {"place": one, "on": today()})
    done = kit.done(form)
    if done:
        return kit.go("my_record", "booking", done.subject.pk)
    day = form["on"].value() if form.is_bound else today()
    taken = BookedHour.objects.filter(place=one, on__gte=today()).order_by("on", "hour").values_list("on", "hour")[:60]
    return kit.form_page(
        "places/book.html", form, place=one, day=day, taken=[(on, f"{hour:02d}:00") for on, hour in taken], hours=reads.hours_said(one)
    )


def open_place(code: str) -> Place:
    """A place the public may find, by the code on its sign."""
    found = Place.objects.for_act("a place anybody may find").filter(code=code.upper(), state=PlaceState.OPEN).select_related("part_of").first()
    if found is None:
        raise Http404
    return found
