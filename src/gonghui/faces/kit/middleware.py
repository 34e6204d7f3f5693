"""Who is looking: puts `request.viewer` there and tells the database."""

import re
import secrets

from django.conf import settings
from django.contrib.auth import logout

from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import reading_as
from gonghui.kernel.clock import now

DEVICE, NUMBERED, YEAR = "device", re.compile("[0-9a-f]{32}"), 365 * 86_400  # a browser's number, by which ballots from one device are known


def viewing(get_response):
    """Middleware: a viewer a request, and a number for the portal's browsers; a session older than the account's last sign-out is ended."""

    def respond(request):
        account = request.user
        if account.is_authenticated and not _session_stands(request, account):
            logout(request)
        request.viewer = Viewer(request.user)
        request.viewer.device = request.COOKIES.get(DEVICE, "")
        known = NUMBERED.fullmatch(request.viewer.device)
        if not known:
            request.viewer.device = secrets.token_hex(16) if request.path.startswith("/portal/") else ""
        if lacks_factor(request):
            request.viewer.grants = []
        with reading_as(request.viewer):
            answer = get_response(request)
        if request.viewer.device and not known:
            answer.set_cookie(DEVICE, request.viewer.device, max_age=YEAR, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")
        return answer

    return respond


def lacks_factor(request) -> bool:
    """A post asks for the second factor where the setting does, on every face; without it one has one's own records."""
    return settings.SECOND_FACTOR and request.user.is_authenticated and not request.user.is_verified()


def _session_stands(request, account) -> bool:
    if not account.is_active:
        return False
    begun = request.session.get("signed_in_at", 0)
    return account.sessions_from is None or begun > account.sessions_from.timestamp()


def note_sign_in(sender, request, user, **_):
    """Note when a session began, whichever door it came through."""
    request.session["signed_in_at"] = now().timestamp()
