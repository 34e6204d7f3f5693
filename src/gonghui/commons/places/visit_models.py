"""OpeningException 开放安排 and Inspection 阵地检查."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .words import EXCEPTION, INSPECTION, ExceptionState, Inspected, InspectionState


@reslotted
class OpeningException(Record):
    """
    Days on which a place is open otherwise than in other weeks, or closed; published days hold instead of the week.

    opens, closes: minutes of the day, both empty when it is closed. duty: who is there. supplies: what is laid in for
    those who come. Handbook: exception proposed, published, duty confirmed.
    """

    place = models.ForeignKey("commons_places.Place", models.PROTECT, related_name="exceptions", verbose_name=_("阵地"))
    since = models.DateField(_("起"))
    until = models.DateField(_("止"))
    opens = models.SmallIntegerField(null=True, blank=True)
    closes = models.SmallIntegerField(null=True, blank=True)
    reason = models.CharField(_("事由"), max_length=100)
    duty = models.CharField(_("值守人员"), max_length=60, blank=True)
    supplies = models.CharField(_("备用物资"), max_length=200, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=ExceptionState)

    lifecycle = EXCEPTION
    scope = Scope(node=("node",), owner=("place__keeper",))
    slot_day = "since"
    named_by = ("place",)

    class Meta:
        verbose_name = verbose_name_plural = _("开放安排")
        constraints = [
            models.CheckConstraint(condition=check_known(EXCEPTION), name="exception_state_known"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="exception_days_in_order"),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(opens__range=(0, 1439), closes__range=(1, 1440)), name="exception_hours_of_a_day"
            ),
        ]
        indexes = [
            models.Index(fields=["place", "since", "until"], name="exception_days"),
            models.Index(fields=["slot", "since"], name="exception_slot"),
        ]

    def __str__(self):
        return f"{self.place}·{self.since}—{self.until}"

    @property
    def closed(self) -> bool:
        return self.opens is None


@reslotted
class Inspection(Record):
    """Somebody looks at a place: for acceptance, because it was drawn, on a visit, or its keeper themselves."""

    place = models.ForeignKey("commons_places.Place", models.PROTECT, related_name="inspections", verbose_name=_("阵地"))
    kind = models.CharField(_("方式"), max_length=12, choices=Inspected)
    on = models.DateField(_("日期"))
    inspector = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, verbose_name=_("检查人"), related_name="+")
    beside = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, verbose_name=_("另一检查人"), related_name="+")
    findings = models.CharField(_("发现的问题"), max_length=500, blank=True)
    ordered_on = models.DateField(_("要求整改日期"), null=True, blank=True)
    measures = models.CharField(_("整改情况"), max_length=500, blank=True)
    rectified_on = models.DateField(_("整改日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=InspectionState)

    lifecycle = INSPECTION
    scope = Scope(node=("node",), owner=("place__keeper",))
    slot_day = "on"
    named_by = ("place",)

    class Meta:
        verbose_name = verbose_name_plural = _("阵地检查")
        constraints = [
            models.CheckConstraint(condition=check_known(INSPECTION), name="inspection_state_known"),
            models.UniqueConstraint(fields=["place"], condition=Q(state="drawn"), name="inspection_drawn_once"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="inspection_slot"), models.Index(fields=["place", "on"], name="inspection_place")]

    def __str__(self):
        return f"{self.place}·{self.get_kind_display()}·{self.on}"
