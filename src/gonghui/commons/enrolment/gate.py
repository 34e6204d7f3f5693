"""The gate of an offer: those who ask at its opening are settled in groups, by the rules and under the lock of any other enrolment."""

from datetime import datetime, timedelta

from gonghui.kernel.clock import now
from gonghui.kernel.turnstile.gate import DONE, FULL, WAITING, Answer, Ask, Gate, Plan, declare
from gonghui.kernel.turnstile.ticket import LASTS, Ticket

from . import reads, rules, words
from .keeping import Asked, keep_asked
from .models import Arrival, Enrolment, Offer
from .settle import Seats, one_at_a_time, placed
from .words import E

KEY = "offer"
APPLIED = "applied"
CODES = {E.WAITLISTED: WAITING, E.APPLIED: APPLIED}


def plan(number: int) -> Plan | None:
    """When an offer opens, and who waits for it; None where it is not published."""
    offer = Offer.objects.for_act("gate").filter(pk=number, state__in=(words.O.OPEN, words.O.CLOSED)).select_related("node").first()
    return offer and reads.plan_of(offer)


def ticket_of(arrival: Arrival, at: datetime) -> Ticket:
    """The ticket of somebody who has come; what stood against them was looked at when they did."""
    until = min(at + LASTS, max(arrival.offer.closes_at, at + timedelta(minutes=1)))
    facts = {"guardian": arrival.guardian_id, "quota": arrival.quota_id, "phone": (arrival.guardian or arrival.person).phone_masked}
    return Ticket(KEY, arrival.offer_id, arrival.person_id, arrival.account_id, arrival.at < arrival.offer.opens_at, int(until.timestamp()), facts)


def settle(ctx, number: int, asks: list[Ask]) -> list[Answer]:
    """One group: whoever has it is told so again, whoever may is placed in the order of the group, all by a handful of statements."""
    seats = Seats(ctx, number)
    offer, ctx.node = seats.offer, seats.offer.node
    if closed := next(rules.window(offer, ctx.at), None):
        return [_no(closed)] * len(asks)
    names = one_at_a_time({ask.ticket.holder for ask in asks})
    live = live_of(names)
    found = {person: _answer(state, place, again=True) for person, of, state, place in live if of == number}
    coming = {ask.ticket.holder: ask.ticket.facts for ask in asks if ask.ticket.holder not in found}
    theirs = reads.elsewhere(offer, {person for person, of, _state, _place in live if of != number and person in coming})
    values = reads.values_at(offer, ctx.day) if theirs else None
    refused = {person: _no(no) for person, facts in theirs.items() if (no := next(rules.elsewhere(offer, facts, values), None))}
    may = [(person, facts) for person, facts in coming.items() if person not in refused]
    got = placed(seats, [_asked(offer, person, names[person], facts, theirs.get(person)) for person, facts in may])
    keep_asked(seats, got)
    seats.save()
    told = {row.person_id: _answer(row.state, row.number) for row in got}
    answers = []
    for ask in asks:
        holder = ask.ticket.holder
        answers.append(found.get(holder) or refused.get(holder) or told.get(holder) or Answer(FULL))
        if holder in told:
            found[holder] = Answer(told[holder].code, told[holder].place, told[holder].says, again=True)  # the same tap twice in one group
    return answers


def live_of(persons) -> list[tuple]:
    """What these have live anywhere: (person, offer, state, number)."""
    rows = Enrolment.objects.for_act("gate").filter(person__among=sorted(persons), state__in=words.LIVE)
    return list(rows.values_list("person", "offer", "state", "number"))


def _asked(offer: Offer, person: int, name: str, facts: dict, theirs) -> Asked:
    turn = rules.first_free(theirs.turns if theirs else ()) if offer.plan_id else 0
    return Asked(person, facts["guardian"], facts.get("phone", ""), facts["quota"], turn, name)


def known(number: int) -> dict[int, Answer] | None:
    """What all who have something live in an offer are told again; None while somebody may get a seat or a place in the waiting list."""
    at = now()
    offer = Offer.objects.for_act("gate").filter(pk=number, state=words.O.OPEN, closes_at__gt=at).first()
    if offer is None or offer.left > 0 or offer.waiting is None:
        return None
    rows = list(Enrolment.objects.for_act("gate").filter(offer=number, state__in=words.LIVE).values_list("person", "state", "number", "held_until"))
    lapsed = any(state in (E.HELD, E.OFFERED) and until and until <= at for _person, state, _place, until in rows)
    if lapsed or sum(state == E.WAITLISTED for _person, state, _place, _until in rows) < offer.waiting:
        return None
    return {person: _answer(state, place, again=True) for person, state, place, _until in rows}


def _answer(state: str, place: int, *, again: bool = False) -> Answer:
    return Answer(CODES.get(E(state), DONE), place, str(E(state).label), again)


def _no(refused) -> Answer:
    return Answer(refused.code, says=refused.text)


GATE = declare(Gate(KEY, Enrolment, settle, plan, known))
