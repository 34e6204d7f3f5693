"""Who is looking: puts `request.viewer` there and tells the database."""

from django.conf import settings
from django.contrib.auth import logout

from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import reading_as
from gonghui.kernel.clock import now


def viewing(get_response):
    """Middleware: a viewer a request; a session older than the account's last sign-out is ended."""

    def respond(request):
        account = request.user
        if account.is_authenticated and not _session_stands(request, account):
            logout(request)
        request.viewer = Viewer(request.user)
        if lacks_factor(request):
            request.viewer.grants = []
        with reading_as(request.viewer):
            return get_response(request)

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
