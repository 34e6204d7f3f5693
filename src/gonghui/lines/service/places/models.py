"""Booking 场馆预约 and the hours it takes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.places.models import Place
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.scope import Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .words import BOOKING, BookingState, Purpose


@reslotted
class Booking(Record):
    """A room for some whole hours of a day, or a group's visit. heads: how many come, later how many came."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="bookings", verbose_name=_("场地"))
    account = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("预约人"))
    purpose = models.CharField(_("用途"), max_length=8, choices=Purpose)
    title = models.CharField(_("事由"), max_length=80)
    on = models.DateField(_("日期"))
    begins = models.SmallIntegerField(_("开始（时）"))
    ends = models.SmallIntegerField(_("结束（时）"))
    heads = models.IntegerField(_("人数"))
    checked_in_at = models.DateTimeField(_("签到时间"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=BookingState)

    lifecycle = BOOKING
    scope = Scope(node=("node",), owner=("account",))
    slot_day = "on"
    named_by = ("place",)

    class Meta:
        verbose_name = verbose_name_plural = _("场馆预约")
        constraints = [
            models.CheckConstraint(condition=check_known(BOOKING), name="booking_state_known"),
            models.CheckConstraint(condition=Q(begins__range=(0, 23), ends__range=(1, 24), ends__gt=F("begins")), name="booking_hours_in_order"),
            models.CheckConstraint(condition=Q(heads__gte=1), name="booking_heads"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="booking_slot"), models.Index(fields=["account", "on"], name="booking_account")]

    def __str__(self):
        return f"{self.place}·{self.on} {self.hours}"

    @property
    def hours(self) -> str:
        return f"{self.begins:02d}:00-{self.ends:02d}:00"


class BookedHour(models.Model):
    """One hour of a room on a day belongs to one booking; it goes when the booking gives it up."""

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="taken")
    place = models.ForeignKey(Place, models.CASCADE, related_name="+")
    on = models.DateField()
    hour = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "on", "hour"], name="booked_hour_once")]
