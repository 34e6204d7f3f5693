"""PlanItem 计划项目 and PlanReport 进展."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Scope
from gonghui.kernel.indicators.declare import UNITS
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .words import CATEGORIES, KINDS, PLAN, PlanState


def unit_choices() -> list[tuple]:
    """Units a target may be told in: those of indicators."""
    return list(UNITS.items())


@reslotted
class PlanItem(Record):
    """
    One thing planned at a node, from one day to another, with a target where it has a number.

    kind: what sort of thing, in the words of the line (`drive`, `drive.segment`, `lecture`). category: its class on a
    published list. part_of: the item it belongs to (a segment to its drive); a share is the part of the target that one
    node answers for. unit: what the target counts. measure: the indicator that tells what is done, where no record
    points here. budget in fen. lead: who is responsible, as printed.
    """

    kind = models.CharField(_("类别"), max_length=40)
    category = models.CharField(_("分类"), max_length=24, blank=True, default="", db_default="")
    title = models.CharField(_("名称"), max_length=100)
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("所属计划"))
    shared = models.BooleanField(_("下达的指标"), default=False, db_default=False, editable=False)
    since = models.DateField(_("开始日期"))
    until = models.DateField(_("结束日期"))
    years = models.SmallIntegerField(_("年限"), editable=False)
    target = models.BigIntegerField(_("目标数"), null=True, blank=True)
    unit = models.CharField(_("目标单位"), max_length=12, choices=unit_choices, blank=True, default="", db_default="")
    measure = models.CharField(_("完成数取自指标"), max_length=80, blank=True, default="", db_default="")
    budget = models.BigIntegerField(_("预算（分）"), null=True, blank=True)
    lead = models.CharField(_("责任部门"), max_length=60, blank=True, default="", db_default="")
    state = models.CharField(_("状态"), max_length=12, choices=PlanState)

    lifecycle = PLAN
    scope = Scope(node=("node",), named=True)
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("计划项目")
        constraints = [
            models.CheckConstraint(condition=check_known(PLAN), name="plan_state_known"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="plan_days_in_order"),
            models.CheckConstraint(condition=Q(target=None) | Q(target__gte=0), name="plan_target"),
            models.CheckConstraint(condition=Q(budget=None) | Q(budget__gte=0), name="plan_budget"),
            models.UniqueConstraint(fields=["part_of", "node"], condition=Q(shared=True) & ~Q(state="dropped"), name="plan_share_once"),
        ]
        indexes = [models.Index(fields=["slot", "kind", "since"], name="plan_slot")]

    def __str__(self):
        return self.title

    @property
    def kind_label(self) -> str:
        return KINDS.label(self.kind)

    @property
    def category_label(self) -> str:
        return CATEGORIES.label(self.category)

    def save(self, *args, **kwargs):
        self.years = years_of(self.since, self.until)
        super().save(*args, **kwargs)


def years_of(since, until) -> int:
    """Calendar years touched: a three-year drive from 2021-03 to 2023-12 lasts three."""
    return until.year - since.year + 1


@reslotted
class PlanReport(Record):
    """How far a plan item has come on a day, told by whoever carries it out; `done` is their number, never added to what is counted."""

    item = models.ForeignKey(PlanItem, models.PROTECT, related_name="reports", verbose_name=_("计划项目"))
    on = models.DateField(_("日期"))
    says = models.CharField(_("进展"), max_length=500)
    done = models.BigIntegerField(_("自报完成数"), null=True, blank=True)

    slot_day = "on"
    named_by = ("item",)

    class Meta:
        verbose_name = verbose_name_plural = _("计划进展")
        constraints = [models.CheckConstraint(condition=Q(done=None) | Q(done__gte=0), name="plan_report_done")]
        indexes = [models.Index(fields=["slot", "on"], name="plan_report_slot")]

    def __str__(self):
        return f"{self.item}·{self.on}"
