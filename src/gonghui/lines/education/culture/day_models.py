"""VisitorDay 展览日客流 and ReadingDay 阅读打卡: what is counted day by day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.scope import Scope
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted


class HeadSource(models.TextChoices):
    """How a day's visitors were counted."""

    COUNTER = "counter", _("客流计数器")
    TICKETS = "tickets", _("票务或预约")
    BY_HAND = "by_hand", _("人工清点")


@reslotted
class VisitorDay(Record):
    """The visitors of an exhibition on one day, one number a day; their sum is the heads of the exhibition. `node` holds it."""

    activity = models.ForeignKey("commons_activities.Activity", models.PROTECT, related_name="visitor_days", verbose_name=_("展览"))
    on = models.DateField(_("日期"))
    heads = models.IntegerField(_("参观人次"))
    source = models.CharField(_("来源"), max_length=8, choices=HeadSource)

    scope = Scope(node=("node", "activity__host"))
    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("展览日客流")
        constraints = [
            models.UniqueConstraint(fields=["activity", "on"], name="visitor_day_once"),
            models.CheckConstraint(condition=Q(heads__gte=0), name="visitor_day_heads"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="visitor_day_slot")]

    def __str__(self):
        return f"{self.activity}·{self.on}"


@reslotted
class ReadingDay(Record):
    """One person has read on one day of a reading programme, once; `node` holds it. pages: how many, where they say so."""

    activity = models.ForeignKey("commons_activities.Activity", models.PROTECT, related_name="reading_days", verbose_name=_("阅读活动"))
    person = models.ForeignKey("commons_parties.Person", models.PROTECT, related_name="+", verbose_name=_("姓名"))
    on = models.DateField(_("打卡日期"))
    pages = models.SmallIntegerField(_("阅读页数"), null=True, blank=True)

    scope = Scope(node=("node", "activity__host"), owner=("person__account",))
    slot_day = "on"
    named_by = ("person", "activity")

    class Meta:
        verbose_name = verbose_name_plural = _("阅读打卡")
        constraints = [
            models.UniqueConstraint(fields=["activity", "person", "on"], name="reading_day_once"),
            models.CheckConstraint(condition=Q(pages=None) | Q(pages__gte=1), name="reading_day_pages"),
        ]
        indexes = [
            models.Index(fields=["slot", "on"], name="reading_day_slot"),
            models.Index(fields=["person", "activity", "on"], name="reading_day_person"),
        ]

    def __str__(self):
        return f"{self.person}·{self.activity}·{self.on}"
