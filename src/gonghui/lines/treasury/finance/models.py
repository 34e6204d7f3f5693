"""PayerMonth 缴费月 and Asset 资产."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import account_field
from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class PayerMonth(Record):
    """
    What one payer has paid for one month; `node` is its union.

    month: its first day, the period the money is for; received_on: the day it came. upward: what of it went up.
    """

    employer = models.ForeignKey("commons_parties.Employer", models.PROTECT, verbose_name=_("缴费单位"), related_name="+")
    month = models.DateField(_("所属月份"))
    year = models.SmallIntegerField(_("所属年度"), editable=False)
    wages = MoneyField(_("工资总额"))
    received = MoneyField(_("实缴额"))
    upward = MoneyField(_("上缴额"))
    voucher = models.CharField(_("凭证号"), max_length=40, unique=True)
    received_on = models.DateField(_("入库日期"))
    state = models.CharField(_("状态"), max_length=12, choices=words.MonthState)

    lifecycle = words.PAYER_MONTH
    slot_day = "received_on"

    class Meta:
        verbose_name = verbose_name_plural = _("经费缴纳")
        constraints = [
            models.CheckConstraint(condition=check_known(words.PAYER_MONTH), name="payer_month_state_known"),
            models.CheckConstraint(condition=Q(wages__gte=0, received__gt=0, upward__gte=0, upward__lte=F("received")), name="payer_month_sums"),
            models.UniqueConstraint(fields=["employer", "month"], name="payer_month_once"),
        ]
        indexes = [
            models.Index(fields=["slot", "received_on"], name="payer_month_slot"),
            models.Index(fields=["node", "year"], name="payer_month_year"),
        ]

    def __str__(self):
        return f"{self.employer}·{self.month:%Y-%m}"

    def save(self, *args, **kwargs):
        self.year = self.month.year
        super().save(*args, **kwargs)


@reslotted
class Asset(Record):
    """A thing on a node's books: asked for, approved, booked; asked to go, approved, written off."""

    number = models.CharField(_("资产编号"), max_length=40, null=True, blank=True, unique=True)
    name = models.CharField(_("名称"), max_length=100)
    sort = models.CharField(_("类别"), max_length=10, choices=words.Sort)
    value = MoneyField(_("价值"))
    at_place = models.CharField(_("存放地点"), max_length=100, blank=True)
    purpose = models.CharField(_("用途"), max_length=200, blank=True)
    asked_on = models.DateField(_("申请日期"))
    since = models.DateField(_("入账日期"), null=True, blank=True)
    until = models.DateField(_("下账日期"), null=True, blank=True)
    way_out = models.CharField(_("处置方式"), max_length=100, blank=True)
    proceeds = MoneyField(_("处置收入"), null=True, blank=True)
    maker, checker = account_field(_("申请人")), account_field(_("审批人"))
    state = models.CharField(_("状态"), max_length=12, choices=words.AssetState)

    lifecycle = words.ASSET
    slot_day = "asked_on"

    class Meta:
        verbose_name = verbose_name_plural = _("资产")
        constraints = [
            models.CheckConstraint(condition=check_known(words.ASSET), name="asset_state_known"),
            models.CheckConstraint(condition=Q(value__gt=0), name="asset_value"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="asset_days_in_order"),
            models.CheckConstraint(condition=~Q(maker=F("checker")), name="asset_apart"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="asset_slot")]

    def __str__(self):
        return self.name
