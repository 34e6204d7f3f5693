"""Proposing a plan item, sharing its target out, and taking it through its states."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from .models import PlanItem, PlanReport, unit_choices
from .words import CATEGORIES, KINDS, OPEN

IN_ORDER = Refusal("plans.days", _("结束日期早于开始日期。"), instead=_("请核对日期。"), field="until")
EARLY = Refusal("plans.not_over", _("计划尚未到结束日期 {day}。"), instead=_("请在结束后办理。"), kind=Kind.CONFLICT)
OF_ITSELF = Refusal(
    "plans.outside_whole", _("本计划的起止日期超出所属计划“{whole}”（{since} 至 {until}）。"), instead=_("请核对日期。"), field="until"
)
NOT_BELOW = Refusal("plans.not_below", _("“{node}”不是“{whole}”的下级。"), instead=_("指标只下达给下级组织。"), field="nodes")
SHARED_ALREADY = Refusal("plans.shared_already", _("已向“{node}”下达过指标。"), instead=_("请改用“调整目标”。"), field="nodes", kind=Kind.CONFLICT)
NO_TARGET = Refusal("plans.no_target", _("这项计划没有目标数。"), instead=_("请先调整出目标数。"), kind=Kind.CONFLICT)

MOST = 10**12
TARGET = P(_("目标数"), least=0, most=MOST)


def measures() -> list[tuple]:
    """Indicators that can tell what is done: counts and sums."""
    return [(key, f"{one.label}（{key}）") for key, one in INDICATORS.items() if one.kind in ("flow", "stock", "change", "distinct")]


@act("plans.propose", PlanItem, label=_("拟定计划"), past=_("已拟定计划"), by=OFFICERS, icon="event_note", main=True)
def propose(
    ctx,
    *,
    node: Annotated[Node, P(_("组织"))],
    kind: Annotated[str, P(_("类别"), choices=KINDS.choices)],
    title: Annotated[str, P(_("名称"), max_length=100)],
    since: Annotated[date, P(_("开始日期"))],
    until: Annotated[date, P(_("结束日期"))],
    target: Annotated[int | None, TARGET] = None,
    unit: Annotated[str | None, P(_("目标单位"), choices=unit_choices)] = None,
    category: Annotated[str | None, P(_("分类"), choices=CATEGORIES.choices)] = None,
    part_of: Annotated[PlanItem | None, P(_("所属计划"))] = None,
    measure: Annotated[str | None, P(_("完成数取自指标"), help=_("有记录指向本计划时不填"), choices=measures)] = None,
    budget: Annotated[Decimal | None, P(_("预算（元）"), least=0)] = None,
    lead: Annotated[str, P(_("责任部门"), max_length=60)] = "",
):
    """Propose something to be done between two days. Refuses: IN_ORDER; OF_ITSELF where it is no part in time of the whole."""
    if until < since:
        raise IN_ORDER()
    if part_of is not None and not part_of.since <= since <= until <= part_of.until:
        raise OF_ITSELF(whole=part_of, since=part_of.since, until=part_of.until)
    return ctx.create(
        PlanItem, node=node, kind=kind, title=title, since=since, until=until, target=target, unit=unit or "", category=category or "",
        part_of=part_of, measure=measure or "", budget=None if budget is None else int(budget * 100), lead=lead,
    )  # fmt: skip


@act("plans.approve", PlanItem, label=_("批准"), past=_("已批准"), by=UPPER, apart_from=(CREATING,), icon="check", main=True)
def approve(ctx, item):
    """Approve; not by whoever proposed it."""


@act("plans.publish", PlanItem, label=_("公布"), past=_("已公布"), by=UPPER)
def publish(ctx, item):
    """Publish the approved item."""


@act("plans.begin", PlanItem, label=_("开始实施"), past=_("已开始实施"), by=OFFICERS)
def begin(ctx, item):
    """Work on it begins."""


@act("plans.report", PlanItem, label=_("报进展"), past=_("已报进展"), by=OFFICERS, when=lambda i: i.state in OPEN, icon="trending_up")
def report(
    ctx,
    item,
    *,
    says: Annotated[str, P(_("进展"), long=True, max_length=500)],
    done: Annotated[int | None, P(_("自报完成数"), least=0, most=MOST)] = None,
):
    """Tell how far it has come; the number is the teller's and is never added to what is counted."""
    ctx.create(PlanReport, item=item, node=item.node, on=ctx.day, says=says, done=done)


@act(
    "plans.revise", PlanItem, label=_("调整目标"), past=_("已调整目标"), by=UPPER, apart_from=(CREATING,), when=lambda i: i.state in OPEN, icon="tune"
)
def revise(
    ctx, item, *, target: Annotated[int, TARGET], why: Annotated[str, WHY], unit: Annotated[str | None, P(_("目标单位"), choices=unit_choices)] = None
):
    """Change the target of an approved item, with a reason; not by whoever proposed it."""
    item.target, item.unit = target, unit or item.unit


@act("plans.share_out", PlanItem, label=_("下达指标"), past=_("已下达"), by=UPPER, when=lambda i: i.state in OPEN, icon="account_tree")
def share_out(
    ctx,
    item,
    *,
    nodes: Annotated[list[Node], P(_("下级组织"))],
    target: Annotated[int, P(_("每家目标数"), help=_("各家不同时请用“计划指标”表导入"), least=0, most=MOST)],
):
    """Give each of these nodes below a target of its own. Refuses: NO_TARGET, NOT_BELOW, SHARED_ALREADY."""
    if item.target is None:
        raise NO_TARGET()
    nodes = list({node.pk: node for node in nodes}.values())
    held = {part.node_id for part in item.parts.for_act("shares").filter(shared=True).exclude(state="dropped")}
    for node in nodes:
        if node.pk == item.node_id or not item.node.covers(node):
            raise NOT_BELOW(node=node.name, whole=item.node.name)
        if node.pk in held:
            raise SHARED_ALREADY(node=node.name)
    for node in nodes:
        share(ctx, item, node, target)


def share(ctx, item: PlanItem, node: Node, target: int) -> PlanItem:
    """One share of an item's target, standing as the item stands."""
    same = {name: getattr(item, name) for name in ("kind", "category", "title", "since", "until", "unit", "measure", "lead", "state")}
    return ctx.create(PlanItem, part_of=item, node=node, target=target, shared=True, **same)


@act("plans.finish", PlanItem, label=_("完成"), past=_("已完成"), by=OFFICERS)
def finish(ctx, item):
    """It is done. Refuses: EARLY before its last day."""
    if ctx.day < item.until:
        raise EARLY(day=item.until)


@act("plans.evaluate", PlanItem, label=_("评估"), past=_("已评估"), by=UPPER)
def evaluate(ctx, item, *, says: Annotated[str, P(_("评估意见"), long=True, max_length=500)] = ""):
    """Its result has been looked at; what was found stands among the reports."""
    if says:
        ctx.create(PlanReport, item=item, node=item.node, on=ctx.day, says=says)


@act("plans.publish_result", PlanItem, label=_("公布结果"), past=_("已公布结果"), by=UPPER, icon="campaign")
def publish_result(ctx, item):
    """Publish what came of it."""


@act("plans.drop", PlanItem, label=_("取消计划"), past=_("已取消计划"), by=UPPER, icon="event_busy")
def drop(ctx, item, *, why: Annotated[str, WHY]):
    """Give it up; it stays visible and is counted nowhere."""
