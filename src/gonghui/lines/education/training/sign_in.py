"""Signing in to a lesson by the code at its door 扫码签到: by whom, for whom, and when."""

from datetime import datetime, timedelta

from django.utils import timezone

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.names import ROLLS, Roll
from gonghui.commons.enrolment.rules import said
from gonghui.commons.parties.models import Person
from gonghui.kernel import config

from . import reads, words
from .models import Lesson


def lesson_of(activity: Activity) -> Lesson | None:
    """The lesson an activity is."""
    rows = Lesson.objects.for_act("whose roll it is").select_related("course_class__node", "sitting", "activity")
    return rows.filter(activity=activity).first()


def refuse_hours(lesson: Lesson, at: datetime) -> None:
    """Refuses: SIGN_IN_HOURS but from `class.sign_in_minutes` before the lesson to its end."""
    sitting = lesson.sitting
    early = timedelta(minutes=config.value("class.sign_in_minutes", lesson.node, timezone.localdate(at)))
    if not sitting.begins_at - early <= at <= sitting.ends_at:
        raise words.SIGN_IN_HOURS(lesson=lesson, since=said(sitting.begins_at - early), until=said(sitting.ends_at))


def signs_for(lesson: Lesson, person: Person, at: datetime) -> list[Person]:
    """Oneself and one's children who are to come to a lesson. Refuses: SIGN_IN_HOURS, NOT_ON_ROLL."""
    refuse_hours(lesson, at)
    rows = reads.awaited(lesson).filter(holder=person).select_related("person").order_by("pk")
    if not rows:
        raise words.NOT_ON_ROLL(lesson=lesson)
    return [row.person for row in rows]


def hours(lesson: Lesson) -> str:
    """When a lesson is, as an activity tells it: '19:00-20:30'."""
    return "-".join(f"{timezone.localtime(moment):%H:%M}" for moment in (lesson.sitting.begins_at, lesson.sitting.ends_at))


ROLLS[words.LESSON] = Roll(lesson_of, signs_for)
