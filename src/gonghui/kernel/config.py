"""Values a province or city decides 参数配置 [CFG]: declared with a default, stored as dated rows."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .access.scope import Kept, Scope, once_an_act
from .tree.models import Node
from .tree.slots import once_a_tree


@dataclass(frozen=True)
class Config:
    """
    A key with its default; the type of the default is the type of the value.

    least, most: bounds of a whole number. choices: (value, label) pairs of a text.
    """

    key: str
    default: int | bool | str
    label: str | Promise
    source: str = "default"
    least: int = 0
    most: int = 1_000_000
    choices: tuple = ()

    def typed(self, text: str) -> int | bool | str:
        """The value somebody typed. Raises ValueError for what this key cannot be."""
        text = text.strip()
        if isinstance(self.default, bool):
            return {"是": True, "否": False}.get(text) if text in ("是", "否") else _no(text)
        if isinstance(self.default, int):
            return int(text) if text.isascii() and text.isdigit() and self.least <= int(text) <= self.most else _no(text)
        known = {str(label): value for value, label in self.choices} | {value: value for value, _label in self.choices}
        return known[text] if text in known else _no(text)

    def shown(self, value) -> str:
        """A value as people read it."""
        if isinstance(value, bool):
            return "是" if value else "否"
        return str(dict(self.choices).get(value, value))

    @property
    def takes(self) -> str:
        """What may be typed, in words."""
        if isinstance(self.default, bool):
            return "是、否"
        return "、".join(str(label) for _value, label in self.choices) or f"{self.least}—{self.most}"


def _no(text: str):
    raise ValueError(text)


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
        return f"{self.config.label}：{self.shown}" if self.config else self.key

    @property
    def config(self) -> Config | None:
        return CONFIGS.get(self.key)

    @property
    def shown(self) -> str:
        return self.config.shown(self.value) if self.config else str(self.value)


def value(key: str, node: Node | None, on: date):
    """The value in force at `node` on a day: its own, else the nearest above, else the default; without a node, that of the top."""
    return valued(key)(node.path if node else "", on)


@once_an_act("kernel.setting")
@once_a_tree
def _set(key: str) -> list[tuple]:
    rows = Setting.objects.for_act("configuration").filter(key=key).order_by("-node__depth", "-since")
    return list(rows.values_list("node__path", "since", "until", "value"))


def valued(key: str):
    """
    A function (path of a node, day) -> value in force there then, for many records after one query.

    An empty path asks for the top of the tree.
    """
    config, rows = CONFIGS[key], _set(key)

    def at(path: str, on: date):
        for where, since, until, found in rows:
            here = path.startswith(where) if path else where.count("/") == 1
            if here and since <= on and (until is None or on <= until):
                return type(config.default)(found)
        return config.default

    return at
