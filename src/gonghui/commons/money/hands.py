"""Who may do what with money 不相容岗位: maker, checker and payer of one thing are three people."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.refusal import OUTSIDE_REACH, SAME_PERSON, Kind, Refusal

MAKERS = (*OFFICERS, "accountant")
CHECKERS = ("accountant", "grassroots_chair", *UPPER)
PAYERS = ("cashier", *UPPER)
BOOKERS = ("accountant", *UPPER)

SOURCE_ELSEWHERE = Refusal(
    "money.source_elsewhere", _("“{source}”不供该组织使用，或已停用。"), instead=_("请选择本级或上级设立的资金来源。"), field="source"
)
SHORT = Refusal(
    "money.short",
    _("“{source}”在本组织可用 {free} 元，不足 {amount} 元。"),
    because=_("专款专用，收大于支"),
    instead=_("请先登记并复核收入或拨入款，或减少名单。"),
    kind=Kind.CONFLICT,
)
NOT_POSITIVE = Refusal("money.not_positive", _("金额应大于零。"), instead=_("请核对金额。"), field="amount")
IN_FUTURE = Refusal("money.in_future", _("日期 {day} 还没到。"), instead=_("请填写实际发生的日期。"), field="on")


def keep_apart(ctx, *others) -> None:
    """Refuses SAME_PERSON when whoever acts is one of the accounts that had a hand in it before."""
    if ctx.viewer.account_id and ctx.viewer.account_id in others:
        raise SAME_PERSON()


def stands_at(ctx, node) -> None:
    """Refuses OUTSIDE_REACH unless the power is held at this node: a record that two nodes see is done by one of them."""
    if not ctx.viewer.reach(ctx.act.power).covers(node.path):
        raise OUTSIDE_REACH()


def fit_source(source, node, on) -> None:
    """Refuses SOURCE_ELSEWHERE for a source declared neither here nor above, or not standing on the day."""
    if not node.path.startswith(source.node.path) or source.since > on or (source.until and source.until < on):
        raise SOURCE_ELSEWHERE(source=source)


def known_sources(rows, viewer):
    """Sources a viewer may name: those declared at their own nodes, below and above."""
    seen = rows.for_act("sources of one's own node and above").filter(until=None)
    within = rows.within(viewer).filter(until=None)
    return seen.filter(node__path__in=on_the_way_up(viewer)) | within


def known_receivers(rows, viewer):
    """Organisations money may be passed to: one's own, those below and, when it is remitted, those above."""
    return rows.for_act("money goes up as well as down").filter(path__in=on_the_way_up(viewer)) | rows.within(viewer)


def on_the_way_up(viewer) -> set[str]:
    """The paths of a viewer's own nodes and of all above them."""
    return {path[: i + 1] for path in viewer.paths for i, c in enumerate(path) if c == "/"}
