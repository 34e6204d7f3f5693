"""Pages for a worker's phone: what is open to me, one offer with every reason against, my enrolments."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.reads import own_person
from gonghui.kernel.clock import now
from gonghui.kernel.page import page
from gonghui.kernel.turnstile import puzzle as puzzles
from gonghui.kernel.turnstile.ticket import signed

from . import acts, draw_acts, fairness, reads, strikes, words
from .gate import ticket_of
from .models import Arrival, Enrolment, Offer
from .words import E

NOT_ASKED, OF_A_CHILD, PUZZLE = ("offer",), ("child_name", "child_id_no", "consent"), ("puzzle", "answer")
MINE = (acts.confirm, acts.accept, acts.cancel, acts.cancel_late, strikes.appeal, acts.rate)


def how_many(viewer) -> str:
    """How many offers are published now."""
    return str(reads.open_offers(now()).count() or "")


@page("offers/", "offers", label=_("可报名"), who="worker", note=how_many)
def offers(request, kit):
    """What can be asked for now or soon, the nearest window first."""
    rows = reads.open_offers(now()).select_related("node", "for_node").order_by("opens_at", "pk")
    return kit.render("enrolment/offers.html", page=kit.page(rows), now=now())


@page("offers/<int:pk>/", "offer")
def offer(request, kit, pk):
    """One offer: seats, rules, all reasons against me at once, or the form."""
    row = reads.open_offers(now()).filter(pk=pk).select_related("node", "for_node").first()
    if row is None:
        raise Http404
    person, at = own_person(kit.viewer), now()
    act = draw_acts.arrive if at < row.opens_at and row.mode in words.IN_ORDER else acts.enrol
    form = kit.form(act, {"offer": row})
    done = kit.done(form)
    if done and act is acts.enrol:
        messages.success(request, f"{row}：{done.subject.get_state_display()}")
        return kit.go("my_enrolments")
    if done:
        return kit.go("offer", pk)
    puzzle = ask_for(form, row, act, kit.viewer, at)
    owns = list(Enrolment.objects.within(kit.viewer).own(kit.viewer).filter(offer=row, state__in=words.LIVE).order_by("pk"))
    placed, device = {own.person_id for own in owns}, request.session.session_key or ""
    mine = Arrival.objects.for_act("own arrivals").filter(offer=row, account=kit.viewer.account_id).select_related("offer", "person", "guardian")
    tickets = [(one, signed(ticket_of(one, at), device)) for one in mine.order_by("pk") if one.person_id not in placed]
    return kit.form_page(
        "enrolment/offer.html",
        form,
        offer=row,
        ways=reads.ways_of(row),
        against=[] if request.method == "POST" else reasons(row, person),
        owns=owns,
        tickets=tickets,
        more=row.for_children or not (owns or tickets),
        act=act,
        puzzle=puzzle,
        now=at,
        opens=row.opens_at.timestamp(),
    )


def ask_for(form, row: Offer, act, viewer, at):
    """Leave on the form what this offer asks for; return the puzzle it asks, if it does."""
    puzzled = act is draw_acts.arrive and reads.puzzle_of(row) == "room"
    for name in NOT_ASKED + (() if row.for_children else OF_A_CHILD) + (() if row.needs_health else ("healthy",)) + (() if puzzled else PUZZLE):
        form.fields.pop(name, None)
    if not puzzled:
        return None
    puzzle = puzzles.made(draw_acts.whose(viewer.account), at)
    form.fields["answer"].label, form.fields["answer"].required = puzzle.question, True
    form.fields.pop("puzzle")
    return puzzle


@page("offers/<int:pk>/fair/", "offer_fair", open=True)
def offer_fair(request, kit, pk):
    """What anybody may know of how an offer's places were given."""
    row = known_offer(pk)
    return kit.render(
        "enrolment/fair.html", offer=row, lines=fairness.report(row), heads=fairness.HEADS, decisions=fairness.decisions(row), now=now()
    )


@page("offers/<int:pk>/draw.json", "offer_draw", open=True)
def offer_draw(request, kit, pk):
    """The draw as a file that anybody can draw again: `gonghui lottery verify FILE`."""
    told = draw_acts.published(known_offer(pk))
    if told is None:
        raise Http404
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})


def known_offer(pk: int) -> Offer:
    """An offer that has been published, and whose window has begun."""
    row = Offer.objects.for_act("how places were given is public").exclude(state=words.O.DRAFT).filter(pk=pk, opens_at__lte=now()).first()
    if row is None:
        raise Http404
    return row


def reasons(row, person) -> list[str]:
    """Why this person cannot enrol, but for what the form asks for."""
    if person is None:
        return [words.NOT_KNOWN.text]
    if row.for_children:
        return []  # of the child nothing is known yet; the act says all that stands against
    told = reads.reasons_against(row, person, None, now(), healthy=True)
    waits = row.mode in words.IN_ORDER
    return [no.text for no in told if not (waits and no.code == words.NOT_YET.code)]


def waiting(viewer) -> str:
    """How many of one's enrolments wait for oneself."""
    rows = Enrolment.objects.within(viewer).own(viewer).filter(state__in=(E.HELD, E.OFFERED))
    return str(rows.count() or "")


@page("enrolments/", "my_enrolments", label=_("我的报名"), mine=True, who="worker", note=waiting)
def my_enrolments(request, kit):
    """My enrolments and my children's, what waits for me first."""
    rows = Enrolment.objects.within(kit.viewer).own(kit.viewer).select_related("offer__node").order_by("-asked_at", "-pk")
    found = kit.page(rows)
    cards = [(row, reads.ahead_of(row) if row.state == E.WAITLISTED else None, [a for a in MINE if a.open_for(row)]) for row in found]
    return kit.render("enrolment/mine.html", page=found, cards=cards)
