"""Proposing a plan item and taking it through its states."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from .models import PlanItem

IN_ORDER = Refusal("plans.days", _("结束日期早于开始日期。"), instead=_("请核对日期。"), field="until")
EARLY = Refusal("plans.not_over", _("计划尚未到结束日期 {day}。"), instead=_("请在结束后办理。"), kind=Kind.CONFLICT)


@act("plans.propose", PlanItem, label=_("拟定计划"), past=_("已拟定计划"), by=OFFICERS, icon="event_note", main=True)
def propose(
    ctx,
    *,
    node: Annotated[Node, P(_("组织"))],
    kind: Annotated[str, P(_("类别"), max_length=40)],
    title: Annotated[str, P(_("名称"), max_length=100)],
    since: Annotated[date, P(_("开始日期"))],
    until: Annotated[date, P(_("结束日期"))],
    target: Annotated[int | None, P(_("目标数"), least=0, most=10**12)] = None,
    part_of: Annotated[PlanItem | None, P(_("所属计划"))] = None,
):
    """Propose something to be done between two days. Refuses: IN_ORDER."""
    if until < since:
        raise IN_ORDER()
    return ctx.create(PlanItem, node=node, kind=kind, title=title, since=since, until=until, target=target, part_of=part_of)


@act("plans.approve", PlanItem, label=_("批准"), past=_("已批准"), by=UPPER, apart_from=(CREATING,), icon="check", main=True)
def approve(ctx, item):
    """Approve; not by whoever proposed it."""


@act("plans.publish", PlanItem, label=_("公布"), past=_("已公布"), by=UPPER)
def publish(ctx, item):
    """Publish the approved item."""


@act("plans.begin", PlanItem, label=_("开始实施"), past=_("已开始实施"), by=OFFICERS)
def begin(ctx, item):
    """Work on it begins."""


@act("plans.finish", PlanItem, label=_("完成"), past=_("已完成"), by=OFFICERS)
def finish(ctx, item):
    """It is done. Refuses: EARLY before its last day."""
    if ctx.day < item.until:
        raise EARLY(day=item.until)


@act("plans.evaluate", PlanItem, label=_("评估"), past=_("已评估"), by=UPPER)
def evaluate(ctx, item):
    """Its result has been looked at."""
