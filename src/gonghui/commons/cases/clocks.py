"""What time does to matters: yellow at 75 %, red when it is over, the level above some working days later."""

from django.db import models
from django.db.models import F, Max, Q, Value, When
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import Due, clock, mark
from gonghui.kernel.store import batched

from .models import Case, CaseClock, CaseStep
from .words import Deed, Level, Limit


@clock("cases.decide_late", _("受理时限"))
def decide_late(ctx):
    """Matters brought and not yet admitted or refused."""
    evaluate(ctx, Limit.DECIDE, "cases.admit")


@clock("cases.assign_late", _("派单时限"))
def assign_late(ctx):
    """Matters not yet given to anybody. Source: handbook, default."""
    evaluate(ctx, Limit.ASSIGN, "cases.assign")


@clock("cases.accept_late", _("签收时限"))
def accept_late(ctx):
    """Matters nobody has accepted. Source: handbook, default."""
    evaluate(ctx, Limit.ACCEPT, "cases.accept")


@clock("cases.reply_late", _("答复时限"))
def reply_late(ctx):
    """Matters not yet answered. Source: 12351 national scheme, three grades; days default."""
    evaluate(ctx, Limit.REPLY, "cases.reply")


@clock("cases.call_back_late", _("回访时限"))
def call_back_late(ctx):
    """Answered matters nobody has called back about. Source: handbook, default."""
    evaluate(ctx, Limit.CALL_BACK, "cases.call_back")


def evaluate(ctx, limit: str, power: str) -> int:
    """
    Bring the open clocks of a limit to today: colour, steps of what went up, marks. Return how many changed. Set statements.

    A second strike changes nothing: a clock that has been brought to today changes on a later day.
    """
    day, rows = ctx.day, CaseClock.objects.for_act("clock").filter(what=limit, done_on=None)
    columns = ("pk", "case_id", "case__node_id", "level")
    turned = list(rows.filter(next_on__lte=day).values_list(*columns))
    rows.filter(next_on__lte=day).update(
        level=models.Case(
            When(later_on__lte=day, then=Value(Level.LATER)), When(late_on__lte=day, then=Value(Level.LATE)),
            When(warn_on__lte=day, then=Value(Level.NEAR)), default=Value(Level.NONE),
        ),
        next_on=models.Case(When(later_on__lte=day, then=None), When(late_on__lte=day, then=F("later_on")), When(warn_on__lte=day, then=F("late_on")), default=F("warn_on")),
    )  # fmt: skip
    for part in batched(turned):
        _rise(ctx, part)
    mark(ctx, Case, list(_dues(rows.filter(level__gt=Level.NONE))), power)
    return len(turned)


def _rise(ctx, part: list) -> None:
    """What a part of the clocks that changed means for their matters: how high they stand, and a step for those that went up."""
    now = dict(CaseClock.objects.for_act("clock").filter(pk__among=[pk for pk, *_more in part]).values_list("pk", "level"))
    ctx.note_many(CaseClock, [(pk, node, "", "", {"level": [was, now[pk]]}) for pk, _case, node, was in part])
    cases = {case for _pk, case, _node, _was in part}
    tops = CaseClock.objects.for_act("clock").filter(case__in=cases, done_on=None).order_by().values("case").annotate(top=Max("level"))
    by_level = {}
    for case, top in tops.values_list("case", "top"):
        by_level.setdefault(top, []).append(case)
    for level, those in by_level.items():
        Case.objects.for_act("clock").filter(Q(level__lt=level), pk__among=those).update(level=level)
    CaseStep.objects.bulk_create(
        [CaseStep(case_id=case, deed=Deed.ESCALATED, on=ctx.day, at=ctx.at, says=b"") for pk, case, _node, was in part if now[pk] >= Level.LATE],
        batch_size=2000,
    )


def _dues(rows):
    """Marks: near ones stay with whose hand it is in; late ones go to the level above that, later ones one level higher still."""
    columns = ("case_id", "case__hand_id", "case__hand__path", "case__node_id", "case__node__path", "what", "level", "warn_on", "due_on", "later_on")
    for case, hand, hand_path, node, path, limit, level, warn_on, due_on, later_on in rows.values_list(*columns).iterator(20_000):
        if hand and limit in (Limit.ACCEPT, Limit.REPLY):
            node, path = hand, hand_path
        if level == Level.NEAR:
            yield Due(case, node, path, due_on, max((due_on - warn_on).days, 1))
        else:
            higher = path[: path.rstrip("/").rfind("/") + 1] if level == Level.LATER else path
            yield Due(case, node, higher or path, due_on if level == Level.LATE else later_on)
