"""Changing what a province or city decides 参数配置: from a day on, never backwards."""

from datetime import date, timedelta
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from .config import CONFIGS, Setting
from .ledger.act import P, act
from .refusal import Kind, Refusal
from .tree.models import Node

NOT_TAKEN = Refusal("config.not_taken", _("“{label}”不能是“{text}”。"), instead=_("可填：{takes}。"), field="value")
BACKWARDS = Refusal(
    "config.backwards",
    _("起始日早于今天，会改动已经办理的事项。"),
    because=_("各事项按其发生日的参数办理"),
    instead=_("请填今天或以后的日期。"),
    field="since",
)
LATER_STANDS = Refusal("config.later_stands", _("已有自 {day} 起的设置。"), instead=_("请填该日或以后的日期。"), field="since", kind=Kind.CONFLICT)
SAME = Refusal("config.same", _("与现行的值相同。"), field="value", kind=Kind.CONFLICT)


def keys() -> list[tuple[str, str]]:
    """Every declared key, with its default."""
    return [(c.key, f"{c.label}（默认 {c.shown(c.default)}）") for c in CONFIGS.values()]


@act("config.set", Setting, label=_("设定参数"), past=_("已设定"), by=("province_officer", "city_officer"), icon="tune", main=True)
def set_value(
    ctx,
    *,
    node: Annotated[Node, P(_("适用组织"), help=_("本级及以下"))],
    what: Annotated[str, P(_("参数"), choices=keys)],
    value: Annotated[str, P(_("值"), help=_("整数，或“是”“否”，或所列选项"), max_length=40)],
    since: Annotated[date, P(_("起"))],
    why: Annotated[str, P(_("依据"), max_length=200)],
):
    """
    Let a value hold at a node and below from a day on; the one before it ends the day before.

    Refuses: NOT_TAKEN, BACKWARDS, LATER_STANDS, SAME.
    """
    config = CONFIGS[what]
    try:
        typed = config.typed(value)
    except ValueError:
        raise NOT_TAKEN(label=config.label, text=value, takes=config.takes) from None
    if since < ctx.day:
        raise BACKWARDS()
    ctx.on = since
    standing = Setting.objects.for_act("the value before").select_for_update().filter(key=what, node=node, until=None).first()
    if standing is None:
        return ctx.create(Setting, key=what, node=node, value=typed, since=since)
    if standing.since > since:
        raise LATER_STANDS(day=standing.since)
    if standing.value == typed:
        raise SAME()
    if standing.since == since:
        standing.value = typed
        standing.save()
        return standing
    standing.until = since - timedelta(days=1)
    standing.save()
    return ctx.create(Setting, key=what, node=node, value=typed, since=since)
