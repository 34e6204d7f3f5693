"""Bulletin 综述 and Snapshot 定格数."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.indicators.declare import UNITS
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words
from .survey.models import ReturnCell, SurveyForm, YearReturn

__all__ = ["Bulletin", "ReturnCell", "SealedRows", "Snapshot", "SurveyForm", "YearReturn"]


@reslotted
class Bulletin(Record):
    """
    What is told of a period at a node. text: its words, with figures as references; more: keys wanted besides the main ones.

    special: a review of those alone; of these there may be several.
    """

    title = models.CharField(_("标题"), max_length=120)
    period = models.CharField(_("期间"), max_length=40)
    ends_on = models.DateField(_("期末"))
    more = models.CharField(_("另加指标"), max_length=2000, blank=True)
    special = models.BooleanField(_("专题"), default=False)
    text = models.TextField(_("文字"), max_length=8000, blank=True)
    frozen_on = models.DateField(_("定格日期"), null=True, blank=True)
    published_on = models.DateField(_("发布日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.ReviewState)

    lifecycle, slot_day = words.REVIEW, "ends_on"

    class Meta:
        verbose_name = verbose_name_plural = _("工作综述")
        constraints = [
            models.CheckConstraint(condition=check_known(words.REVIEW), name="bulletin_state_known"),
            models.UniqueConstraint(fields=["node", "period"], condition=Q(special=False), name="bulletin_once"),
        ]
        indexes = [models.Index(fields=["slot", "ends_on"], name="bulletin_slot")]

    def __str__(self):
        return self.title


@reslotted
class Snapshot(Record):
    """
    One figure of a review as it was on the day: indicator with the version of its definition, value, missing where none.

    replaces: the snapshot an erratum puts right; both stay.
    """

    review = models.ForeignKey(Bulletin, models.PROTECT, related_name="snapshots", verbose_name=_("综述"))
    key = models.CharField(_("指标编码"), max_length=80)
    line = models.CharField(_("条线"), max_length=24)
    version = models.SmallIntegerField(_("口径版本"))
    value = models.DecimalField(_("数"), max_digits=20, decimal_places=2, null=True, blank=True)
    on = models.DateField(_("期末"))
    computed_at = models.DateTimeField(_("计算时间"))
    checked_on = models.DateField(_("核对日期"), null=True, blank=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("更正自"))
    why = models.CharField(_("更正理由"), max_length=500, blank=True)
    standing = models.BooleanField(_("现行"), default=True)

    slot_day, named_by = "on", ("review",)

    class Meta:
        verbose_name = verbose_name_plural = _("定格数")
        constraints = [models.UniqueConstraint(fields=["review", "key"], condition=Q(standing=True), name="snapshot_once")]
        indexes = [models.Index(fields=["slot", "on"], name="snapshot_slot")]

    def __str__(self):
        return str(INDICATORS[self.key].label) if self.key in INDICATORS else self.key

    @property
    def percent(self) -> bool:
        """Whether it is a rate."""
        return self.key in INDICATORS and INDICATORS[self.key].unit == "percent"

    @property
    def said(self) -> str:
        """The value with its unit, as people read it."""
        unit = UNITS[INDICATORS[self.key].unit] if self.key in INDICATORS else ""
        return "—" if self.value is None else f"{self.value.normalize():,f}{unit}"


@reslotted
class SealedRows(Record):
    """The rows behind a snapshot as they were counted: number of each and what it added, by part, as Parquet. They are what a later count is held against."""

    snapshot = models.OneToOneField(Snapshot, models.CASCADE, related_name="sealed", verbose_name=_("定格数"))
    on = models.DateField(_("期末"))
    count = models.BigIntegerField(_("行数"))
    rows = models.BinaryField(_("行"))

    slot_day, named_by, unlogged_fields = "on", ("snapshot",), ("slot", "rows")

    class Meta:
        verbose_name = verbose_name_plural = _("定格数的行")

    def __str__(self):
        return str(self.snapshot)
