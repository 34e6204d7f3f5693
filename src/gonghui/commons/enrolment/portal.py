"""Pages for a worker's phone: what is open to me, one offer with every reason against, my enrolments."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.reads import own_person
from gonghui.kernel.clock import now
from gonghui.kernel.page import page

from . import acts, reads, words
from .models import Enrolment
from .words import E

NOT_ASKED, OF_A_CHILD = ("offer",), ("child_name", "child_id_no", "consent")
MINE = (acts.confirm, acts.accept, acts.cancel, acts.cancel_late, acts.rate)


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
    person, form = own_person(kit.viewer), kit.form(acts.enrol, {"offer": row})
    done = kit.done(form)
    if done:
        messages.success(request, f"{row}：{done.subject.get_state_display()}")
        return kit.go("my_enrolments")
    for name in NOT_ASKED + (() if row.for_children else OF_A_CHILD) + (() if row.needs_health else ("healthy",)):
        form.fields.pop(name)
    against = [] if request.method == "POST" else reasons(row, person)
    own = Enrolment.objects.for_act("own enrolment").filter(offer=row, person=person, state__in=words.LIVE).first() if person else None
    return kit.form_page("enrolment/offer.html", form, offer=row, person=person, against=against, own=own, act=acts.enrol)


def reasons(row, person) -> list[str]:
    """Why this person cannot enrol, but for what the form asks for."""
    if person is None:
        return [words.NOT_KNOWN.text]
    if row.for_children:
        return []  # of the child nothing is known yet; the act says all that stands against
    told = reads.reasons_against(row, person, None, now(), healthy=True)
    return [no.text for no in told]


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
