"""Guest 学员 of a booking, and the nights each sleeps in a bed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.places.models import Place
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .house_words import Sex


@reslotted
class Guest(Record):
    """Somebody who comes with a booking, by name alone: guests stand in no register. room, bed: where they sleep, empty until beds are given out."""

    booking = models.ForeignKey("education_academy.Booking", models.PROTECT, related_name="guests", verbose_name=_("培训预订"))
    name = models.CharField(_("姓名"), max_length=50)
    sex = models.CharField(_("性别"), max_length=1, choices=Sex)
    room = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("宿舍房间"))
    bed = models.SmallIntegerField(_("床位"), null=True, blank=True)
    since = models.DateField(_("报到日期"))

    slot_day, named_by = "since", ("booking",)

    class Meta:
        verbose_name = verbose_name_plural = _("学院学员")
        indexes = [
            models.Index(fields=["slot", "since"], name="academy_guest_slot"),
            models.Index(fields=["booking", "sex"], name="academy_guest_booking"),
        ]

    def __str__(self):
        return self.name


@reslotted
class BedNight(Record):
    """One bed taken for one night, by whom: the index lets nobody else into it."""

    guest = models.ForeignKey(Guest, models.PROTECT, related_name="nights", verbose_name=_("学员"))
    room = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("宿舍房间"))
    bed = models.SmallIntegerField(_("床位"))
    night = models.DateField(_("日期"))

    slot_day, named_by = "night", ("guest",)

    class Meta:
        verbose_name = verbose_name_plural = _("学院床位安排")
        constraints = [
            models.UniqueConstraint(fields=["room", "bed", "night"], name="academy_bed_once_a_night"),
            models.UniqueConstraint(fields=["guest", "night"], name="academy_guest_one_bed"),
        ]
        indexes = [models.Index(fields=["slot", "night"], name="academy_night_slot")]

    def __str__(self):
        return f"{self.room}·{self.bed}·{self.night}"
