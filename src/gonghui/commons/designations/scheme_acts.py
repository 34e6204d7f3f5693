"""Declaring titles, and calling rounds of them."""

from datetime import date
from typing import Annotated

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import words
from .models import Quota, Round, Scheme, Share
from .reads import schemes_for

NAMED_ALREADY = Refusal("designations.scheme_known", _("已有同级同名的评选项目。"), field="name", kind=Kind.CONFLICT)
NO_HOLDERS = Refusal("designations.no_holders", _("请选择授予对象。"), field="holders")
NO_DOCUMENT = Refusal(
    "designations.no_document", _("“{scheme}”没有批准文号，不能开展评选。"), because=_("评比达标表彰活动须经批准"), instead=_("请先登记批准文号。"),
    kind=Kind.CONFLICT, field="scheme",
)  # fmt: skip
BATCH_KNOWN = Refusal("designations.batch_known", _("该批次已开展过。"), field="batch", kind=Kind.CONFLICT)
IN_ORDER = Refusal("designations.days", _("截止日期早于开始日期。"), instead=_("请核对日期。"), field="closes_on")

NOT_BELOW = Refusal("designations.not_below", _("名额只能分配给“{node}”的下级。"), field="level")
QUOTAS_OVER = Refusal(
    "designations.quotas_over", _("分配名额共 {given} 个，超过总名额 {seats} 个。"), instead=_("请先调整其他单位名额。"), field="seats"
)

BATCH = P(_("批次"), help=_("如“2024年”“第一批”"), max_length=40)


@act("designations.declare_scheme", Scheme, label=_("登记评选项目"), past=_("已登记评选项目"), by=UPPER, icon="workspace_premium", main=True)
def declare_scheme(
    ctx,
    *,
    node: Annotated[Node, P(_("主管组织"))],
    kind: Annotated[str, P(_("类别"), choices=words.kinds)],
    name: Annotated[str, P(_("称号"), max_length=80)],
    tier: Annotated[words.Tier, P(_("级别"))],
    issuer: Annotated[str, P(_("授予单位"), max_length=100)],
    holders: Annotated[list[words.Holder], P(_("授予对象"), help=_("可多选"))],
    since: Annotated[date, P(_("起"))],
    outer: Annotated[bool, P(_("由外单位授予"))] = False,
    document: Annotated[str, P(_("批准文号"), max_length=60)] = "",
    every_years: Annotated[int | None, P(_("评选周期（年）"), least=1, most=10)] = None,
    notice_days: Annotated[int | None, P(_("公示工作日"), help=_("不填按统一规定"), least=1, most=60)] = None,
    unit_notice: Annotated[bool, P(_("申报单位先公示"))] = False,
    needs: Annotated[Scheme | None, P(_("须先获得"), pick=schemes_for)] = None,
    experts: Annotated[int, P(_("评审专家人数"), help=_("不评分填 0"), least=0, most=99)] = 0,
    opinions: Annotated[list[words.Body], P(_("须征求意见"))] = (),
    recheck_months: Annotated[int | None, P(_("复核周期（月）"), least=1, most=240)] = None,
):
    """Enter a title that may be given. Refuses: NAMED_ALREADY, NO_HOLDERS."""
    if not holders:
        raise NO_HOLDERS()
    if Scheme.objects.for_act("uniqueness").filter(node=node, name=name, tier=tier, state="standing").exists():
        raise NAMED_ALREADY()
    ctx.on = since
    return ctx.create(
        Scheme, node=node, kind=kind, name=name, tier=tier, issuer=issuer, outer=outer, document=document, since=since,
        holders=",".join(dict.fromkeys(str(h) for h in holders)), every_years=every_years, notice_days=notice_days,
        unit_notice=unit_notice, needs=needs, experts=experts, recheck_months=recheck_months,
        opinions=",".join(dict.fromkeys(str(b) for b in opinions)),
    )  # fmt: skip


@act("designations.approve_scheme", Scheme, label=_("登记批准文号"), past=_("已登记批准文号"), by=UPPER, when=lambda s: s.state == "standing")
def approve_scheme(ctx, scheme, *, document: Annotated[str, P(_("批准文号"), max_length=60)]):
    """Note the document that approves the title."""
    scheme.document = document


