"""Titles: schemes that fit where they are given, nominations that have come far enough."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.designations.models import Round, Scheme
from gonghui.kernel import clock
from gonghui.kernel.access.models import Grant
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.house import by_house

BEFORE = timedelta(days=30)
LONG = timedelta(days=800)


def called(g):
    """A round called by the district, long open."""
    scheme = g.made("designations.declare_scheme", document=f"批{next(g.numbers)}号")
    return g.made("designations.call", scheme=scheme)


def up(g, nomination):
    """The nomination where the round is held."""
    while nomination.at_id != nomination.round.node_id:
        nomination = g.on(nomination, "designations.recommend")
    return nomination


def posted(g, nomination):
    """A notice whose days are over."""
    with clock.at(clock.today() + BEFORE):
        strike("notices.end_postings")


def outer(g, nomination):
    """A title somebody else gives; its notice is over."""
    scheme = Scheme.objects.for_act("situation").get(pk=nomination.round.scheme_id)
    scheme.outer = True
    by_house("tests.outer", lambda ctx: scheme.save())
    posted(g, nomination)


def above(g, nomination):
    """The round is held a level higher than it was called."""
    round = Round.objects.for_act("situation").get(pk=nomination.round_id)
    round.node = nomination.at.parent
    by_house("tests.above", lambda ctx: round.save())


def expert(g):
    """A new account at the post of expert."""
    account = g.new_worker()
    grant = Grant(account=account, role="expert", node=g.cast.nodes["province"], since=clock.today())
    by_house("tests.expert", lambda ctx: grant.save())
    return account


VALUES = {
    ("designations.call", "scheme"): lambda g, s: g.made("designations.declare_scheme", document="批〔2024〕1号"),
    ("designations.call", "closes_on"): lambda g, s: clock.today() + LONG,
    ("designations.record", "scheme"): lambda g, s: g.made("designations.declare_scheme", outer=True),
    ("designations.record", "name"): lambda g, s: g.person()["name"],
    ("designations.end_scheme", "on"): lambda g, s: clock.today(),
    ("designations.set_quota", "level"): lambda g, s: g.cast.nodes["union"],
    ("designations.nominate", "round"): lambda g, s: called(g),
    ("designations.nominate", "name"): lambda g, s: g.person()["name"],
    ("designations.assign_expert", "nomination"): lambda g, s: up(g, g.made("designations.nominate")),
    ("designations.assign_expert", "expert"): lambda g, s: expert(g),
    ("designations.score", "score"): lambda g, s: Decimal("90.5"),
}
FIRST = {
    "designations.recommend_on": above,
    "designations.review": up,
    "designations.confer": posted,
    "designations.forward": outer,
}
LATE = {
    "designations.recheck_comes": lambda g: g.made("designations.record", scheme=g.made("designations.declare_scheme", outer=True, recheck_months=1))
}
