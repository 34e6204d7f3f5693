"""Reading 外部数: one number somebody else measured."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .words import KINDS, MOST, READING, ReadingState, kinds


@reslotted
class Reading(Record):
    """
    `source` says that `about` stood at `number` on `measured_on`; a counter over a span is dated by its last day.

    Of one source and day one reading is accepted; a corrected one supersedes it. `number` has up to two decimals, in
    the unit of its kind. brought_by: whoever entered it; another accepts it.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=kinds)
    about = models.CharField(_("对象"), max_length=100)
    number = models.DecimalField(_("数"), max_digits=16, decimal_places=2)
    source = models.CharField(_("来源"), max_length=100)
    measured_on = models.DateField(_("数据截止日期"))
    address = models.URLField(_("网址"), max_length=300, blank=True)
    note = models.CharField(_("口径说明"), max_length=200, blank=True)
    received_on = models.DateField(_("收到日期"))
    brought_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("登记人"))
    state = models.CharField(_("状态"), max_length=12, choices=ReadingState)

    lifecycle = READING
    slot_day = "measured_on"
    named_by = ("node",)

    class Meta:
        verbose_name = verbose_name_plural = _("外部数")
        constraints = [
            models.UniqueConstraint(fields=["node", "kind", "about", "source", "measured_on"], condition=Q(state="accepted"), name="reading_one_accepted"),
            models.CheckConstraint(condition=check_known(READING), name="reading_state_known"),
            models.CheckConstraint(condition=Q(number__gte=0) & Q(number__lte=MOST), name="reading_number"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["node", "kind", "measured_on"], name="reading_latest"),
            models.Index(fields=["slot", "measured_on"], name="reading_slot"),
        ]

    def __str__(self):
        return f"{KINDS.label(self.kind)}·{self.about}·{self.measured_on}"