@act("designations.end_scheme", Scheme, label=_("停止评选项目"), past=_("已停止"), by=UPPER)
def end_scheme(ctx, scheme, *, on: Annotated[date, P(_("最后一日"))], why: Annotated[str, WHY]):
    """No more rounds; titles given stay."""
    scheme.until = max(on, scheme.since)


@act("designations.call", Round, label=_("部署评选"), past=_("已部署评选"), by=UPPER, at="scheme", icon="campaign", main=True)
def call(
    ctx,
    *,
    scheme: Annotated[Scheme, P(_("评选项目"))],
    title: Annotated[str, P(_("名称"), max_length=100)],
    batch: Annotated[str, BATCH],
    opens_on: Annotated[date, P(_("申报开始"))],
    closes_on: Annotated[date, P(_("申报截止"))],
    seats: Annotated[int | None, P(_("总名额"), least=1, most=1_000_000)] = None,
    edition: Annotated[int | None, P(_("届次"), least=1, most=1000)] = None,
    rules: Annotated[str, P(_("评选办法（文号、版本）"), max_length=100)] = "",
):
    """Call a round of a title. Refuses: NO_DOCUMENT unless the title is an outer one, BATCH_KNOWN, IN_ORDER."""
    if not scheme.document and not scheme.outer:
        raise NO_DOCUMENT(scheme=scheme)
    if closes_on < opens_on:
        raise IN_ORDER()
    if Round.objects.for_act("uniqueness").filter(scheme=scheme, batch=batch).exclude(state="cancelled").exists():
        raise BATCH_KNOWN()
    ctx.on = opens_on
    return ctx.create(
        Round, scheme=scheme, node=scheme.node, kind=scheme.kind, title=title, batch=batch, opens_on=opens_on, closes_on=closes_on,
        seats=seats, edition=edition, rules=rules,
    )  # fmt: skip


@act("designations.set_quota", Round, label=_("分配名额"), past=_("已分配名额"), by=UPPER, when=lambda r: r.state == "called", icon="pie_chart")
def set_quota(
    ctx,
    round,
    *,
    level: Annotated[Node, P(_("推荐单位"))],
    seats: Annotated[int, P(_("名额"), least=0, most=1_000_000)],
):
    """Say how many a level may send up; said again it is changed. Refuses: NOT_BELOW, QUOTAS_OVER the seats of the round."""
    if level.pk == round.node_id or not round.node.covers(level):
        raise NOT_BELOW(node=round.node)
    others = round.quotas.for_act("quotas").filter(node__parent=level.parent_id).exclude(node=level)
    given = others.aggregate(total=Sum("seats"))["total"] or 0
    if round.seats is not None and level.parent_id == round.node_id and given + seats > round.seats:
        raise QUOTAS_OVER(given=given + seats, seats=round.seats)
    known = round.quotas.for_act("quotas").filter(node=level).first()
    quota = known or Quota(round=round, node=level)
    quota.seats = seats
    quota.save()


@act("designations.set_share", Round, label=_("规定结构比例"), past=_("已规定结构比例"), by=UPPER, when=lambda r: r.state == "called", icon="percent")
def set_share(
    ctx,
    round,
    *,
    what: Annotated[str, P(_("类别或属性"), choices=[*words.Category.choices, *words.Trait.choices])],
    percent: Annotated[int, P(_("百分比"), least=0, most=100)],
    at_least: Annotated[bool, P(_("不少于"), help=_("不勾选为不超过"))] = False,
):
    """Say what part of each list must, or may at most, be of a sort; said again it is changed."""
    known = round.shares.for_act("shares").filter(what=what, at_least=at_least).first()
    share = known or Share(round=round, what=what, at_least=at_least)
    share.percent = percent
    share.save()


@act("designations.close_round", Round, label=_("申报截止"), past=_("已截止"), by=UPPER, icon="lock_clock")
def close_round(ctx, round):
    """No more nominations."""


@act("designations.finish_round", Round, label=_("评选结束"), past=_("评选已结束"), by=UPPER, icon="flag")
def finish_round(ctx, round, *, on: Annotated[date, P(_("命名日期"))]):
    """The round is over: its titles are given."""
    round.finished_on = ctx.on = max(on, round.opens_on)


@act("designations.cancel_round", Round, label=_("取消评选"), past=_("已取消"), by=UPPER)
def cancel_round(ctx, round, *, why: Annotated[str, WHY]):
    """Call the round off; it stays visible and is not counted."""
