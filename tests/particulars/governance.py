"""Governance: members who may be delegates, and congresses as far as an act needs them."""

from datetime import date, timedelta

from django.db.models import F

from gonghui.kernel import clock
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.organization.governance.models import Term
from gonghui.lines.organization.governance.rules import last_day


def member(ground, subject):
    return ground.on(ground.made("membership.register"), "membership.approve").person


def allotted(ground, subject=None):
    """A congress of the textile factory's union, agreed to, with seats for it."""
    return ground.on(ground.record(ACTS["governance.allot"]), "governance.allot")


def number(ground, subject):
    return next(ground.numbers) % 90 + 5


def vacate(ground, subject=None):
    """No term stands any more."""
    ended = Term.objects.for_act("situation").filter(ended_on=None)
    by_house("tests.vacate", lambda ctx: ended.update(ended_on=F("since")))


def vacant(ground, subject):
    """A number for a node whose earlier terms have ended."""
    vacate(ground)
    return number(ground, subject)


def over(ground):
    """A term that is over."""
    since = clock.today() - timedelta(days=3 * 366)
    return ground.made("governance.enter_term", since=since, until=last_day(since, 3))


def valid(ground):
    """A delegate whose credentials hold."""
    row = ground.made("governance.choose_delegate")
    ground.on(row, "governance.find_valid")
    return type(row).objects.for_act("situation").get(pk=row.pk)


VALUES = {
    ("governance.enter_term", "number"): vacant,
    ("governance.enter_term", "until"): lambda g, s: last_day(clock.today(), 3),
    ("governance.extend", "until"): lambda g, s: s.until + timedelta(days=30),
    ("governance.request", "number"): number,
    ("governance.choose_delegate", "congress"): allotted,
    ("governance.choose_delegate", "person"): member,
    ("governance.hold", "candidates"): lambda g, s: 5,
    ("governance.elect", "person"): member,
}
FIRST = {"governance.accept": vacate, "governance.file": lambda g, s: g.on(s, "governance.elect")}
INTO = {"organization_governance.delegate": (valid,)}
LATE = {
    "governance.term_ends": over,
    "governance.request_waits": lambda g: g.made("governance.request"),
    "governance.result_unfiled": lambda g: g.record(ACTS["governance.elect"]),
    "governance.result_waits": lambda g: g.record(ACTS["governance.accept"]),
}
ROWS = {"organization_governance.term": {"until": date(2027, 3, 1)}}  # a term ends after it began
