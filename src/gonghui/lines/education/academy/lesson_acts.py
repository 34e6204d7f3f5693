"""Seminar rooms by the half day, and who teaches what in them."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.places.models import Place
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import WHY, P, act

from . import lesson_words as words
from .lesson_models import Lesson
from .lesson_words import L
from .models import Booking
from .words import LIVE, TEACHER

SUBJECT = Annotated[str, P(_("课程"), max_length=100)]
TAUGHT_BY = Annotated[RegisterEntry | None, P(_("教师"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=TEACHER))]


def _booked(**more):
    return Lesson.objects.for_act("once each").filter(state=L.BOOKED, **more)


def _free_teacher(teacher: RegisterEntry | None, on: date, half: str, *, but: int | None = None) -> None:
    """Refuses: TEACHER_TAKEN."""
    other = teacher and _booked(teacher=teacher, on=on, half=half).exclude(pk=but).select_related("room").first()
    if other:
        raise words.TEACHER_TAKEN(teacher=teacher, room=other.room)


@act("academy.book_room", Lesson, label=_("安排教室"), past=_("已安排"), by=OFFICERS, at="booking", icon="meeting_room", main=True)
def book_room(
    ctx, *, booking: Annotated[Booking, P(_("培训预订"), pick=lambda rows, viewer: rows.within(viewer).filter(state__in=LIVE))],
    room: Annotated[Place, P(_("教室"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.ROOM, state="open"))],
    on: Annotated[date, P(_("日期"))], half: Annotated[words.Half, P(_("时段"))],
    people: Annotated[int | None, P(_("人数"), help=_("分班时填写；空着为预订人数"), least=1, most=5000)] = None, title: SUBJECT = "", teacher: TAUGHT_BY = None,
):  # fmt: skip
    """Keep a seminar room for a class for half a day, with what is taught there. Refuses: OTHER_HOUSE, OUTSIDE, SMALL, ROOM_TAKEN, TEACHER_TAKEN."""
    people = people or booking.people
    if room.part_of_id != booking.place_id:
        raise words.OTHER_HOUSE(room=room, place=booking.place)
    if not booking.since <= on <= booking.until:
        raise words.OUTSIDE(since=booking.since, until=booking.until)
    if people > (room.seats or 0):
        raise words.SMALL(room=room, seats=room.seats or 0, people=people)
    other = _booked(room=room, on=on, half=half).select_related("booking").first()
    if other:
        raise words.ROOM_TAKEN(room=room, booking=other.booking)
    _free_teacher(teacher, on, half)
    return ctx.create(
        Lesson, node=booking.node, booking=booking, room=room, on=on, half=half, people=people, title=title, teacher=teacher
    )  # fmt: skip


@act(
    "academy.set_lesson",
    Lesson,
    label=_("排课"),
    past=_("已排课"),
    by=OFFICERS,
    when=lambda one: one.state == L.BOOKED,
    icon="edit_calendar",
    main=True,
)
def set_lesson(ctx, lesson, *, title: SUBJECT, teacher: TAUGHT_BY = None):
    """Say what is taught in a room that is kept, and by whom. Refuses: TEACHER_TAKEN."""
    _free_teacher(teacher, lesson.on, lesson.half, but=lesson.pk)
    lesson.title, lesson.teacher = title, teacher


@act("academy.free_room", Lesson, label=_("退教室"), past=_("已退"), by=OFFICERS, icon="no_meeting_room")
def free_room(ctx, lesson, *, why: Annotated[str, WHY]):
    """Give the room and the teacher back for that half day."""
