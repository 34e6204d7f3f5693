"""Booking a room, coming, not coming."""

from datetime import date, timedelta
from typing import Annotated

from django.utils import timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.places.models import Place
from gonghui.commons.places.reads import spans_on
from gonghui.commons.places.words import KEEPERS, ROOM, PlaceState
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.notices.outbox import tell

from . import words
from .models import BookedHour, Booking
from .words import WEIGHT, BookingState, Purpose

BOOKABLE = (ROOM, words.PALACE, *words.SHOWN)
HEADS = Annotated[int, P(_("人数"), least=1, most=100_000)]


def bookable(rows, viewer):
    """Any open room or hall may be chosen by anybody."""
    return rows.for_act("rooms anybody may book").filter(kind__in=BOOKABLE, state=PlaceState.OPEN)


ROOM_OF = Annotated[Place, P(_("场地"), pick=bookable)]
ON = Annotated[date, P(_("日期"))]
BEGINS = Annotated[int, P(_("开始（时）"), least=0, most=23)]
ENDS = Annotated[int, P(_("结束（时）"), least=1, most=24)]
TITLE = Annotated[str, P(_("事由"), max_length=80)]


@act("places.book", Booking, label=_("预约场地"), past=_("已预约"), by=(MEMBER,), at="place", icon="event_available", main=True)
def book(ctx, *, place: ROOM_OF, on: ON, begins: BEGINS, ends: ENDS, heads: HEADS, title: TITLE):
    """
    Take a room for whole hours of a day, for oneself and others.

    Refuses: NO_ROOM, HOURS_MOST, TOO_AHEAD, NOT_OPEN, TOO_MANY, NO_SHOWS, TAKEN. Source: handbook, places, section 3.
    """
    days, most = config.value("palace.book_ahead_days", place.node, ctx.day), config.value("palace.hours_most", place.node, ctx.day)
    if ends - begins > most:
        raise words.HOURS_MOST(most=most)
    if on > ctx.day + timedelta(days=days):
        raise words.TOO_AHEAD(days=days)
    refuse_no_shows(ctx, place.node)
    return take(ctx, place, on, begins, ends, heads, title, Purpose.PUBLIC)


@act("places.reserve", Booking, label=_("安排场地"), past=_("已安排场地"), by=(*OFFICERS, "keeper"), at="place", icon="event", main=True)
def reserve(
    ctx, *, place: Annotated[Place, P(_("场地"))], on: ON, begins: BEGINS, ends: ENDS, heads: HEADS, title: TITLE, purpose: Annotated[Purpose, P(_("用途"))],
):  # fmt: skip
    """
    Take a room for the union. Events come before courses, courses before private use: what weighs less gives way and is told.

    Refuses: NO_ROOM, HOURS_MOST, TOO_AHEAD, NOT_OPEN, TOO_MANY, TAKEN. Source: handbook, places, section 3.
    """
    return take(ctx, place, on, begins, ends, heads, title, purpose)


def take(ctx, place, on, begins, ends, heads, title, purpose) -> Booking:
    """Save a booking; the place is locked, so that an hour goes to one."""
    place = Place.objects.for_act("one room, one hour").select_for_update(of=("self",), no_key=True).select_related("node").get(pk=place.pk)
    if place.kind not in BOOKABLE or place.state != PlaceState.OPEN:
        raise words.NO_ROOM(place=place.name)
    if ends <= begins:
        raise words.HOURS_MOST(most=config.value("palace.hours_most", place.node, ctx.day))
    if on < ctx.day:
        raise words.TOO_AHEAD(days=config.value("palace.book_ahead_days", place.node, ctx.day))
    if not any(opens <= begins * 60 and ends * 60 <= closes for opens, closes in spans_on(place, on)):
        raise words.NOT_OPEN(place=place.name, day=on, hours=f"{begins:02d}:00-{ends:02d}:00")
    if place.seats is not None and heads > place.seats:
        raise words.TOO_MANY(place=place.name, seats=place.seats)
    shared = purpose == Purpose.VISIT  # a group that looks around takes no room from anybody
    if not shared:
        give_way(ctx, place, on, begins, ends, WEIGHT[Purpose(purpose)])
    booking = ctx.create(
        Booking, place=place, node=place.node, account=ctx.account, purpose=purpose, title=title, on=on, begins=begins, ends=ends, heads=heads,
        state=BookingState.BOOKED,
    )  # fmt: skip
    if not shared:
        BookedHour.objects.bulk_create([BookedHour(booking=booking, place=place, on=on, hour=hour) for hour in range(begins, ends)])
    return booking


def refuse_no_shows(ctx, node) -> None:
    days, most = config.value("palace.no_show_days", node, ctx.day), config.value("palace.no_show_most", node, ctx.day)
    since = ctx.day - timedelta(days=days)
    count = Booking.objects.for_act("no-shows").filter(account=ctx.account, state=BookingState.NO_SHOW, on__gte=since).count()
    if count >= most:
        raise words.NO_SHOWS(days=days, count=count)


def give_way(ctx, place, on, begins, ends, weight: int) -> None:
    """Bookings of less weight in these hours give way and are told; the place is locked by the caller. Refuses: TAKEN."""
    hours = BookedHour.objects.filter(place=place, on=on, hour__gte=begins, hour__lt=ends)
    standing = Booking.objects.for_act("one room, one hour").select_for_update(of=("self",)).filter(pk__in=hours.values("booking")).order_by("pk")
    for other in standing.select_related("account"):
        if other.state != BookingState.BOOKED or WEIGHT[Purpose(other.purpose)] >= weight:
            raise words.TAKEN(hours=other.hours)
        other.state = BookingState.DISPLACED
        other.save()
        other.taken.all().delete()
        if other.account is not None:
            tell(ctx, other.account, now_("您预约的{booking}因工会活动让位，请改约其他时段。").format(booking=other))


@act("places.cancel_booking", Booking, label=_("取消预约"), past=_("已取消预约"), by=KEEPERS, icon="event_busy")
def cancel_booking(ctx, booking):
    """Give the hours up; somebody else may take them."""
    booking.taken.all().delete()


@act("places.check_in", Booking, label=_("签到"), past=_("已签到"), by=KEEPERS, icon="how_to_reg", main=True)
def check_in(ctx, booking):
    """They have come, on the day. Refuses: NOT_THE_DAY."""
    if booking.on != ctx.day:
        raise words.NOT_THE_DAY(day=booking.on)
    booking.checked_in_at = ctx.at


@act("places.finish_booking", Booking, label=_("结束使用"), past=_("已结束"), by=KEEPERS, icon="logout")
def finish_booking(ctx, booking, *, heads: Annotated[int | None, P(_("实到人数"), least=1, most=100_000)] = None):
    """They have left; how many came, where it was not as many as said."""
    booking.heads = heads or booking.heads
    booking.taken.all().delete()


@act("places.note_no_show", Booking, label=_("登记未到"), past=_("已登记未到"), by=(*OFFICERS, "keeper"), icon="person_off")
def note_no_show(ctx, booking):
    """Nobody came. Refuses: NOT_OVER."""
    local = timezone.localtime(ctx.at)
    if (booking.on, booking.ends) > (ctx.day, local.hour):
        raise words.NOT_OVER()
    booking.taken.all().delete()
