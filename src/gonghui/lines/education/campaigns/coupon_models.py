"""CouponBatch 券批次, Coupon 电子券, Clerk 收银员, Redemption 核销, Settlement 结算."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Scope
from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import coupon_words as words

MERCHANT = "commons_registers.RegisterEntry"


@reslotted
class CouponBatch(Record):
    """
    So many coupons of one merchant in one campaign. value: yuan each, what the merchant is paid for one.

    each, each_day: coupons a person may claim in all and a day (0: no limit a day). valid_days: days a claimed coupon is good, the day of
    claiming among them, never beyond `until`. taken: claimed and not given back.
    """

    campaign = models.ForeignKey("education_campaigns.Campaign", models.PROTECT, related_name="coupons", verbose_name=_("活动"))
    merchant = models.ForeignKey(MERCHANT, models.PROTECT, related_name="+", verbose_name=_("商户"))
    shop = models.CharField(_("商户名称"), max_length=160, editable=False)
    title = models.CharField(_("券名"), max_length=60)
    count = models.IntegerField(_("张数"))
    taken = models.IntegerField(_("已领"), default=0, editable=False)
    value = MoneyField(_("面值（元）"))
    each = models.SmallIntegerField(_("每人限领"), default=1)
    each_day = models.SmallIntegerField(_("每人每日限领"), default=0)
    valid_days = models.SmallIntegerField(_("领取后有效天数"))
    until = models.DateField(_("最后使用日"))
    on = models.DateField(_("拟定日期"))
    state = models.CharField(_("状态"), max_length=12, choices=words.BatchState)

    lifecycle = words.BATCH
    scope = Scope(node=("node",), named=True)  # its name stands on coupons people have of their own
    slot_day = "on"
    unlogged_fields = ("slot", "taken")  # every claim is noted itself

    class Meta:
        verbose_name = verbose_name_plural = _("电子券批次")
        constraints = [
            models.CheckConstraint(condition=check_known(words.BATCH), name="coupon_batch_state_known"),
            models.CheckConstraint(condition=Q(taken__gte=0, taken__lte=F("count")), name="coupon_batch_no_more"),
            models.CheckConstraint(condition=Q(value__gt=0, each__gt=0, each_day__gte=0, valid_days__gt=0), name="coupon_batch_limits"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="coupon_batch_slot")]

    def __str__(self):
        return self.title


@reslotted
class Coupon(Record):
    """
    One coupon somebody has claimed; its code is not kept, see `rules.code_of`.

    nth: which of the claimant's it is, from 0; each once while it is not given back. valid_until: its last day.
    """

    batch = models.ForeignKey(CouponBatch, models.PROTECT, related_name="coupons", verbose_name=_("电子券"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("领取人"))
    participation = models.OneToOneField("education_campaigns.Participation", models.PROTECT, related_name="coupon", verbose_name=_("参加记录"))
    nth = models.SmallIntegerField(_("第几张"), editable=False)
    on = models.DateField(_("领取日期"))
    valid_until = models.DateField(_("有效至"))
    state = models.CharField(_("状态"), max_length=12, choices=words.CouponState)

    lifecycle = words.COUPON
    scope = Scope(node=("node",), owner=("account",))
    slot_day = "on"
    named_by = ("batch",)

    class Meta:
        verbose_name = verbose_name_plural = _("电子券")
        constraints = [
            models.CheckConstraint(condition=check_known(words.COUPON), name="coupon_state_known"),
            models.UniqueConstraint(fields=["batch", "account", "nth"], condition=~Q(state=words.C.RETURNED), name="coupon_once"),
        ]
        indexes = [
            models.Index(fields=["slot", "on"], name="coupon_slot"),
            models.Index(fields=["slot", "valid_until"], name="coupon_lapsed", condition=Q(state=words.C.LAPSED)),
            models.Index(fields=["valid_until"], name="coupon_due", condition=Q(state=words.C.CLAIMED)),
            models.Index(fields=["account"], name="coupon_account"),
        ]

    def __str__(self):
        return str(self.batch)


@reslotted
class Clerk(Record):
    """Who may redeem for a merchant, from one day to another. till: where they stand, as the merchant calls it."""

    merchant = models.ForeignKey(MERCHANT, models.PROTECT, related_name="+", verbose_name=_("商户"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("收银员"))
    till = models.CharField(_("收银点"), max_length=40)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    slot_day = "since"
    scope = Scope(node=("node",), owner=("account",))

    class Meta:
        verbose_name = verbose_name_plural = _("商户收银员")
        constraints = [
            models.UniqueConstraint(fields=["merchant", "account"], condition=Q(until=None), name="clerk_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="clerk_days"),
        ]

    def __str__(self):
        return self.till


@reslotted
class Settlement(Record):
    """What a merchant is owed for the redemptions of a span of days: each stands in one settlement at most, for it names it itself."""

    merchant = models.ForeignKey(MERCHANT, models.PROTECT, related_name="+", verbose_name=_("商户"))
    shop = models.CharField(_("商户名称"), max_length=160)
    since = models.DateField(_("结算期起"))
    until = models.DateField(_("结算期止"))
    count = models.IntegerField(_("核销笔数"))
    amount = MoneyField(_("结算金额（元）"))
    on = models.DateField(_("结算日期"))

    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("商户结算单")
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="settlement_days"),
            models.CheckConstraint(condition=Q(count__gt=0, amount__gt=0), name="settlement_of_something"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="settlement_slot")]

    def __str__(self):
        return f"{self.shop} {self.since:%Y-%m-%d}—{self.until:%Y-%m-%d}"


@reslotted
class Redemption(Record):
    """A coupon taken by a merchant, at a moment: a coupon is redeemed once, by constraint. value: yuan, as its batch had it."""

    coupon = models.OneToOneField(Coupon, models.PROTECT, related_name="redemption", verbose_name=_("电子券"))
    batch = models.ForeignKey(CouponBatch, models.PROTECT, related_name="+", verbose_name=_("券名"))
    merchant = models.ForeignKey(MERCHANT, models.PROTECT, related_name="+", verbose_name=_("商户"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("收银员"))
    at = models.DateTimeField(_("核销时间"))
    on = models.DateField(_("核销日期"))
    value = MoneyField(_("金额（元）"))
    settlement = models.ForeignKey(Settlement, models.PROTECT, null=True, blank=True, related_name="redemptions", verbose_name=_("结算单"))

    slot_day = "on"
    scope = Scope(node=("node",), owner=("account",))
    named_by = ("batch",)

    class Meta:
        verbose_name = verbose_name_plural = _("电子券核销")
        indexes = [
            models.Index(fields=["slot", "on"], name="redemption_slot"),
            models.Index(fields=["merchant", "on"], name="redemption_unsettled", condition=Q(settlement=None)),
            models.Index(fields=["settlement"], name="redemption_settled", condition=~Q(settlement=None)),
            models.Index(fields=["account"], name="redemption_account"),
        ]

    def __str__(self):
        return str(self.batch)
