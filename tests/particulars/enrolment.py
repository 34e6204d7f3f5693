"""Offers and enrolments: windows that span the days of a situation, workers who may enrol, states born into."""

from datetime import timedelta

from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.parties.models import Person
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.house import by_house

DAY = timedelta(days=1)


def offer(g, **changed):
    """A published offer."""
    return g.on(g.made("enrolment.draft", **changed), "enrolment.publish")


def change(made: Offer, **values) -> None:
    by_house("tests.offer", lambda ctx: Offer.objects.for_act("test").filter(pk=made.pk).update(**values))


def known(g, account=None) -> Person:
    """Somebody who has applied for membership with an account; the worker of the situation by default."""
    account = account or g.worker
    own = Person.objects.for_act("test").filter(account=account).first()
    if own is None:
        worker = g.worker
        made = g.made("membership.apply").person
        applied = g.worker
        g.worker = worker

        def make(ctx):
            person = Person.objects.for_act("test").get(pk=made.pk)
            person.account = account
            person.save()
            return person

        own = by_house("tests.known", make) if applied.pk != account.pk else made
    return own


def asked(g, **changed):
    """An enrolment of somebody new in an offer so made."""
    return g.made("enrolment.enrol", offer=offer(g, **changed))


def waitlisted(g):
    full = offer(g, seats=1)
    g.made("enrolment.enrol", offer=full)
    return g.made("enrolment.enrol", offer=full)


def dated(row, **days) -> None:
    by_house("tests.dated", lambda ctx: Enrolment.objects.for_act("test").filter(pk=row.pk).update(**days))


def struck_today(g, row) -> None:
    dated(row, struck_on=now().date())


def appealed(g, row) -> None:
    dated(row, appealed_on=now().date())


def long_appealed(g) -> Enrolment:
    row = g.on(asked(g), "enrolment.miss")
    appealed(g, row)
    return row


def still_held(g, row) -> None:
    by_house("tests.held", lambda ctx: Enrolment.objects.for_act("test").filter(pk=row.pk).update(held_until=now() + DAY))


def begun(g, row) -> None:
    change(row.offer, starts_at=now() - DAY)


def over(g, row) -> None:
    change(row.offer, starts_at=now() - 3 * DAY, opens_at=now() - 9 * DAY, closes_at=now() - 5 * DAY, ends_at=now() - 2 * DAY)


BORN_BY = {
    "commons_enrolment.offer": "enrolment.draft",
    "commons_enrolment.enrolment": "enrolment.enrol",
    "commons_enrolment.quota": "enrolment.give_quota",
    "commons_enrolment.arrival": "enrolment.arrive",
}
VALUES = {
    ("enrolment.draft", "opens_at"): lambda g, s: now() - DAY,
    ("enrolment.draft", "closes_at"): lambda g, s: now() + 500 * DAY,
    ("enrolment.draft", "starts_at"): lambda g, s: now() + 510 * DAY,
    ("enrolment.draft", "ends_at"): lambda g, s: now() + 520 * DAY,
    ("enrolment.draft", "seats"): lambda g, s: 3,
    ("enrolment.draft", "audience"): lambda g, s: "anyone",
    ("enrolment.add_time", "begins_at"): lambda g, s: s.starts_at + DAY,
    ("enrolment.add_time", "ends_at"): lambda g, s: s.starts_at + 2 * DAY,
    ("enrolment.put_off", "starts_at"): lambda g, s: s.starts_at + DAY,
    ("enrolment.reopen", "closes_at"): lambda g, s: now() + 10 * DAY,
    ("enrolment.give_quota", "node"): lambda g, s: s.node,
    ("enrolment.give_quota", "seats"): lambda g, s: 1,
    ("enrolment.give_quota", "release_at"): lambda g, s: now() + 10 * DAY,
    ("enrolment.change_seats", "seats"): lambda g, s: 9,
    ("enrolment.enrol", "offer"): lambda g, s: known(g) and offer(g),
    ("enrolment.arrive", "offer"): lambda g, s: known(g) and offer(g),
    ("enrolment.enter", "offer"): lambda g, s: offer(g),
    ("enrolment.enter", "person"): lambda g, s: g.made("membership.register").person,
}
FIRST = {
    "enrolment.attend": begun,
    "enrolment.miss": begun,
    "enrolment.drop": begun,
    "enrolment.cancel_late": begun,
    "enrolment.rate": over,
    "enrolment.give_quota": lambda g, s: change(s, commitment=""),  # as a line opens it that shares places out by units alone
    "enrolment.appeal": struck_today,
    "enrolment.uphold": appealed,
    "enrolment.draw": lambda g, s: change(s, mode="lottery"),
    "enrolment.confirm": still_held,
    "enrolment.promote": lambda g, s: change(s.offer, seats=s.offer.seats + 1),
}
INTO = {"commons_enrolment.enrolment": (lambda g: asked(g, holds=True), waitlisted, lambda g: asked(g, mode="lottery"))}
LATE = {"enrolment.settle_due": lambda g: asked(g, holds=True), "enrolment.appeals_wait": long_appealed}
