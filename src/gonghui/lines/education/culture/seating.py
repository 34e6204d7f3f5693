"""The one place where numbers are given to people: what came back, what is kept for whom, who has none yet."""

from django.db.models import Exists, OuterRef, Q

from gonghui.commons.enrolment.models import Enrolment, Quota
from gonghui.commons.enrolment.words import SEATED

from .seat_models import Seat, SeatMap
from .seat_rules import beside


def due(at) -> list[int]:
    """The maps of offers not yet over in which a seat has come back, or somebody has a place and no number while a seat is free."""
    seats = Seat.objects.for_act("numbers").filter(map=OuterRef("pk"))
    back = seats.filter(enrolment__isnull=False).exclude(enrolment__state__in=SEATED)
    waits = Enrolment.objects.for_act("numbers").filter(offer=OuterRef("offer"), state__in=SEATED, numbered=None)
    rows = SeatMap.objects.for_act("numbers").filter(offer__ends_at__gt=at)
    return list(rows.filter(Q(Exists(back)) | Q(Exists(waits)) & Q(Exists(seats.filter(enrolment=None)))).order_by("pk").values_list("pk", flat=True))


def settle(ctx, pk: int) -> int:
    """
    Give every place of an offer its number; return how many were given.

    What came back goes first, to whoever is next. A quota has its seats kept side by side until it is released; whoever has none left
    of a quota gets one of the others. The map is locked, so that two who settle never wait for each other.
    """
    drawn = SeatMap.objects.for_act("numbers").select_for_update(of=("self",), no_key=True).get(pk=pk)
    rows = {seat.order: seat for seat in drawn.seats.for_act("numbers").select_related("enrolment").order_by("order")}
    before = {seat.pk: (seat.enrolment_id, seat.quota_id) for seat in rows.values()}
    for seat in rows.values():
        if seat.enrolment is not None and seat.enrolment.state not in SEATED:
            seat.enrolment, seat.freed_at = None, ctx.at
    keep_for_quotas(drawn, rows)
    save(ctx, drawn, rows, before)  # a number is free before somebody else has it
    given = give(drawn, rows)
    save(ctx, drawn, rows, before)
    return given


def keep_for_quotas(drawn: SeatMap, rows: dict[int, Seat]) -> None:
    """Seats side by side for every quota that stands; what a released quota kept is anybody's."""
    for quota in Quota.objects.for_act("numbers").filter(offer=drawn.offer_id).order_by("-seats", "pk"):
        mine = [seat for seat in rows.values() if seat.quota_id == quota.pk]
        if quota.released_at:
            for seat in mine:
                seat.quota_id = None
        elif len(mine) < quota.seats:
            free = [order for order, seat in rows.items() if seat.quota_id is None and seat.enrolment_id is None]
            for order in beside(free, quota.seats - len(mine)):
                rows[order].quota_id = quota.pk


def give(drawn: SeatMap, rows: dict[int, Seat]) -> int:
    """Whoever has a place and no number gets one, in the order they asked."""
    waiting = Enrolment.objects.for_act("numbers").filter(offer=drawn.offer_id, state__in=SEATED, numbered=None).order_by("number")
    free: dict[int | None, list[Seat]] = {}
    for seat in sorted(rows.values(), key=lambda seat: (seat.freed_at is None, seat.freed_at and seat.freed_at.timestamp(), seat.order)):
        if seat.enrolment_id is None:
            free.setdefault(seat.quota_id, []).append(seat)
    given = 0
    for one in waiting:
        mine = free.get(one.quota_id if one.on_quota else None) or free.get(None)
        if mine:
            seat, given = mine.pop(0), given + 1
            seat.enrolment, seat.freed_at = one, None
    return given


def save(ctx, drawn: SeatMap, rows: dict[int, Seat], before: dict) -> None:
    """Write what has changed by one statement; `before` is what stands then."""
    changed = [seat for seat in rows.values() if (seat.enrolment_id, seat.quota_id) != before[seat.pk]]
    Seat.objects.for_act("numbers").bulk_update(changed, ["enrolment", "quota", "freed_at"], batch_size=500)
    told = []
    for seat in changed:
        names = zip(("enrolment_id", "quota_id"), before[seat.pk], (seat.enrolment_id, seat.quota_id), strict=True)
        told.append((seat.pk, drawn.node_id, "", "", {name: [was, now] for name, was, now in names if was != now}))
        before[seat.pk] = (seat.enrolment_id, seat.quota_id)
    ctx.note_many(Seat, told)
