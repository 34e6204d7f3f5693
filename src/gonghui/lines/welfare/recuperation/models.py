"""Trip 疗休养批次."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.fields import MoneyField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import words


@reslotted
class Trip(Record):
    """One group that travels together; its roster is the enrolments of its offer. far: to another province. cost: all of it; own: what the persons bear."""

    title = models.CharField(_("名称"), max_length=100)
    site = models.CharField(_("疗休养地"), max_length=60)
    far = models.BooleanField(_("省外"), default=False)
    since = models.DateField(_("出发日期"))
    until = models.DateField(_("返回日期"))
    route = models.CharField(_("交通与行程"), max_length=200, blank=True)
    offer = models.OneToOneField("commons_enrolment.Offer", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("报名项"))
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("年度名额"))
    went = models.IntegerField(_("成行人数"), null=True, blank=True)
    cost = MoneyField(_("总费用"), null=True, blank=True)
    own = MoneyField(_("个人承担"), default=0)
    state = models.CharField(_("状态"), max_length=12, choices=words.TripState)

    lifecycle = words.TRIP
    slot_day = "since"

    class Meta:
        verbose_name = verbose_name_plural = _("疗休养批次")
        constraints = [
            models.CheckConstraint(condition=check_known(words.TRIP), name="recuperation_state_known"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="recuperation_days_in_order"),
            models.CheckConstraint(condition=Q(cost=None) | Q(cost__gt=0, own__gte=0, own__lte=F("cost")), name="recuperation_cost"),
        ]
        indexes = [models.Index(fields=["slot", "since"], name="recuperation_slot")]

    def __str__(self):
        return self.title

    @property
    def days(self) -> int:
        """From the day of departure to the day of return, both inside."""
        return (self.until - self.since).days + 1
