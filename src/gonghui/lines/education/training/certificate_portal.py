"""Pages of certificates: one's own of classes and of courses online, and the public page to which its QR and `verify/` lead."""

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations import portal as verifying
from gonghui.kernel.page import page
from gonghui.kernel.qr import svg

from .models import Certificate, Learning

signer = Signer(salt="training.certificate", sep=".")
OF_CLASS, ONLINE = ("enrolment", "course_class__course", "node"), ("person", "course", "node")


def told(row: Certificate | Learning) -> dict:
    """What a certificate says, whichever way the course was learnt."""
    online = isinstance(row, Learning)
    number = row.certificate if online else row.number
    return {
        "number": number, "code": signer.sign(number), "course": row.course if online else row.course_class.course, "node": row.node,
        "whom": row.person.name if online else row.enrolment.name, "given_on": row.certified_on if online else row.given_on,
    }  # fmt: skip


def found(number: str) -> Certificate | Learning | None:
    """The certificate of a number; whoever asks has seen it, or knows the name too."""
    given = Certificate.objects.for_act("a certificate is verified by anybody").filter(number=number).select_related(*OF_CLASS).first()
    learnt = Learning.objects.for_act("a certificate is verified by anybody").filter(certificate=number).select_related(*ONLINE)
    return given or (learnt.first() if number else None)


@verifying.further.append
def address_of(number: str, name: str) -> str | None:
    """The public page of a certificate, where number and name are both right."""
    row = found(number)
    told_ = row and told(row)
    return reverse("portal:course_certificate", args=[told_["code"]]) if told_ and told_["whom"] == name else None


@page("course-certificates/", "course_certificates", label=_("我的结业证书"), mine=True, who="worker")
def course_certificates(request, kit):
    """The certificates of mine and my children's: of classes, then of courses online."""
    given = Certificate.objects.within(kit.viewer).own(kit.viewer).select_related(*OF_CLASS).order_by("-given_on", "-pk")
    learnt = Learning.objects.within(kit.viewer).own(kit.viewer).exclude(certificate="").select_related(*ONLINE).order_by("-certified_on", "-pk")
    return kit.render("training/certificates.html", rows=[told(row) for row in (*given, *learnt)])


@page("course-certificates/<str:code>/", "course_certificate", open=True)
def course_certificate(request, kit, code):
    """What a certificate says, with the QR that leads here: for whoever holds it, and whoever is shown it."""
    return kit.render("training/certificate.html", row=told(_of(code)))


@page("course-certificates/<str:code>/qr.svg", "course_certificate_qr", open=True)
def course_certificate_qr(request, kit, code):
    """The QR that leads to the public page."""
    _of(code)
    return HttpResponse(svg(request.build_absolute_uri(reverse("portal:course_certificate", args=[code]))), content_type="image/svg+xml")


def _of(code: str) -> Certificate | Learning:
    try:
        row = found(signer.unsign(code))
    except BadSignature:
        row = None
    if row is None:
        raise Http404
    return row
