"""Polls with options and a window that spans the days of a situation; ballots of voters."""

from datetime import timedelta

from gonghui.commons.ballots.models import Ballot, Option
from gonghui.kernel.clock import now

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


BORN_BY = {"commons_ballots.poll": "ballots.draft", "commons_ballots.turnout": "ballots.cast", "commons_ballots.ballot": ballot}
VALUES = {
    ("ballots.draft", "opens_at"): lambda g, s: now() - DAY,
    ("ballots.draft", "closes_at"): lambda g, s: now() + 500 * DAY,
    ("ballots.draft", "electorate"): lambda g, s: "anyone",
    ("ballots.draft", "least"): lambda g, s: 1,
    ("ballots.draft", "most"): lambda g, s: 1,
    ("ballots.list_voters", "persons"): lambda g, s: [g.made("membership.register").person],
    ("ballots.cast", "poll"): lambda g, s: poll(g),
    ("ballots.cast", "options"): lambda g, s: list(Option.objects.for_act("test").order_by("-poll", "number")[:1]),
}
FIRST = {
    "ballots.open": lambda g, s: options(g, s),
    "ballots.post": lambda g, s: g.on(s, "ballots.recount"),
    "ballots.restore": lambda g, s: g.on(s, "ballots.set_aside"),
}
LATE = {"ballots.window_ends": lambda g: poll(g, closes_at=now() + DAY)}
