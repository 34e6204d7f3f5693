"""Single payments: put on a list, struck, signed for, come back."""

from decimal import Decimal
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Employer, Person
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.access.scope import see
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.refusal import Refusal
from gonghui.kernel.tree.models import Node

from . import journal
from .acts import AMOUNT
from .causes import find_cause
from .hands import BOOKERS, MAKERS, NOT_POSITIVE, keep_apart, stands_at
from .listing import Line, add_lines, once_of, open_list, payee_key, recount, refuse_taken
from .models import PayBatch, Payment, UnionAccount
from .words import PAID, STOCK, Heading

BAD_ACCOUNT = Refusal("money.bad_account", _("收款账号应为 8 至 32 位数字或连字符。"), instead=_("请核对账号。"), field="account_no")
ONE_PAYEE = Refusal("money.one_payee", _("收款的个人、单位和工会只能选一个。"), field="payee")
NO_PAYEE = Refusal("money.no_payee", _("没有写明收款人。"), instead=_("请填写户名，或选择本人、单位、工会。"), field="payee")
OTHER_NAME = Refusal("money.other_name", _("收款人与所选的“{name}”不一致。"), instead=_("账户名应与收款人一致。"), field="payee")
OPEN = P(_("支付批次"), pick=lambda rows, viewer: rows.within(viewer, "money.add").filter(state="listed"))


@act("money.add", Payment, label=_("列入付款"), past=_("已列入"), by=MAKERS, at="batch", icon="person_add", main=True)
def add(
    ctx,
    *,
    batch: Annotated[PayBatch, OPEN],
    amount: Annotated[Decimal, AMOUNT],
    payee: Annotated[str, P(_("收款人"), help=_("户名；已选本人、单位或工会的可不填"), max_length=100)] = "",
    person: Annotated[Person | None, P(_("本人"))] = None,
    employer: Annotated[Employer | None, P(_("收款单位"))] = None,
    union: Annotated[Node | None, P(_("收款工会"), pick=lambda rows, viewer: rows.within(viewer))] = None,
    bank: Annotated[str, P(_("开户行"), max_length=60)] = "",
    account_no: Annotated[str, P(_("收款账号"), max_length=32)] = "",
    cause: Annotated[str, P(_("支付事由编号"), help=_("该类别要求时填写"), max_length=60)] = "",
    note: Annotated[str, P(_("摘要"), max_length=100)] = "",
):
    """Put one payment on a list. Refuses: NOT_POSITIVE, BAD_ACCOUNT, NO_PAYEE, ONE_PAYEE, OTHER_NAME, NO_CAUSE, CLOSED, TAKEN."""
    if amount <= 0:
        raise NOT_POSITIVE()
    if account_no and not fits_account(account_no):
        raise BAD_ACCOUNT()
    known = [one for one in (person, employer, union) if one is not None]
    if len(known) > 1:
        raise ONE_PAYEE()
    if not payee and not known:
        raise NO_PAYEE()
    payee = payee or known[0].name
    if known and payee != known[0].name:
        raise OTHER_NAME(name=known[0])
    key = payee_key(
        person=person and person.pk, id_hash=person and person.id_hash, employer=employer and employer.pk, union=union and union.pk, name=payee,
        mark=account_no,
    )  # fmt: skip
    return list_one(
        ctx, batch, Line(payee, amount, key, find_cause(batch.kind, cause), person and person.pk, employer and employer.pk, union and union.pk,
        bank, account_no, note),
    )  # fmt: skip


def list_one(ctx, batch: PayBatch, line: Line) -> Payment:
    """Put one line on a list; what lines call from their own acts. Refuses: CLOSED, TAKEN."""
    batch = open_list(batch)
    cause = line.cause or (PayBatch._meta.label_lower, batch.pk)
    once = once_of(batch.kind, line.key, batch.form)
    refuse_taken(cause, once)
    if add_lines(ctx, batch, [line]):
        refuse_taken(cause, once)
    return Payment.objects.for_act("the line just written").get(cause_noun=cause[0], cause_id=cause[1], once=once, batch=batch, state="listed")


def fits_account(number: str) -> bool:
    """Digits and hyphens, 8 to 32 of them: cards, bank books and firms' accounts."""
    return 8 <= len(number) <= 32 and number.isascii() and number.replace("-", "").isdigit()


