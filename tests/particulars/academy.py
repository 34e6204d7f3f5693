"""Academy: a house with places, bookings of days that fit, a fee that came in."""

from datetime import timedelta

from gonghui.kernel import clock
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.academy.house_words import DORM
from gonghui.lines.education.academy.lesson_words import ROOM
from gonghui.lines.education.academy.models import BedNight, Booking, Guest
from gonghui.lines.education.academy.words import ACADEMY, FEE


def house(ground, subject=None):
    """An academy of the textile factory's union that takes many at once."""
    return ground.made("places.enter", kind=ACADEMY, seats=5000, name=f"学院{next(ground.numbers)}")


def fee(ground, booking):
    return ground.on(ground.made("money.take_in", kind=FEE), "money.book_in")


def at_the_gate(ground, booking):
    """Its first day is today."""
    today = clock.today()
    by_house("tests.days", lambda ctx: Booking.objects.for_act("test").filter(pk=booking.pk).update(since=today, until=today))


def dormitory(ground, booking):
    """A guest of the booking waits for a bed, and its house has a room."""
    ground.made("places.enter", kind=DORM, seats=4, name=f"宿舍{next(ground.numbers)}", part_of=booking.place)
    ground.on(booking, "academy.name_guests")


def lecture_room(ground, booking=None):
    """A seminar room of the house of the booking of the situation."""
    return ground.made("places.enter", kind=ROOM, seats=5000, name=f"教室{next(ground.numbers)}", part_of=ground.lesson_of.place)


def scheduled(ground, subject=None):
    """A booking whose days are planned, kept so that the room is of its house."""
    ground.lesson_of = ground.on(ground.made("academy.request"), "academy.schedule")
    return ground.lesson_of


def slept(ground):
    """A booking of some nights whose guest has a bed."""
    booking = ground.record(ACTS["academy.give_beds"])
    until = clock.today() + timedelta(days=2)
    by_house("tests.nights", lambda ctx: Booking.objects.for_act("test").filter(pk=booking.pk).update(until=until))
    return ground.on(Booking.objects.for_act("test").get(pk=booking.pk), "academy.give_beds")


def guest(ground):
    return Guest.objects.for_act("test").filter(booking=slept(ground)).get()


def night(ground):
    return BedNight.objects.for_act("test").filter(guest=guest(ground)).first()


BORN_BY = {"education_academy.guest": guest, "education_academy.bednight": night}
VALUES = {
    ("academy.book_room", "booking"): scheduled,
    ("academy.book_room", "room"): lecture_room,
    ("academy.book_room", "on"): lambda g, s: g.lesson_of.since,
    ("academy.book_room", "people"): lambda g, s: 1,
    ("academy.name_guests", "names"): lambda g, s: "张三 男",
    ("academy.request", "place"): house,
    ("academy.request", "until"): lambda g, s: clock.today(),
    ("academy.set_milestone", "project"): lambda g, s: g.made("academy.plan_project"),
    ("academy.set_milestone", "due_on"): lambda g, s: clock.today() + timedelta(days=30),
    ("academy.settle", "receipt"): fee,
}
FIRST = {"academy.arrive": at_the_gate, "academy.give_beds": dormitory}
