"""The door: who calls, how much they may ask for, whose reads follow; refusals come out as problems."""

import time
from collections import Counter
from contextlib import contextmanager

from django.conf import settings
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.translation import gettext_lazy as _
from ninja.security import HttpBearer

from gonghui.faces.kit.middleware import lacks_factor
from gonghui.faces.kit.patience import patience
from gonghui.faces.kit.signin import account_of_token
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import reading_as
from gonghui.kernel.refusal import SIGN_IN_FIRST, Kind, Refusal, Refused

from .problems import ONE_AT_A_TIME, TOO_LONG, TOO_OFTEN, TOO_SLOW, problem

MOST_UPLOAD = 64 << 20
HEAVY = 100  # what costs this much an account does one at a time
NO_CSRF = Refusal("api.csrf", _("缺少防伪令牌。"), instead=_("请从页面提交，或改用接口令牌。"), kind=Kind.FORBIDDEN)
NO_FACTOR = Refusal("api.no_factor", _("本次登录还没有通过双因素验证。"), instead=_("请先在办公端完成验证，或改用接口令牌。"), kind=Kind.FORBIDDEN)


class Bearer(HttpBearer):
    """A program's token."""

    def authenticate(self, request, token):
        return account_of_token(token)


class Meter:
    """What each account has asked for in the minute that runs, and who has something heavy under way; one a process."""

    def __init__(self):
        self.minute, self.spent, self.busy = 0, Counter(), set()

    def spend(self, account: int, cost: int) -> int:
        """Add to what the account spent; return the sum."""
        minute = int(time.time()) // 60
        if minute != self.minute:
            self.minute, self.spent = minute, Counter()
        self.spent[account] += cost
        return self.spent[account]

    @contextmanager
    def enter(self, account: int, cost: int):
        """Let an account in. Refuses: TOO_OFTEN over the quota, ONE_AT_A_TIME beside another heavy request of its own."""
        if settings.API_COST and self.spend(account, cost) > settings.API_COST:
            raise TOO_OFTEN(seconds=60 - int(time.time()) % 60)
        if cost < HEAVY:
            yield
            return
        if account in self.busy:
            raise ONE_AT_A_TIME()
        self.busy.add(account)
        try:
            yield
        finally:
            self.busy.discard(account)


meter = Meter()


def caller(request):
    """The viewer behind a token, or behind a session that a page of ours uses. Refuses what is neither."""
    if "Authorization" in request.headers:
        account = Bearer()(request)
        if account is None:
            raise SIGN_IN_FIRST()
        return Viewer(account)
    if not request.user.is_authenticated:
        raise SIGN_IN_FIRST()
    if request.method not in ("GET", "HEAD") and CsrfViewMiddleware(lambda r: None).process_view(request, None, (), {}):
        raise NO_CSRF()
    if lacks_factor(request) and Viewer(request.user).in_office:
        raise NO_FACTOR()
    return request.viewer


def length(request) -> int:
    """What the request says of its own length; 0 when it says nothing."""
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isascii() and told.isdigit() else 0


def entered(view, *, cost: int = 1, open: bool = False):  # noqa: A002
    """
    A view behind the door.

    cost: how heavy it is; an account may spend GONGHUI_API_COST a minute. open: asked before signing in.
    """

    def respond(request, **parts):
        try:
            if length(request) > MOST_UPLOAD:
                raise TOO_LONG(limit=MOST_UPLOAD >> 20)
            if open:
                return view(request, **parts)
            viewer = request.viewer = caller(request)
            seconds = settings.API_READ_SECONDS if request.method == "GET" else 0
            with meter.enter(viewer.account_id, cost), reading_as(viewer), patience(seconds, TOO_SLOW):
                return view(request, **parts)
        except Refused as refused:
            answer = problem(refused, request.path)
            if answer.status_code == 429:
                answer["Retry-After"] = str(60 - int(time.time()) % 60)
            return answer

    return respond
