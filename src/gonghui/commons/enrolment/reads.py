"""Finding offers, and what is known of those who ask."""

from collections import Counter, defaultdict

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from gonghui.commons.parties.models import Person
from gonghui.commons.parties.reads import member_paths
from gonghui.kernel import config

from . import rules, words
from .models import Enrolment, Offer, Sitting

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
    live = mine.filter(state__in=words.LIVE)
    here = dict(live.filter(offer=offer).values_list("person", "state"))
    strikes = defaultdict(list)
    for person, day in mine.filter(struck_on__gt=rules.months_after(today, -24), pardoned_on=None).values_list("person", "struck_on"):
        strikes[person].append(day)
    elsewhere = live.exclude(offer=offer)
    in_round = Counter(elsewhere.filter(offer__plan=offer.plan_id).values_list("person", flat=True)) if offer.plan_id else {}
    same = {}
    if offer.about_id:
        about = Q(offer__about_noun=offer.about_noun, offer__about_id=offer.about_id, offer__starts_on__year=offer.starts_on.year)
        same = dict(elsewhere.filter(about).values_list("person", "offer__title"))
    own_times = Sitting.objects.for_act("eligibility").filter(offer=offer, begins_at__lt=OuterRef("ends_at"), ends_at__gt=OuterRef("begins_at"))
    busy = Sitting.objects.for_act("eligibility").filter(Exists(own_times), offer=OuterRef("offer"))
    clash = dict(elsewhere.filter(Exists(busy), state__in=words.SEATED).values_list("person", "offer__title"))
    payers = {person.pk: guardian or person for person, guardian in pairs}
    paths = member_paths({payer.pk for payer in payers.values()})
    found = {}
    for person, guardian in pairs:
        payer = payers[person.pk]
        guarded = guardian is not None and guardian.pk != person.pk and consent
        found[person.pk] = rules.Facts(
            birth=person.birth, gender=person.gender, verified=payer.verified_on is not None, paths=tuple(paths.get(payer.pk, ())),
            strikes=tuple(strikes[person.pk]), in_round=in_round.get(person.pk, 0), same=same.get(person.pk, ""), clash=clash.get(person.pk, ""),
            live=str(words.E(here[person.pk]).label) if person.pk in here else "", guarded=guarded, healthy=healthy,
        )  # fmt: skip
    if offer.kind in FURTHER:
        FURTHER[offer.kind](offer, found)
    return found


def values_at(offer: Offer, day) -> rules.Values:
    """The configured values where the offer is made."""
    return rules.Values(*(config.value(f"enrol.{key}", offer.node, day) for key in ("max_per_round", "strikes", "block_months")))


def reasons_against(offer: Offer, person: Person, guardian: Person | None, at, **declared) -> list:
    """Every reason why a person cannot enrol at this moment; an empty list: they can."""
    facts = facts_of(offer, [(person, guardian)], at, **declared)[person.pk]
    return rules.reasons(offer, facts, at, values_at(offer, timezone.localdate(at)), offer.for_node.path, offer.for_node.name)


def ahead_of(row: Enrolment) -> int:
    """How many wait before a waitlisted enrolment."""
    return Enrolment.objects.for_act("one's place in the list").filter(offer=row.offer_id, state=words.E.WAITLISTED, number__lt=row.number).count()
