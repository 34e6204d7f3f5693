"""Seminar rooms, halves of a day, states of a lesson, and how a timetable says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.places.words import KINDS as PLACES
from gonghui.kernel.lifecycle import Lifecycle, States, Step

from .words import _no

ROOM = PLACES.declare("academy_room", _("学院教室"))


class Half(models.TextChoices):
    """A slot of a room: half a day."""

    MORNING = "am", _("上午")
    AFTERNOON = "pm", _("下午")


class LessonState(States):
    BOOKED = "booked", _("已安排")
    FREED = "freed", _("已退")


L = LessonState
LESSON = Lifecycle(LessonState, Step((), "academy.book_room", L.BOOKED), Step((L.BOOKED,), "academy.free_room", L.FREED))

OUTSIDE = _no("outside", _("预订的日期是 {since} 至 {until}。"), _("请选择其间的日期。"), "on")
OTHER_HOUSE = _no("other_house", _("“{room}”不在“{place}”内。"), _("请选择该学院的教室。"), "room")
SMALL = _no("small", _("“{room}”可容纳 {seats} 人，放不下 {people} 人。"), _("请换教室，或分班填写人数。"), "room")
ROOM_TAKEN = _no("room_taken", _("“{room}”在该时段已安排给“{booking}”。"), _("请换教室或时段。"), "room")
TEACHER_TAKEN = _no("teacher_taken", _("“{teacher}”在该时段已有课（{room}）。"), _("请换教师或时段。"), "teacher")
