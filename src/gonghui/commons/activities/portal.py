"""Pages for phones: file an activity, its QR on the door, signing in, the calendar of a node, what is coming."""

import calendar
from datetime import date, timedelta

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.kernel.access.viewer import after
from gonghui.kernel.clock import now, today
from gonghui.kernel.page import page
from gonghui.kernel.qr import svg
from gonghui.kernel.refusal import Refused
from gonghui.kernel.search import named
from gonghui.kernel.tree.models import Node

from . import acts, names
from .models import Activity
from .words import KINDS, OPEN_TO_NAMES, SERIES, ActivityState

REMEMBERED, AHEAD, MOST = ("at_place", "series"), 60, 400  # fields; days; rows of one month


@page("activities/file/", "activity_kinds", label=_("填报活动"), who="officer", when=lambda viewer: viewer.holds(acts.record.power))
def activity_kinds(request, kit):
    """What sort of activity it was."""
    return kit.render("activities/kinds.html", kinds=KINDS.choices())


@page("activities/file/<slug:kind>/", "file_activity")
def file_activity(request, kit, kind):
    """One screen: the form of one kind, with what was filled in last time, and the last ones filed."""
    if kind not in dict(KINDS.choices()) or not kit.viewer.holds(acts.record.power):
        raise Http404
    own = Node.objects.for_act("own node").filter(path__in=kit.viewer.paths).order_by("path").first()
    form = kit.form(acts.record, {"kind": kind, "node": own, "held_on": today(), **request.session.get(f"activity.{kind}", {})})
    form.fields["kind"].widget = form.fields["kind"].hidden_widget()
    form.fields["series"].choices = SERIES.of(kind)
    form.fields["photo"].widget.attrs["capture"] = "environment"
    done = kit.done(form)
    if done:
        request.session[f"activity.{kind}"] = {name: form.cleaned_data[name] for name in REMEMBERED}
        messages.success(request, now_("已填报：{title}").format(title=done.subject))
        return kit.go("file_activity", kind)
    if "activities.looks_twice" not in {e.code for errors in form.errors.as_data().values() for e in errors}:
        form.fields.pop("another", None)
    if not SERIES.of(kind):
        form.fields.pop("series")
    last = Activity.objects.within(kit.viewer).filter(kind=kind).select_related("node").order_by("-pk")[:5]
    return kit.form_page("activities/file.html", form, last=last, label=KINDS.label(kind))


@page("activities/<int:pk>/code/", "activity_code")
def activity_code(request, kit, pk):
    """The QR that hangs on the door, and how many have signed in."""
    activity = _run(kit, pk)
    return kit.render("activities/code.html", activity=activity, count=names.named(activity))


@page("activities/<int:pk>/code.svg", "activity_code_svg")
def activity_code_svg(request, kit, pk):
    """The QR itself."""
    address = request.build_absolute_uri(f"/portal/in/{names.code_of(_run(kit, pk))}/")
    return HttpResponse(svg(address), content_type="image/svg+xml")


def _run(kit, pk) -> Activity:
    """An activity that this viewer runs and people may be entered for."""
    activity = Activity.objects.within(kit.viewer, acts.hold.power).filter(pk=pk, state__in=OPEN_TO_NAMES).select_related("node").first()
    if activity is None:
        raise Http404
    return activity


@page("in/<str:code>/", "sign_in")
def sign_in(request, kit, code):
    """What the QR on the door leads to: one button."""
    activity = names.by_code(code)
    if activity is None:
        raise Http404
    person = Person.objects.for_act("own name").filter(account=kit.viewer.account_id).first()
    people = _signing(activity, person)
    rows = list(activity.attendances.for_act("own").filter(person__in=people).order_by("pk"))
    there = rows[0] if rows and len(rows) == len(people) else None
    form = kit.form(names.sign_in, {"code": code})
    form.fields["code"].widget = form.fields["code"].hidden_widget()
    if not there and kit.done(form):
        messages.success(request, now_("已签到：{title}").format(title=activity))
        return kit.go("sign_in", code)
    return kit.form_page("activities/sign_in.html", form, activity=activity, person="、".join(map(str, people)), there=there)


def _signing(activity, person) -> list:
    """For whom somebody would sign in; why they cannot, the form tells."""
    try:
        return names.for_whom(activity, person, now()) if person else []
    except Refused:
        return [person]


@page("calendar/", "calendar", label=_("活动日历"), who="officer")
def calendar_page(request, kit):
    """A month of a node and what lies below it: every activity in its state, those put off and called off too."""
    month = _month(request.GET.get("month", ""))
    typed = request.GET.get("q", "").replace("\0", "").strip()[:60]
    nodes = Node.objects.within(kit.viewer)
    node = nodes.filter(pk=request.GET["node"]).first() if request.GET.get("node", "").isdecimal() and len(request.GET["node"]) < 19 else None
    node = node or Node.objects.for_act("own node").filter(path__in=kit.viewer.paths).order_by("path").first()
    found = list(nodes.filter(named(typed, "~sought")).order_by("path")[:10]) if typed else []
    last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    below = Q(pk__in=[])
    for side in ("node", "host"):
        below |= Q(**{f"{side}__path__gte": node.path, f"{side}__path__lt": after(node.path)})
    kind = request.GET.get("kind", "")
    rows = Activity.objects.within(kit.viewer).filter(below, held_on__lte=last, ended_on__gte=month)
    rows = rows.filter(kind=kind) if kind in dict(KINDS.choices()) else rows
    days: dict[date, list] = {}
    for row in rows.select_related("node", "host").order_by("held_on", "hours", "pk")[:MOST]:
        days.setdefault(max(row.held_on, month), []).append(row)
    around = {"before": (month - timedelta(days=1)).replace(day=1), "next": last + timedelta(days=1)}
    context = {"month": month, "node": node, "days": days.items(), "kinds": KINDS.choices(), "kind": kind, "typed": typed, "found": found, **around}
    return kit.render("activities/calendar.html", total=sum(map(len, days.values())), most=MOST, **context)


def _month(text: str) -> date:
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        first = today().replace(day=1)
    return first if 1900 < first.year < 2200 else today().replace(day=1)


@page("activities/", "coming", label=_("近期活动"), who="worker", open=True)
def coming(request, kit):
    """What has been announced for the next weeks: to everybody what is open to the public, to who has signed in all of it; and what was put off."""
    on, typed = today(), request.GET.get("q", "").replace("\0", "").strip()[:60]
    told = (ActivityState.ANNOUNCED, ActivityState.POSTPONED)
    rows = Activity.objects.for_act("what is announced is for everybody").filter(state__in=told, ended_on__gte=on, held_on__lte=on + AHEAD * DAY)
    if not request.user.is_authenticated:
        rows = rows.filter(open_to_public=True)
    if typed:
        rows = rows.filter(Q(at_place__icontains=typed) | Q(title__icontains=typed) | named(typed, "~node__sought"))
    return kit.render("activities/coming.html", page=kit.page(rows.select_related("node").order_by("held_on", "hours", "pk")), typed=typed)


DAY = timedelta(days=1)
