"""Dues by payer and month: received, classified by the year's sum, given back to small payers."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.line_acts import accounts_of
from gonghui.commons.money.listing import Line, add_lines, payee_key
from gonghui.commons.money.models import PayBatch
from gonghui.commons.parties.models import Employer
from gonghui.kernel import config
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.access.viewer import after
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.tree.models import Node

from . import words
from .models import PayerMonth

BY = (*UPPER, "accountant")
SUM = {"least": 0, "most": 10**12}
LISTS = P(_("支付批次"), pick=lambda rows, viewer: rows.within(viewer, "money.add").filter(state="listed", kind=words.REBATE))


@act("finance.receive_dues", PayerMonth, label=_("登记经费收缴"), past=_("已登记"), by=BY, icon="receipt", main=True)
def receive_dues(
    ctx,
    *,
    node: Annotated[Node, P(_("缴费单位工会"))],
    employer: Annotated[Employer, P(_("缴费单位"), pick=lambda rows, viewer: rows.within(viewer, "finance.receive_dues"))],
    month: Annotated[date, P(_("所属月份"), help=_("该月任一日"))],
    wages: Annotated[Decimal, P(_("工资总额（元）"), **SUM)],
    received: Annotated[Decimal, P(_("实缴额（元）"), **SUM)],
    upward: Annotated[Decimal, P(_("上缴额（元）"), help=_("其中上缴上级工会的部分"), **SUM)],
    voucher: Annotated[str, P(_("凭证号"), max_length=40)],
    received_on: Annotated[date, P(_("入库日期"))],
):
    """Note what a payer has paid for a month. Refuses: NOT_POSITIVE, MORE_THAN_PAID, IN_FUTURE, VOUCHER_TAKEN, MONTH_TAKEN."""
    if received <= 0:
        raise words.NOT_POSITIVE(field="received")
    if upward > received:
        raise words.MORE_THAN_PAID(received=received)
    if received_on > ctx.day:
        raise words.IN_FUTURE(day=received_on, field="received_on")
    rows = PayerMonth.objects.for_act("one voucher once")
    if rows.filter(voucher=voucher).exists():
        raise words.VOUCHER_TAKEN(voucher=voucher)
    first = month.replace(day=1)
    same = rows.filter(employer=employer, month=first).first()
    if same:
        raise words.MONTH_TAKEN(employer=employer, month=f"{first:%Y-%m}", voucher=same.voucher)
    ctx.on = received_on
    return ctx.create(
        PayerMonth, node=node, employer=employer, month=first, wages=wages, received=received, upward=upward, voucher=voucher, received_on=received_on
    )


@act("finance.classify", PayerMonth, label=_("小额缴费分类"), past=_("已分类"), by=BY, icon="filter_alt", main=True)
def classify(ctx, *, node: Annotated[Node, P(_("组织"), help=_("本级及下级"))], year: Annotated[int, P(_("所属年度"), least=2000, most=2100)]):
    """
    Tell small payers from others by what they paid upward for the year, strictly below the threshold
    (厅字〔2022〕47号; `small.threshold` is the value at the node at the year's end). What is listed already stays.
    """
    limit = config.value("small.threshold", node, date(year, 12, 31))
    rows = PayerMonth.objects.for_act("small payers").filter(node__path__gte=node.path, node__path__lt=after(node.path), year=year)
    small = rows.values("employer").annotate(sum=Sum("upward")).filter(sum__lt=limit).values("employer")
    open_ = rows.filter(state__in=("received", "small", "over"))
    changed = []
    for state, wanted in ((words.M.SMALL, open_.filter(employer__in=small)), (words.M.OVER, open_.exclude(employer__in=small))):
        found = list(wanted.exclude(state=state).values_list("pk", "node_id", "state"))
        changed += [(pk, at, was, state.value, {}) for pk, at, was in found]
        wanted.exclude(state=state).update(state=state)
    ctx.note_many(PayerMonth, changed)
    return list(rows.filter(state=words.M.SMALL).order_by("pk")[:100])


@act("finance.exclude", PayerMonth, label=_("剔除返还"), past=_("已剔除"), by=BY, icon="block")
def exclude(ctx, month, *, why: Annotated[str, WHY]):
    """Leave a month out, with the reason."""


@act("finance.rebate", PayerMonth, label=_("列入返还批次"), past=_("已列入返还"), by=BY, bulk=True, icon="payments", main=True)
def rebate(ctx, months, *, batch: Annotated[PayBatch, LISTS]):
    """
    List what small payers paid upward, to their unions, each month once. Refuses: OTHER_BATCH, LATE, CLOSED.

    No application is needed 免申即享; the refund goes to the union, never to the employer.
    """
    rows = list(months.select_related("node"))
    if batch.kind != words.REBATE or any(row.year != batch.award_year for row in rows):
        raise words.OTHER_BATCH(batch=batch)
    paying = [row for row in rows if row.upward]
    accounts = accounts_of({row.node_id for row in paying})
    lines = [
        Line(
            row.node.name, row.upward, payee_key(union=row.node_id), (PayerMonth._meta.label_lower, row.pk), None, None, row.node_id,
            *accounts.get(row.node_id, ("", "")), f"{row.month:%Y-%m}",
        )
        for row in paying
    ]  # fmt: skip
    late = add_lines(ctx, batch, lines)
    if late:
        raise words.LATE(vouchers="、".join(paying[i].voucher for i in sorted(late)[:5]))
    ctx.note_many(PayerMonth, [(row.pk, row.node_id, row.state, "listed", {"batch_id": [None, batch.pk]}) for row in rows])
    months.update(state=words.M.LISTED)
