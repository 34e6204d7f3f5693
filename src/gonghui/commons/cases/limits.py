"""Starting, stopping and stretching the times that run on a matter."""

from datetime import date

from django.db.models import Max

from gonghui.kernel import config
from gonghui.kernel.workdays import work_calendar

from . import rules, words
from .models import Case, CaseClock
from .words import Limit


def start(ctx, case: Case, limit: str, *, days: int | None = None, since: date | None = None) -> CaseClock | None:
    """Let a limit of the matter's kind run from today; none if the kind has no such limit."""
    key = words.limits_of(case.kind).key(limit, case.weight)
    if not key:
        return None
    place = case.hand if limit in (Limit.ACCEPT, Limit.REPLY) and case.hand_id else case.node
    clock = CaseClock(case=case, what=limit, since=since or ctx.day, workdays=key.endswith("_wd"))
    clock.days = config.value(key, place, ctx.day) if days is None else days
    fit(ctx, clock, place)
    return clock


def fit(ctx, clock: CaseClock, place) -> None:
    """Work out the days of a clock and save it."""
    pct, letter = (config.value(key, place, ctx.day) for key in ("case.warn_pct", "case.letter_wd"))
    found = rules.days_of(work_calendar(), clock.since, clock.days + clock.extended, clock.workdays, pct, letter)
    for name in ("raw_on", "due_on", "warn_on", "late_on", "later_on"):
        setattr(clock, name, getattr(found, name))
    clock.level, clock.next_on = 0, found.warn_on  # the clock that strikes daily raises it
    clock.save()


def running(case: Case):
    return CaseClock.objects.for_act("clocks of a matter").filter(case=case, done_on=None)


def stop(ctx, case: Case, *limits: str) -> None:
    """End these limits, all of them by default; the matter stands as high as what still runs."""
    rows = running(case).filter(what__in=limits) if limits else running(case)
    for clock in rows.order_by("pk"):
        clock.done_on, clock.next_on = max(ctx.day, clock.since), None
        clock.save()
    case.level = running(case).aggregate(top=Max("level"))["top"] or 0


def stretch(ctx, case: Case, days: int) -> None:
    """Lengthen the time to reply."""
    clock = running(case).get(what=Limit.REPLY)
    clock.extended = days
    fit(ctx, clock, case.hand or case.node)
    case.level = running(case).aggregate(top=Max("level"))["top"] or 0


def second(case: Case, on: date) -> int:
    """The days of a second handling: half of the first time's."""
    key = words.limits_of(case.kind).key(Limit.REPLY, case.weight)
    return rules.half(config.value(key, case.hand or case.node, on)) if key else 0
