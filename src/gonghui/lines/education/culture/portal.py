"""On the phone: a troupe asked for, scheduled, its show filed and rated; one's tickets with seat and QR, and the door that reads them; one's reading days, and an exhibition's visitors of today."""

from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.enrolment.words import SEATED
from gonghui.commons.parties.reads import own_person
from gonghui.kernel.clock import today
from gonghui.kernel.desk import reaches
from gonghui.kernel.page import page
from gonghui.kernel.qr import svg
from gonghui.kernel.tree.models import Node

from . import day_acts, rules, visit_acts
from .day_models import ReadingDay, VisitorDay
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


signer = Signer(salt="culture.ticket", sep=".")


def own_tickets(viewer):
    rows = Enrolment.objects.within(viewer).own(viewer).filter(state__in=SEATED, numbered__isnull=False)
    return rows.select_related("numbered", "offer__node")


@page("tickets/", "tickets", label=_("我的座位票"), mine=True, who="worker", icon="confirmation_number")
def tickets(request, kit):
    """The numbered seats one has, the latest show first."""
    return kit.render("culture/tickets.html", page=kit.page(own_tickets(kit.viewer).order_by("-offer__starts_at", "pk")))


@page("tickets/<int:pk>/qr.svg", "ticket_qr")
def ticket_qr(request, kit, pk):
    """The QR of a ticket of one's own."""
    row = own_tickets(kit.viewer).filter(pk=pk).first()
    if row is None:
        raise Http404
    address = request.build_absolute_uri(f"/portal/tickets/door/{signer.sign(str(pk))}/")
    return HttpResponse(svg(address), content_type="image/svg+xml")


@page("tickets/door/<str:code>/", "ticket_door")
def ticket_door(request, kit, code):
    """What the QR leads whoever runs the show to: whose ticket it is, its seat, whether it stands; who has come is noted from the beginning on."""
    try:
        pk = signer.unsign(code)
    except BadSignature:
        raise Http404 from None
    row = Enrolment.objects.within(kit.viewer, enrolment.attend.power).filter(pk=pk).select_related("offer", "numbered").first()
    if row is None or not kit.viewer.reach(enrolment.attend.power).covers(row.node.path):
        raise Http404
    form = kit.form(enrolment.attend)
    if kit.done(form, row.pk):
        messages.success(request, str(enrolment.attend.past))
        return kit.go("ticket_door", code)
    opened = enrolment.attend.open_for(row)
    return kit.form_page("culture/door.html", form, row=row, seat=getattr(row, "numbered", None), stands=row.state in SEATED, opened=opened)


def running(viewer) -> bool:
    return day_acts.programmes(viewer, today()).exists()


@page("reading/", "reading_days", label=_("阅读打卡"), icon="menu_book", who="worker", when=running, does=day_acts.read_today)
def reading_days(request, kit):
    """The programmes that run for me, whether I have read today, how many days in a row and in all."""
    form = kit.form(day_acts.read_today)
    if kit.done(form):
        messages.success(request, str(day_acts.read_today.past))
        return kit.go("reading_days")
    on, person = today(), own_person(kit.viewer)
    days: dict[int, set] = {}
    mine = ReadingDay.objects.for_act("one's own days").filter(person=person) if person else ReadingDay.objects.for_act("nobody's").none()
    rows = list(day_acts.programmes(kit.viewer, on).select_related("node").order_by("ended_on", "pk")[:20])
    for activity, day in mine.filter(activity__in=rows).values_list("activity", "on"):
        days.setdefault(activity, set()).add(day)
    cards = [(row, on in days.get(row.pk, ()), len(days.get(row.pk, ())), *rules.streaks(days.get(row.pk, set()), on)) for row in rows]
    return kit.form_page("culture/reading.html", form, cards=cards)


def counts(viewer) -> bool:
    return viewer.holds(day_acts.count_visitors.power) and day_acts.exhibitions(Activity.objects, viewer).exists()


@page("exhibitions/", "exhibition_days", label=_("展览日客流"), icon="door_open", who="officer", when=counts)
def exhibition_days(request, kit):
    """Today's visitors, in one screen, with the days told last."""
    if not kit.viewer.holds(day_acts.count_visitors.power):
        raise Http404
    only = list(day_acts.exhibitions(Activity.objects, kit.viewer).filter(held_on__lte=today(), ended_on__gte=today()).order_by("pk")[:2])
    form = kit.form(day_acts.count_visitors, {"on": today()} | ({"activity": only[0]} if len(only) == 1 else {}))
    done = kit.done(form)
    if done:
        messages.success(request, f"{done.subject.activity}：{done.subject.activity.head_count}")
        return kit.go("exhibition_days")
    last = VisitorDay.objects.within(kit.viewer).select_related("activity").order_by("-on", "-pk")[:10]
    return kit.form_page("culture/exhibitions.html", form, last=last)
