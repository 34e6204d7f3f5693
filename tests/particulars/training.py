"""Courses approved, terms decided, classes whose days span those of a situation, lessons with somebody on the roster."""

from datetime import datetime, time, timedelta

from django.utils.timezone import get_current_timezone

from gonghui.commons.enrolment.models import Enrolment
from gonghui.kernel.clock import now, today
from gonghui.lines.education.training import words
from gonghui.lines.education.training.models import Learning, Lesson

from .enrolment import known

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def course(g, **changed):
    """An approved course."""
    return g.on(g.made("training.propose", **changed), "training.approve")


def roster(g, one):
    """Somebody confirmed in a class."""
    known_worker(g)
    return g.made("enrolment.enrol", offer=one.offer)


def known_worker(g):
    g.new_worker()
    return known(g)


def running(g):
    """A class that has begun, with one lesson."""
    one = g.made("training.plan_class")
    for key in ("training.review", "training.publish", "training.begin"):
        one = g.on(one, key)
    return one


def lesson_at(one):
    """Noon of a day of the class: today where it begins today, else one that is past."""
    return datetime.combine(today() if one.begins_on == today() else today() - 300 * DAY, time(12), get_current_timezone())


def lesson(g):
    return Lesson.objects.for_act("test").get(course_class=running(g))


def called(g, one):
    for row in Lesson.objects.for_act("test").filter(course_class=one, activity=None):
        g.on(row, "training.roll_call")


def learnt(g, row):
    row = Learning.objects.for_act("test").get(pk=row.pk)
    while row.units_done < row.course.units:
        row = g.on(row, "training.finish_unit")


BORN_BY = {"education_training.courseclass": "training.plan_class", "education_training.lesson": lesson}
VALUES = {
    ("training.plan_class", "course"): lambda g, s: course(g),
    ("training.plan_class", "term"): lambda g, s: g.on(g.made("plans.propose", kind=words.TERM), "plans.approve"),
    ("training.plan_class", "seats"): lambda g, s: 2,
    ("training.plan_class", "audience"): lambda g, s: "anyone",
    ("training.plan_class", "opens_at"): lambda g, s: now() - DAY,
    ("training.plan_class", "closes_at"): lambda g, s: now() + 500 * DAY,
    ("training.plan_class", "begins_on"): lambda g, s: today(),
    ("training.plan_class", "ends_on"): lambda g, s: today() + 600 * DAY,
    ("training.add_lesson", "begins_at"): lambda g, s: lesson_at(s),
    ("training.add_lesson", "ends_at"): lambda g, s: lesson_at(s) + HOUR,
    ("training.postpone", "begins_on"): lambda g, s: s.begins_on + DAY,
    ("training.postpone", "ends_on"): lambda g, s: s.ends_on + DAY,
    ("training.roll_call", "present"): lambda g, s: list(Enrolment.objects.for_act("test").filter(offer=s.course_class.offer)),
    ("training.learn", "course"): lambda g, s: known(g) and course(g, mode="online", units=3),
    ("training.test", "score"): lambda g, s: 90,
}
FIRST = {
    "training.review": lambda g, s: g.on(s, "training.add_lesson"),
    "training.begin": roster,
    "training.finish": called,
    "training.test": learnt,
}
