"""The poster an officer hangs up: a QR that leads to joining."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.page import page
from gonghui.kernel.qr import svg
from gonghui.kernel.search import named

from . import words
from .models import Union


@page("posters/", "posters", label=_("入会二维码"), who="officer")
def posters(request, kit):
    """The unions within reach that take members, with their joining codes."""
    rows = Union.objects.within(kit.viewer).filter(state__in=words.LIVE, node__kind__in=words.UnionKind.values)
    typed = request.GET.get("q", "").strip()[:60]
    rows = rows.filter(named(typed, "~node__sought")) if typed else rows
    return kit.render("orgs/posters.html", page=kit.page(rows.select_related("node").order_by("node__path")), typed=typed)


@page("posters/<int:pk>/", "poster", who="")
def poster(request, kit, pk):
    """One union's poster, made for printing."""
    return kit.render("orgs/poster.html", union=_union(kit, pk))


@page("posters/<int:pk>/qr.svg", "poster_qr", who="")
def poster_qr(request, kit, pk):
    """The QR of the joining address."""
    return HttpResponse(svg(request.build_absolute_uri(f"/portal/join/{_union(kit, pk).joining_code}/")), content_type="image/svg+xml")


def _union(kit, pk) -> Union:
    union = Union.objects.within(kit.viewer).filter(pk=pk, state__in=words.LIVE).select_related("node").first()
    if union is None:
        raise Http404
    return union
