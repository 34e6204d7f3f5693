"""Pages for a worker's phone: reading programmes that go on, and today's check-in."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.reads import own_person
from gonghui.kernel.clock import today
from gonghui.kernel.page import page

from . import day_acts
from .day_models import CheckIn


@page("reading/", "reading", label=_("阅读打卡"), who="worker", note=lambda viewer: str(day_acts.reading(today()).count() or ""))
def programmes(request, kit):
    """Reading programmes that go on today, those that end first on top."""
    return kit.render("culture/reading.html", page=kit.page(day_acts.reading(today()).select_related("node").order_by("ended_on", "pk")))


@page("reading/<int:pk>/", "reading_one")
def programme(request, kit, pk):
    """One programme: on how many days I have read, how many in a row, and the button of today."""
    row = day_acts.reading(today()).filter(pk=pk).select_related("node").first()
    if row is None:
        raise Http404
    form = kit.form(day_acts.check_in, {"activity": row})
    if kit.done(form):
        messages.success(request, day_acts.check_in.past)
        return kit.go("reading_one", row.pk)
    person = own_person(kit.viewer)
    days, running = day_acts.days_read(row, person) if person else (0, 0)
    read = person and CheckIn.objects.for_act("own day").filter(activity=row, person=person, on=today()).exists()
    return kit.form_page("culture/reading_one.html", form, activity=row, days=days, running=running, read=read, act=day_acts.check_in)
