"""What the declarations of the line of places cannot say."""

from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house


def room(ground):
    """A room that is open at every hour."""
    return ground.made("places.enter", kind="room", hours="每天 00:00-24:00", opened_on=clock.today())


def booked_for_today(ground, booking):
    """The booking was made long ago; it is for the day of the act."""
    rows = type(booking).objects.for_act("situation").filter(pk=booking.pk)
    by_house("tests.booking", lambda ctx: rows.update(on=clock.today()))


VALUES = {
    (f"places.{act}", name): value
    for act in ("book", "reserve")
    for name, value in (("place", lambda g, s: room(g)), ("begins", lambda g, s: 0), ("ends", lambda g, s: 1))
}
FIRST = {"places.check_in": booked_for_today}
LATE = {"places.bookings_unsettled": lambda g: g.made("places.book")}
ROWS = {"service_places.booking": {"ends": 2}}  # later than it begins
