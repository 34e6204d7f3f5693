"""CheckIn 阅读打卡 and DayCount 展览日客流: what goes on day by day inside one activity."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Kept, Scope

from .words import Counted

WHERE = Scope(node=("activity__node", "activity__host"))


class CheckIn(Kept):
    """One person who read on one day of a reading programme; once a day, by constraint."""

    activity = models.ForeignKey("commons_activities.Activity", models.PROTECT, related_name="+", verbose_name=_("阅读活动"), db_index=False)
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, related_name="+", verbose_name=_("姓名"))
    on = models.DateField(_("日期"))
    says = models.CharField(_("心得"), max_length=200, blank=True)

    scope = Scope(node=WHERE.node, owner=("person__account",))
    named_by = ("person", "activity")

    class Meta:
        verbose_name = verbose_name_plural = _("阅读打卡")
        constraints = [models.UniqueConstraint(fields=["activity", "person", "on"], name="check_in_once_a_day")]

    def __str__(self):
        return f"{self.person} {self.on}"


class DayCount(Kept):
    """How many came to an exhibition on one day, and how they were counted; one number a day."""

    activity = models.ForeignKey("commons_activities.Activity", models.PROTECT, related_name="+", verbose_name=_("展览"), db_index=False)
    on = models.DateField(_("日期"))
    number = models.IntegerField(_("参观人次"))
    counted = models.CharField(_("计数方式"), max_length=8, choices=Counted)
    why = models.CharField(_("更正原因"), max_length=200, blank=True)

    scope = WHERE
    named_by = ("activity",)

    class Meta:
        verbose_name = verbose_name_plural = _("展览日客流")
        constraints = [
            models.UniqueConstraint(fields=["activity", "on"], name="day_count_once"),
            models.CheckConstraint(condition=Q(number__gte=0), name="day_count_number"),
        ]

    def __str__(self):
        return f"{self.activity} {self.on}"
