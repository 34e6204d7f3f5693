"""Hazard 事故隐患."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.money.models import account_field
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Hazard(Record):
    """One danger at a workplace. finder: the worker who told it. A major one has two addressees, each with a receipt."""

    title = models.CharField(_("隐患"), max_length=100)
    at_place = models.CharField(_("部位（地点）"), max_length=100)
    employer = models.ForeignKey("commons_parties.Employer", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("用人单位"))
    says = models.CharField(_("情况"), max_length=500, blank=True)
    finder = account_field(_("发现人"))
    found_on = models.DateField(_("发现日期"))
    grade = models.CharField(_("级别"), max_length=8, choices=words.Grade, blank=True)
    due_on = models.DateField(_("整改期限"), null=True, blank=True)
    first_to = models.CharField(_("报告单位一"), max_length=60, blank=True)
    first_receipt = models.CharField(_("回执一"), max_length=60, blank=True)
    second_to = models.CharField(_("报告单位二"), max_length=60, blank=True)
    second_receipt = models.CharField(_("回执二"), max_length=60, blank=True)
    measures = models.CharField(_("整改情况"), max_length=500, blank=True)
    rectified_on = models.DateField(_("整改日期"), null=True, blank=True)
    checked_on = models.DateField(_("复查日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=16, choices=words.HazardState)

    lifecycle = words.HAZARD
    scope = Scope(node=("node",), owner=("finder",))
    slot_day = "found_on"

    class Meta:
        verbose_name = verbose_name_plural = _("事故隐患")
        constraints = [
            models.CheckConstraint(condition=check_known(words.HAZARD), name="hazard_state_known"),
            models.CheckConstraint(condition=Q(second_to="") | ~Q(second_to=F("first_to")), name="hazard_two_addressees"),
            models.CheckConstraint(condition=~Q(state__in=("rectified", "checked"), grade="major", second_to=""), name="hazard_major_reported"),
        ]
        indexes = [models.Index(fields=["slot", "found_on"], name="hazard_slot"), models.Index(fields=["state", "due_on"], name="hazard_due")]

    def __str__(self):
        return self.title
