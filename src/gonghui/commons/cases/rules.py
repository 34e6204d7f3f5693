"""Days of a limit; pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from gonghui.kernel.periods import WorkCalendar

ONE = timedelta(days=1)


@dataclass(frozen=True)
class Days:
    """The days of one limit: as counted, moved to a working day, and those on which it changes colour."""

    raw_on: date
    due_on: date
    warn_on: date
    late_on: date
    later_on: date


def days_of(calendar: WorkCalendar, since: date, days: int, workdays: bool, warn_pct: int, letter_wd: int) -> Days:
    """
    The days of a limit of `days` begun on `since`.

    The first day does not count; a last day that is no working day moves to the next one (Civil Code arts 201, 203).
    Yellow at `warn_pct` of the days, red after the last, with the level above `letter_wd` working days later (handbook, default).
    """
    part = ceil(days * warn_pct / 100)
    if workdays:
        raw = due = calendar.after(since, days)
        warn = calendar.after(since, part)
    else:
        raw = since + timedelta(days=days)
        due, warn = next_workday(calendar, raw), since + timedelta(days=part)
    return Days(raw, due, min(warn, due), due + ONE, max(calendar.after(due, letter_wd), due + ONE))


def next_workday(calendar: WorkCalendar, day: date) -> date:
    """The day itself when people work on it, else the next on which they do."""
    return day if calendar.works(day) else calendar.after(day, 1)


def half(days: int) -> int:
    """A second handling has half the time, at least a day. Source: handbook, default."""
    return max(ceil(days / 2), 1)
