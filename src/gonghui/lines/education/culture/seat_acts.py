"""Numbering the seats of a concert."""

from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment import words as enrolment
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.enrolment.offer_acts import RUNNERS
from gonghui.commons.places.models import Place
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Kind, Refusal

from . import seat_rules, words
from .seat_models import Seat, SeatMap
from .seating import settle

BAD_MAP = Refusal(
    "culture.bad_map",
    _("座位图应每行一个“分区 排 座”，排、座不重复，最多 {most} 座。"),
    instead=_("如“池座 1-12 1-10,13-22”，逗号处为过道。"),
    field="lines",
)
FEW_SEATS = Refusal("culture.few_seats", _("座位图共 {count} 座，少于名额 {seats}。"), instead=_("请核对座位图，或先调整名额。"), field="lines")
MAPPED = Refusal("culture.mapped", _("“{offer}”不是演出座席，或已有座位图。"), field="offer", kind=Kind.CONFLICT)


def _unmapped(rows, viewer):
    return rows.within(viewer).filter(kind=words.SEATS, seat_map=None).exclude(state__in=(enrolment.O.CANCELLED,))


@act("culture.draw_seats", SeatMap, label=_("编排座位"), past=_("座位已编排"), by=RUNNERS, at="offer", icon="event_seat", main=True)
def draw_seats(
    ctx,
    *,
    offer: Annotated[Offer, P(_("演出座席"), pick=_unmapped)],
    lines: Annotated[str, P(_("座位图"), help=_("从前往后每行“分区 排 座”，如“池座 1-12 1-10,13-22”，逗号处为过道"), long=True, max_length=4000)],
    place: Annotated[Place | None, P(_("场馆"))] = None,
):
    """Give an offer its numbered seats; whoever has a place gets a number at once. Refuses: MAPPED, BAD_MAP, FEW_SEATS."""
    offer = Offer.objects.for_act("one map an offer").select_for_update(of=("self",), no_key=True).select_related("node").get(pk=offer.pk)
    if offer.kind != words.SEATS or SeatMap.objects.for_act("one map an offer").filter(offer=offer).exists():
        raise MAPPED(offer=offer)
    try:
        found = seat_rules.seats(lines)
    except ValueError:
        raise BAD_MAP(most=seat_rules.MOST_SEATS) from None
    if len(found) < offer.seats:
        raise FEW_SEATS(count=len(found), seats=offer.seats)
    drawn = ctx.create(SeatMap, node=offer.node, offer=offer, place=place, lines=lines, count=len(found), drawn_on=ctx.day)
    made = Seat.objects.for_act("a map").bulk_create([Seat(map=drawn, order=order, label=label) for order, label in found], batch_size=500)
    ctx.note_many(Seat, [(seat.pk, drawn.node_id, "", "", {"label": [None, seat.label]}) for seat in made])
    settle(ctx, drawn.pk)
    return drawn


@act("culture.seat_people", SeatMap, label=_("排座"), past=_("已排座"), by=RUNNERS, icon="chair", main=True)
def seat_people(ctx, drawn):
    """Give numbers now to whoever has a place and none, what came back first; the clock does so within the minute."""
    settle(ctx, drawn.pk)
