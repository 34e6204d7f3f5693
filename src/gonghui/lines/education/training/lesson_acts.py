"""Lessons: put on the timetable, who came, and what came of it at the end."""

from collections import Counter
from datetime import datetime
from typing import Annotated

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, Attendance
from gonghui.commons.enrolment import words as enrolment
from gonghui.commons.enrolment.models import Enrolment, Sitting
from gonghui.commons.enrolment.offer_acts import RUNNERS
from gonghui.commons.enrolment.settle import Seats, move
from gonghui.commons.enrolment.strikes import strike
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.ledger.act import P, act

from . import rules, timetable, words
from .models import CourseClass, Lesson
from .words import C

E = enrolment.E


@act(
    "training.add_lesson", CourseClass, label=_("添加课次"), past=_("已添加课次"), by=RUNNERS, icon="schedule",
    when=lambda c: c.state in (C.DRAFT, C.REVIEWED),
)  # fmt: skip
def add_lesson(
    ctx,
    one,
    *,
    begins_at: Annotated[datetime, P(_("开始"))],
    ends_at: Annotated[datetime, P(_("结束"))],
    at_place: Annotated[str, P(_("教室"), help=_("不填为班次的教室"), max_length=100)] = "",
):
    """Put a lesson on the timetable. Refuses: DAYS outside the class, ROOM_BUSY, TEACHER_BUSY."""
    first, last = (timezone.localdate(moment) for moment in (begins_at, ends_at))
    if not begins_at < ends_at or first < one.begins_on or last > one.ends_on or first != last:
        raise enrolment.DAYS(field="begins_at")
    timetable.hold_for(one)
    sitting = Sitting(offer=one.offer, begins_at=begins_at, ends_at=ends_at)
    sitting.save()
    lesson = ctx.create(Lesson, course_class=one, sitting=sitting, at_place=at_place or one.at_place)
    timetable.refuse_clashes(one.lessons, pk=lesson.pk)


@act("training.roll_call", Lesson, label=_("点名"), past=_("已点名"), by=(*RUNNERS, MEMBER), when=lambda n: n.activity_id is None, icon="fact_check")
def roll_call(ctx, lesson, *, present: Annotated[list[Enrolment], P(_("到课的人"), pick=lambda rows, viewer: on_rosters(rows, viewer))]):
    """
    Say who came, by the officer or the teacher; the lesson becomes a held activity with their names.

    Refuses: NOT_BEGUN before the lesson, NOT_OF_CLASS.
    """
    one, sitting = lesson.course_class, lesson.sitting
    if ctx.at < sitting.begins_at or one.state != C.RUNNING:
        raise words.NOT_BEGUN(day=timezone.localdate(sitting.begins_at))
    if any(row.offer_id != one.offer_id or row.state != E.CONFIRMED for row in present):
        raise words.NOT_OF_CLASS()
    held_on = ctx.on = timezone.localdate(sitting.begins_at)
    lesson.activity = ctx.create(
        Activity,
        kind=words.LESSON,
        title=one.title,
        node=one.node,
        held_on=held_on,
        ended_on=held_on,
        at_place=lesson.at_place,
        plan=one.plan,
        state="filed",
    )
    for row in {row.person_id: row for row in present}.values():
        ctx.create(Attendance, activity=lesson.activity, person_id=row.person_id, at=sitting.begins_at)


def on_rosters(rows, viewer):
    """Those confirmed in classes that run, of the viewer's own as a teacher or within reach."""
    mine = CourseClass.objects.within(viewer).filter(state=C.RUNNING)
    return rows.for_act("a roster").filter(offer__in=mine.values("offer"), state=E.CONFIRMED)


@act("training.finish", CourseClass, label=_("结课"), past=_("已结课"), by=RUNNERS, icon="flag", main=True)
def finish(ctx, one):
    """
    End the class: who came often enough has attended, who never came gets a strike, who came too seldom is dropped without one.

    Refuses: STILL_LESSONS while a lesson has no roll call. Source: handbook, 'Enrolment state machine'; `class.complete_ratio`.
    """
    left = one.lessons.for_act("finish").filter(activity=None).count()
    if left:
        raise words.STILL_LESSONS(count=left)
    ratio, seats = config.value("class.complete_ratio", one.node, ctx.day), Seats(ctx, one.offer_id)
    came = Attendance.objects.for_act("finish").filter(activity__lesson__course_class=one)
    present, held = Counter(came.values_list("person", flat=True)), one.lessons.for_act("finish").count()
    rows = (
        Enrolment.objects.for_act("finish")
        .filter(offer=one.offer_id, state=E.CONFIRMED)
        .select_related("offer", "person__account", "guardian__account")
    )
    for row in rows.select_for_update(of=("self",)).order_by("pk"):
        times = present[row.person_id]
        if rules.completed(times, held, ratio):
            move(ctx, row, "enrolment.attend")
        elif times:
            seats.give_back(row)
            move(ctx, row, "enrolment.drop")
        else:
            strike(ctx, row)
            move(ctx, row, "enrolment.miss")
    seats.save()
