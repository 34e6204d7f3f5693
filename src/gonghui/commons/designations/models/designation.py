"""Designation 称号."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.slots import reslotted

from .. import words
from .schemes import OURS, Held, Round, Scheme


@reslotted
class Designation(Held):
    """
    A title somebody or something holds.

    node: the organisation the holder belongs to. outer: given by somebody else than the federation. number, token: what is
    printed on the certificate and what its QR leads to. raises: the lower title it follows. until: the last day it stands
    where it is given for a time; ended_on: the day from which it no longer does.
    """

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="designations", verbose_name=_("称号"))
    round = models.ForeignKey(Round, models.PROTECT, null=True, blank=True, related_name="designations", verbose_name=_("评选批次"))
    kind = models.CharField(_("类别"), max_length=24)
    tier = models.CharField(_("级别"), max_length=10, choices=words.Tier)
    outer = models.BooleanField(_("由外单位授予"), default=False)
    batch = models.CharField(_("批次"), max_length=40, blank=True)
    awarded_on = models.DateField(_("授予日期"))
    issuer = models.CharField(_("授予单位"), max_length=100)
    document = models.CharField(_("文号"), max_length=60, blank=True)
    number = models.CharField(_("证书编号"), max_length=40, blank=True)
    token = models.CharField(max_length=24, unique=True, editable=False)
    raises = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="raised_by", verbose_name=_("由何称号晋级"))
    until = models.DateField(_("有效期至"), null=True, blank=True)
    recheck_due = models.DateField(_("下次复核"), null=True, blank=True)
    ended_on = models.DateField(_("撤销（终止）日期"), null=True, blank=True)
    ended_by = models.CharField(_("撤销（终止）文号"), max_length=60, blank=True)
    doubtful = models.CharField(_("存疑说明"), max_length=200, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=words.DesignationState)

    lifecycle = words.DESIGNATION
    scope = Scope(node=("node",), owner=("person__account",))
    slot_day = "awarded_on"
    named_by = ("person", "team", "unit", "employer", "scheme")
    sealed_fields = ("name", "token")

    class Meta:
        verbose_name = verbose_name_plural = _("称号")
        constraints = [
            models.CheckConstraint(condition=check_known(words.DESIGNATION), name="designation_state_known"),
            models.CheckConstraint(condition=Q(ended_on=None) | Q(ended_on__gte=F("awarded_on")), name="designation_days_in_order"),
            models.UniqueConstraint(fields=["scheme", "batch", "holder_key"], condition=OURS & ~Q(state="mistaken"), name="designation_once"),
            models.UniqueConstraint(fields=["scheme", "number"], condition=~Q(number=""), name="designation_number_once"),
        ]
        indexes = [
            models.Index(fields=["slot", "kind", "awarded_on"], name="designation_slot"),
            models.Index(fields=["holder_key"], name="designation_holder"),
        ]

    def __str__(self):
        return f"{self.scheme}·{self.whom}"
