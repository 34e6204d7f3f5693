"""Coming to the waiting room before an offer opens; drawing lots or ranking when its window has closed."""

from typing import Annotated

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Refused
from gonghui.kernel.turnstile import draw as lots
from gonghui.kernel.turnstile import puzzle as puzzles

from . import reads, words
from .acts import CHILD_ID, CHILD_NAME, CONSENT, HEALTHY, who_asks
from .models import Arrival, Enrolment, Offer
from .offer_acts import RUNNERS, take_over
from .settle import BATCH, Seats, held_for
from .words import E, Given


def _open(rows, viewer):
    return reads.open_offers(now())


@act("enrolment.arrive", Arrival, label=_("进入候场"), past=_("已进入候场"), by=(MEMBER,), at="offer", icon="hourglass_top", main=True)
def arrive(
    ctx,
    *,
    offer: Annotated[Offer, P(_("报名项"), pick=_open)],
    healthy: HEALTHY = False,
    child_name: CHILD_NAME = "",
    child_id_no: CHILD_ID = "",
    consent: CONSENT = False,
    puzzle: Annotated[str, P(_("验证题"), max_length=puzzles.LONGEST)] = "",
    answer: Annotated[str, P(_("验证答案"), max_length=20)] = "",
):
    """
    Come to the waiting room; twice is once. Who may enrol is looked at now, not in the rush. A guardian comes once for each child.

    puzzle, answer: where `enrol.puzzle` asks for it. Refuses: NOT_KNOWN, OTHER_GUARDIAN, every reason of `rules.reasons` at once but that it
    is too early, what the puzzle refuses.
    """
    person, guardian = who_asks(ctx, offer, child_name, child_id_no)
    there = Arrival.objects.for_act("arrive").filter(offer=offer, person=person).first()
    if there is not None and there.account_id != ctx.account.pk:
        raise words.OTHER_GUARDIAN()
    if there is not None:
        return there
    facts, against = reads.looked_at(offer, person, guardian, ctx.at, healthy=healthy, consent=consent)
    against = [no for no in against if no.code != words.NOT_YET.code]
    if against:
        raise Refused(*against)
    if reads.puzzle_of(offer) == "room":
        puzzles.solve(puzzle, answer, whose(ctx.account), ctx.at)
        puzzles.spend(puzzle, ctx.account.pk)
    quota = None
    if offer.quotas.for_act("arrive").exists():
        seats = Seats(ctx, offer.pk)
        quota = seats.quota_for(facts.paths, reads.groups_at(seats.quotas.values(), [(person.pk, guardian and guardian.pk)], offer)[person.pk])
    return ctx.create(Arrival, offer=offer, person=person, guardian=guardian, account=ctx.account, at=ctx.at, quota=quota)


def whose(account) -> str:
    """For whom a puzzle of the waiting room is good."""
    return f"room {account.pk}"


@act(
    "enrolment.draw", Offer, label=_("摇号（排序）"), past=_("已抽签，结果可由任何人复算"), by=RUNNERS, icon="casino", main=True,
    when=lambda o: o.state == words.O.CLOSED and o.mode != words.Mode.FIRST and o.drawn_at is None,
)  # fmt: skip
def draw(ctx, offer):
    """
    Give the places of a closed offer by its published seed and priority; the rest waits in the order drawn, as far as the list goes.

    Refuses: SEED_LOST where the seed is not the one that was committed to.
    """
    if not offer.seed or lots.commitment(offer.seed) != offer.commitment:
        raise words.SEED_LOST()
    seats = Seats(ctx, offer.pk)
    rows = {str(row.number): row for row in applied(offer).select_for_update(of=("self",))}
    groups = groups_of(offer, rows)
    seats.offer.drawn_at = offer.drawn_at = ctx.at  # what a mix has kept for the draw is free now
    hold, waits, moved = held_for(seats), 0, []
    for place, entry in enumerate(sorted(lots.drawn(offer.seed, rows), key=lambda entry: groups.get(entry, 0)), 1):
        row = rows[entry]
        row.drawn, row.group = place, groups.get(entry)
        if seats.take(row, Given.DRAW):
            row.state, row.held_until = (E.HELD, ctx.at + hold) if hold else (E.CONFIRMED, None)
        elif offer.waiting is None or waits < offer.waiting:
            row.state, waits = E.WAITLISTED, waits + 1
        else:
            row.state = E.UNPLACED
        moved.append((row.pk, row.node_id, str(E.APPLIED), str(row.state), {"state": [str(E.APPLIED), str(row.state)], "drawn": [None, place]}))
    Enrolment.objects.for_act("draw").bulk_update(rows.values(), ["state", "drawn", "group", "held_until", "on_quota", "given"], batch_size=BATCH)
    ctx.note_many(Enrolment, moved)
    seats.save()
    take_over(offer, seats.offer)


