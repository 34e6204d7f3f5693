"""Courses approved, terms decided, classes whose days span those of a situation, lessons with somebody on the roster."""

from datetime import datetime, time, timedelta

from django.utils.timezone import get_current_timezone

from gonghui.commons.enrolment.models import Enrolment, Sitting
from gonghui.commons.money.models import PayBatch
from gonghui.kernel import config
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import now, today
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.training import words
from gonghui.lines.education.training.models import Learning, Lesson
from tests.particulars import BEFORE

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


def to_come(g):
    """A lesson still to come of a class in which the worker of the situation has a place."""
    worker, one = g.worker, g.made("training.plan_class")
    begins = lesson_at(one) + BEFORE + 30 * DAY
    g.of(ACTS["training.add_lesson"], one).do(begins_at=begins, ends_at=begins + HOUR)
    g.on(g.on(one, "training.review"), "training.publish")
    g.worker = worker
    known(g)
    do(ACTS["enrolment.enrol"], Viewer(worker), offer=one.offer)
    return Lesson.objects.for_act("test").filter(course_class=one).order_by("sitting__begins_at").last()


def asked(g):
    """A leave that waits for its answer."""
    if not config.value("class.leave_needs_answer", g.cast.nodes["province"], today()):
        g.made("config.set", node=g.cast.nodes["province"], what="class.leave_needs_answer", value="是")
    return g.made("training.ask_leave")


def now_on(g, lesson):
    """The lesson is being given."""
    begun = {"begins_at": now() - HOUR, "ends_at": now() + HOUR}
    by_house("tests.now_on", lambda ctx: Sitting.objects.for_act("test").filter(pk=lesson.sitting_id).update(**begun))


def nobody_came(g, lesson):
    g.of(ACTS["training.roll_call"], lesson).do(present=[])


def everybody(lesson) -> list:
    return list(Enrolment.objects.for_act("test").filter(offer=lesson.course_class.offer))


def given(g, batch):
    """A lesson given today at the list's own node, which no list has; the list holds its kind."""
    teacher = {"teacher_name": f"教师{next(g.numbers)}", "course": course(g, node=batch.node)}
    one = g.made("training.plan_class", **teacher)
    for key in ("training.review", "training.publish", "training.begin"):
        one = g.on(one, key)
    called(g, one)
    by_house("tests.kind", lambda ctx: PayBatch.objects.for_act("test").filter(pk=batch.pk).update(kind=words.FEE))


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
    ("training.roll_call", "present"): lambda g, s: everybody(s),
    ("training.make_up", "people"): lambda g, s: everybody(s),
    ("training.make_up", "begins_at"): lambda g, s: s.sitting.ends_at + DAY,
    ("training.make_up", "ends_at"): lambda g, s: s.sitting.ends_at + DAY + HOUR,
    ("training.ask_leave", "lesson"): lambda g, s: to_come(g),
    ("training.ask_leave", "enrolment"): lambda g, s: Enrolment.objects.for_act("test").get(holder__account=g.worker),
    ("training.list_fees", "since"): lambda g, s: today() - DAY,
    ("training.list_fees", "until"): lambda g, s: today(),
    ("training.learn", "course"): lambda g, s: known(g) and course(g, mode="online", units=3),
    ("training.test", "score"): lambda g, s: 90,
}
FIRST = {
    "training.review": lambda g, s: g.on(s, "training.add_lesson"),
    "training.begin": roster,
    "training.finish": called,
    "training.make_up": nobody_came,
    "training.open_sign_in": now_on,
    "training.test": learnt,
    "training.list_fees": given,
}
INTO = {"education_training.leave": (asked,)}
