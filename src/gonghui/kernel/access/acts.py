"""Opening accounts and granting roles: two administrators, never one 三权分立."""

import secrets
from datetime import date, timedelta
from typing import Annotated

from django.utils.crypto import get_random_string
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from ..clock import now
from ..ledger.act import P, act
from ..privacy.crypto import blind
from ..refusal import Kind, Refusal
from ..tree.models import Node
from .models import Account, Grant, Token
from .roles import APART, MEMBER, ROLES

TAKEN = Refusal("access.login_taken", _("登录名“{login}”已被使用。"), instead=_("请换一个登录名。"), field="login")
WEAK = Refusal(
    "access.weak_password",
    _("密码须不少于 10 位，并包含字母、数字、符号中的至少三类（大小写分计）。"),
    because=_("GB/T 22239-2019 8.1.4.1"),
    field="password",
)
HELD_APART = Refusal("access.held_apart", _("系统、安全、审计管理员不能由同一账号担任。"), because=_("三权分立"), field="role", kind=Kind.CONFLICT)
GRANTED = Refusal("access.granted_already", _("该账号在此组织已有该岗位。"), field="role", kind=Kind.CONFLICT)
ENDED_BEFORE = Refusal("access.ended_before", _("止日早于起日。"), instead=_("请核对日期。"), field="until")

MOST_TOKEN_DAYS, MOST_TOKENS = 366, 20
TOKEN_DAYS_OVER = Refusal("access.token_days", _("令牌有效期为今天起至多 {most} 天。"), field="until")
TOO_MANY_TOKENS = Refusal(
    "access.too_many_tokens", _("有效的令牌已有 {most} 个。"), instead=_("请先“退出所有设备”，旧令牌随之失效。"), kind=Kind.CONFLICT
)

role_choices = [(slug, role.label) for slug, role in ROLES.items() if slug != MEMBER]


def strong(password: str) -> bool:
    """At least 10 characters of three classes. Source: GB/T 22239-2019, default of the handbook."""
    classes = (str.islower, str.isupper, str.isdigit, lambda c: not c.isalnum())
    return len(password) >= 10 and sum(any(map(test, password)) for test in classes) >= 3


@act("access.open_account", Account, label=_("开立账号"), past=_("已开立账号"), by=("system_admin",), icon="person_add", main=True)
def open_account(
    ctx,
    *,
    node: Annotated[Node, P(_("所在组织"))],
    login: Annotated[str, P(_("登录名"), max_length=40)],
    name: Annotated[str, P(_("姓名"), max_length=50)],
    password: Annotated[str, P(_("初始密码"), max_length=128, secret=True)],
):
    """Open an account at a node. It can do nothing until a role is granted. Refuses: TAKEN, WEAK."""
    if Account.objects.for_act("uniqueness").filter(login=login).exists():
        raise TAKEN(login=login)
    if not strong(password):
        raise WEAK()
    account = Account(node=node, login=login, name=name)
    account.set_password(password)
    account.save()
    return account


@act("access.close_account", Account, label=_("停用账号"), past=_("已停用账号"), by=("system_admin",), when=lambda a: a.is_active)
def close_account(ctx, account):
    """Close an account; it is signed out everywhere at the next request."""
    account.is_active, account.sessions_from = False, now()


@act("access.sign_out_everywhere", Account, label=_("退出所有设备"), past=_("已退出所有设备"), by=(MEMBER, "system_admin"))
def sign_out_everywhere(ctx, account):
    """End every session of the account, this one included, and every token."""
    account.sessions_from = now()


@act("access.grant", Grant, label=_("授予岗位"), past=_("已授予岗位"), by=("security_admin",), icon="key", main=True)
def grant(
    ctx,
    *,
    account: Annotated[Account, P(_("账号"))],
    role: Annotated[str, P(_("岗位"), choices=role_choices)],
    node: Annotated[Node, P(_("组织"))],
    since: Annotated[date, P(_("起"))],
    until: Annotated[date | None, P(_("止"))] = None,
):
    """Grant a role at a node. Refuses: HELD_APART, GRANTED, ENDED_BEFORE."""
    Account.objects.for_act("held apart").select_for_update(of=("self",), no_key=True).get(pk=account.pk)
    open_grants = Grant.objects.for_act("uniqueness").filter(account=account, until=None)
    held = set(open_grants.values_list("role", flat=True)) | {role}
    if any(len(held & group) > 1 for group in APART):
        raise HELD_APART()
    if open_grants.filter(role=role, node=node).exists():
        raise GRANTED()
    if until and until < since:
        raise ENDED_BEFORE()
    return ctx.create(Grant, account=account, role=role, node=node, since=since, until=until)


@act("access.revoke", Grant, label=_("撤销岗位"), past=_("已撤销岗位"), by=("security_admin",), when=lambda g: g.revoked_at is None, icon="key_off")
def revoke(ctx, grant):
    """End a grant as of now: the next request no longer has it."""
    grant.revoked_at = ctx.at
    grant.until = max(ctx.day, grant.since)


@act("access.make_token", Account, label=_("发放接口令牌"), past=_("已发放接口令牌"), by=(MEMBER,), when=lambda a: a.is_active, icon="token")
def make_token(ctx, account, *, until: Annotated[date, P(_("有效至"))]):
    """Give a program a key to act as this account; it is shown once and kept as a keyed hash. Refuses: TOKEN_DAYS_OVER, TOO_MANY_TOKENS."""
    if not ctx.day <= until <= ctx.day + timedelta(days=MOST_TOKEN_DAYS):
        raise TOKEN_DAYS_OVER(most=MOST_TOKEN_DAYS)
    live = Token.objects.filter(account=account, until__gte=ctx.day)
    if ctx.viewer.account_id and live.count() >= MOST_TOKENS:
        raise TOO_MANY_TOKENS(most=MOST_TOKENS)
    token = secrets.token_urlsafe(32)
    Token.objects.create(account=account, hash=blind("token", token), until=until)
    ctx.said = {"value": token, "note": now_("令牌只显示这一次，请妥善保存。")}


def random_password() -> str:
    """A password that `strong` takes."""
    return f"{get_random_string(5, 'abcdefghjkmnpqrstuvwxyz')}-{get_random_string(4, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}-{get_random_string(4, '23456789')}"
