"""Values a province or city decides 参数配置 [CFG]: declared with a default, stored as dated rows."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .access.scope import Kept, Scope
from .tree.models import Node


@dataclass(frozen=True)
class Config:
    """A key with its default; the type of the default is the type of the value."""

    key: str
    default: int | bool | str
    label: str | Promise
    source: str = "default"


CONFIGS: dict[str, Config] = {}


def declare(*configs: Config) -> None:
    for config in configs:
        if config.key in CONFIGS:
            raise LookupError(f"configuration key {config.key!r} is declared twice")
        CONFIGS[config.key] = config


class Setting(Kept):
    """The value of a key at a node and below, from one day to another."""

    key = models.CharField(_("参数"), max_length=60)
    node = models.ForeignKey(Node, models.PROTECT, verbose_name=_("组织"), related_name="+")
    value = models.JSONField(_("值"))
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    scope = Scope(node=("node",))

    class Meta:
        verbose_name = verbose_name_plural = _("参数配置")
        constraints = [
            models.UniqueConstraint(fields=["key", "node"], condition=Q(until=None), name="setting_one_open"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="setting_days_in_order"),
        ]

    def __str__(self):
        return f"{self.key}={self.value}"


def value(key: str, node: Node | None, on: date):
    """The value in force at `node` on a day: its own, else the nearest above, else the default."""
    config = CONFIGS[key]
    if node is None:
        return config.default
    above = [int(pk) for pk in node.path.split("/") if pk]
    rows = Setting.objects.for_act("configuration").filter(Q(until=None) | Q(until__gte=on), key=key, node__in=above, since__lte=on)
    found = rows.order_by("-node__depth").first()
    return config.default if found is None else type(config.default)(found.value)