@act(
    "money.correct_account", Payment, label=_("更正收款账号"), past=_("已更正"), by=MAKERS, icon="edit",
    when=lambda p: p.state == "listed" and p.batch.state == "listed" and p.form == "cash",
)  # fmt: skip
def correct_account(
    ctx,
    payment,
    *,
    bank: Annotated[str, P(_("开户行"), max_length=60)],
    account_no: Annotated[str, P(_("收款账号"), max_length=32)],
):
    """Give a line on a list that is still being made the right account; checked anew with the list. Refuses: BAD_ACCOUNT, CLOSED."""
    stands_at(ctx, payment.node)
    open_list(payment.batch)
    if not fits_account(account_no):
        raise BAD_ACCOUNT()
    payment.salt = payment.salt or new_salt()
    payment.bank, payment.account_no = bank, account_no


@act("money.note_account", UnionAccount, label=_("登记工会账户"), past=_("已登记"), by=(*UPPER, "accountant"), icon="account_balance", main=True)
def note_account(
    ctx,
    *,
    node: Annotated[Node, P(_("组织"))],
    bank: Annotated[str, P(_("开户行"), max_length=60)],
    account_no: Annotated[str, P(_("账号"), max_length=32)],
):
    """Note the account of an organisation under its own name; the one before ends. Refuses: BAD_ACCOUNT."""
    if not fits_account(account_no):
        raise BAD_ACCOUNT()
    Node.objects.for_act("one account standing").select_for_update(of=("self",), no_key=True).get(pk=node.pk)
    for old in UnionAccount.objects.for_act("one account standing").filter(node=node, until=None):
        old.until = ctx.day
        old.save()
    return ctx.create(UnionAccount, node=node, bank=bank, holder=node.name, account_no=account_no, salt=new_salt(), since=ctx.day)


def accounts_of(nodes) -> dict[int, tuple[str, str]]:
    """Bank and account number of organisations, by node."""
    rows = UnionAccount.objects.for_act("where money is sent").filter(node__in=nodes, until=None)
    return {row.node_id: (row.bank, row.account_no or "") for row in rows}


@act("money.strike", Payment, label=_("剔除"), past=_("已剔除"), by=MAKERS, when=lambda p: p.batch.state == "listed", icon="person_remove")
def strike(ctx, payment, *, why: Annotated[str, WHY]):
    """Take a line off a list that is still being made; its cause is free again. Refuses: CLOSED."""
    stands_at(ctx, payment.node)
    batch = open_list(payment.batch)
    Payment.objects.for_act("struck").filter(pk=payment.pk).update(state="struck")
    recount(ctx, batch)


@act("money.sign", Payment, label=_("确认收到"), past=_("已确认收到"), by=(MEMBER,), when=lambda p: p.signed_on is None, icon="draw", main=True)
def sign(ctx, payment):
    """The payee confirms on the phone what has come."""
    payment.signed_on = ctx.day


@act("money.note_signed", Payment, label=_("登记签领"), past=_("已登记签领"), by=OFFICERS, when=lambda p: p.signed_on is None, icon="inventory")
def note_signed(ctx, payment, *, proof: Annotated[UploadedFile, P(_("签领单照片"), accept=DOCUMENT)]):
    """An officer files the sheet the payee has signed."""
    payment.signed_on = ctx.day
    keep(ctx, payment, proof, accept=DOCUMENT, field="proof")


@act("money.bounce", Payment, label=_("登记退票"), past=_("已登记退票"), by=BOOKERS, icon="money_off")
def bounce(ctx, payment, *, reason: Annotated[str, P(_("退回原因"), max_length=100)]):
    """What was paid has come back; the journal takes it back and the cause may be paid again. Refuses: SAME_PERSON."""
    stands_at(ctx, payment.node)
    keep_apart(ctx, payment.batch.payer_id)
    payment.failed_why, payment.signed_on = reason, None
    journal.take_back(
        ctx, payment, node=payment.node, source=payment.source, kind=payment.kind, debit=Heading.SPENDING, credit=STOCK[payment.form],
        amount=payment.amount,
    )  # fmt: skip


def own_paid(viewer):
    """One's own payments that have gone out, newest first."""
    rows = Payment.objects.within(viewer, see(Payment)).own(viewer).filter(state__in=PAID)
    return rows.select_related("node", "batch", "source").order_by("-on", "-pk")
