"""Money and goods taken in, and passed between nodes."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import journal
from .acts import AMOUNT, SOURCE, YEAR, promise
from .hands import BOOKERS, CHECKERS, IN_FUTURE, MAKERS, NOT_POSITIVE, PAYERS, fit_source, keep_apart, known_receivers, stands_at
from .models import Receipt, Source, Transfer
from .words import RECEIPTS, STOCK, TRANSFERS, Form, Heading

NUMBER_TAKEN = Refusal("money.number_taken", _("票据号“{number}”已登记过。"), instead=_("请核对是否重复登记。"), field="number", kind=Kind.CONFLICT)
TO_ITSELF = Refusal("money.to_itself", _("不能拨给本组织。"), field="to")
USED_TOO_MUCH = Refusal("money.used_too_much", _("使用金额 {used} 元超过拨款 {amount} 元。"), instead=_("请核对。"), field="used")


@act("money.take_in", Receipt, label=_("登记收入"), past=_("已登记"), by=(*MAKERS, "cashier"), icon="download", main=True)
def take_in(
    ctx,
    *,
    node: Annotated[Node, P(_("收款组织"))],
    kind: Annotated[str, P(_("类别"), choices=RECEIPTS.choices)],
    source: Annotated[Source, SOURCE],
    giver: Annotated[str, P(_("付款方"), max_length=100)],
    number: Annotated[str, P(_("票据号"), max_length=40)],
    amount: Annotated[Decimal, AMOUNT],
    on: Annotated[date, P(_("到账日期"))],
    form: Annotated[Form, P(_("形式"))] = Form.CASH,
    employer: Annotated[Employer | None, P(_("付款单位"))] = None,
    heads: Annotated[int | None, P(_("人数"), help=_("捐款、缴费的人数"), least=0, most=10**9)] = None,
):
    """Note money or goods that have come in. Refuses: NOT_POSITIVE, IN_FUTURE, SOURCE_ELSEWHERE, NUMBER_TAKEN."""
    if amount <= 0:
        raise NOT_POSITIVE()
    if on > ctx.day:
        raise IN_FUTURE(day=on)
    fit_source(source, node, on)
    if Receipt.objects.for_act("uniqueness").filter(node=node, number=number, state__in=("noted", "booked")).exists():
        raise NUMBER_TAKEN(number=number)
    return ctx.create(
        Receipt, node=node, kind=kind, source=source, giver=giver, number=number, amount=amount, on=on, form=form, employer=employer, heads=heads,
        maker=ctx.account,
    )  # fmt: skip


@act("money.book_in", Receipt, label=_("复核入账"), past=_("已入账"), by=BOOKERS, icon="check", main=True)
def book_in(ctx, receipt):
    """Book what came in; not by whoever noted it. Refuses: SAME_PERSON."""
    keep_apart(ctx, receipt.maker_id)
    receipt.checker, ctx.on = ctx.account, receipt.on
    journal.book(ctx, receipt, **_sides(receipt), on=receipt.on)


def _sides(receipt) -> dict:
    return {
        "node": receipt.node, "source": receipt.source, "kind": receipt.kind, "debit": STOCK[receipt.form], "credit": Heading.INCOME,
        "amount": receipt.amount,
    }  # fmt: skip


@act("money.drop_receipt", Receipt, label=_("作废"), past=_("已作废"), by=(*MAKERS, "cashier"), icon="delete")
def drop_receipt(ctx, receipt, *, why: Annotated[str, WHY]):
    """Give up a receipt noted by mistake, before it is booked."""


@act("money.reverse_receipt", Receipt, label=_("冲红"), past=_("已冲红"), by=BOOKERS, icon="undo")
def reverse_receipt(ctx, receipt, *, why: Annotated[str, WHY]):
    """Take a booked receipt back by a contrary entry; nothing booked is altered (fees-finance-audit 4)."""
    entry = journal.entries_about(receipt).filter(reverses=None).first()
    journal.take_back(ctx, receipt, **_sides(receipt), of=entry)


@act("money.allot", Transfer, label=_("拟拨款"), past=_("已拟拨"), by=(*UPPER, "accountant"), icon="move_down", main=True)
def allot(
    ctx,
    *,
    node: Annotated[Node, P(_("拨款组织"))],
    kind: Annotated[str, P(_("类别"), choices=TRANSFERS.choices)],
    to: Annotated[Node, P(_("收款组织"), pick=known_receivers)],
    source: Annotated[Source, SOURCE],
    purpose: Annotated[str, P(_("用途"), help=_("拨款只能用于此"), max_length=100)],
    year: Annotated[int, YEAR],
    amount: Annotated[Decimal, AMOUNT],
):
    """Allot money of one source to another node, earmarked. Refuses: NOT_POSITIVE, TO_ITSELF, SOURCE_ELSEWHERE."""
    if amount <= 0:
        raise NOT_POSITIVE()
    if to == node:
        raise TO_ITSELF()
    fit_source(source, node, ctx.day)
    fit_source(source, to, ctx.day)
    return ctx.create(Transfer, node=node, kind=kind, to=to, source=source, purpose=purpose, year=year, amount=amount, on=ctx.day, maker=ctx.account)


@act("money.approve_transfer", Transfer, label=_("批准"), past=_("已批准"), by=CHECKERS, icon="check", main=True)
def approve_transfer(ctx, transfer):
    """Approve at the giving node; not by whoever allotted. Refuses: OUTSIDE_REACH, SAME_PERSON, SHORT."""
    stands_at(ctx, transfer.node)
    keep_apart(ctx, transfer.maker_id)
    promise(transfer.node, transfer.source, Form.CASH, transfer.amount)
    transfer.checker = ctx.account


@act("money.drop_transfer", Transfer, label=_("作废"), past=_("已作废"), by=(*UPPER, "accountant"), icon="delete")
def drop_transfer(ctx, transfer, *, why: Annotated[str, WHY]):
    """Give it up before it is paid. Refuses: OUTSIDE_REACH."""
    stands_at(ctx, transfer.node)


@act("money.pass_on", Transfer, label=_("拨出"), past=_("已拨出"), by=PAYERS, icon="send", main=True)
def pass_on(ctx, transfer):
    """Pay it out, by a third hand. Refuses: OUTSIDE_REACH, SAME_PERSON."""
    stands_at(ctx, transfer.node)
    keep_apart(ctx, transfer.maker_id, transfer.checker_id)
    transfer.payer, transfer.on = ctx.account, ctx.day
    journal.book(ctx, transfer, node=transfer.node, debit=Heading.PASSED_DOWN, credit=Heading.BANK, on=ctx.day, **_sum(transfer))


def _sum(transfer) -> dict:
    return {"source": transfer.source, "kind": transfer.kind, "amount": transfer.amount}


@act(
    "money.confirm_transfer",
    Transfer,
    label=_("确认到账"),
    past=_("已确认到账"),
    by=(*BOOKERS, "grassroots_chair", "cashier"),
    icon="done_all",
    main=True,
)
def confirm_transfer(ctx, transfer):
    """The receiving node confirms. Refuses: OUTSIDE_REACH."""
    stands_at(ctx, transfer.to)
    journal.book(ctx, transfer, node=transfer.to, debit=Heading.BANK, credit=Heading.FROM_ABOVE, on=ctx.day, **_sum(transfer))


@act("money.report_use", Transfer, label=_("报告使用情况"), past=_("已报告"), by=OFFICERS, icon="summarize")
def report_use(
    ctx,
    transfer,
    *,
    used: Annotated[Decimal, P(_("已使用金额（元）"), least=0, most=10**12)],
    report: Annotated[UploadedFile | None, P(_("使用报告"), accept=DOCUMENT)] = None,
):
    """Tell what has been done with it. Refuses: OUTSIDE_REACH, USED_TOO_MUCH."""
    stands_at(ctx, transfer.to)
    if used > transfer.amount:
        raise USED_TOO_MUCH(used=used, amount=transfer.amount)
    transfer.used = used
    if report:
        keep(ctx, transfer, report, accept=DOCUMENT, field="report")
