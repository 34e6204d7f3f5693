"""Pages for phones: claiming a coupon, my coupons with their QR, and the merchant's scan."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import now, today
from gonghui.kernel.page import page
from gonghui.kernel.qr import svg
from gonghui.kernel.turnstile.ticket import signed

from . import coupon_acts, coupon_reads
from .coupon_words import C
from .gate import ticket_of
from .models import Redemption


def to_use(viewer) -> str:
    """How many coupons one may still use."""
    return str(coupon_reads.mine(viewer).filter(state=C.CLAIMED, valid_until__gte=today()).count() or "")


@page("coupons/", "coupons", label=_("我的电子券"), who="worker", mine=True, note=to_use)
def coupons(request, kit):
    """My coupons: to use, those that end first on top; then what became of the others."""
    rows = coupon_reads.mine(kit.viewer)
    good = rows.filter(state=C.CLAIMED, valid_until__gte=today()).order_by("valid_until", "pk")
    return kit.render("campaigns/coupons.html", good=good, page=kit.page(rows.exclude(pk__in=good.values("pk")).order_by("-pk")))


@page("coupons/claim/<int:pk>/", "coupon_claim", does=coupon_acts.claim)
def coupon_claim(request, kit, pk):
    """One kind of coupon: where and how long it is good, how many are left, and the button, or why not."""
    batch = coupon_reads.offered().filter(pk=pk).select_related("campaign__for_node", "node").first()
    if batch is None:
        raise Http404
    form = kit.form(coupon_acts.claim, {"batch": batch})
    done = kit.done(form)
    if done:
        messages.success(request, " ".join([str(coupon_acts.claim.past), *map(str, done.said.values())]))
        return kit.go("coupon", done.subject.pk)
    no = coupon_reads.why_not(batch, kit.viewer, today())
    left, good = batch.count - batch.taken, coupon_reads.last_day(batch, today())
    return kit.form_page(
        "campaigns/claim.html", form, batch=batch, left=left, good=good, no=no.text if no else "", act=coupon_acts.claim,
        turn=coupon_reads.mine(kit.viewer).filter(batch=batch).count(),
        ticket="" if no else signed(ticket_of(batch, kit.viewer.account, now()), request.session.session_key or ""),
    )  # fmt: skip


@page("coupons/<int:pk>/", "coupon")
def coupon(request, kit, pk):
    """One of my coupons: its QR and code while it is good; giving it back."""
    row = own(kit, pk)
    form = kit.form(coupon_acts.return_coupon)
    if kit.done(form, row.pk):
        messages.success(request, str(coupon_acts.return_coupon.past))
        return kit.go("coupons")
    good = row.state == C.CLAIMED and row.valid_until >= today()
    used = Redemption.objects.for_act("when mine was redeemed").filter(coupon=row).first()
    return kit.form_page("campaigns/coupon.html", form, coupon=row, good=good, used=used, code=coupon_reads.code_of(row.pk) if good else "")


@page("coupons/<int:pk>/qr.svg", "coupon_qr")
def coupon_qr(request, kit, pk):
    """The QR of a coupon of mine: the address of the merchant's page with its code."""
    row = own(kit, pk)
    if row.state != C.CLAIMED:
        raise Http404
    address = f"{request.build_absolute_uri(reverse('portal:coupon_scan'))}?code={coupon_reads.code_of(row.pk)}"
    answer = HttpResponse(svg(address), content_type="image/svg+xml")
    answer["Cache-Control"] = "no-store"
    return answer


def own(kit, pk: int):
    """One of the viewer's own coupons."""
    row = coupon_reads.mine(kit.viewer).filter(pk=pk).select_related("batch__campaign", "node").first()
    if row is None:
        raise Http404
    return row


def a_clerk(viewer) -> bool:
    """Whether a viewer redeems for anybody."""
    return coupon_reads.shops(viewer.account_id).exists()


@page("coupons/scan/", "coupon_scan", label=_("核销电子券"), icon="qr_code_scanner", who="worker", when=a_clerk, does=coupon_acts.redeem)
def coupon_scan(request, kit):
    """The merchant's page: the code of a scanned QR stands in it already; what was redeemed today stands below."""
    shops = list(coupon_reads.shops(kit.viewer.account_id))
    form = kit.form(coupon_acts.redeem, {"merchant": shops[0].merchant} if shops else {})
    done = kit.done(form)
    if done:
        messages.success(request, " ".join([str(coupon_acts.redeem.past), *map(str, done.said.values())]))
        return kit.go("coupon_scan")
    code = (request.POST.get("code") or request.GET.get("code", "")).replace("\0", "").strip()[:200]
    rows, chosen = coupon_reads.redeemed(kit.viewer.account_id, today()), request.POST.get("merchant", "")
    return kit.form_page(
        "campaigns/scan.html", form, shops=shops, code=code, rows=rows[:20], count=rows.count(), chosen=chosen, act=coupon_acts.redeem
    )
