"""Lessons: put on the timetable, who came, and what came of it at the end."""

from datetime import datetime
from typing import Annotated

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, Attendance
from gonghui.commons.activities.words import ACTIVITY, ActivityState
from gonghui.commons.enrolment import words as enrolment
from gonghui.commons.enrolment.models import Enrolment, Sitting
from gonghui.commons.enrolment.offer_acts import RUNNERS
from gonghui.commons.enrolment.rules import said
from gonghui.commons.enrolment.settle import Seats, move, owner_of
from gonghui.commons.enrolment.strikes import strike
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.notices.outbox import tell

from . import reads, rules, sign_in, timetable, words
from .models import CourseClass, Leave, Lesson, Named
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
    put_on(ctx, one, begins_at, ends_at, at_place)


def put_on(ctx, one: CourseClass, begins_at: datetime, ends_at: datetime, at_place: str, **more) -> Lesson:
    """A lesson on the timetable of a class. Refuses: DAYS outside the class, ROOM_BUSY, TEACHER_BUSY."""
    first, last = (timezone.localdate(moment) for moment in (begins_at, ends_at))
    if not begins_at < ends_at or first < one.begins_on or last > one.ends_on or first != last:
        raise enrolment.DAYS(field="begins_at")
    timetable.hold_for(one)
    sitting = Sitting(offer=one.offer, begins_at=begins_at, ends_at=ends_at)
    sitting.save()
    lesson = ctx.create(Lesson, course_class=one, sitting=sitting, at_place=at_place or one.at_place, **more)
    timetable.refuse_clashes(one.lessons, pk=lesson.pk)
    return lesson


@act(
    "training.open_sign_in", Lesson, label=_("开放扫码签到"), past=_("已开放，二维码在“扫码签到”页"), by=(*RUNNERS, MEMBER), icon="qr_code",
    when=lambda n: n.activity_id is None and n.course_class.state == C.RUNNING,
)  # fmt: skip
def open_sign_in(ctx, lesson):
    """
    Let those who are to come sign in by a code of this lesson; the roll is called after it as ever.

    Refuses: SIGN_IN_HOURS but from `class.sign_in_minutes` before the lesson to its end.
    """
    sign_in.refuse_hours(lesson, ctx.at)
    lesson.activity = activity_of(ctx, lesson, ActivityState.HELD)


@act("training.roll_call", Lesson, label=_("点名"), past=_("已点名"), by=(*RUNNERS, MEMBER), when=lambda n: not n.called, icon="fact_check")
def roll_call(
    ctx,
    lesson,
    *,
    present: Annotated[
        list[Enrolment], P(_("到课的人"), help=_("扫码签到的已在名单，不用再选"), pick=lambda rows, viewer: on_rosters(rows, viewer))
    ] = (),
):
    """
    Say who came, by the officer or the teacher; the lesson becomes a held activity with their names and those who signed in by code.

    To a make-up come those who are named. Refuses: NOT_BEGUN before the lesson, NOT_OF_CLASS.
    """
    one, sitting = lesson.course_class, lesson.sitting
    if ctx.at < sitting.begins_at or one.state != C.RUNNING:
        raise words.NOT_BEGUN(day=timezone.localdate(sitting.begins_at))
    people = {row.person_id for row in present}
    if len({row.pk for row in present}) != reads.awaited(lesson).filter(pk__in=[row.pk for row in present]).count():
        raise words.NOT_OF_CLASS()
    there: set[int] = set()
    if lesson.activity_id is None:
        lesson.activity = activity_of(ctx, lesson, ActivityState.FILED)
    else:
        rows = Activity.objects.for_act("who signs in meanwhile waits").select_for_update(of=("self",), no_key=True)
        lesson.activity = rows.get(pk=lesson.activity_id)
        lesson.activity.state = ACTIVITY.step(lesson.activity.state, "activities.close_roll").to
        lesson.activity.save()
        there = set(lesson.activity.attendances.for_act("once each").values_list("person", flat=True))
    ctx.on = lesson.activity.held_on
    for person in sorted(people - there):
        ctx.create(Attendance, activity=lesson.activity, person_id=person, at=sitting.begins_at)


def activity_of(ctx, lesson: Lesson, state: str) -> Activity:
    """The activity a lesson is, made in a state."""
    one, held_on = lesson.course_class, timezone.localdate(lesson.sitting.begins_at)
    return ctx.create(
        Activity, kind=words.LESSON, title=one.title, node=one.node, held_on=held_on, ended_on=held_on, hours=sign_in.hours(lesson),
        at_place=lesson.at_place, plan=one.plan, state=state,
    )  # fmt: skip


