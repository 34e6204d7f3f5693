"""Courses and their classes: proposed, reviewed, published for booking, begun, finished."""

from datetime import date, datetime, timedelta
from typing import Annotated

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment import words as enrolment
from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.enrolment.offer_acts import MODE, MOST_SEATS, PRIORITY, RUNNERS, call_all_off, commit_to, put_off, save_offer
from gonghui.commons.enrolment.rules import months_after
from gonghui.commons.enrolment.settle import Seats
from gonghui.commons.parties.models import Person
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import OPEN
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node

from . import rules, timetable, words
from .models import Course, CourseClass, Leave
from .words import V

TERM = Annotated[PlanItem, P(_("期次"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.TERM))]


@act("training.propose", Course, label=_("申报课程"), past=_("已申报"), by=RUNNERS, icon="library_add", main=True)
def propose(
    ctx,
    *,
    node: Annotated[Node, P(_("主办组织"))],
    title: Annotated[str, P(_("课程"), max_length=100)],
    topic: Annotated[str, P(_("科目"), help=_("如电商、器乐、机器人、棋类、舞蹈"), max_length=40)],
    hours: Annotated[int, P(_("学时"), least=1, most=1000)],
    mode: Annotated[words.Mode, P(_("方式"))] = words.Mode.CLASSROOM,
    units: Annotated[int, P(_("单元数"), help=_("线上课程填写"), least=0, most=500)] = 0,
    level: Annotated[str, P(_("层次"), max_length=20)] = "",
    least_age: Annotated[int | None, P(_("年龄下限"), least=0, most=120)] = None,
    most_age: Annotated[int | None, P(_("年龄上限"), least=0, most=120)] = None,
    why_limits: Annotated[str, P(_("限制理由"), max_length=100)] = "",
    for_children: Annotated[bool, P(_("面向会员子女"))] = False,
):
    """Propose a course. Refuses: AGES where limits contradict each other or have no reason."""
    limited = least_age is not None or most_age is not None
    if (least_age is not None and most_age is not None and least_age > most_age) or (limited and not why_limits):
        raise enrolment.AGES()
    return ctx.create(
        Course, node=node, title=title, topic=topic, hours=hours, mode=mode, units=max(units, 1) if mode == words.Mode.ONLINE else 0,
        level=level, least_age=least_age, most_age=most_age, why_limits=why_limits, for_children=for_children, since=ctx.day,
    )  # fmt: skip


@act("training.approve", Course, label=_("批准开设"), past=_("已批准"), by=UPPER, apart_from=(CREATING,), icon="check", main=True)
def approve(ctx, course):
    """Approve the course; not by whoever proposed it."""


@act("training.end_course", Course, label=_("停开"), past=_("已停开"), by=RUNNERS)
def end_course(ctx, course, *, why: Annotated[str, WHY]):
    """Offer it no more; its classes stay."""


