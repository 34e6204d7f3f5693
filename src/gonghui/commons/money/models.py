"""Source 资金来源, Receipt 收入, PayBatch 支付批次, Payment 支付, Transfer 拨款."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Scope
from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words


def account_field(label, **more):
    return models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, editable=False, verbose_name=label, related_name="+", **more)


APART = ~Q(maker=F("checker")) & ~Q(maker=F("payer")) & ~Q(checker=F("payer"))  # holds where one of them is nobody


@reslotted
class Source(Record):
    """
    A fund money comes from, declared at a node for it and all below.

    ringed: a special fund 专项资金: no more leaves a node than has come in there for it, and it goes nowhere else
    (fees-finance-audit 5).
    """

    code = models.CharField(_("资金代码"), max_length=24, unique=True)
    name = models.CharField(_("名称"), max_length=100)
    ringed = models.BooleanField(_("专款专用"), default=False)
    since = models.DateField(_("设立日期"))
    until = models.DateField(_("停用日期"), null=True, blank=True)

    scope = Scope(node=("node",), named=True)
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("资金来源")
        constraints = [models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="money_source_days_in_order")]

    def __str__(self):
        return self.name


@reslotted
class UnionAccount(Record):
    """The bank account of an organisation, to which what it is due is paid; one standing at a time."""

    bank = models.CharField(_("开户行"), max_length=60)
    holder = models.CharField(_("户名"), max_length=100)
    account_no = SealedField(_("账号"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"", editable=False)
    since = models.DateField(_("启用日期"))
    until = models.DateField(_("停用日期"), null=True, blank=True)

    slot_day = "since"
    sealed_fields = ("account_no", "salt")

    class Meta:
        verbose_name = verbose_name_plural = _("工会账户")
        constraints = [
            models.UniqueConstraint(fields=["node"], condition=Q(until=None), name="money_union_account_one_open"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="money_union_account_days_in_order"),
        ]

    def __str__(self):
        return f"{self.holder}·{self.bank}"


@reslotted
class Receipt(Record):
    """Money or goods taken in at a node: from whom, for which source, by which receipt; booked by another hand."""

    kind = models.CharField(_("类别"), max_length=24)
    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("资金来源"), related_name="+")
    giver = models.CharField(_("付款方"), max_length=100)
    employer = models.ForeignKey("commons_parties.Employer", models.PROTECT, null=True, blank=True, verbose_name=_("付款单位"), related_name="+")
    number = models.CharField(_("票据号"), max_length=40)
    form = models.CharField(_("形式"), max_length=8, choices=words.Form)
    amount = MoneyField(_("金额"))
    heads = models.IntegerField(_("人数"), null=True, blank=True)
    on = models.DateField(_("到账日期"))
    maker, checker = account_field(_("登记人")), account_field(_("复核人"))
    state = models.CharField(_("状态"), max_length=12, choices=words.ReceiptState)

    lifecycle = words.RECEIPT
    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("收入")
        constraints = [
            models.CheckConstraint(condition=check_known(words.RECEIPT), name="money_receipt_state_known"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="money_receipt_amount"),
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="money_receipt_apart"),
            models.UniqueConstraint(fields=["node", "number"], condition=Q(state__in=("noted", "booked")), name="money_receipt_number_once"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="money_receipt_slot")]

    def __str__(self):
        return f"{self.giver}·{self.amount}"


@reslotted
class PayBatch(Record):
    """
    A list of payments made by one hand, checked by another, paid by a third.

    count, total: of the lines that are not struck; written with them in one statement each.
    """

    kind = models.CharField(_("类别"), max_length=24)
    title = models.CharField(_("名称"), max_length=100)
    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("资金来源"), related_name="+")
    form = models.CharField(_("形式"), max_length=8, choices=words.Form)
    award_year = models.SmallIntegerField(_("所属年度"))
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, verbose_name=_("计划项目"), related_name="+")
    reissues = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name=_("重付自"), related_name="+")
    count = models.IntegerField(_("笔数"), default=0)
    total = MoneyField(_("合计金额"), default=0)
    on = models.DateField(_("编制日期"))
    sent_on = models.DateField(_("支付日期"), null=True, blank=True)
    maker, checker, payer = account_field(_("编制人")), account_field(_("审批人")), account_field(_("支付人"))
    state = models.CharField(_("状态"), max_length=12, choices=words.BatchState)

    lifecycle = words.BATCH
    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("支付批次")
        constraints = [
            models.CheckConstraint(condition=check_known(words.BATCH), name="money_batch_state_known"),
            models.CheckConstraint(condition=APART, name="money_batch_apart"),
            models.UniqueConstraint(fields=["node", "title"], condition=~Q(state="dropped"), name="money_batch_once"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="money_batch_slot")]

    def __str__(self):
        return self.title


@reslotted
class Payment(Record):
    """
    One sum or parcel to one payee, for one cause. `node` pays; `union` is the organisation it goes to, if it is one.

    cause_noun, cause_id: the record that gives cause, of any room; once: what beside it makes the payment its own, see
    `words.PayKind`. level: the kind of node that pays. award_year: what it is paid for; pay_year: when it was.
    on: the day that places it: listed, then paid.
    """

    batch = models.ForeignKey(PayBatch, models.PROTECT, verbose_name=_("支付批次"), related_name="payments")
    kind = models.CharField(_("类别"), max_length=24)
    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("资金来源"), related_name="+")
    form = models.CharField(_("形式"), max_length=8, choices=words.Form)
    award_year = models.SmallIntegerField(_("所属年度"))
    level = models.CharField(_("支付层级"), max_length=24)
    payee = models.CharField(_("收款人"), max_length=100)
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, null=True, blank=True, verbose_name=_("本人"), related_name="+")
    employer = models.ForeignKey("commons_parties.Employer", models.PROTECT, null=True, blank=True, verbose_name=_("收款单位"), related_name="+")
    union = models.ForeignKey(Node, models.PROTECT, null=True, blank=True, verbose_name=_("收款工会"), related_name="+")
    bank = models.CharField(_("开户行"), max_length=60, blank=True)
    account_no = SealedField(_("收款账号"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"", editable=False)
    amount = MoneyField(_("金额"))
    note = models.CharField(_("摘要"), max_length=100, blank=True)
    cause_noun = models.CharField(max_length=60, editable=False)
    cause_id = models.BigIntegerField(editable=False)
    once = models.CharField(max_length=80, blank=True, editable=False)
    on = models.DateField(_("日期"))
    pay_year = models.SmallIntegerField(_("支付年度"), null=True, blank=True)
    paid_on = models.DateField(_("支付日期"), null=True, blank=True)
    signed_on = models.DateField(_("签收日期"), null=True, blank=True)
    failed_why = models.CharField(_("失败原因"), max_length=100, blank=True)
    reissues = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name=_("重付自"), related_name="+")
    state = models.CharField(_("状态"), max_length=12, choices=words.PaymentState)

    lifecycle = words.PAYMENT
    scope = Scope(node=("node", "union"), owner=("person__account",))
    slot_day = "on"
    sealed_fields = ("payee", "account_no", "salt")

    class Meta:
        verbose_name = verbose_name_plural = _("支付")
        constraints = [
            models.CheckConstraint(condition=check_known(words.PAYMENT), name="money_payment_state_known"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="money_payment_amount"),
            models.CheckConstraint(
                condition=Q(state__in=words.PAID, paid_on__isnull=False, pay_year__isnull=False) | ~Q(state__in=words.PAID),
                name="money_payment_paid_dated",
            ),
            models.UniqueConstraint(
                fields=["cause_noun", "cause_id", "once"], condition=Q(state__in=words.STANDING), name="money_payment_cause_once"
            ),
        ]
        indexes = [
            models.Index(fields=["slot", "on"], name="money_payment_slot"),
            models.Index(fields=["batch", "state"], name="money_payment_batch_state"),
            models.Index(fields=["person"], name="money_payment_person"),
        ]

    def __str__(self):
        return f"{self.payee}·{self.amount}"


@reslotted
class Transfer(Record):
    """Money passed from one node to another, earmarked; it is received, and its use reported, at the other end."""

    kind = models.CharField(_("类别"), max_length=24)
    to = models.ForeignKey(Node, models.PROTECT, verbose_name=_("收款组织"), related_name="+")
    to_slot = models.BigIntegerField(default=0, editable=False)
    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("资金来源"), related_name="+")
    purpose = models.CharField(_("用途"), max_length=100)
    year = models.SmallIntegerField(_("所属年度"))
    amount = MoneyField(_("金额"))
    on = models.DateField(_("日期"))
    used = MoneyField(_("已使用金额"), null=True, blank=True)
    maker, checker, payer = account_field(_("编制人")), account_field(_("审批人")), account_field(_("支付人"))
    state = models.CharField(_("状态"), max_length=12, choices=words.TransferState)

    lifecycle = words.TRANSFER
    scope = Scope(node=("node", "to"))
    slots = (("slot", "node"), ("to_slot", "to"))
    slot_day = "on"
    unlogged_fields = ("slot", "to_slot")

    class Meta:
        verbose_name = verbose_name_plural = _("拨款")
        constraints = [
            models.CheckConstraint(condition=check_known(words.TRANSFER), name="money_transfer_state_known"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="money_transfer_amount"),
            models.CheckConstraint(condition=Q(used=None) | Q(used__gte=0, used__lte=F("amount")), name="money_transfer_used"),
            models.CheckConstraint(condition=APART, name="money_transfer_apart"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="money_transfer_slot"), models.Index(fields=["to_slot", "on"], name="transfer_to_slot")]

    def __str__(self):
        return f"{self.to}·{self.amount}"


@reslotted
class Entry(Record):
    """
    One line of the journal 分录: a sum leaves `credit` and enters `debit`.

    Both sides stand in one row, so the journal cannot be out of balance. It is never altered: `reverses` takes back 冲红.
    """

    on = models.DateField(_("记账日期"))
    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("资金来源"), related_name="+")
    debit = models.CharField(_("借"), max_length=12, choices=words.Heading)
    credit = models.CharField(_("贷"), max_length=12, choices=words.Heading)
    amount = MoneyField(_("金额"))
    kind = models.CharField(_("类别"), max_length=24)
    about_noun = models.CharField(max_length=60, editable=False)
    about_id = models.BigIntegerField(editable=False)
    reverses = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name=_("冲销"), related_name="+")

    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("分录")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="money_entry_amount"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="money_entry_two_sides"),
        ]
        indexes = [
            models.Index(fields=["node", "source"], name="money_entry_balance"),
            models.Index(fields=["about_noun", "about_id"], name="money_entry_about"),
            models.Index(fields=["slot", "on"], name="money_entry_slot"),
        ]

    def __str__(self):
        return f"{self.get_debit_display()}／{self.get_credit_display()} {self.amount}"
