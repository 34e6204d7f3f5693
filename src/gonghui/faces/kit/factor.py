"""The second factor of offices 双因素: a one-time code from an authenticator (RFC 6238)."""

from base64 import b64encode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django_otp import login as verified
from django_otp.plugins.otp_totp.models import TOTPDevice

from gonghui.kernel.qr import svg


@login_required
@require_http_methods(["GET", "POST"])
def factor(request):
    """Ask for the code of the account's device; at the first time show the device's QR and confirm it."""
    device = TOTPDevice.objects.filter(user=request.user, confirmed=True).first()
    fresh = device is None
    if fresh:
        device, _made = TOTPDevice.objects.get_or_create(user=request.user, confirmed=False, defaults={"name": "office"})
    wrong = False
    if request.method == "POST":
        allowed, _why = device.verify_is_allowed()
        if allowed and device.verify_token(request.POST.get("code", "").strip()):
            device.confirmed = True
            device.save()
            verified(request, device)
            return HttpResponseRedirect(reverse("office:index"))
        wrong = True
    picture = b64encode(svg(device.config_url)).decode() if fresh else ""
    return render(request, "kit/factor.html", {"fresh": fresh, "picture": picture, "wrong": wrong}, status=422 if wrong else 200)
