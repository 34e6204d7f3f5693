"""
The one place where seats are given and taken back.

Whoever asks is settled here, one or many at a time, under the lock of the offer's row; the counts on offer and quotas
are kept within their seats by constraint, so that on no database more are let in than there are seats.
"""

from datetime import timedelta
from functools import cache

from django.db import connection
from django.db.models import F, Q
from django.utils.translation import gettext as now_

from gonghui.commons.parties.models import Person
from gonghui.kernel import config
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.store import NUMBER, row_by, rows_by, written

from . import words
from .keeping import keep
from .models import Enrolment, Offer, Quota
from .rules import said
from .words import E, Given, Mode

BATCH = 500


class Seats:
    """The seats of one offer, held until the transaction ends."""

    def __init__(self, ctx, offer_id: int):
        self.ctx = ctx
        self.offer = row_by(Offer, _locked_offer(), offer_id)
        if self.offer is None:
            raise Offer.DoesNotExist(offer_id)
        self.quotas = {quota.pk: quota for quota in rows_by(Quota, _locked_quotas(), {NUMBER: offer_id})}

    @property
    def free(self) -> int:
        """Seats for everybody: those in nobody's hand, kept for no quota and not for the draw."""
        return self.offer.left - sum(quota.left for quota in self.quotas.values()) - self.offer.for_draw

    def quota_for(self, paths, groups=()) -> Quota | None:
        """The quota nearest to where somebody stands, one that has seats left before others. groups: the priorities that mean them."""
        near = [q for q in self.quotas.values() if any(path.startswith(q.node.path) for path in paths) and (not q.priority or q.priority in groups)]
        return max(near, key=lambda q: (q.left > 0, len(q.node.path), bool(q.priority)), default=None)

    def take(self, row, by: str = Given.ORDER, *, kept_only: bool = False) -> bool:
        """A seat of the quota first, else a free one unless only a kept one may be had. by: how a free one is given."""
        quota = self.quotas.get(row.quota_id)
        row.on_quota = quota is not None and quota.left > 0
        if row.on_quota:
            quota.taken += 1
        elif kept_only or self.free <= 0:
            return False
        self.offer.taken += 1
        row.given = Given.KEPT if row.on_quota else by
        return True

    def give_back(self, row: Enrolment) -> None:
        self.offer.taken -= 1
        if row.on_quota:
            self.quotas[row.quota_id].taken -= 1
            row.on_quota = False

    def save(self) -> None:
        if self.offer.left == 0 and self.offer.full_at is None:
            self.offer.full_at = self.ctx.at
            self.offer.full_hours = min(-(-int((self.ctx.at - self.offer.opens_at).total_seconds()) // 3600), 32_000)
        self.offer.save()
        for quota in self.quotas.values():
            quota.save()


@cache
def _locked_offer() -> tuple[str, tuple]:
    """The statement, written once, that locks an offer."""
    return written(Offer.objects.for_act("seats").filter(pk=NUMBER).select_for_update(of=("self",)))


@cache
def _locked_quotas() -> tuple[str, tuple]:
    return written(Quota.objects.for_act("seats").filter(offer=NUMBER).order_by("pk").select_for_update(of=("self",)))


def one_at_a_time(persons) -> dict[int, str]:
    """
    Let nobody else settle anything for these persons until the transaction ends; their names by number.

    The offer is locked before, and persons from the lowest number up, so that two who settle never wait for each other. What somebody has got
    at another gate in the same moment is seen by whoever comes second: the round, the same subject, the same time.
    """
    rows = Person.objects.for_act("seats").filter(pk__among=sorted(persons)).order_by("pk")
    return dict(rows.select_for_update(no_key=True).values_list("pk", "name"))


def settle(seats: Seats, asking: list[Enrolment]) -> list[Enrolment]:
    """
    Seat those who ask, in their order: confirmed, held until they confirm, or waitlisted.

    Nobody overtakes: while somebody waits for the same seats, who comes now waits behind. Refuses: FULL where even
    the waiting list is.
    """
    if len(placed(seats, asking)) < len(asking):
        raise words.FULL()
    keep(seats.ctx, asking)
    seats.save()
    return asking


def placed(seats: Seats, asking: list) -> list:
    """
    Those of them for whom there is a seat or a place in the waiting list, with number and state.

    Where lots decide, they have applied; of a mix, whoever comes when the seats in order are gone, and everybody who comes after one who applied.
    """
    ctx, offer = seats.ctx, seats.offer
    if due_in(seats):
        promote(seats)
    limited = offer.waiting is not None
    waits = Enrolment.objects.for_act("seats").filter(offer=offer, state=E.WAITLISTED).count() if limited else 0
    drawing = offer.mode != Mode.FIRST and offer.drawn_at is None
    in_order = not drawing or offer.mode == Mode.MIXED
    behind = drawing and in_order and Enrolment.objects.for_act("seats").filter(offer=offer, state=E.APPLIED).exists()
    hold, found = held_for(seats), []
    for row in asking:
        if in_order and seats.take(row, kept_only=behind):
            row.state, row.held_until = (E.HELD, ctx.at + hold) if hold else (E.CONFIRMED, None)
        elif drawing:
            row.state = E.APPLIED
        elif limited and waits >= offer.waiting:
            continue
        else:
            row.state, waits = E.WAITLISTED, waits + 1
        offer.queue += 1
        row.number = offer.queue
        found.append(row)
    return found


def due_in(seats: Seats) -> bool:
    """Whether somebody may have to be promoted before others are placed: a seat is free and somebody waits, or time has passed."""
    ctx, offer = seats.ctx, seats.offer
    if any(quota.released_at is None and quota.release_at <= ctx.at for quota in seats.quotas.values()):
        return True
    held = "SELECT 1 FROM commons_enrolment_enrolment WHERE offer_id = %s AND state IN ('held', 'offered') AND held_until <= %s"
    waiting = " UNION ALL SELECT 1 FROM commons_enrolment_enrolment WHERE offer_id = %s AND state = 'waitlisted'" if offer.left > 0 else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM ({held}{waiting}) due LIMIT 1",
            [offer.pk, connection.ops.adapt_datetimefield_value(ctx.at), *([offer.pk] if waiting else [])],
        )
        return cursor.fetchone() is not None


def held_for(seats: Seats) -> timedelta | None:
    """How long a seat is held until it is confirmed; None where it need not be."""
    offer, ctx = seats.offer, seats.ctx
    return timedelta(minutes=config.value("enrol.hold_minutes", offer.node, ctx.day)) if offer.holds else None


def promote(seats: Seats, but: int | None = None) -> int:
    """Take back what was held too long, open quotas whose time has come, and offer every free seat to who waits longest; return how many. but: a row that is ending anyway."""
    ctx, offer = seats.ctx, seats.offer
    for row in overdue(ctx.at).filter(offer=offer).exclude(pk=but).select_for_update(skip_locked=True, of=("self",)).order_by("number"):
        seats.give_back(row)
        move(ctx, row, "enrolment.lapse")
        tell(ctx, owner_of(row), now_("“{title}”保留时间已过，名额已转给候补。").format(title=offer))
    for quota in seats.quotas.values():
        if quota.released_at is None and quota.release_at <= ctx.at:
            quota.released_at = ctx.at
    if offer.state not in (words.O.OPEN, words.O.CLOSED) or ctx.at >= offer.starts_at:
        return 0
    until, count = min(ctx.at + offer_lasts(offer, ctx), offer.starts_at), 0
    while next_ones := _who_can(seats):
        for row in next_ones:
            if seats.take(row, Given.LIST):
                row.held_until, count = until, count + 1
                move(ctx, row, "enrolment.promote")
                tell(ctx, owner_of(row), now_("“{title}”有名额了，请在 {until} 前确认。").format(title=offer, until=said(until)))
    return count


def _who_can(seats: Seats) -> list[Enrolment]:
    """Who waits longest among those for whom there is a seat, no more than there are seats."""
    waiting = Enrolment.objects.for_act("seats").filter(offer=seats.offer, state=E.WAITLISTED)
    if seats.free <= 0:
        waiting = waiting.filter(quota__in=[quota.pk for quota in seats.quotas.values() if quota.left > 0])
    waiting = waiting.select_related("person__account", "guardian__account").select_for_update(skip_locked=True, of=("self",))
    return list(waiting.order_by(F("drawn").asc(nulls_last=True), "number")[: max(seats.offer.left, 0)])


def offer_lasts(offer, ctx) -> timedelta:
    """How long an offered seat waits: `enrol.offer_hours`; two hours so near the start. Source: handbook, 'Enrolment state machine'."""
    soon = offer.starts_at - ctx.at < timedelta(hours=words.SOON_HOURS)
    return timedelta(hours=words.SOON_OFFER_HOURS if soon else config.value("enrol.offer_hours", offer.node, ctx.day))


def overdue(at):
    """Seats held or offered whose time has passed."""
    return Enrolment.objects.for_act("seats").filter(state__in=(E.HELD, E.OFFERED), held_until__lte=at)


def due(at) -> list[int]:
    """The numbers of offers in which time has something to settle."""
    late = set(overdue(at).values_list("offer", flat=True).distinct()[:BATCH])
    running = Q(offer__state__in=(words.O.OPEN, words.O.CLOSED))
    late |= set(Quota.objects.for_act("seats").filter(running, released_at=None, release_at__lte=at).values_list("offer", flat=True)[:BATCH])
    return sorted(late | set(Offer.objects.for_act("seats").filter(state=words.O.OPEN, closes_at__lte=at).values_list("pk", flat=True)[:BATCH]))


def release(ctx, row: Enrolment) -> None:
    """The seat of an enrolment that ends goes to who waits longest; what waited itself had none."""
    if row.state in words.SEATED:
        seats = Seats(ctx, row.offer_id)
        seats.give_back(row)
        promote(seats, but=row.pk)
        seats.save()


def move(ctx, row: Enrolment, by: str) -> None:
    """Move a row as the table says, and save it."""
    row.state = words.ENROLMENT.step(row.state, by).to
    row.save()


def owner_of(row: Enrolment):
    """The account that looks after an enrolment: one's own, for a child the guardian's."""
    return (row.guardian or row.person).account
