"""Clerks of a merchant, and what the merchant is owed: redemptions settled once, listed for payment once."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.causes import cause_of
from gonghui.commons.money.line_acts import BAD_ACCOUNT, fits_account, list_one
from gonghui.commons.money.listing import Line, payee_key
from gonghui.commons.money.models import PayBatch
from gonghui.commons.parties.rules import mobile
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree.models import Node

from . import coupon_reads, coupon_words, words
from .coupon_models import Clerk, Redemption, Settlement

SHOP = Annotated[RegisterEntry, P(_("商户"), pick=coupon_reads.merchants)]


@act("campaigns.appoint_clerk", Clerk, label=_("登记收银员"), past=_("已登记"), by=OFFICERS, at="merchant", icon="person_add", main=True)
def appoint_clerk(
    ctx,
    *,
    merchant: SHOP,
    phone: Annotated[str, P(_("收银员手机号"), help=_("收银员须先用该手机号登录过门户"), max_length=20)],
    till: Annotated[str, P(_("收银点"), help=_("如“东湖店 1 号台”"), max_length=40)],
):
    """Let somebody redeem for a merchant, by the phone they sign in with. Refuses: PHONE_SHAPE, NO_ACCOUNT, CLERK_TWICE."""
    account = Account.objects.for_act("whose phone").filter(phone_hash=blind("phone", mobile(phone)), is_active=True).first()
    if account is None:
        raise coupon_words.NO_ACCOUNT()
    if coupon_reads.shops(account.pk).filter(merchant=merchant).exists():
        raise coupon_words.CLERK_TWICE(shop=merchant)
    return ctx.create(Clerk, node=merchant.node, merchant=merchant, account=account, till=till, since=ctx.day)


@act("campaigns.dismiss_clerk", Clerk, label=_("取消收银员"), past=_("已取消"), by=OFFICERS, icon="person_remove", when=lambda c: c.until is None)
def dismiss_clerk(ctx, clerk):
    """They redeem no more from this moment on."""
    clerk.until = ctx.day


@act("campaigns.settle", Settlement, label=_("结算商户"), past=_("已结算"), by=OFFICERS, icon="calculate", main=True)
def settle(
    ctx,
    *,
    node: Annotated[Node, P(_("主办组织"))],
    merchant: SHOP,
    since: Annotated[date, P(_("结算期起"))],
    until: Annotated[date, P(_("结算期止"))],
    stated: Annotated[int | None, P(_("商户对账单笔数"), help=_("不填则不核对"), least=0, most=10_000_000)] = None,
):
    """
    Sum up what a merchant redeemed of one's coupons in a span of days and was not settled before. Refuses: DAYS, NOTHING, STATED.

    Two who settle one merchant at a time wait for each other; a redemption names its settlement, so it stands in one.
    """
    if until < since or until > ctx.day:
        raise coupon_words.DAYS()
    merchant = RegisterEntry.objects.for_act("settled once").select_for_update(of=("self",), no_key=True).get(pk=merchant.pk)
    rows = Redemption.objects.for_act("what is owed").filter(merchant=merchant, node=node, on__gte=since, on__lte=until, settlement=None)
    ids = list(rows.select_for_update(of=("self",), no_key=True).order_by("pk").values_list("pk", flat=True))
    chosen = Redemption.objects.for_act("what is owed").filter(pk__among=ids)
    told = chosen.aggregate(n=Count("pk"), sum=Sum("value"))
    shop = str(merchant.holder or merchant)
    if not ids:
        raise coupon_words.NOTHING(shop=shop)
    if stated is not None and stated != told["n"]:
        raise coupon_words.STATED(stated=stated, count=told["n"], amount=told["sum"])
    made = ctx.create(Settlement, node=node, merchant=merchant, shop=shop, since=since, until=until, count=told["n"], amount=told["sum"], on=ctx.day)
    chosen.update(settlement=made)
    ctx.note_many(Redemption, [(pk, node.pk, "", "", {"settlement_id": [None, made.pk]}) for pk in ids])
    return made


@act("campaigns.list_settlement", Settlement, label=_("列入付款"), past=_("已列入付款批次"), by=OFFICERS, icon="payments", main=True)
def list_settlement(
    ctx,
    settlement,
    *,
    batch: Annotated[
        PayBatch, P(_("付款批次"), pick=lambda rows, viewer: rows.within(viewer, "money.add").filter(kind=coupon_words.SETTLED, state="listed"))
    ],
    account_no: Annotated[str, P(_("收款账号"), max_length=32)],
    bank: Annotated[str, P(_("开户行"), max_length=60)] = "",
):
    """Put what a merchant is owed on a list of payments, once. Refuses: WRONG_BATCH, BAD_ACCOUNT, what `list_one` refuses (TAKEN where it stands on a list)."""
    if batch.kind != coupon_words.SETTLED:
        raise words.WRONG_BATCH()
    if not fits_account(account_no):
        raise BAD_ACCOUNT()
    employer = settlement.merchant.employer_id
    key = payee_key(employer=employer, name=settlement.shop, mark=account_no)
    line = Line(
        settlement.shop,
        Decimal(settlement.amount),
        key,
        cause_of(settlement),
        employer=employer,
        bank=bank,
        account_no=account_no,
        note=str(settlement),
    )
    list_one(ctx, batch, line)
