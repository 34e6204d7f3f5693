"""Signing in 登录: officers by name and password, workers by phone and a code, programs by token."""

import secrets
from datetime import timedelta
from functools import cache
from typing import Annotated

from django.contrib.auth import authenticate
from django.contrib.auth import login as django_login
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.rules import mobile
from gonghui.kernel.access.acts import make_token
from gonghui.kernel.access.models import Account, PhoneCode, Token
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now, today
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.ledger.do import do
from gonghui.kernel.notices.models import Message
from gonghui.kernel.notices.outbox import text_to
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.store import NUMBER, row_by, written

TOKEN_DAYS = timedelta(days=90)
CODE_MINUTES, CODE_TRIES, CODE_PAUSE, CODES_A_DAY = 5, 5, 60, 10
TOO_SOON = Refusal("signin.too_soon", _("验证码刚刚发过。"), instead=_("请 {seconds} 秒后再试。"), field="phone", kind=Kind.BUSY)
TOO_MANY_CODES = Refusal(
    "signin.too_many", _("该手机号今天获取验证码的次数已满。"), instead=_("请明天再试，或到工会窗口办理。"), field="phone", kind=Kind.BUSY
)
WRONG_CODE = Refusal("signin.wrong_code", _("验证码不对，还可以试 {left} 次。"), field="code")
NO_CODE = Refusal("signin.no_code", _("验证码已失效。"), instead=_("请重新获取。"), field="code")


class AccountBackend:
    """Name and password of an active account."""

    def authenticate(self, request, username=None, password=None, **more):
        if username is None or password is None or "\0" in username:
            return None
        account = Account.objects.for_act("sign-in").filter(login=username).first()
        if account is None:
            make_password(password)  # the same time, whether the name exists or not
            return None
        return account if account.is_active and account.check_password(password) else None

    def get_user(self, pk):
        with trusted():
            return row_by(Account, _asked(), pk)


@cache
def _asked() -> tuple[str, tuple]:
    """The statement of an account in use, asked at every request and written once for NUMBER."""
    return written(Account.objects.for_act("session").filter(pk=NUMBER, is_active=True))


def begin_session(request, account) -> None:
    """Sign an account in; the session key is a new one (no fixation)."""
    django_login(request, account, backend="gonghui.faces.kit.signin.AccountBackend")


@act("signin.send_code", Message, label=_("获取验证码"))
def send_code(ctx, *, phone: Annotated[str, P(_("手机号"), max_length=20)], code: Annotated[str, P(_("验证码"), max_length=6)]):
    """Put the code into the outbox."""
    text_to(ctx, phone, now_("验证码 {code}，{minutes} 分钟内有效，请勿告诉他人。").format(code=code, minutes=CODE_MINUTES))
    return list(Message.objects.for_act("just made").filter(to_hash=blind("phone", phone)).order_by("-pk")[:1])


def ask_code(phone: str) -> str:
    """
    Send a code to a phone; return the number as digits. The code is kept only as a slow hash.

    Refuses: PHONE_SHAPE, TOO_SOON within a minute, TOO_MANY_CODES above ten a day.
    """
    number = mobile(phone)
    at, code = now(), f"{secrets.randbelow(1_000_000):06d}"
    with transaction.atomic():
        row, fresh = PhoneCode.objects.select_for_update().get_or_create(phone_hash=blind("phone", number), defaults={"sent_at": at})
        if not fresh and (waited := (at - row.sent_at).total_seconds()) < CODE_PAUSE:
            raise TOO_SOON(seconds=int(CODE_PAUSE - waited) + 1)
        today_so_far = row.sent_that_day if timezone.localdate(row.sent_at) == timezone.localdate(at) else 0
        if today_so_far >= CODES_A_DAY:
            raise TOO_MANY_CODES()
        row.code, row.tries, row.sent_at, row.sent_that_day = make_password(code), 0, at, today_so_far + 1
        row.save()
    do(send_code, SYSTEM, phone=number, code=code)
    return number


def confirm_code(phone: str, code: str) -> Account:
    """Return the account of a confirmed phone, opening one at the first time. Refuses: NO_CODE, WRONG_CODE."""
    number = mobile(phone)
    sent = PhoneCode.objects.filter(phone_hash=blind("phone", number))
    standing = sent.filter(sent_at__gt=now() - timedelta(minutes=CODE_MINUTES), tries__lt=CODE_TRIES)
    if not standing.update(tries=F("tries") + 1):  # a guess is counted before it is looked at
        raise NO_CODE()
    row = sent.get()
    if not check_password(code.strip(), row.code):
        raise NO_CODE() if row.tries >= CODE_TRIES else WRONG_CODE(left=CODE_TRIES - row.tries)
    if not sent.filter(code=row.code).update(code="", tries=CODE_TRIES):  # and taken once
        raise NO_CODE()
    return account_of_phone(number) or do(open_own_account, SYSTEM, phone=number).subject


def account_of_phone(number: str) -> Account | None:
    return Account.objects.for_act("sign-in").filter(phone_hash=blind("phone", number)).first()


@act("signin.open_own_account", Account, label=_("手机号首次登录"))
def open_own_account(ctx, *, phone: Annotated[str, P(_("手机号"), max_length=20)]):
    """Open an account for a phone number that has been confirmed; one that is open already is the one."""
    known = account_of_phone(phone)
    if known:
        return known
    account = Account(login=f"w-{secrets.token_hex(8)}", phone_hash=blind("phone", phone))
    account.set_unusable_password()
    account.save()
    return account


def last_code_shown(phone: str) -> str:
    """The newest message to a number: what the demonstration's local outbox shows on the page."""
    message = Message.objects.for_act("local outbox").filter(to_hash=blind("phone", mobile(phone))).order_by("-pk").first()
    return message.text if message else ""


def by_password(request, login: str, password: str) -> Account | None:
    """The account of a name and password; too many wrong ones lock the name for a while."""
    return authenticate(request, username=login, password=password) if login and "\0" not in login + password else None


def new_token(account, until=None) -> str:
    """Make a program's token; it is shown once and kept as a keyed hash."""
    return do(make_token, SYSTEM, account.pk, until=until or today() + TOKEN_DAYS).said["value"]


def account_of_token(token: str) -> Account | None:
    with trusted():
        row = Token.objects.filter(hash=blind("token", token)).select_related("account").first()
    if row is None or not row.account.is_active or (row.until and row.until < today()):
        return None
    signed_out = row.account.sessions_from
    return None if signed_out and row.made_at <= signed_out else row.account


def name_for_lock(request, credentials=None) -> str:
    """What wrong passwords are counted by: a keyed hash, for people type their phone or ID number where a name belongs."""
    typed = (credentials or {}).get("username") or request.POST.get("username", "")
    return blind("login", typed).hex()


def locked_out(request, credentials, *args, **kwargs):
    """What axes shows after too many wrong passwords."""
    from django.shortcuts import render

    return render(request, "kit/locked.html", {"minutes": 15}, status=429)
