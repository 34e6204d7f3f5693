"""Roles 岗位 and the powers lines give them."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Role:
    """A post an account may hold at a node; `MEMBER` is held by every account over its own records."""

    slug: str
    label: str | Promise


MEMBER = "member"
ROLES: dict[str, Role] = {
    role.slug: role
    for role in (
        Role(MEMBER, _("会员（本人）")),
        Role("grassroots_officer", _("基层工会经办人")),
        Role("grassroots_chair", _("基层工会主席")),
        Role("county_officer", _("县（区）工会组织干部")),
        Role("city_officer", _("市总工会干部")),
        Role("province_officer", _("省总工会干部")),
        Role("cashier", _("出纳")),
        Role("accountant", _("会计")),
        Role("hotline_agent", _("热线坐席")),
        Role("lawyer", _("律师")),
        Role("expert", _("评审专家")),
        Role("keeper", _("阵地管理员")),
        Role("auditor", _("经审人员")),
        Role("system_admin", _("系统管理员")),
        Role("security_admin", _("安全管理员")),
        Role("audit_admin", _("审计管理员")),
    )
}
GRASSROOTS = ("grassroots_officer", "grassroots_chair")
UPPER = ("county_officer", "city_officer", "province_officer")
OFFICERS = GRASSROOTS + UPPER
SEERS = OFFICERS + ("auditor",)

# No single account may hold two of a set 三权分立 (GB/T 22239-2019, 8.1.4.1).
APART: tuple[frozenset[str], ...] = (frozenset({"system_admin", "security_admin", "audit_admin"}),)

_powers: dict[str, set[str]] = defaultdict(set)


def give(power: str, roles) -> None:
    """Let `roles` use `power`. Refuses an unknown role at start-up."""
    for role in roles:
        if role not in ROLES:
            raise LookupError(f"{power}: no role {role!r}")
        _powers[role].add(power)


def powers_of(role: str) -> frozenset[str] | set[str]:
    return _powers.get(role, frozenset())


def holders(power: str) -> list[Role]:
    """Which roles may use a power."""
    return [role for slug, role in ROLES.items() if power in powers_of(slug)]


def who_may(power: str) -> str:
    """The roles that may use a power, as a refusal names them."""
    return _named(power, get_language())


@cache
def _named(power: str, _language: str | None) -> str:
    return "、".join(str(role.label) for role in holders(power))
