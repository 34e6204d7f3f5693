"""The public pages of notices: anybody reads them, whoever signs in may object."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from ..clock import today
from ..page import page
from ..search import named
from .models import Posting
from .posting import object_


def up():
    """Notices that are up today, also where no clock has struck since midnight."""
    rows = Posting.objects.for_act("what is posted is public").filter(Q(held=True) | Q(ends_on__gte=today()), state="open")
    return rows.select_related("node").order_by("ends_on", "pk")


@page("notices/", "notices", label=_("公示"), who="worker", open=True)
def notices(request, kit):
    """What is posted now, found by the name of the organisation."""
    typed = request.GET.get("q", "").strip()[:60]
    rows = up().filter(named(typed, "~node__sought")) if typed else up()
    return kit.render("portal/notices.html", page=kit.page(rows), typed=typed)


@page("notices/<slug:token>/", "notice", open=True)
def notice(request, kit, token):
    """One notice; it is gone the day after its last. An objection is filed under one's real name, signed in."""
    posting = up().filter(token=token).first()
    if posting is None:
        raise Http404
    if not request.user.is_authenticated:
        return kit.render("portal/notice.html", posting=posting)
    form = kit.form(object_)
    if kit.done(form):
        messages.success(request, str(object_.past))
        return kit.go("notice", token)
    form.fields.pop("posting")
    return kit.form_page("portal/notice.html", form, posting=posting)
