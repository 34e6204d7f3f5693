"""Entering what others have given the federation, and the courtesies that titles entitle to."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.words import LIVE, Tier
from gonghui.commons.designations.words import kinds as title_kinds
from gonghui.commons.registers.acts import new_entry
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import AWARD
from gonghui.commons.registers.words import Tier as Level
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import words
from .models import Courtesy, CourtesyUse

NOT_ENTITLED = Refusal("honours.not_entitled", _("“{title}”不享受“{courtesy}”。"), instead=_("请核对礼遇适用的称号和级别。"), field="designation")
NO_LONGER = Refusal("honours.no_longer", _("该称号已撤销或终止。"), because=_("撤销之日起停止待遇"), field="designation", kind=Kind.CONFLICT)
SPENT = Refusal("honours.spent", _("今年已安排 {times} 次。"), instead=_("请明年再安排。"), field="designation", kind=Kind.CONFLICT)
OFFERED = Refusal("honours.offered", _("该事项已邀请过本人。"), field="occasion", kind=Kind.CONFLICT)


@act("honours.receive", RegisterEntry, label=_("登记工会所获荣誉"), past=_("已登记荣誉"), by=OFFICERS, icon="emoji_events", main=True)
def receive(
    ctx,
    *,
    node: Annotated[Node, P(_("获奖组织"))],
    title: Annotated[str, P(_("荣誉名称"), max_length=160)],
    issuer: Annotated[str, P(_("颁发单位"), max_length=100)],
    tier: Annotated[Level, P(_("级别"))],
    theme: Annotated[words.Theme, P(_("类别"))],
    since: Annotated[date, P(_("获得日期"))],
    number: Annotated[str, P(_("文号（证书号）"), max_length=60)] = "",
    year: Annotated[int | None, P(_("所属年度"), least=1900, most=2200)] = None,
    certificate: Annotated[UploadedFile | None, P(_("证书扫描件"), accept=DOCUMENT)] = None,
    another: Annotated[bool, P(_("确为另一条"))] = False,
):
    """Enter an honour somebody else has given to an organisation of ours. Refuses what `new_entry` refuses."""
    return new_entry(
        ctx, kind=AWARD, node=node, holder_node=node, title=title, issuer=issuer, tier=tier, topic=str(theme), since=since, number=number, year=year,
        proof=certificate, another=another,
    )  # fmt: skip


@act("honours.entitle", Courtesy, label=_("设立礼遇"), past=_("已设立礼遇"), by=UPPER, icon="volunteer_activism", main=True)
def entitle(
    ctx,
    *,
    node: Annotated[Node, P(_("组织"))],
    title: Annotated[str, P(_("礼遇"), max_length=80)],
    kind: Annotated[words.CourtesyKind, P(_("礼遇类别"))],
    honour: Annotated[str, P(_("称号类别"), choices=title_kinds)],
    times: Annotated[int, P(_("每年次数"), least=1, most=99)],
    since: Annotated[date, P(_("起"))],
    tier: Annotated[Tier | None, P(_("级别"), help=_("不选为各级"))] = None,
    basis: Annotated[str, P(_("依据"), max_length=100)] = "",
):
    """Say what holders of a title are entitled to, how often a year."""
    ctx.on = since
    return ctx.create(Courtesy, node=node, title=title, kind=kind, honour=honour, tier=tier or "", times=times, basis=basis, since=since)


@act("honours.end_courtesy", Courtesy, label=_("停止礼遇"), past=_("已停止"), by=UPPER)
def end_courtesy(ctx, courtesy, *, on: Annotated[date, P(_("最后一日"))], why: Annotated[str, WHY]):
    """It is offered no more."""
    courtesy.until = max(on, courtesy.since)


@act("honours.offer", CourtesyUse, label=_("邀请享受礼遇"), past=_("已邀请"), by=UPPER, at="designation", icon="mail", main=True)
def offer(
    ctx,
    *,
    courtesy: Annotated[Courtesy, P(_("礼遇"))],
    designation: Annotated[Designation, P(_("称号"))],
    occasion: Annotated[str, P(_("事项"), help=_("如“2024年第二期疗休养”"), max_length=100)],
):
    """Offer a holder a courtesy. Refuses: NOT_ENTITLED, NO_LONGER, OFFERED, SPENT beyond the times a year."""
    if courtesy.state != "standing" or designation.kind != courtesy.honour or courtesy.tier not in ("", designation.tier):
        raise NOT_ENTITLED(title=designation, courtesy=courtesy)
    designation = Designation.objects.for_act("a courtesy").select_for_update(of=("self",), no_key=True).get(pk=designation.pk)
    if designation.state not in LIVE:
        raise NO_LONGER()
    mine = CourtesyUse.objects.for_act("a courtesy").filter(courtesy=courtesy, designation=designation)
    if mine.filter(occasion=occasion).exists():
        raise OFFERED()
    if mine.filter(offered_on__year=ctx.day.year, state__in=("offered", "used")).count() >= courtesy.times:
        raise SPENT(times=courtesy.times)
    return ctx.create(CourtesyUse, node=designation.node, courtesy=courtesy, designation=designation, occasion=occasion, offered_on=ctx.day)


ON = Annotated[date, P(_("日期"))]


@act("honours.use", CourtesyUse, label=_("登记已享受"), past=_("已登记"), by=UPPER, icon="check", main=True)
def use(ctx, use, *, on: ON):
    """The holder has used it."""
    use.answered_on = ctx.on = max(on, use.offered_on)


@act("honours.decline", CourtesyUse, label=_("谢绝"), past=_("已谢绝"), by=(MEMBER, *UPPER))
def decline(ctx, use):
    """The holder does not want it this time; it does not count against the times a year."""
    use.answered_on = ctx.day


@act("honours.let_lapse", CourtesyUse, label=_("登记失效"), past=_("已失效"), by=UPPER)
def let_lapse(ctx, use):
    """It was neither used nor declined."""
    use.answered_on = ctx.day
