"""Lesson 课程: one class in one seminar room for half a day; all of a booking are its timetable 课程表."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.places.models import Place
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from . import lesson_words as words

BOOKED = ~Q(state=words.L.FREED)


@reslotted
class Lesson(Record):
    """Half a day of a booking in a room, for so many of its people; title and teacher may be named later. Room and teacher are in one place at a time."""

    booking = models.ForeignKey("education_academy.Booking", models.PROTECT, related_name="lessons", verbose_name=_("培训预订"))
    room = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("教室"))
    on = models.DateField(_("日期"))
    half = models.CharField(_("时段"), max_length=2, choices=words.Half)
    people = models.IntegerField(_("人数"))
    title = models.CharField(_("课程"), max_length=100, blank=True)
    teacher = models.ForeignKey(RegisterEntry, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("教师"))
    state = models.CharField(_("状态"), max_length=12, choices=words.LessonState)

    lifecycle, slot_day, named_by = words.LESSON, "on", ("room",)

    class Meta:
        verbose_name = verbose_name_plural = _("学院课程表")
        constraints = [
            models.CheckConstraint(condition=check_known(words.LESSON), name="academy_lesson_state_known"),
            models.CheckConstraint(condition=Q(people__gte=1, half__in=words.Half.values), name="academy_lesson_half"),
            models.UniqueConstraint(fields=["room", "on", "half"], condition=BOOKED, name="academy_room_once"),
            models.UniqueConstraint(fields=["teacher", "on", "half"], condition=BOOKED & Q(teacher__isnull=False), name="academy_teacher_once"),
        ]
        indexes = [
            models.Index(fields=["slot", "on"], name="academy_lesson_slot"),
            models.Index(fields=["booking", "on"], name="academy_lesson_booking"),
        ]

    def __str__(self):
        return f"{self.room}·{self.on}·{self.get_half_display()}"
