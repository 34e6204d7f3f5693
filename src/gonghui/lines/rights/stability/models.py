"""Watch 政治安全事项."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Watch(Record):
    """
    One risk, or one round of screening or analysis of a period, in numbers. What it says and what was done are sealed.

    unit: who answers for it; covered: people screened or asked; risks: how many risks came out of it.
    """

    sort = models.CharField(_("类别"), max_length=10, choices=words.Sort)
    title = models.CharField(_("名称"), max_length=100)
    source = models.CharField(_("来源"), max_length=10, choices=words.Source)
    period = models.CharField(_("期间"), max_length=24, blank=True)
    says = SealedField(_("情况"), default=b"")
    done = SealedField(_("处置情况"), default=b"")
    salt = models.BinaryField(max_length=16, default=b"", editable=False)
    level = models.CharField(_("等级"), max_length=8, choices=words.Level, blank=True)
    unit = models.ForeignKey(Node, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任单位"))
    covered = models.IntegerField(_("覆盖人数"), null=True, blank=True)
    risks = models.IntegerField(_("发现风险数"), null=True, blank=True)
    set_on = models.DateField(_("日期"))
    due_on = models.DateField(_("期限"), null=True, blank=True)
    closed_on = models.DateField(_("销号日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.WatchState)

    lifecycle = words.WATCH
    slot_day = "set_on"
    sealed_fields = ("says", "done", "salt", "title")

    class Meta:
        verbose_name = verbose_name_plural = _("政治安全事项")
        constraints = [models.CheckConstraint(condition=check_known(words.WATCH), name="watch_state_known")]
        indexes = [models.Index(fields=["slot", "sort", "set_on"], name="watch_slot")]

    def __str__(self):
        return self.title