@act("training.plan_class", CourseClass, label=_("排班"), past=_("已排班"), by=RUNNERS, at="course", icon="group_add", main=True)
def plan_class(
    ctx,
    *,
    course: Annotated[Course, P(_("课程"), pick=lambda rows, viewer: rows.within(viewer).filter(state="approved", mode=words.Mode.CLASSROOM))],
    term: TERM,
    title: Annotated[str, P(_("班次"), max_length=100)],
    seats: Annotated[int, P(_("名额"), least=1, most=MOST_SEATS)],
    at_place: Annotated[str, P(_("教室"), max_length=100)],
    opens_at: Annotated[datetime, P(_("报名开始"))],
    closes_at: Annotated[datetime, P(_("报名截止"))],
    begins_on: Annotated[date, P(_("开课日期"))],
    ends_on: Annotated[date, P(_("结课日期"))],
    teacher: Annotated[Person | None, P(_("教师"))] = None,
    teacher_name: Annotated[str, P(_("教师姓名"), help=_("不在库的教师只写姓名"), max_length=50)] = "",
    audience: Annotated[enrolment.Audience, P(_("面向"))] = enrolment.Audience.MEMBERS,
    for_node: Annotated[Node | None, P(_("面向组织"), help=_("不填为主办组织及下级"))] = None,
    needs_health: Annotated[bool, P(_("须健康声明"))] = False,
    mode: MODE = enrolment.Mode.FIRST,
    priority: PRIORITY = None,
):
    """
    Plan a class of a course in a term, with its seats and booking window, and how its places are given.

    Refuses: NOT_APPROVED, ONLINE, NOT_A_TERM, TERM_CLOSED, DAYS, AGES, NO_PRIORITY.
    """
    course = Course.objects.for_act("plan a class").select_for_update(of=("self",)).get(pk=course.pk)
    term = PlanItem.objects.for_act("plan a class").get(pk=term.pk)
    if course.state != words.CourseState.APPROVED:
        raise words.NOT_APPROVED(course=course)
    if course.mode == words.Mode.ONLINE:
        raise words.ONLINE()
    if term.kind != words.TERM:
        raise words.NOT_A_TERM()
    if term.state not in OPEN:
        raise words.TERM_CLOSED()
    first, last = end_of(begins_on - timedelta(days=1)) + timedelta(minutes=1), end_of(ends_on)
    offer = save_offer(
        ctx, node=course.node, kind=words.COURSE, title=title, seats=seats, at_place=at_place, opens_at=opens_at, closes_at=closes_at,
        starts_at=first, ends_at=last, plan=term, about=course, audience=audience, for_node=for_node,
        least_age=course.least_age, most_age=course.most_age, why_limits=course.why_limits, for_children=course.for_children, needs_health=needs_health, mode=mode,
        priority=priority,
    )  # fmt: skip
    return ctx.create(
        CourseClass, node=course.node, course=course, plan=term, edition=edition_of(term), offer=offer, title=title, at_place=at_place,
        teacher=teacher, teacher_name=teacher_name, begins_on=begins_on, ends_on=ends_on,
    )  # fmt: skip


def end_of(day: date) -> datetime:
    """The last minute of a day."""
    return timezone.make_aware(datetime.combine(day, datetime.max.time().replace(second=0, microsecond=0)))


def edition_of(term: PlanItem) -> int:
    """Which term of its year and organiser this is, by its first day."""
    terms = PlanItem.objects.for_act("editions").filter(kind=words.TERM, node=term.node_id, since__year=term.since.year)
    return terms.filter(since__lt=term.since).count() + terms.filter(since=term.since, pk__lte=term.pk).count()


@act("training.review", CourseClass, label=_("审定班次"), past=_("已审定"), by=OFFICERS, apart_from=(CREATING,), icon="fact_check", main=True)
def review(ctx, one):
    """Plan, room and, for children, the teacher have been looked at; not by whoever planned it. Refuses: NO_LESSONS, UNCHECKED."""
    if not one.lessons.for_act("review").exists():
        raise words.NO_LESSONS()
    refuse_unchecked(one)


@act(
    "training.note_check", CourseClass, label=_("登记教师从业查询"), past=_("已登记"), by=RUNNERS, icon="shield_person",
    when=lambda c: c.state not in (words.C.FINISHED, words.C.ARCHIVED, words.C.CANCELLED),
)  # fmt: skip
def note_check(ctx, one, *, checked_on: Annotated[date, P(_("查询日期"), help=_("查询结果无违法犯罪记录的才登记"))]):
    """
    Note when police or procuratorate were asked, and told no record of offences against minors of whoever teaches. Refuses: CHECK_AHEAD.

    Source: Minors Protection Law, art 62.
    """
    if checked_on > ctx.day:
        raise words.CHECK_AHEAD()
    one.checked_on = checked_on


