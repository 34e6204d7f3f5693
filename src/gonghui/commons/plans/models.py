"""PlanItem 计划项目."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record

from .words import PLAN, PlanState


class PlanItem(Record):
    """
    One thing planned at a node, from one day to another, with a target where it has a number.

    kind: what sort of thing, in the words of the line (`drive`, `drive.segment`, `lecture`).
    part_of: the item it belongs to (a segment to its drive).
    """

    kind = models.CharField(_("类别"), max_length=40)
    title = models.CharField(_("名称"), max_length=100)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("所属计划"))
    since = models.DateField(_("开始日期"))
    until = models.DateField(_("结束日期"))
    years = models.SmallIntegerField(_("年限"), editable=False)
    target = models.BigIntegerField(_("目标数"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=PlanState)

    lifecycle = PLAN
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("计划项目")
        constraints = [
            models.CheckConstraint(condition=check_known(PLAN), name="plan_state_known"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="plan_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "kind", "since"], name="plan_slot")]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.years = years_of(self.since, self.until)
        super().save(*args, **kwargs)


def years_of(since, until) -> int:
    """Calendar years touched: a three-year drive from 2021-03 to 2023-12 lasts three."""
    return until.year - since.year + 1
