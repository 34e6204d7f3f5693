"""Certificates: one's own with a QR, and the public page on which anybody verifies one."""

from collections.abc import Callable

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.page import page
from gonghui.kernel.qr import svg

from .models import Designation
from .words import LIVE

further: list[Callable] = []  # functions (number, name) that give the address of a line's page of a certificate of its own, or None
TITLES = ("person", "team", "unit", "employer", "scheme", "node")


def own(viewer):
    """Titles one holds oneself."""
    return Designation.objects.within(viewer).own(viewer).exclude(state="mistaken").select_related(*TITLES).order_by("-awarded_on", "-pk")


@page("certificates/", "certificates", label=_("我的荣誉证书"), mine=True, who="worker")
def certificates(request, kit):
    """The certificates of one's own titles."""
    return kit.render("designations/certificates.html", page=kit.page(own(kit.viewer)))


@page("certificates/<int:pk>/", "certificate")
def certificate(request, kit, pk):
    """One certificate, made for printing: one's own, or one in an officer's reach."""
    return kit.render("designations/certificate.html", row=_seen(kit, pk))


@page("certificates/<int:pk>/qr.svg", "certificate_qr")
def certificate_qr(request, kit, pk):
    """The QR that leads to the public page."""
    return HttpResponse(svg(request.build_absolute_uri(f"/portal/verify/{_seen(kit, pk).token}/")), content_type="image/svg+xml")


def _seen(kit, pk) -> Designation:
    row = Designation.objects.within(kit.viewer).filter(pk=pk).exclude(state="mistaken").select_related(*TITLES).first()
    if row is None:
        raise Http404
    return row


@page("verify/", "verify", label=_("证书查验"), who="worker", open=True)
def verify(request, kit):
    """Verify by number and name: both must be right, so that nobody reads who holds what by counting up."""
    number, name = (request.GET.get(field, "").strip()[:100] for field in ("number", "name"))
    rows = Designation.objects.for_act("a certificate is verified by anybody").filter(number=number).exclude(state="mistaken")
    found = next((row for row in rows.select_related(*TITLES)[:50] if str(row.whom) == name), None) if number and name else None
    if found:
        return kit.go("verified", found.token)
    for finds in further if number and name else ():
        if address := finds(number, name):
            return HttpResponseRedirect(address)
    return kit.render("designations/verify.html", 404 if number else 200, number=number, name=name)


@page("verify/<slug:token>/", "verified", open=True)
def verified(request, kit, token):
    """What a certificate is worth: to whom, by whom, by which document, and whether it still stands."""
    row = (
        Designation.objects.for_act("a certificate is verified by anybody")
        .filter(token=token)
        .exclude(state="mistaken")
        .select_related(*TITLES)
        .first()
    )
    if row is None:
        return kit.render("designations/verify.html", 404, number=token, name="")
    return kit.render("designations/verified.html", row=row, stands=row.state in LIVE)
