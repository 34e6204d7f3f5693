"""Appointment 任职, Month 补助月份, Secondment 驻点 and Diary 驻点日志."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Appointment(Record):
    """A person in a post of a union, with the letter of consent of the union above. plan: the quota a hired one is hired under; until: the contract's last day, or the last in post."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("姓名"))
    post = models.CharField(_("职务（岗位）"), max_length=60)
    sort = models.CharField(_("任职方式"), max_length=8, choices=words.Sort)
    plan = models.ForeignKey(PlanItem, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("名额"))
    proposed_on = models.DateField(_("提名日期"))
    consent = models.CharField(_("上级工会复函文号"), max_length=60, blank=True)
    since = models.DateField(_("任职日期"), null=True, blank=True)
    until = models.DateField(_("离任（合同到期）日期"), null=True, blank=True)
    grade = models.CharField(_("最近考核"), max_length=10, choices=words.Grade, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.AppointmentState)

    lifecycle, slot_day, named_by = words.APPOINTMENT, "proposed_on", ("person",)
    scope = Scope(node=("node",), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("干部任职")
        constraints = [
            models.CheckConstraint(condition=check_known(words.APPOINTMENT), name="appointment_state_known"),
            models.CheckConstraint(condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="appointment_days_in_order"),
            models.UniqueConstraint(
                fields=["node", "person", "post"], condition=Q(state__in=("proposed", "consented", "in_post")), name="appointment_once"
            ),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="appointment_slot")]

    def __str__(self):
        return f"{self.person}·{self.post}"


@reslotted
class Month(Record):
    """A month a hired worker was in post, for which a subsidy is paid once."""

    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="months", verbose_name=_("任职"))
    month = models.DateField(_("月份（首日）"))

    slot_day, named_by = "month", ("appointment",)

    class Meta:
        verbose_name = verbose_name_plural = _("补助月份")
        constraints = [models.UniqueConstraint(fields=["appointment", "month"], name="hired_month_once")]
        indexes = [models.Index(fields=["slot", "month"], name="hired_month_slot")]

    def __str__(self):
        return f"{self.appointment}·{self.month:%Y-%m}"


@reslotted
class Secondment(Record):
    """A cadre sent from a node to a unit, village or workshop for a time; both see it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("干部"))
    to = models.ForeignKey(Node, models.PROTECT, related_name="+", verbose_name=_("驻点单位"))
    purpose = models.CharField(_("任务"), max_length=100)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"))
    grade = models.CharField(_("考核"), max_length=10, choices=words.Grade, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.SecondmentState)

    lifecycle, slot_day, named_by = words.SECONDMENT, "since", ("person", "to")
    scope = Scope(node=("node", "to"), owner=("person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("干部驻点")
        constraints = [
            models.CheckConstraint(condition=check_known(words.SECONDMENT), name="secondment_state_known"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="secondment_days_in_order"),
            models.UniqueConstraint(fields=["person"], condition=Q(state__in=("selected", "posted")), name="secondment_one_at_a_time"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="secondment_slot")]

    def __str__(self):
        return f"{self.person}·{self.to}"


@reslotted
class Diary(Record):
    """What a cadre who was sent wrote down on a day."""

    secondment = models.ForeignKey(Secondment, models.PROTECT, related_name="diary", verbose_name=_("驻点"))
    on = models.DateField(_("日期"))
    says = models.CharField(_("日志"), max_length=1000)

    slot_day, named_by = "on", ("secondment",)
    scope = Scope(node=("node", "secondment__to"), owner=("secondment__person__account",))

    class Meta:
        verbose_name = verbose_name_plural = _("驻点日志")
        indexes = [models.Index(fields=["slot", "on"], name="diary_slot")]

    def __str__(self):
        return f"{self.secondment}·{self.on}"
