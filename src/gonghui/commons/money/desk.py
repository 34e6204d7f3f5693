"""What people see of money and may do with it."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import SEERS
from gonghui.kernel.desk import Column, Desk
from gonghui.kernel.tree.kinds import KINDS as NODE_KINDS

from . import acts, line_acts, receipt_acts
from .models import Entry, PayBatch, Payment, Receipt, Source, Transfer, UnionAccount
from .words import PAYMENTS, RECEIPTS, TRANSFERS

GROUP, SEEN_BY = _("财务经审"), (*SEERS, "cashier", "accountant")
PAY_KIND = Column("kind", _("类别"), lambda row: PAYMENTS.label(row.kind), order="kind")
LEVEL = Column("level", _("支付层级"), lambda row: level_label(row.level))
BOOKED_KIND = Column("kind", _("类别"), lambda row: booked_as(row.kind), order="kind")
IN_KIND = Column("kind", _("类别"), lambda row: RECEIPTS.label(row.kind), order="kind")
PASS_KIND = Column("kind", _("类别"), lambda row: TRANSFERS.label(row.kind), order="kind")
ACCOUNT = Column("account", _("收款账号"), lambda p: mask_account(p.account_no))
BATCH_ACTS = (
    acts.open_batch, acts.approve, acts.return_batch, acts.send, acts.all_paid, acts.hand_over, acts.reconcile, acts.drop_batch, acts.reissue,
)  # fmt: skip
LINE_ACTS = (line_acts.add, line_acts.correct_account, line_acts.strike, line_acts.sign, line_acts.note_signed, line_acts.bounce)
RECEIPT_ACTS = (receipt_acts.take_in, receipt_acts.book_in, receipt_acts.drop_receipt, receipt_acts.reverse_receipt)
TRANSFER_ACTS = (
    receipt_acts.allot, receipt_acts.approve_transfer, receipt_acts.pass_on, receipt_acts.confirm_transfer, receipt_acts.report_use,
    receipt_acts.drop_transfer,
)  # fmt: skip


def level_label(slug: str) -> str:
    """The kind of organisation that pays, in words."""
    return str(NODE_KINDS[slug].label) if slug in NODE_KINDS else slug


def booked_as(kind: str) -> str:
    """What an entry of the journal was booked for: a payment, a receipt or a transfer of this kind."""
    return next((label for label in (kinds.label(kind) for kinds in (PAYMENTS, RECEIPTS, TRANSFERS)) if label != kind), kind)


def mask_account(number: str | None) -> str:
    """The last four digits, which is what a payee knows it by."""
    return f"****{number[-4:]}" if number else "—"


Desk(
    noun=Source, label=_("资金来源"), group=GROUP, icon="savings", columns=("name", "code", "node", "ringed", "since", "until"), related=("node",),
    filters=("ringed", "since"), search=("name", "code"), acts=(acts.declare_source, acts.end_source), seen_by=SEEN_BY,
)  # fmt: skip

Desk(
    noun=UnionAccount, label=_("工会账户"), group=GROUP, icon="account_balance", columns=("node", "holder", "bank", ACCOUNT, "since", "until"),
    related=("node",), filters=("since",), search=("holder", "bank"), acts=(line_acts.note_account,), seen_by=SEEN_BY,
)  # fmt: skip

Desk(
    noun=PayBatch, label=_("支付批次"), group=GROUP, icon="payments",
    columns=("title", PAY_KIND, "node", "source", "form", "award_year", "count", "total", "on", "state"), related=("node", "source"),
    detail=("title", PAY_KIND, "node", "source", "form", "award_year", "plan", "reissues", "count", "total", "on", "sent_on", "maker", "checker", "payer", "state"),
    filters=("state", "form", "on"), search=("title",), order=("-on", "-pk"), work=("listed", "approved", "sent"), acts=BATCH_ACTS, seen_by=SEEN_BY,
    empty=_("还没有支付批次。点“编制支付批次”，再逐笔列入或导入名单。"),
)  # fmt: skip

Desk(
    noun=Payment, label=_("支付明细"), group=GROUP, icon="receipt",
    columns=("payee", PAY_KIND, "amount", "form", "node", "source", "award_year", "paid_on", "state"), related=("node", "source"),
    detail=(
        "payee", PAY_KIND, "amount", "form", "note", "batch", "node", LEVEL, "source", "award_year", "pay_year", "union", "employer", "bank", ACCOUNT,
        "paid_on", "signed_on", "failed_why", "reissues", "state",
    ),
    filters=("state", "form", "paid_on"), search=("^payee", "batch__title"), acts=LINE_ACTS, seen_by=SEEN_BY, own=True,
    own_label=_("我的款物"), personal=True, work=("failed",),
)  # fmt: skip

Desk(
    noun=Receipt, label=_("收入"), group=GROUP, icon="download",
    columns=("giver", IN_KIND, "amount", "form", "node", "source", "number", "on", "state"), related=("node", "source"),
    detail=("giver", IN_KIND, "amount", "form", "heads", "employer", "node", "source", "number", "on", "maker", "checker", "state"),
    filters=("state", "form", "on"), search=("giver", "=number"), work=("noted",), acts=RECEIPT_ACTS, seen_by=SEEN_BY,
)  # fmt: skip

Desk(
    noun=Transfer, slug="allotments", label=_("上下级拨款"), group=GROUP, icon="move_down",
    columns=("to", PASS_KIND, "amount", "purpose", "node", "source", "year", "on", "state"), related=("node", "to", "source"),
    detail=("to", PASS_KIND, "amount", "used", "purpose", "node", "source", "year", "on", "maker", "checker", "payer", "state"),
    filters=("state", "on"), search=("purpose", "to__name"), work=("listed", "approved", "paid"), acts=TRANSFER_ACTS, seen_by=SEEN_BY,
)  # fmt: skip

Desk(
    noun=Entry, slug="journal", label=_("会计分录"), group=GROUP, icon="menu_book",
    columns=("on", "node", "source", "debit", "credit", "amount", BOOKED_KIND), related=("node", "source"),
    detail=("on", "node", "source", "debit", "credit", "amount", BOOKED_KIND, "reverses"), filters=("debit", "credit", "on"), search=("source__name",),
    order=("-on", "-pk"), seen_by=("accountant", "auditor", "cashier", "county_officer", "city_officer", "province_officer"),
)  # fmt: skip
