"""Account 账号 and Grant 授权."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..fields import DigestField
from .roles import ROLES
from .scope import Kept, Scope


class Account(AbstractBaseUser, Kept):
    """
    Somebody who signs in: an officer by name and password, a worker by phone and code, a program by token.

    `phone_hash` finds a worker's account; the number itself is sealed on the person.
    """

    login = models.CharField(_("登录名"), max_length=40, unique=True)
    name = models.CharField(_("姓名"), max_length=50, blank=True)
    node = models.ForeignKey("kernel.Node", models.PROTECT, null=True, blank=True, verbose_name=_("所在组织"), related_name="+")
    phone_hash = DigestField(null=True, unique=True, editable=False)
    is_active = models.BooleanField(_("启用"), default=True)
    sessions_from = models.DateTimeField(_("此前的登录全部失效"), null=True, blank=True)
    last_login = None

    scope = Scope(node=("node",), owner=("pk",))
    sealed_fields = ("password", "phone_hash", "name")

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ()

    class Meta:
        verbose_name = verbose_name_plural = _("账号")

    def __str__(self):
        return self.name or self.login

    def get_full_name(self) -> str:
        """The name the office shows beside its menu."""
        return self.name


class Grant(Kept):
    """A role at a node between two days, both inside."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="grants", verbose_name=_("账号"))
    role = models.CharField(_("岗位"), max_length=30)
    node = models.ForeignKey("kernel.Node", models.PROTECT, related_name="+", verbose_name=_("组织"))
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    scope = Scope(node=("node",), owner=("account",))

    class Meta:
        verbose_name = verbose_name_plural = _("授权")
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="grant_days_in_order"),
            models.UniqueConstraint(fields=["account", "role", "node"], condition=Q(until=None), name="grant_one_open"),
        ]

    def __str__(self):
        return f"{self.account}·{self.get_role_display()}"

    def get_role_display(self):
        return str(ROLES[self.role].label) if self.role in ROLES else self.role


class PhoneCode(models.Model):
    """The code last sent to a phone, as a slow hash. Guesses are counted in the row: many at once are no more than so many."""

    phone_hash = DigestField(unique=True)
    code = models.CharField(max_length=128)
    tries = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField()
    sent_that_day = models.SmallIntegerField(default=0)


class Token(models.Model):
    """A program's key to the API: only its keyed hash is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="tokens")
    hash = DigestField(unique=True)
    until = models.DateField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
