"""States and kinds of money in, out and between."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.config import Config, declare
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step

declare(
    Config("money.cash_limit", 1000, _("现金支付限额（元）"), source="default; fees-finance-audit 4", most=1_000_000),
)


class Form(models.TextChoices):
    """What is handed over. Cash in this sense is money, by transfer or by hand."""

    CASH = "cash", _("资金")
    GOODS = "goods", _("物资")


@dataclass(frozen=True)
class PayKind:
    """
    What a kind of payment is paid for.

    each: what beside the cause makes a payment its own: nothing where a cause is paid once at all, `payee` where each
    of several people is paid once (a campaign), `form` where money and goods may both be given.
    cause: the noun that gives cause, by its label, found by the code in its field `by`; '' where the list itself does.
    """

    each: tuple[str, ...] = ()
    cause: str = ""
    by: str = "pk"


class PayKinds(Kinds):
    """Kinds of payments, each with what it is paid for."""

    def __init__(self):
        super().__init__()
        self.rules: dict[str, PayKind] = {}

    def declare(self, slug: str, label: str | Promise, **rule) -> str:
        """Add a kind; `rule` as in PayKind. A cause is paid once unless `each` says more."""
        self.rules[slug] = PayKind(**rule)
        return super().declare(slug, label)


PAYMENTS, RECEIPTS, TRANSFERS = PayKinds(), Kinds(), Kinds()
OTHER = PAYMENTS.declare("other", _("其他支出"), each=("payee", "form"))
INCOME = RECEIPTS.declare("other", _("其他收入"))
SUBSIDY = TRANSFERS.declare("subsidy", _("补助下级"))


class PaymentState(States):
    LISTED = "listed", _("已列入")
    APPROVED = "approved", _("已批准")
    PAID = "paid", _("已支付")
    RECEIVED = "received", _("已签收")
    RECONCILED = "reconciled", _("已对账")
    FAILED = "failed", _("支付失败")
    REPAID = "repaid", _("已重付")
    STRUCK = "struck", _("已剔除")


P = PaymentState
STANDING = (P.LISTED, P.APPROVED, P.PAID, P.RECEIVED, P.RECONCILED)  # the cause is taken
PAID = (P.PAID, P.RECEIVED, P.RECONCILED)  # money or goods have gone out
PAYMENT = Lifecycle(
    PaymentState,
    Step((), "money.add", P.LISTED),
    Step((P.LISTED,), "money.strike", P.STRUCK),
    Step((P.PAID,), "money.sign", P.RECEIVED),
    Step((P.RECONCILED,), "money.sign", P.RECONCILED),
    Step((P.PAID,), "money.note_signed", P.RECEIVED),
    Step((P.RECONCILED,), "money.note_signed", P.RECONCILED),
    Step((P.PAID, P.RECEIVED), "money.bounce", P.FAILED),
)


class BatchState(States):
    LISTED = "listed", _("编制中")
    APPROVED = "approved", _("已批准")
    SENT = "sent", _("支付中")
    RECONCILED = "reconciled", _("已对账")
    DROPPED = "dropped", _("已作废")


B = BatchState
BATCH = Lifecycle(
    BatchState,
    Step((), "money.open_batch", B.LISTED),
    Step((), "money.reissue", B.LISTED),
    Step((B.LISTED,), "money.approve", B.APPROVED),
    Step((B.APPROVED,), "money.return_batch", B.LISTED),
    Step((B.LISTED,), "money.drop_batch", B.DROPPED),
    Step((B.APPROVED,), "money.send", B.SENT),
    Step((B.APPROVED,), "money.hand_over", B.SENT),
    Step((B.SENT,), "money.all_paid", B.SENT),
    Step((B.SENT,), "money.reconcile", B.RECONCILED),
)


class ReceiptState(States):
    NOTED = "noted", _("已登记")
    BOOKED = "booked", _("已入账")
    DROPPED = "dropped", _("已作废")
    REVERSED = "reversed", _("已冲红")


RECEIPT = Lifecycle(
    ReceiptState,
    Step((), "money.take_in", ReceiptState.NOTED),
    Step((ReceiptState.NOTED,), "money.book_in", ReceiptState.BOOKED),
    Step((ReceiptState.NOTED,), "money.drop_receipt", ReceiptState.DROPPED),
    Step((ReceiptState.BOOKED,), "money.reverse_receipt", ReceiptState.REVERSED),
)


class TransferState(States):
    LISTED = "listed", _("已拟拨")
    APPROVED = "approved", _("已批准")
    PAID = "paid", _("已拨出")
    RECEIVED = "received", _("已收到")
    REPORTED = "reported", _("已报告使用")
    DROPPED = "dropped", _("已作废")


T = TransferState
PASSED = (T.PAID, T.RECEIVED, T.REPORTED)
TRANSFER = Lifecycle(
    TransferState,
    Step((), "money.allot", T.LISTED),
    Step((T.LISTED,), "money.approve_transfer", T.APPROVED),
    Step((T.LISTED, T.APPROVED), "money.drop_transfer", T.DROPPED),
    Step((T.APPROVED,), "money.pass_on", T.PAID),
    Step((T.PAID,), "money.confirm_transfer", T.RECEIVED),
    Step((T.RECEIVED,), "money.report_use", T.REPORTED),
)


class Heading(models.TextChoices):
    """Where an entry of the journal stands 科目; the table of codes of a province is a later matter."""

    BANK = "bank", _("银行存款")
    GOODS = "goods", _("库存物资")
    INCOME = "income", _("收入")
    SPENDING = "spending", _("支出")
    PASSED_DOWN = "passed_down", _("补助下级支出")
    FROM_ABOVE = "from_above", _("上级补助收入")
    IN_TRANSIT = "in_transit", _("在途资金")


STOCK = {Form.CASH: Heading.BANK, Form.GOODS: Heading.GOODS}
