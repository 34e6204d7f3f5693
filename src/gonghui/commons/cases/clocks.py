"""What time does to matters: yellow at 75 %, red when it is over, the level above some working days later."""

from datetime import date
from typing import NamedTuple

from django.db import models
from django.db.models import F, Value, When
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import Due, clock, replace
from gonghui.kernel.marks import Mark
from gonghui.kernel.store import batched, insert

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

    Each clock knows the day it changes next, so that only what changes is read; a second strike changes nothing.
    """
    day, rows = ctx.day, CaseClock.objects.for_act("clock").filter(what=limit, done_on=None)
    columns = (
        "case_id",
        "case__hand_id",
        "case__hand__path",
        "case__node_id",
        "case__node__path",
        "level",
        "warn_on",
        "due_on",
        "late_on",
        "later_on",
    )
    turned = [Turned(*row) for row in rows.filter(next_on__lte=day).values_list(*columns).iterator(20_000)]
    if turned:
        rows.filter(next_on__lte=day).update(
            level=models.Case(
                When(later_on__lte=day, then=Value(Level.LATER)), When(late_on__lte=day, then=Value(Level.LATE)),
                When(warn_on__lte=day, then=Value(Level.NEAR)), default=Value(Level.NONE),
            ),
            next_on=models.Case(
                When(later_on__lte=day, then=None), When(late_on__lte=day, then=F("later_on")), When(warn_on__lte=day, then=F("late_on")),
                default=F("warn_on"),
            ),
        )  # fmt: skip
        for level in (Level.NEAR, Level.LATE, Level.LATER):
            Case.objects.for_act("clock").filter(level__lt=level, pk__in=rows.filter(level=level).values("case_id")).update(level=level)
    risen = (t.case for t in turned for level in (Level.LATE, Level.LATER) if t.was < level <= t.now(day))
    insert(
        CaseStep,
        ("case_id", "deed", "channel", "says", "on", "at", "went_to"),
        ((pk, Deed.ESCALATED.value, "", b"", day, ctx.at, "") for pk in risen),
    )
    open_marks = Mark.objects.for_act("clock").filter(what=ctx.act.key, state="open")
    over = set(open_marks.exclude(subject__in=rows.filter(level__gt=Level.NONE).values("case_id")).values_list("pk", "node_id"))
    for part in batched([t.case for t in turned], 20_000):
        over |= set(open_marks.filter(subject__among=part).values_list("pk", "node_id"))
    replace(ctx, Case, sorted(over), [t.due(day, limit) for t in turned if t.now(day) > Level.NONE], power)
    return len(turned)


class Turned(NamedTuple):
    """A clock on the day it changes, and where its matter is."""

    case: int
    hand: int | None
    hand_path: str | None
    node: int
    node_path: str
    was: int
    warn_on: date
    due_on: date
    late_on: date
    later_on: date

    def now(self, day: date) -> int:
        """How high it stands on a day."""
        return sum(day >= turn for turn in (self.warn_on, self.late_on, self.later_on))

    def due(self, day: date, limit: str) -> Due:
        """Its mark: near ones stay with whose hand it is in; late ones go to the level above that, later ones one level higher still."""
        node, path, level = self.node, self.node_path, self.now(day)
        if self.hand and limit in (Limit.ACCEPT, Limit.REPLY):
            node, path = self.hand, self.hand_path
        if level == Level.NEAR:
            return Due(self.case, node, path, self.due_on, max((self.due_on - self.warn_on).days, 1))
        higher = path[: path.rstrip("/").rfind("/") + 1] if level == Level.LATER else path
        return Due(self.case, node, higher or path, self.due_on if level == Level.LATE else self.later_on)
