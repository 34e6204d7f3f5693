"""The list of guests of a booking, beds given out for all its nights at once, and what it costs."""

from datetime import timedelta
from decimal import Decimal
from typing import Annotated

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from gonghui.commons.places.models import Place
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.config import value
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.store import insert, next_ids

from . import house_words as words
from .beds import give_out
from .freeing import free_nights
from .house_models import BedNight, Guest
from .lesson_models import Lesson
from .lesson_words import L
from .models import Booking
from .words import LIVE

GUEST = ("id", "node_id", "slot", "booking_id", "name", "sex", "since")
NIGHT = ("id", "node_id", "slot", "guest_id", "room_id", "bed", "night")


def named(text: str) -> list[tuple[str, str]]:
    """Pairs (name, sex) of lines 姓名 男. Refuses: BAD_LINE."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        parts = line.replace(",", " ").replace("，", " ").split()
        sex = {"男": "M", "女": "F"}.get(parts[-1]) if len(parts) == 2 and len(parts[0]) <= 50 else None
        if parts and sex is None:
            raise words.BAD_LINE(line=number, text=line[:40])
        if parts:
            found.append((parts[0], sex))
    return found


@act("academy.name_guests", Booking, label=_("录入学员名单"), past=_("已录入"), by=OFFICERS, when=lambda b: b.state in LIVE, icon="group_add")
def name_guests(ctx, booking, *, names: Annotated[str, P(_("名单"), help=_("每行一人：姓名 男（女）"), long=True, max_length=40_000)]):
    """Write down who comes, in one statement. Refuses: BAD_LINE, TOO_MANY (more than the booking is for)."""
    people = named(names)
    there = Guest.objects.for_act("guests of a booking").filter(booking=booking).count() + len(people)
    if there > booking.people:
        raise words.TOO_MANY(there=there, people=booking.people)
    ids = next_ids(Guest, len(people))
    insert(Guest, GUEST, [(pk, booking.node_id, booking.slot, booking.pk, *who, booking.since) for pk, who in zip(ids, people, strict=True)])
    ctx.note_many(Guest, [(pk, booking.node_id, "", "", {"booking_id": [None, booking.pk]}) for pk in ids])


@act("academy.give_beds", Booking, label=_("安排床位"), past=_("已安排"), by=OFFICERS, when=lambda b: b.state in LIVE, icon="bed", main=True)
def give_beds(ctx, booking):
    """
    A bed for every guest without one, for each night ahead until the last day: men and women in rooms apart, a group together.

    Two who give out at once queue at the house; the index of nights holds whatever they do. Refuses: NOBODY, NO_BEDS.
    """
    Place.objects.for_act("beds of the house").select_for_update(of=("self",), no_key=True).get(pk=booking.place_id)
    guests = list(Guest.objects.for_act("guests of a booking").filter(booking=booking, room=None).order_by("pk"))
    if not guests:
        raise words.NOBODY()
    given = give_out(booking, guests)
    for guest, (room, bed) in zip(guests, given, strict=True):
        guest.room_id, guest.bed = room, bed
    Guest.objects.for_act("guests of a booking").bulk_update(guests, ["room", "bed"], batch_size=200)
    first = max(booking.since, ctx.day)
    nights = [first + timedelta(days=n) for n in range((booking.until - first).days)]
    taken = [(guest, night) for guest in guests for night in nights]
    ids = next_ids(BedNight, len(taken))
    rows = [(pk, booking.node_id, booking.slot, g.pk, g.room_id, g.bed, night) for pk, (g, night) in zip(ids, taken, strict=True)]
    insert(BedNight, NIGHT, rows)
    ctx.note_many(Guest, [(g.pk, g.node_id, "", "", {"room_id": [None, g.room_id], "bed": [None, g.bed]}) for g in guests])


@act("academy.free_beds", Booking, label=_("退床位"), past=_("已退"), by=OFFICERS, when=lambda b: b.state in LIVE, icon="no_meeting_room")
def free_beds(ctx, booking, *, why: Annotated[str, WHY]):
    """Give the nights from today on back, of the whole booking. What was slept in stays."""
    free_nights(ctx, booking, ctx.day)


@act("academy.quote", Booking, label=_("报价"), past=_("已报价"), by=OFFICERS, when=lambda b: b.state in (*LIVE, "concluded"), icon="request_quote")
def quote(
    ctx, booking, *, meals: Annotated[bool, P(_("在院用餐"))] = False,
    teacher_half_days: Annotated[int, P(_("课程表以外的授课（人·半天）"), least=0, most=2000)] = 0,
):  # fmt: skip
    """
    Say what the booking costs, by the tariff in force on its first day; quoted again, it replaces the quote before.

    Nights and meals are of those who came, before that of those it is for; the day of leaving is one of meals. Rooms are the half days kept,
    teaching those with a teacher.
    """
    people = booking.people if booking.arrived is None else booking.arrived
    nights = (booking.until - booking.since).days
    lessons = Lesson.objects.for_act("rooms of a booking").filter(booking=booking, state=L.BOOKED)
    rooms, taught = lessons.aggregate(n=Count("pk"), taught=Count("teacher")).values()
    counted = {
        "academy.bed_night": people * nights, "academy.meals_day": people * (nights + 1) * meals, "academy.room_half_day": rooms,
        "academy.teacher_half_day": taught + teacher_half_days,
    }  # fmt: skip
    booking.quoted = Decimal(sum(number * value(key, booking.node, booking.since) for key, number in counted.items()))
