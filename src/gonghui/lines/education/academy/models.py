"""Project 建设项目 with its Milestones 节点, and Booking 培训预订."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.money.models import Receipt
from gonghui.commons.places.models import Place
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words
from .house_models import BedNight, Guest  # noqa: F401
from .lesson_models import Lesson  # noqa: F401


@reslotted
class Project(Record):
    """
    Something built. land in mu with two places, investment in yuan, brand_years: what is hoped for, both as planned.

    build_years: whole years from start to opening, a month more or less rounded; reached: what became of the target.
    """

    name = models.CharField(_("项目名称"), max_length=100)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("建成的阵地"))
    land = MoneyField(_("规划占地（亩）"))
    investment = MoneyField(_("计划投资（元）"))
    brand_years = models.SmallIntegerField(_("形成品牌的目标年限"), null=True, blank=True)
    planned_on = models.DateField(_("立项日期"))
    started_on = models.DateField(_("开工日期"), null=True, blank=True)
    accepted_on = models.DateField(_("验收日期"), null=True, blank=True)
    opened_on = models.DateField(_("启用日期"), null=True, blank=True)
    build_years = models.SmallIntegerField(_("建设年限"), null=True, blank=True)
    reached = models.CharField(_("目标评估"), max_length=300, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.ProjectState)

    lifecycle, slot_day = words.PROJECT, "planned_on"

    class Meta:
        verbose_name = verbose_name_plural = _("建设项目")
        constraints = [
            models.CheckConstraint(condition=check_known(words.PROJECT), name="academy_project_state_known"),
            models.CheckConstraint(condition=Q(opened_on=None) | Q(opened_on__gte=F("started_on")), name="academy_project_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "planned_on"], name="academy_project_slot")]

    def __str__(self):
        return self.name


@reslotted
class Milestone(Record):
    """A step of a project with its day; a payment names the milestone it is for."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="milestones", verbose_name=_("建设项目"))
    title = models.CharField(_("节点"), max_length=100)
    due_on = models.DateField(_("计划日期"))
    reached_on = models.DateField(_("完成日期"), null=True, blank=True)

    slot_day, named_by = "due_on", ("project",)

    class Meta:
        verbose_name = verbose_name_plural = _("建设节点")
        constraints = [models.UniqueConstraint(fields=["project", "title"], name="academy_milestone_once")]
        indexes = [models.Index(fields=["slot", "due_on"], name="academy_milestone_slot")]

    def __str__(self):
        return f"{self.project}·{self.title}"


@reslotted
class Booking(Record):
    """Somebody wants a class for so many people from one day to another. client: a name, for guests stand in no tree. held: the class it became. quoted: yuan."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("学院"))
    client = models.CharField(_("委托单位"), max_length=100)
    theme = models.CharField(_("培训主题"), max_length=100)
    people = models.IntegerField(_("人数"))
    since = models.DateField(_("报到日期"))
    until = models.DateField(_("离院日期"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("申请账号"))
    arrived = models.IntegerField(_("实到人数"), null=True, blank=True)
    stars = models.SmallIntegerField(_("评价（1—5）"), null=True, blank=True)
    held = models.OneToOneField(Activity, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("培训班"))
    quoted = MoneyField(_("报价（元）"), null=True, blank=True)
    receipt = models.OneToOneField(Receipt, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("结算收入"))
    state = models.CharField(_("状态"), max_length=12, choices=words.BookingState)

    lifecycle, slot_day = words.BOOKING, "since"
    scope = Scope(node=("node",), owner=("account",))

    class Meta:
        verbose_name = verbose_name_plural = _("学院培训预订")
        constraints = [
            models.CheckConstraint(condition=check_known(words.BOOKING), name="academy_booking_state_known"),
            models.CheckConstraint(condition=Q(until__gte=F("since"), people__gte=1), name="academy_booking_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="academy_booking_slot"), models.Index(fields=["place", "since"], name="booking_place")]

    def __str__(self):
        return f"{self.client}·{self.theme}"
