"""The timetable 课表: at any moment a room holds one lesson, and a teacher gives one."""

from datetime import date

from django.db.models import Max, OuterRef, Subquery
from django.utils import timezone

from gonghui.kernel.store import hold

from . import words
from .models import CourseClass, Lesson


def hold_for(one: CourseClass) -> None:
    """Keep the rooms of a class's organiser and the hours of its teacher, who may teach for others too, until the transaction ends; in this order."""
    hold(f"timetable {one.node_id}")
    if one.teacher_id:
        hold(f"teacher {one.teacher_id}")


def refuse_clashes(lessons, **which) -> None:
    """
    Whether these lessons, as they are written now, stand alone in their rooms and with their teachers. After `hold_for`.

    Refuses: ROOM_BUSY, TEACHER_BUSY, each with the lesson and what it clashes with.
    """
    there = Lesson.objects.for_act("timetable").exclude(course_class__state=words.C.CANCELLED).exclude(pk=OuterRef("pk"))
    there = there.filter(sitting__begins_at__lt=OuterRef("sitting__ends_at"), sitting__ends_at__gt=OuterRef("sitting__begins_at"))
    room = there.filter(at_place=OuterRef("at_place"), course_class__node=OuterRef("course_class__node"))
    teacher = there.filter(course_class__teacher=OuterRef("course_class__teacher"))
    for no, others in ((words.ROOM_BUSY, room), (words.TEACHER_BUSY, teacher)):
        rows = lessons.for_act("timetable").filter(**which).annotate(other=Subquery(others.values("pk")[:1]))
        found = rows.exclude(other=None).select_related("sitting").order_by("sitting__begins_at").first()
        if found is not None:
            raise no(place=found.at_place, at=found.sitting, other=Lesson.objects.for_act("timetable").get(pk=found.other))


def refuse_after(last: date, one: CourseClass) -> None:
    """Refuses: LESSON_AFTER_END where a lesson lies after the last day."""
    until = one.lessons.for_act("timetable").aggregate(at=Max("sitting__ends_at"))["at"]
    if until is not None and timezone.localdate(until) > last:
        raise words.LESSON_AFTER_END(day=timezone.localdate(until))
