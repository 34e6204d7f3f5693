"""What is known of lessons: who is to come, who has leave, who came, and what it comes to at the end."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Avg, Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from gonghui.commons.activities.models import Attendance
from gonghui.commons.activities.words import AttendanceState
from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.enrolment.words import E

from . import words
from .models import CourseClass, Leave, Lesson, Named
from .words import V


def places_of(viewer):
    """One's own confirmed places in classes, and those of one's children."""
    return Enrolment.objects.within(viewer).own(viewer).filter(kind=words.COURSE, state=E.CONFIRMED)


def lessons_of(places):
    """The lessons to which these enrolments are to come: those of their classes, of make-ups those they are named for."""
    named = Named.objects.for_act("one's lessons").filter(lesson=OuterRef("pk"), enrolment__in=places.values("pk"))
    rows = Lesson.objects.for_act("one's lessons").filter(course_class__offer__in=places.values("offer"))
    return rows.filter(Q(makes_up=None) | Exists(named))


def awaited(lesson: Lesson):
    """Who is to come to a lesson: those confirmed in its class, to a make-up those of them who are named."""
    rows = Enrolment.objects.for_act("who is to come").filter(offer=lesson.course_class.offer_id, state=E.CONFIRMED)
    return rows.filter(pk__in=lesson.named.for_act("who is to come").values("enrolment")) if lesson.makes_up_id else rows


def roll_of(lesson: Lesson) -> list[tuple[Enrolment, bool, bool]]:
    """Everybody who is to come to a lesson, whether they have signed in, and whether they have leave."""
    signed = Attendance.objects.for_act("a roll").filter(activity=lesson.activity_id, state=AttendanceState.PRESENT)
    there = set(signed.values_list("person", flat=True))
    away = set(lesson.leaves.for_act("a roll").filter(state=V.ALLOWED).values_list("enrolment", flat=True))
    return [(row, row.person_id in there, row.pk in away) for row in awaited(lesson).order_by("number")]


def came_to(lessons) -> set[tuple[int, int]]:
    """(person, lesson) of those who came; whoever came to a make-up came to the lesson it makes up."""
    lesson = Coalesce("activity__lesson__makes_up", "activity__lesson")
    rows = Attendance.objects.for_act("who came").filter(activity__lesson__in=lessons, state=AttendanceState.PRESENT)
    return set(rows.annotate(whole=lesson).values_list("person", "whole"))


@dataclass
class Tally:
    """Lessons of a class one came to, and those one had leave of and did not come to."""

    came: int = 0
    excused: int = 0


def tallies(one: CourseClass) -> tuple[int, dict[int, Tally]]:
    """How many lessons a class had, make-ups aside, and by person what came of them."""
    lessons = one.lessons.for_act("tally")
    found: dict[int, Tally] = defaultdict(Tally)
    there = came_to(lessons.values("pk"))
    for person, _which in there:
        found[person].came += 1
    leaves = Leave.objects.for_act("tally").filter(lesson__in=lessons.filter(makes_up=None).values("pk"), state=V.ALLOWED)
    for pair in leaves.values_list("enrolment__person", "lesson"):
        found[pair[0]].excused += pair not in there
    return lessons.filter(makes_up=None).count(), found


def rating_of(one: CourseClass) -> str:
    """What those who completed a class think of it: the mean with the number of answers."""
    told = Enrolment.objects.for_act("of a class in reach").filter(offer=one.offer_id).aggregate(mean=Avg("stars"), count=Count("stars"))
    return _("{mean:.1f} 分（{count} 人评价）").format(**told) if told["count"] else "—"


@dataclass
class Hour:
    """One lesson on somebody's timetable. leave: what they have asked; came: whether they came, None before the roll is called."""

    lesson: Lesson
    place: Enrolment
    leave: Leave | None
    came: bool | None


def timetable_of(viewer) -> list[Hour]:
    """The lessons of oneself and one's children in classes that are not over, in their order; five queries however many."""
    places = places_of(viewer)
    rows = list(lessons_of(places).select_related("sitting", "course_class", "activity").order_by("sitting__begins_at", "pk"))
    named = set(Named.objects.for_act("one's lessons").filter(enrolment__in=places.values("pk")).values_list("lesson", "enrolment"))
    leaves = Leave.objects.for_act("one's lessons").filter(enrolment__in=places.values("pk")).exclude(state=V.WITHDRAWN)
    asked = {(leave.lesson_id, leave.enrolment_id): leave for leave in leaves}
    signed = Attendance.objects.for_act("one's lessons").filter(person__in=places.values("person"), state=AttendanceState.PRESENT)
    there = set(signed.filter(activity__lesson__isnull=False).annotate(lesson=F("activity__lesson")).values_list("person", "lesson"))
    return [
        Hour(row, place, asked.get((row.pk, place.pk)), True if (place.person_id, row.pk) in there else False if row.called else None)
        for row in rows
        for place in places
        if place.offer_id == row.course_class.offer_id and (row.makes_up_id is None or (row.pk, place.pk) in named)
    ]
