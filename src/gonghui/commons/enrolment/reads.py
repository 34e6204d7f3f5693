"""Finding offers, and what is known of those who ask."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from gonghui.commons.parties.models import Person
from gonghui.commons.parties.reads import member_paths
from gonghui.kernel import config
from gonghui.kernel.turnstile.gate import Plan

from . import rules, words
from .models import Arrival, Enrolment, Offer, Sitting

LONGEST_ROOM = timedelta(minutes=30)  # by then everybody who came before has been let in

FURTHER: dict = {}  # kind -> function (offer, {person number: Facts}) that adds a line's own reasons


def open_offers(at):
    """What can be asked for now or soon: published and not over; it is public whoever looks."""
    return Offer.objects.for_act("open offers are for everybody").filter(state=words.O.OPEN, closes_at__gt=at)


def facts_of(offer: Offer, pairs: list[tuple[Person, Person | None]], at, *, healthy=False, consent=False) -> dict[int, rules.Facts]:
    """
    What is known of each of (person, guardian) about an offer, by person; the same number of queries however many ask.

    healthy, consent: what they have declared with this request.
    """
    pks = [person.pk for person, _guardian in pairs]
    today = timezone.localdate(at)
    mine = Enrolment.objects.for_act("eligibility").filter(person__in=pks)
    here = dict(mine.filter(state__in=words.LIVE, offer=offer).values_list("person", "state"))
    strikes = strikes_of(pks, today)
    theirs = elsewhere(offer, pks)
    payers = {person.pk: guardian or person for person, guardian in pairs}
    paths = member_paths({payer.pk for payer in payers.values()})
    found = {}
    for person, guardian in pairs:
        payer = payers[person.pk]
        guarded = guardian is not None and guardian.pk != person.pk and consent
        found[person.pk] = replace(
            theirs.get(person.pk, rules.Facts()),
            birth=person.birth, gender=person.gender, verified=payer.verified_on is not None, paths=tuple(paths.get(payer.pk, ())),
            strikes=tuple(strikes[person.pk]), live=str(words.E(here[person.pk]).label) if person.pk in here else "", guarded=guarded, healthy=healthy,
        )  # fmt: skip
    if offer.kind in FURTHER:
        FURTHER[offer.kind](offer, found)
    return found


def strikes_of(persons, today) -> dict[int, list]:
    """Days of strikes of the last two years that nobody has pardoned: those of one are enough for a block that still runs."""
    rows = Enrolment.objects.for_act("strikes").filter(person__among=list(persons), pardoned_on=None, struck_on__gt=rules.months_after(today, -24))
    found: dict[int, list] = defaultdict(list)
    for person, day in rows.values_list("person", "struck_on"):
        found[person].append(day)
    return found


def elsewhere(offer: Offer, pks) -> dict[int, rules.Facts]:
    """What those who have something live in other offers have there, as far as it stands against this one."""
    if not pks:
        return {}
    live = Enrolment.objects.for_act("eligibility").filter(person__among=list(pks), state__in=words.LIVE).exclude(offer=offer)
    found: dict[int, rules.Facts] = defaultdict(rules.Facts)
    if offer.plan_id:
        for person, turn in live.filter(offer__plan=offer.plan_id).values_list("person", "turn"):
            facts = found[person]
            facts.in_round, facts.turns = facts.in_round + 1, facts.turns | {turn}
    if offer.about_id:
        about = Q(offer__about_noun=offer.about_noun, offer__about_id=offer.about_id, offer__starts_on__year=offer.starts_on.year)
        for person, title in live.filter(about).values_list("person", "offer__title"):
            found[person].same = title
    own_times = Sitting.objects.for_act("eligibility").filter(offer=offer, begins_at__lt=OuterRef("ends_at"), ends_at__gt=OuterRef("begins_at"))
    busy = Sitting.objects.for_act("eligibility").filter(Exists(own_times), offer=OuterRef("offer"))
    for person, title in live.filter(Exists(busy), state__in=words.SEATED).values_list("person", "offer__title"):
        found[person].clash = title
    return found


def in_group(key: str, pairs, offer) -> set[int]:
    """Of (person, guardian) by number the persons a priority means: by what has been of the one who comes, or by what they or their guardian are."""
    _label, who = words.PRIORITIES[key]
    asked = {person for person, _guardian in pairs}
    if key not in words.OF_THE_ONE:
        asked |= {guardian for _person, guardian in pairs if guardian}
    some = who(asked, offer)
    return {person for person, guardian in pairs if person in some or guardian in some}


def groups_at(quotas, pairs, offer) -> dict[int, set[str]]:
    """For each person which of the priorities that seats are kept for mean them."""
    found: dict[int, set[str]] = defaultdict(set)
    for key in {quota.priority for quota in quotas} & words.PRIORITIES.keys():
        for person in in_group(key, pairs, offer):
            found[person].add(key)
    return found


def ways_of(offer: Offer) -> list[str]:
    """How an offer's places are given, as it is published: a sentence each."""
    told = [str(offer.get_mode_display())]
    kept = list(offer.quotas.for_act("published with the offer").select_related("node").order_by("pk"))
    if offer.mode == words.Mode.MIXED:
        in_order = offer.seats - offer.drawn_seats - sum(quota.seats for quota in kept)
        told.append(
            _("先到 {order} 名；其余 {drawn} 名和退回的名额，在截止后由没有得到的申请人抽签。").format(order=in_order, drawn=offer.drawn_seats)
        )
    if offer.priorities:
        told.append(_("抽签时的优先顺序：{priorities}，同档抽签。").format(priorities=offer.priorities))
    for quota in kept:
        until = rules.said(quota.release_at)
        told.append(_("为{whose}保留 {seats} 名，至 {until}，未用的转给其他人。").format(whose=quota.whose, seats=quota.seats, until=until))
    return told


