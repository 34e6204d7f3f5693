"""Academy: a house with places, bookings of days that fit, a fee that came in."""

from datetime import timedelta

from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.academy.models import Booking
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


VALUES = {
    ("academy.request", "place"): house,
    ("academy.request", "until"): lambda g, s: clock.today(),
    ("academy.set_milestone", "project"): lambda g, s: g.made("academy.plan_project"),
    ("academy.set_milestone", "due_on"): lambda g, s: clock.today() + timedelta(days=30),
    ("academy.settle", "receipt"): fee,
}
FIRST = {"academy.arrive": at_the_gate}