def on_rosters(rows, viewer):
    """Those confirmed in classes that run, of the viewer's own as a teacher or within reach."""
    mine = CourseClass.objects.within(viewer).filter(state=C.RUNNING)
    return rows.for_act("a roster").filter(offer__in=mine.values("offer"), state=E.CONFIRMED)


@act(
    "training.make_up", Lesson, label=_("安排补课"), past=_("已安排补课并通知"), by=RUNNERS, icon="event_repeat",
    when=lambda n: n.makes_up_id is None and n.called and n.course_class.state == C.RUNNING,
)  # fmt: skip
def make_up(
    ctx,
    lesson,
    *,
    begins_at: Annotated[datetime, P(_("开始"))],
    ends_at: Annotated[datetime, P(_("结束"))],
    people: Annotated[list[Enrolment], P(_("补课的人"), pick=lambda rows, viewer: on_rosters(rows, viewer))],
    at_place: Annotated[str, P(_("教室"), help=_("不填为班次的教室"), max_length=100)] = "",
):
    """
    Give a lesson again for those who are named: they alone need come and are told, and whoever comes has come to that lesson.

    Refuses: DAYS outside the class or before the lesson, NOT_OF_CLASS, CAME_ALREADY, ROOM_BUSY, TEACHER_BUSY.
    """
    one = lesson.course_class
    if begins_at < lesson.sitting.ends_at:
        raise enrolment.DAYS(field="begins_at")
    named = list(reads.awaited(lesson).filter(pk__in=[row.pk for row in people]).select_related("person__account", "guardian__account"))
    if len(named) != len({row.pk for row in people}):
        raise words.NOT_OF_CLASS(field="people")
    there = {person for person, _lesson in reads.came_to(one.lessons.for_act("make up").filter(Q(pk=lesson.pk) | Q(makes_up=lesson)).values("pk"))}
    if came := [row.name for row in named if row.person_id in there]:
        raise words.CAME_ALREADY(names="、".join(came[:3]))
    made = put_on(ctx, one, begins_at, ends_at, at_place, makes_up=lesson)
    rows = Named.objects.for_act("make up").bulk_create([Named(lesson=made, enrolment=row) for row in named])
    ctx.note_many(Named, [(row.pk, one.node_id, "", "", {"lesson_id": [None, made.pk], "enrolment_id": [None, row.enrolment_id]}) for row in rows])
    for row in named:
        tell(ctx, owner_of(row), now_("“{title}”补课：{at}，{place}。").format(title=one, at=said(begins_at), place=made.at_place))


@act("training.finish", CourseClass, label=_("结课"), past=_("已结课"), by=RUNNERS, icon="flag", main=True)
def finish(ctx, one):
    """
    End the class: who came often enough has attended, who never came gets a strike, who came too seldom is dropped without one.

    A lesson with leave makes nobody absent. Refuses: STILL_LESSONS while a lesson has no roll call, STILL_LEAVES while a leave has no answer.
    Source: handbook, 'Enrolment state machine'; `class.complete_ratio`, `class.leave_left_out`.
    """
    lessons = one.lessons.for_act("finish")
    left = lessons.filter(Q(activity=None) | Q(activity__state=ActivityState.HELD)).count()
    if left:
        raise words.STILL_LESSONS(count=left)
    if asked := Leave.objects.for_act("finish").filter(lesson__in=lessons.values("pk"), state=words.V.ASKED).count():
        raise words.STILL_LEAVES(count=asked)
    ratio, left_out = (config.value(f"class.{key}", one.node, ctx.day) for key in ("complete_ratio", "leave_left_out"))
    seats, (held, tallies) = Seats(ctx, one.offer_id), reads.tallies(one)
    rows = (
        Enrolment.objects.for_act("finish")
        .filter(offer=one.offer_id, state=E.CONFIRMED)
        .select_related("offer", "person__account", "guardian__account")
    )
    for row in rows.select_for_update(of=("self",)).order_by("pk"):
        tally = tallies[row.person_id]
        by = rules.outcome(tally.came, tally.excused, held, ratio, left_out=left_out)
        if by == "enrolment.drop":
            seats.give_back(row)
        elif by == "enrolment.miss":
            strike(ctx, row)
        move(ctx, row, by)
    seats.save()
