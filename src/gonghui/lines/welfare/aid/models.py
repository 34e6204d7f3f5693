"""Household 困难职工档案, its people, its spells in file, and Measure 帮扶措施."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.fields import DigestField, MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.privacy.masks import Masked, mask_name
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Household(Masked, Record):
    """
    One household in hardship, one file. `node` is the union that found it; numbers and names are sealed.

    basis: why the county took this category; the formula of the handbook is a later matter. reviewed_on: last looked at
    again. left_on: when it left the file; relapsed: it came back after it had been lifted out.
    """

    number = models.CharField(_("档案编号"), max_length=60, unique=True, null=True, blank=True)
    name = SealedField(_("职工姓名"), default=b"")
    id_no = SealedField(_("身份证号"), default=b"")
    phone = SealedField(_("联系电话"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"")
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("本人账号"))
    size = models.SmallIntegerField(_("家庭人口"), default=1)
    cause = models.CharField(_("主要致困原因"), max_length=12, choices=words.Cause)
    says = SealedField(_("家庭情况"), default=b"")
    category = models.CharField(_("困难类别"), max_length=10, choices=words.Category, blank=True)
    basis = SealedField(_("认定依据"), default=b"")
    visitors = models.CharField(_("入户人员"), max_length=60, blank=True)
    applied_on = models.DateField(_("申请日期"))
    accepted_on = models.DateField(_("受理日期"), null=True, blank=True)
    visited_on = models.DateField(_("入户日期"), null=True, blank=True)
    assessed_on = models.DateField(_("认定日期"), null=True, blank=True)
    filed_on = models.DateField(_("建档日期"), null=True, blank=True)
    reviewed_on = models.DateField(_("复核日期"), null=True, blank=True)
    left_on = models.DateField(_("脱困（注销）日期"), null=True, blank=True)
    relapsed = models.BooleanField(_("返困"), default=False)
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("计划项目"))
    state = models.CharField(_("状态"), max_length=12, choices=words.FileState)

    lifecycle = words.FILE
    scope = Scope(node=("node",), owner=("account",))
    slot_day = "applied_on"
    sealed_fields = ("name", "id_no", "phone", "salt", "says", "basis")

    class Meta:
        verbose_name = verbose_name_plural = _("困难职工档案")
        constraints = [
            models.CheckConstraint(condition=check_known(words.FILE), name="household_state_known"),
            models.CheckConstraint(condition=Q(size__gte=1, size__lte=30), name="household_size"),
            models.CheckConstraint(condition=Q(filed_on=None) | Q(filed_on__gte=F("applied_on")), name="household_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "state"], name="household_slot")]

    def __str__(self):
        return f"{self.number or self.pk} {self.name_masked}"

    @property
    def name_masked(self) -> str:
        return mask_name(self.name or "")


class HouseholdMember(Kept):
    """One person of a household. `live` while the file is open: nobody is in two files."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="members", verbose_name=_("困难职工档案"))
    relation = models.CharField(_("关系"), max_length=8, choices=words.Relation)
    name = SealedField(_("姓名"), default=b"")
    id_hash = DigestField(null=True, editable=False)
    live = models.BooleanField(_("有效"), default=True)

    scope = Scope(node=("household__node",), owner=("household__account",))
    sealed_fields = ("name", "id_hash")

    class Meta:
        verbose_name = verbose_name_plural = _("家庭成员")
        constraints = [models.UniqueConstraint(fields=["id_hash"], condition=Q(live=True), name="household_member_one_file")]

    def __str__(self):
        return f"{self.get_relation_display()}"

    @property
    def salt(self) -> bytes:
        """The seal of the file: who is erased there is erased here."""
        return self.household.salt


@reslotted
class FileSpell(Record):
    """A household in file from one day to another, both inside, and how it left."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="spells", verbose_name=_("困难职工档案"))
    category = models.CharField(_("困难类别"), max_length=10, choices=words.Category)
    since = models.DateField(_("建档日期"))
    until = models.DateField(_("脱困（注销）日期"), null=True, blank=True)
    left = models.CharField(_("去向"), max_length=8, choices=words.Left, blank=True)

    scope = Scope(node=("node",), owner=("household__account",))
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("在档记录")
        constraints = [
            models.UniqueConstraint(fields=["household"], condition=Q(until=None), name="file_spell_one_open"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="file_spell_days"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="file_spell_slot")]

    def __str__(self):
        return f"{self.household} {self.since}"


@reslotted
class Measure(Record):
    """One help granted to a household: what, for which year, how much, by which approval."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="measures", verbose_name=_("困难职工档案"))
    number = models.CharField(_("措施编号"), max_length=80, unique=True, null=True, blank=True)
    sort = models.CharField(_("帮扶方式"), max_length=10, choices=words.Sort)
    year = models.SmallIntegerField(_("年度"))
    amount = MoneyField(_("金额"), null=True, blank=True)
    approval = models.CharField(_("批准文号"), max_length=60)
    on = models.DateField(_("批准日期"))
    state = models.CharField(_("状态"), max_length=10, choices=words.MeasureState)

    lifecycle = words.MEASURE
    scope = Scope(node=("node",), owner=("household__account",))
    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("帮扶措施")
        constraints = [
            models.CheckConstraint(condition=check_known(words.MEASURE), name="measure_state_known"),
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gt=0), name="measure_amount"),
            models.UniqueConstraint(fields=["household", "sort", "year", "approval"], condition=~Q(state="cancelled"), name="measure_once"),
        ]

    def __str__(self):
        return f"{self.get_sort_display()} {self.number or self.pk}"
