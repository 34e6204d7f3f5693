"""Which days a page speaks of: a period as far as it has come, its months, the years up to it."""

from datetime import date

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.periods import BEGINNING, UNKNOWN_PERIOD, Period, last_day
from gonghui.kernel.refusal import Refusal

YEARS = 5
NOT_YET = Refusal("cockpit.not_yet", _("期间“{period}”还没有开始。"), instead=_("请选已开始的期间。"), field="period")


def so_far(period: Period, day: date) -> Period:
    """A period up to today, so that last year's is as long. Refuses: NOT_YET, and what begins before any record."""
    if period.start < BEGINNING:
        raise UNKNOWN_PERIOD(text=period.text)
    if period.start > day:
        raise NOT_YET(period=period.label)
    return period if period.end <= day else between(period.start, day)


def between(first: date, last: date) -> Period:
    """From one day to another, both inside, written so that every face can read it."""
    return Period(f"{first}..{last}", first, last)


def year_before(period: Period) -> Period:
    """The same days one year earlier."""
    earlier = period.year_earlier
    return between(earlier.start, earlier.end)


def months(period: Period) -> list[tuple[str, Period]]:
    """The months of the period's last year up to its last day."""
    year, end = period.end.year, period.end
    spans = [between(date(year, m, 1), min(last_day(year, m), end)) for m in range(1, end.month + 1)]
    return [(now_("{month} 月").format(month=span.start.month), span) for span in spans]


def years(period: Period) -> list[tuple[str, Period]]:
    """The last five years up to the period's last day."""
    spans = [between(date(y, 1, 1), min(date(y, 12, 31), period.end)) for y in range(period.end.year - YEARS + 1, period.end.year + 1)]
    return [(now_("{year} 年").format(year=span.start.year), span) for span in spans]
