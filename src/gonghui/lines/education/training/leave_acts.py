"""Leave 请假: asked before a lesson begins; allowed, refused or simply taken, as the organiser's setting says."""

from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.enrolment.offer_acts import RUNNERS
from gonghui.commons.enrolment.rules import said
from gonghui.commons.enrolment.settle import owner_of
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.refusal import SAME_PERSON

from . import reads, words
from .models import Leave, Lesson
from .words import V


def _own(rows, viewer):
    return reads.places_of(viewer)


def _to_come(rows, viewer):
    """Lessons one is to come to that have not begun."""
    return reads.lessons_of(reads.places_of(viewer)).filter(sitting__begins_at__gt=now())


@act("training.ask_leave", Leave, label=_("请假"), past=_("已请假"), by=(MEMBER,), at="lesson", icon="event_busy", main=True)
def ask_leave(
    ctx,
    *,
    lesson: Annotated[Lesson, P(_("课次"), pick=_to_come)],
    enrolment: Annotated[Enrolment, P(_("学员"), pick=_own)],
    why: Annotated[str, P(_("请假原因"), max_length=100)] = "",
):
    """
    Ask leave of a lesson for oneself or one's child, before it begins; taken at once unless `class.leave_needs_answer`.

    Refuses: NOT_YOURS, LESSON_BEGUN, LEAVE_TWICE. Source: handbook, 'Strikes' (leave is filed before the session starts).
    """
    if not reads.lessons_of(reads.places_of(ctx.viewer).filter(pk=enrolment.pk)).filter(pk=lesson.pk).exists():
        raise words.NOT_YOURS()
    refuse_begun(ctx, lesson)
    asked = Leave.objects.for_act("once each").filter(lesson=lesson, enrolment=enrolment).exclude(state=V.WITHDRAWN).first()
    if asked is not None:
        raise words.LEAVE_TWICE(state=asked.get_state_display())
    waits = config.value("class.leave_needs_answer", lesson.node, ctx.day)
    return ctx.create(
        Leave, node=lesson.node, lesson=lesson, enrolment=enrolment, why=why, asked_on=ctx.day, state=V.ASKED if waits else V.ALLOWED
    )  # fmt: skip


def refuse_begun(ctx, lesson: Lesson) -> None:
    """Refuses: LESSON_BEGUN."""
    if ctx.at >= lesson.sitting.begins_at:
        raise words.LESSON_BEGUN(at=said(lesson.sitting.begins_at))


@act("training.withdraw_leave", Leave, label=_("撤回请假"), past=_("已撤回"), by=(MEMBER,), icon="undo")
def withdraw_leave(ctx, leave):
    """Come after all; before the lesson begins. Refuses: LESSON_BEGUN."""
    refuse_begun(ctx, leave.lesson)


@act("training.allow_leave", Leave, label=_("准假"), past=_("已准假并告知"), by=RUNNERS, icon="check", main=True)
def allow_leave(ctx, leave):
    """Allow it; whoever asked is told. Refuses: SAME_PERSON to whoever asked."""
    answer(ctx, leave, now_("“{lesson}”已准假。"))


@act("training.refuse_leave", Leave, label=_("不准假"), past=_("已告知"), by=RUNNERS, icon="block")
def refuse_leave(ctx, leave, *, why: Annotated[str, WHY]):
    """Refuse it; whoever asked is told why. Refuses: SAME_PERSON to whoever asked."""
    answer(ctx, leave, now_("“{lesson}”未准假：{why}"), why=why)


def answer(ctx, leave: Leave, told: str, **more) -> None:
    """Tell whoever asked what came of it. Refuses: SAME_PERSON."""
    account = owner_of(leave.enrolment)
    if account is not None and account.pk == ctx.viewer.account_id:
        raise SAME_PERSON()
    tell(ctx, account, told.format(lesson=leave.lesson, **more))
