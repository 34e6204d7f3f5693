"""Assets: nothing is got or given away without being approved by another hand 资产配置与处置."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.hands import keep_apart
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.tree.models import Node

from . import words
from .models import Asset

ASKERS = (*OFFICERS, "accountant")
BOOKERS = ("accountant", *UPPER)


@act("finance.ask_asset", Asset, label=_("申请配置资产"), past=_("已申请"), by=ASKERS, icon="add_home_work", main=True)
def ask_asset(
    ctx,
    *,
    node: Annotated[Node, P(_("使用组织"))],
    name: Annotated[str, P(_("名称"), max_length=100)],
    sort: Annotated[words.Sort, P(_("类别"))],
    value: Annotated[Decimal, P(_("预计价值（元）"), least=0, most=10**10)],
    purpose: Annotated[str, P(_("用途"), max_length=200)],
):
    """Ask for something to be bought, built or allotted. Refuses: NOT_POSITIVE."""
    if value <= 0:
        raise words.NOT_POSITIVE(field="value")
    return ctx.create(Asset, node=node, name=name, sort=sort, value=value, purpose=purpose, asked_on=ctx.day, maker=ctx.account)


@act("finance.approve_asset", Asset, label=_("批准配置"), past=_("已批准配置"), by=UPPER, icon="check", main=True)
def approve_asset(ctx, asset):
    """Approve what was asked for; not by whoever asked. Refuses: SAME_PERSON."""
    keep_apart(ctx, asset.maker_id)
    asset.checker = ctx.account


@act("finance.refuse_asset", Asset, label=_("不予配置"), past=_("未批准"), by=UPPER, icon="close")
def refuse_asset(ctx, asset, *, why: Annotated[str, WHY]):
    """Turn it down, with the reason."""


@act("finance.book_asset", Asset, label=_("入账"), past=_("已入账"), by=BOOKERS, icon="inventory_2", main=True)
def book_asset(
    ctx,
    asset,
    *,
    number: Annotated[str, P(_("资产编号"), max_length=40)],
    value: Annotated[Decimal, P(_("入账价值（元）"), least=0, most=10**10)],
    on: Annotated[date, P(_("入账日期"))],
    at_place: Annotated[str, P(_("存放地点"), max_length=100)] = "",
    proof: Annotated[UploadedFile | None, P(_("发票或验收单"), accept=DOCUMENT)] = None,
):
    """Put what has come on the books. Refuses: NOT_POSITIVE, IN_FUTURE, TOO_EARLY, NUMBER_TAKEN."""
    if value <= 0:
        raise words.NOT_POSITIVE(field="value")
    _fit_day(ctx, on, asset.asked_on)
    if Asset.objects.for_act("uniqueness").filter(number=number).exists():
        raise words.NUMBER_TAKEN(number=number)
    asset.number, asset.value, asset.since, asset.at_place = number, value, on, at_place
    if proof:
        keep(ctx, asset, proof, accept=DOCUMENT, field="proof")


def _fit_day(ctx, on: date, first: date) -> None:
    if on > ctx.day:
        raise words.IN_FUTURE(day=on)
    if on < first:
        raise words.TOO_EARLY(day=first)
    ctx.on = on


@act("finance.ask_disposal", Asset, label=_("申请处置"), past=_("已申请处置"), by=ASKERS, icon="output")
def ask_disposal(ctx, asset, *, way_out: Annotated[str, P(_("处置方式"), help=_("报废、调拨、转让等及理由"), max_length=100)]):
    """Ask for it to be given away, sold or scrapped."""
    asset.way_out, asset.maker, asset.checker = way_out, ctx.account, None


@act("finance.approve_disposal", Asset, label=_("批准处置"), past=_("已批准处置"), by=UPPER, icon="check", main=True)
def approve_disposal(ctx, asset):
    """Approve it; not by whoever asked. Refuses: SAME_PERSON."""
    keep_apart(ctx, asset.maker_id)
    asset.checker = ctx.account


@act("finance.keep_asset", Asset, label=_("不予处置"), past=_("未批准处置"), by=UPPER, icon="undo")
def keep_asset(ctx, asset, *, why: Annotated[str, WHY]):
    """It stays on the books, with the reason."""
    asset.way_out = ""


@act("finance.dispose", Asset, label=_("处置下账"), past=_("已下账"), by=BOOKERS, icon="logout", main=True)
def dispose(
    ctx,
    asset,
    *,
    on: Annotated[date, P(_("下账日期"))],
    proceeds: Annotated[Decimal, P(_("处置收入（元）"), help=_("没有的填 0"), least=0, most=10**10)],
):
    """Write it off with what it brought. Refuses: IN_FUTURE, TOO_EARLY."""
    _fit_day(ctx, on, asset.since)
    asset.until, asset.proceeds = on, proceeds
