"""Polls with options and a window that spans the days of a situation; ballots of voters."""

from datetime import timedelta

from gonghui.commons.ballots.models import Ballot, Option
from gonghui.commons.ballots.reads import busiest
from gonghui.kernel.clock import now, today
from gonghui.kernel.ledger.house import by_house

DAY = timedelta(days=1)


def options(g, poll, count=2):
    """A poll with some options."""
    for _n in range(count):
        g.on(poll, "ballots.add_option")
    return list(Option.objects.for_act("test").filter(poll=poll).order_by("number"))


def poll(g, **changed):
    """An open poll."""
    return g.on(g.made("ballots.draft", **changed), "ballots.open")


def ballot(g):
    """The ballot of somebody new."""
    return Ballot.objects.for_act("test").get(poll=g.made("ballots.cast").poll)


def from_one_device(g, poll):
    """Two ballots of one device in a poll, entered behind its back."""
    told = {"node": poll.node, "slot": poll.slot, "kind": poll.kind, "poll": poll, "on": today(), "content": "1", "device": poll.pk.to_bytes(32)}
    rows = [Ballot(**told, receipt=next(g.numbers).to_bytes(32)) for _n in range(2)]
    by_house("tests.device", lambda ctx: Ballot.objects.for_act("test").bulk_create(rows))


BORN_BY = {"commons_ballots.poll": "ballots.draft", "commons_ballots.turnout": "ballots.cast", "commons_ballots.ballot": ballot}
VALUES = {
    ("ballots.draft", "opens_at"): lambda g, s: now() - DAY,
    ("ballots.draft", "closes_at"): lambda g, s: now() + 500 * DAY,
    ("ballots.draft", "electorate"): lambda g, s: "anyone",
    ("ballots.draft", "least"): lambda g, s: 1,
    ("ballots.draft", "most"): lambda g, s: 1,
    ("ballots.list_voters", "persons"): lambda g, s: [g.made("membership.register").person],
    ("ballots.set_aside_device", "device"): lambda g, s: bytes(busiest(s)[0][0]).hex()[:12],
    ("ballots.cast", "poll"): lambda g, s: poll(g),
    ("ballots.cast", "options"): lambda g, s: list(Option.objects.for_act("test").order_by("-poll", "number")[:1]),
}
FIRST = {
    "ballots.open": lambda g, s: options(g, s),
    "ballots.post": lambda g, s: g.on(s, "ballots.recount"),
    "ballots.set_aside_device": from_one_device,
    "ballots.restore": lambda g, s: g.on(s, "ballots.set_aside"),
}
LATE = {"ballots.window_ends": lambda g: poll(g, closes_at=now() + DAY)}