@act("enrolment.place", Enrolment, label=_("抽签录取"), past=_("已录取"))
def place(ctx, row):
    """The house gives a seat to one application. Refuses: FULL when there is none."""
    seats = Seats(ctx, row.offer_id)
    if not seats.take(row, Given.DRAW):
        raise words.FULL()
    seats.save()


@act("enrolment.queue", Enrolment, label=_("抽签候补"), past=_("已列入候补"))
def queue(ctx, row):
    """The house puts one application into the waiting list."""


@act("enrolment.leave_out", Enrolment, label=_("未中签"), past=_("未中签"))
def leave_out(ctx, row):
    """The house has no place for one application."""


def applied(offer: Offer):
    """Those among whom places are given, or were."""
    rows = Enrolment.objects.for_act("draw").filter(offer=offer)
    return rows.filter(drawn__isnull=False) if offer.drawn_at else rows.filter(state=E.APPLIED)


def groups_of(offer: Offer, rows: dict[str, Enrolment]) -> dict[str, int]:
    """Of each application which of the published priorities it is the first of; lots decide among equals. Empty where lots decide alone."""
    keys = [key for key in offer.priority.split(",") if key in words.PRIORITIES]
    pairs = [(row.person_id, row.guardian_id) for row in rows.values()]
    come_first = [reads.in_group(key, pairs, offer) for key in keys]
    if not keys:
        return {}
    return {entry: next((n for n, some in enumerate(come_first) if row.person_id in some), len(keys)) for entry, row in rows.items()}


def published(offer: Offer) -> dict | None:
    """
    What anybody can draw again, by the numbers of the applications; None before it was drawn.

    Seed, list and order; of a mix, who was placed in the order of asking before; who was placed by the draw, and who on a seat kept for them.
    """
    if offer.drawn_at is None:
        return None
    rows = list(applied(offer).order_by("drawn").values_list("number", "group", "given"))
    order = [str(number) for number, _group, _given in rows]
    before = Enrolment.objects.for_act("draw").filter(offer=offer, drawn=None, given=Given.ORDER, asked_at__lte=offer.drawn_at)
    return {
        "title": offer.title, "mode": str(offer.mode), "commitment": offer.commitment, "seed": offer.seed, "drawn_at": offer.drawn_at.isoformat(),
        "seats": offer.seats, "drawn_seats": offer.drawn_seats, "priority": offer.priority.split(",") if offer.priority else [],
        "in_order": [str(number) for number in before.order_by("number").values_list("number", flat=True)],
        "entries": sorted(order, key=int), "groups": {str(number): group for number, group, _given in rows} if offer.priority else {}, "order": order,
        "placed": [str(number) for number, _group, given in rows if given == Given.DRAW],
        "kept": [str(number) for number, _group, given in rows if given == Given.KEPT],
    }  # fmt: skip


def first_time(persons, offer) -> set[int]:
    """Those who never had a place before, whatever it was for."""
    had = Enrolment.objects.for_act("first-timers").filter(person__among=list(persons), state__in=words.ADMITTED).exclude(offer=offer)
    return set(persons) - set(had.values_list("person", flat=True))


words.PRIORITIES["first_time"] = _("从未录取过的"), first_time


def called_off(persons, offer) -> set[int]:
    """Those who lost a place of the kind because its organiser called it off, and have not had one since."""
    rows = Enrolment.objects.for_act("called off").filter(kind=offer.kind)
    since = rows.filter(person=OuterRef("person"), state__in=words.ADMITTED, asked_at__gt=OuterRef("asked_at"))
    lost = rows.filter(person__among=list(persons), state=E.CALLED_OFF).exclude(given="")
    return set(lost.filter(~Exists(since)).values_list("person", flat=True))


words.PRIORITIES["called_off"] = _("因主办方取消而落空的"), called_off
