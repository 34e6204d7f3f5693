"""What the declarations of recuperation cannot say: days in order, members, a posting that is over."""

from datetime import timedelta
from decimal import Decimal

from gonghui.kernel import clock
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.notices.models import Posting
from gonghui.lines.welfare.recuperation.models import Trip
from tests.particulars.mutual_aid import member

ONE = timedelta(days=1)


def verified(g, s=None):
    """A member whose number has been seen."""
    return g.on(member(g), "parties.verify")


def trip(g, s=None):
    """A batch that takes names."""
    return g.made("recuperation.plan")


def nominated(g, trip) -> None:
    """Somebody has a seat."""
    with clock.at(trip.since - 7 * ONE):
        g.made("recuperation.nominate", batch=trip)


def notice_over(g, trip) -> None:
    """The posting was put up long enough ago."""
    last = clock.today() - ONE
    rows = Posting.objects.for_act("situation").filter(noun="welfare_recuperation.trip", subject=trip.pk)
    by_house("tests.notice", lambda ctx: rows.update(ends_on=last, posted_on=last, state="over"))


def gone(g, trip) -> None:
    """The day of departure has come."""
    today = clock.today()
    by_house("tests.trip", lambda ctx: Trip.objects.for_act("situation").filter(pk=trip.pk).update(since=today - 5 * ONE, until=today - 2 * ONE))


BORN_BY = {"welfare_recuperation.trip": "recuperation.plan"}
VALUES = {
    ("recuperation.plan", "closes_on"): lambda g, s: clock.today() + 3 * ONE,
    ("recuperation.plan", "since"): lambda g, s: clock.today() + 9 * ONE,
    ("recuperation.plan", "until"): lambda g, s: clock.today() + 12 * ONE,
    ("recuperation.nominate", "batch"): trip,
    ("recuperation.nominate", "person"): verified,
    ("recuperation.settle", "cost"): lambda g, s: Decimal(800),
}
FIRST = {"recuperation.post": nominated, "recuperation.lock": notice_over, "recuperation.depart": gone, "recuperation.settle": gone}