def values_at(offer: Offer, day) -> rules.Values:
    """The configured values where the offer is made."""
    return rules.Values(*(config.value(f"enrol.{key}", offer.node, day) for key in ("max_per_round", "strikes", "block_months")))


def reasons_against(offer: Offer, person: Person, guardian: Person | None, at, **declared) -> list:
    """Every reason why a person cannot enrol at this moment; an empty list: they can."""
    return looked_at(offer, person, guardian, at, **declared)[1]


def looked_at(offer: Offer, person: Person, guardian: Person | None, at, **declared) -> tuple[rules.Facts, list]:
    """What is known of one who asks, and every reason against."""
    facts = facts_of(offer, [(person, guardian)], at, **declared)[person.pk]
    return facts, rules.reasons(offer, facts, at, values_at(offer, timezone.localdate(at)), offer.for_node.path, offer.for_node.name)


def plan_of(offer: Offer) -> Plan:
    """How an offer lets in. Where all places are drawn there is no hurry, and no waiting room."""
    puzzled = puzzle_of(offer) != "off"
    if offer.mode not in words.IN_ORDER or not offer.commitment:
        return Plan(offer.opens_at, offer.closes_at, puzzled=puzzled)
    early = Arrival.objects.for_act("gate").filter(offer=offer, at__lt=offer.opens_at).count()
    a_second = config.value("enrol.let_in_a_second", offer.node, offer.starts_on)
    return Plan(offer.opens_at, offer.closes_at, offer.seed or "", early, a_second, puzzled=puzzled)


def puzzle_of(offer: Offer) -> str:
    """When who asks for it is given a puzzle: `off`, `often` (who asks very often), `room` (who comes to the waiting room too)."""
    return config.value("enrol.puzzle", offer.node, offer.starts_on)


def room_until(offer: Offer, person: Person, at) -> datetime | None:
    """When somebody may ask without the gate, while those who came before the opening are let in; None: now."""
    if not offer.opens_at <= at < offer.opens_at + LONGEST_ROOM:
        return None
    plan = plan_of(offer)
    early = Arrival.objects.for_act("gate").filter(offer=offer, person=person, at__lt=offer.opens_at).exists()
    moment = plan.moment(person.pk, early)
    return moment if at < moment else None


def ahead_of(row: Enrolment) -> int:
    """How many wait before a waitlisted enrolment."""
    return Enrolment.objects.for_act("one's place in the list").filter(offer=row.offer_id, state=words.E.WAITLISTED, number__lt=row.number).count()