def refuse_unchecked(one: CourseClass) -> None:
    """Refuses: UNCHECKED where children are taught by somebody not checked within `class.check_months` before the first day."""
    months = config.value("class.check_months", one.node, one.begins_on)
    if one.course.for_children and (one.checked_on is None or months_after(one.checked_on, months) < one.begins_on):
        raise words.UNCHECKED(months=months)


@act("training.publish", CourseClass, label=_("发布报名"), past=_("已发布，规则不再改动"), by=RUNNERS, icon="campaign", main=True)
def publish(ctx, one):
    """Publish it with its booking window. Refuses: OVER after the window."""
    offer = Seats(ctx, one.offer_id).offer
    if ctx.at >= offer.closes_at:
        raise enrolment.OVER()
    offer.state = enrolment.OFFER.step(offer.state, "enrolment.publish").to
    commit_to(offer)
    offer.save()


@act("training.begin", CourseClass, label=_("开班"), past=_("已开班"), by=RUNNERS, icon="play_arrow", main=True)
def begin(ctx, one):
    """The class begins with who is confirmed. Refuses: NOT_BEGUN before its first day, UNCHECKED, TOO_FEW below the least it opens with."""
    if ctx.day < one.begins_on:
        raise words.NOT_BEGUN(day=one.begins_on)
    refuse_unchecked(one)
    seats = Seats(ctx, one.offer_id)
    count = Enrolment.objects.for_act("begin").filter(offer=one.offer_id, state=enrolment.E.CONFIRMED).count()
    least = rules.least_to_open(seats.offer.seats, config.value("class.min_open_ratio", one.node, ctx.day))
    if count < least:
        raise words.TOO_FEW(count=count, least=least)
    if seats.offer.state == enrolment.O.OPEN:
        seats.offer.state = enrolment.OFFER.step(seats.offer.state, "enrolment.close").to
        seats.offer.save()


@act("training.postpone", CourseClass, label=_("延期"), past=_("已延期"), by=RUNNERS, icon="update")
def postpone(ctx, one, *, begins_on: Annotated[date, P(_("新开课日期"))], ends_on: Annotated[date, P(_("新结课日期"))], why: Annotated[str, WHY]):
    """
    Begin later; lessons keep their distance, leave of them falls away, and everybody confirmed has to confirm again.

    Refuses: DAYS, LESSON_AFTER_END, ROOM_BUSY, TEACHER_BUSY.
    """
    if not one.begins_on < begins_on <= ends_on:
        raise enrolment.DAYS(field="begins_on")
    timetable.hold_for(one)
    put_off(ctx, Seats(ctx, one.offer_id), begins_on - one.begins_on, end_of(ends_on))
    timetable.refuse_after(ends_on, one)
    timetable.refuse_clashes(one.lessons)
    leaves = Leave.objects.for_act("of another day").filter(lesson__course_class=one, state__in=(V.ASKED, V.ALLOWED))
    rows = list(leaves.select_for_update(of=("self",)).order_by("pk").values_list("pk", "state"))
    leaves.update(state=V.WITHDRAWN)
    ctx.note_many(Leave, [(pk, one.node_id, was, str(V.WITHDRAWN), {"state": [was, str(V.WITHDRAWN)]}) for pk, was in rows])
    one.begins_on, one.ends_on = begins_on, ends_on


@act("training.cancel", CourseClass, label=_("取消班次"), past=_("已取消，不记爽约"), by=RUNNERS, icon="event_busy")
def cancel(ctx, one, *, why: Annotated[str, WHY]):
    """Call the class off; who is enrolled is told and gets no strike."""
    offer = Seats(ctx, one.offer_id).offer
    call_all_off(ctx, offer)
    offer.state = enrolment.O.CANCELLED
    offer.save()


@act("training.archive", CourseClass, label=_("归档"), past=_("已归档"), by=UPPER, icon="inventory_2")
def archive(ctx, one):
    """File it away."""
