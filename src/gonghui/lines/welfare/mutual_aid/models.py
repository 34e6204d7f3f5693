"""PlanYear 互助计划年度, Roster 参加名单, Participation 参加, Claim 给付申请."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import account_field
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class PlanYear(Record):
    """
    One year of a plan, or one campaign of the donation, with its own terms; `node` is the level of the pool.

    wait_days: from taking effect to the first illness that counts; file_days: from discharge to the request; cap: a person's most.
    """

    fund = models.CharField(_("类别"), max_length=8, choices=words.Fund)
    code = models.CharField(_("计划代码"), max_length=24, unique=True)
    name = models.CharField(_("名称"), max_length=100)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"))
    fee = MoneyField(_("每人金额"))
    wait_days = models.SmallIntegerField(_("等待期（天）"))
    file_days = models.SmallIntegerField(_("申请期限（天）"))
    cap = MoneyField(_("每人年度给付上限"))

    scope = Scope(node=("node",), named=True)  # its name stands on what people have of their own
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("互助计划年度")
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="mutual_year_days"),
            models.CheckConstraint(condition=Q(fee__gt=0, cap__gt=0, wait_days__gte=0, file_days__gte=0), name="mutual_year_terms"),
        ]

    def __str__(self):
        return self.name


@reslotted
class Roster(Record):
    """Who of a union takes part in a plan year, listed together and paid for by one receipt; one open at a time."""

    year = models.ForeignKey(PlanYear, models.PROTECT, related_name="+", verbose_name=_("计划年度"))
    fund = models.CharField(_("类别"), max_length=8, choices=words.Fund)
    since = models.DateField(_("日期"))
    count = models.IntegerField(_("人数"), default=0)
    total = MoneyField(_("合计金额"), default=0)
    receipt = models.OneToOneField("commons_money.Receipt", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("到账收入"))
    state = models.CharField(_("状态"), max_length=12, choices=words.RosterState)

    lifecycle = words.ROSTER
    scope = Scope(node=("node",), named=True)
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("参加名单")
        constraints = [
            models.CheckConstraint(condition=check_known(words.ROSTER), name="mutual_roster_state_known"),
            models.UniqueConstraint(fields=["node", "year"], condition=Q(state="listed"), name="mutual_roster_one_open"),
            models.CheckConstraint(condition=Q(state="effective", receipt__isnull=False) | ~Q(state="effective"), name="mutual_roster_paid"),
        ]

    def __str__(self):
        return f"{self.node}·{self.year}"


@reslotted
class Participation(Record):
    """One person in one plan year; `since`: the day it was listed, then the day it takes effect. Nobody twice a year."""

    year = models.ForeignKey(PlanYear, models.PROTECT, related_name="+", db_index=False, verbose_name=_("计划年度"))
    fund = models.CharField(_("类别"), max_length=8, choices=words.Fund)
    roster = models.ForeignKey(Roster, models.PROTECT, related_name="parts", verbose_name=_("名单"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False, verbose_name=_("姓名"))
    amount = MoneyField(_("金额"))
    since = models.DateField(_("生效日期"))
    state = models.CharField(_("状态"), max_length=10, choices=words.PartState)

    scope = Scope(node=("node",), owner=("person__account",))
    slot_day, named_by = "since", ("person", "year", "roster")

    class Meta:
        verbose_name = verbose_name_plural = _("互助参加")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=words.PartState.values), name="mutual_part_state_known"),
            models.UniqueConstraint(fields=["person", "year"], condition=~Q(state="out"), name="mutual_part_once"),
        ]
        indexes = [models.Index(fields=["slot", "fund", "since"], name="mutual_part_slot")]

    def __str__(self):
        return f"{self.person}·{self.year}"


@reslotted
class Claim(Record):
    """
    One request for aid, or for relief from the donation. Dates, bills and what it is about are health data.

    admitted_on: the day of the event, which decides the plan year; amount: as assessed. maker: whose table it came by.
    """

    year = models.ForeignKey(PlanYear, models.PROTECT, related_name="+", verbose_name=_("计划年度"))
    fund = models.CharField(_("类别"), max_length=8, choices=words.Fund)
    part = models.ForeignKey(Participation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("互助参加"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("姓名"))
    event = models.CharField(_("事由"), max_length=10, choices=words.Event)
    admitted_on = models.DateField(_("入院（发生）日期"))
    discharged_on = models.DateField(_("出院日期"), null=True, blank=True)
    cost = MoneyField(_("医疗总费用"))
    own_paid = MoneyField(_("个人负担"))
    says = SealedField(_("病情说明"), default=b"")
    bank = models.CharField(_("开户行"), max_length=60, blank=True)
    account_no = SealedField(_("本人账号"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"", editable=False)
    filed_on = models.DateField(_("申请日期"))
    late_why = models.CharField(_("逾期原因"), max_length=200, blank=True)
    asked = models.BooleanField(default=False, editable=False)
    amount = MoneyField(_("给付金额"), null=True, blank=True)
    answer = models.CharField(_("答复"), max_length=300, blank=True)
    maker = account_field(_("经办人"))
    state = models.CharField(_("状态"), max_length=12, choices=words.ClaimState)

    lifecycle = words.CLAIM
    scope = Scope(node=("node",), owner=("person__account",))
    slot_day, named_by = "filed_on", ("person", "year")
    sealed_fields = ("says", "account_no", "salt", "late_why", "answer")

    class Meta:
        verbose_name = verbose_name_plural = _("互助给付申请")
        constraints = [
            models.CheckConstraint(condition=check_known(words.CLAIM), name="mutual_claim_state_known"),
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gt=0), name="mutual_claim_amount"),
            models.CheckConstraint(condition=Q(own_paid__gte=0, cost__gte=F("own_paid")), name="mutual_claim_bills"),
            models.CheckConstraint(condition=Q(discharged_on=None) | Q(discharged_on__gte=F("admitted_on")), name="mutual_claim_days"),
        ]
        indexes = [models.Index(fields=["slot", "fund", "filed_on"], name="mutual_claim_slot")]

    def __str__(self):
        return f"{self.person}·{self.year}"
