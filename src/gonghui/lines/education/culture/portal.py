"""On an officer's phone: a troupe asked for, scheduled, its show filed and rated."""

from django.contrib import messages
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import today
from gonghui.kernel.desk import reaches
from gonghui.kernel.page import page
from gonghui.kernel.tree.models import Node

from . import visit_acts
from .visit_models import ShowRequest
from .visit_words import R

VISITS = {
    act.key.rpartition(".")[2]: act
    for act in (
        visit_acts.schedule_show, visit_acts.perform_show, visit_acts.rate_show, visit_acts.call_off_show, visit_acts.refuse_show,
    )
}  # fmt: skip


def may_ask(viewer) -> bool:
    return viewer.holds(visit_acts.ask_show.power)


def rows_of(viewer):
    return ShowRequest.objects.within(viewer).select_related("team__node", "node", "activity")


def waiting(viewer) -> str:
    """How many wait for a day, or for their heads."""
    return str(rows_of(viewer).filter(state__in=(R.ASKED, R.SCHEDULED)).count() or "")


@page("visits/", "visits", label=_("送文艺下基层"), icon="theater_comedy", who="officer", when=may_ask, note=waiting)
def visits(request, kit):
    """Requests one's organisation has sent or received, those under way first, with what may be done now."""
    if not may_ask(kit.viewer):
        raise Http404
    found = kit.page(rows_of(kit.viewer).order_by("state", "on", "pk"))
    cards = [(row, [(name, act) for name, act in VISITS.items() if may(kit.viewer, act, row)]) for row in found]
    return kit.render("culture/visits.html", page=found, cards=cards)


def may(viewer, act, row) -> bool:
    """Whether an act is open and for this side: the troupe's organisation answers, the unit rates and takes back."""
    sides = {"schedule_show": row.team.node, "refuse_show": row.team.node, "rate_show": row.node, "call_off_show": row.node}
    side = sides.get(act.key.rpartition(".")[2])
    return act.open_for(row) and reaches(viewer, act, row) and (side is None or viewer.reach(act.power).covers(side.path))


@page("visits/ask/", "ask_visit")
def ask_visit(request, kit):
    """The request itself."""
    if not may_ask(kit.viewer):
        raise Http404
    own = Node.objects.for_act("own node").filter(path__in=kit.viewer.paths).order_by("path").first()
    return _form(request, kit, visit_acts.ask_show, None, {"node": own})


@page("visits/<int:pk>/<slug:name>/", "visit_act")
def visit_act(request, kit, pk, name):
    """One act on a request."""
    act, row = VISITS.get(name), rows_of(kit.viewer).filter(pk=pk).first()
    if act is None or row is None or not may(kit.viewer, act, row):
        raise Http404
    return _form(request, kit, act, row, {"on": max(row.on, today()), "at_place": row.at_place})


def _form(request, kit, act, row, initial):
    form = kit.form(act, initial)
    done = kit.done(form, row.pk if row else None)
    if done:
        messages.success(request, str(act.past))
        return kit.go("visits")
    return kit.form_page("portal/act.html", form, act=act, row=row, back=reverse("portal:visits"))
