"""SurveyForm 调查表, YearReturn 报表, ReturnCell 单元格."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Scope
from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class SurveyForm(Record):
    """A form of the yearly statistics as it was issued for a period: its cells with their rules do not change after."""

    title = models.CharField(_("表名"), max_length=120)
    who = models.CharField(_("填报单位"), max_length=8, choices=words.Who)
    period = models.CharField(_("期间"), max_length=40)
    ends_on = models.DateField(_("期末"))
    due_on = models.DateField(_("报送截止"))
    items = models.JSONField(_("指标项"))
    state = models.CharField(_("状态"), max_length=8, choices=words.FormState)

    scope = Scope(node=("node",), named=True)  # its name stands on the returns of all below
    lifecycle, slot_day = words.FORM, "ends_on"

    class Meta:
        verbose_name = verbose_name_plural = _("调查表")
        constraints = [
            models.CheckConstraint(condition=check_known(words.FORM), name="survey_form_state_known"),
            models.UniqueConstraint(fields=["node", "who", "period"], name="survey_form_once"),
        ]

    def __str__(self):
        return self.title


@reslotted
class YearReturn(Record):
    """
    What one unit says on a form; summed: what an area says, made from the returns below.

    seal: SM3 of its cells as the head signed them. It lies in the tree as its unit stood on the last day of the period.
    """

    form = models.ForeignKey(SurveyForm, models.PROTECT, related_name="returns", verbose_name=_("调查表"))
    on = models.DateField(_("期末"))
    summed = models.BooleanField(_("汇总表"), default=False)
    below = models.IntegerField(_("汇总下级表数"), null=True, blank=True)
    late = models.BooleanField(_("逾期报送"), default=False)
    sent_on = models.DateField(_("报送日期"), null=True, blank=True)
    signed_on = models.DateField(_("签章日期"), null=True, blank=True)
    seal = models.CharField(_("签章摘要"), max_length=64, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.ReturnState)

    lifecycle, slot_day, named_by = words.RETURN, "on", ("form", "node")

    class Meta:
        verbose_name = verbose_name_plural = _("统计报表")
        constraints = [
            models.CheckConstraint(condition=check_known(words.RETURN), name="year_return_state_known"),
            models.UniqueConstraint(fields=["form", "node", "summed"], name="year_return_once"),
            models.CheckConstraint(condition=Q(summed=True) | Q(signed_on=None), name="year_return_signed_is_summed"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="year_return_slot")]

    def __str__(self):
        return f"{self.form}·{self.node}{_('（汇总）') if self.summed else ''}"


@reslotted
class ReturnCell(Record):
    """
    One number of a return. prefilled: what the records said when it was opened or summed; value: what is reported, nothing where it is missing.

    why: what explains it; remark: what the level above says is wrong with it. An erratum is a cell of its own beside the one it `replaces`.
    """

    filed = models.ForeignKey(YearReturn, models.PROTECT, related_name="cells", verbose_name=_("报表"))
    on = models.DateField(_("期末"))
    code = models.CharField(_("代码"), max_length=8)
    prefilled = MoneyField(_("系统取数"), null=True, blank=True)
    value = MoneyField(_("填报数"), null=True, blank=True)
    why = models.CharField(_("说明"), max_length=200, blank=True)
    remark = models.CharField(_("退回意见"), max_length=200, blank=True)
    standing = models.BooleanField(_("现行"), default=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("更正自"))

    slot_day, named_by = "on", ("filed__form", "filed__node")

    class Meta:
        verbose_name = verbose_name_plural = _("报表单元格")
        constraints = [models.UniqueConstraint(fields=["filed", "code"], condition=Q(standing=True), name="return_cell_once")]
        indexes = [models.Index(fields=["slot", "on"], name="return_cell_slot")]

    def __str__(self):
        return f"{self.filed}·{self.code}"
