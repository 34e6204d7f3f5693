"""Days, periods and working days 期间. Ends are inclusive days."""

import calendar as months
import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from chinese_calendar import constants as official
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from .refusal import Refusal

UNKNOWN_PERIOD = Refusal(
    "periods.unknown",
    _("看不懂期间“{text}”。"),
    instead=_("可写：2023、2024H1、2024Q1、2024-07、2024-07-20、asof-2024-06-30、2019..2023、5y-to-2024、cum-to-2023。"),
    field="period",
)
BEGINNING = date(1921, 1, 1)  # cumulative figures start before any record


def last_day(year: int, month: int) -> date:
    return date(year, month, months.monthrange(year, month)[1])


@dataclass(frozen=True)
class Period:
    """From one day to another, both inside; `plan` marks what was meant, not done."""

    text: str
    start: date
    end: date
    plan: bool = False

    @classmethod
    def parse(cls, text: str) -> "Period":
        """
        Read a period as people and `claims.csv` write it. Refuses: UNKNOWN_PERIOD.

        A bare year inside `asof-` or `5y-to-` means its last day; `5y-to-2024-06-30` names the day.
        """
        clean = text.strip()
        plan = clean.endswith("-plan") or clean.startswith("plan-")
        try:
            start, end = _span(clean.removesuffix("-plan").removeprefix("plan-"))
        except (ValueError, OverflowError):
            raise UNKNOWN_PERIOD(text=text) from None
        if start > end:
            raise UNKNOWN_PERIOD(text=text)
        return cls(clean, start, end, plan)

    @property
    def before(self) -> date:
        """The day on which an opening stock stands."""
        return self.start - timedelta(days=1)

    @property
    def year_earlier(self) -> "Period":
        """The same span one year before, for growth against last year."""
        back = [date(d.year - 1, d.month, min(d.day, last_day(d.year - 1, d.month).day)) for d in (self.start, self.end)]
        return Period(f"{self.text}~-1y", *back, self.plan)

    @property
    def label(self) -> str:
        """The period in words: a year, a half of one, or its first and last day."""
        year = self.end.year
        named = {
            (date(year, 1, 1), date(year, 12, 31)): now_("{year} 年"),
            (date(year, 1, 1), date(year, 6, 30)): now_("{year} 年上半年"),
            (date(year, 7, 1), date(year, 12, 31)): now_("{year} 年下半年"),
        }
        if said := named.get((self.start, self.end)):
            said = said.format(year=year)
        elif self.start in (self.end, BEGINNING):
            said = now_("截至 {end}").format(end=self.end)
        else:
            said = now_("{start} 至 {end}").format(start=self.start, end=self.end)
        return now_("{period}计划").format(period=said) if self.plan else said

    def __str__(self) -> str:
        return self.text

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def _span(text: str) -> tuple[date, date]:
    if m := re.fullmatch(r"asof-(.+)", text):
        day = _span(m[1])[1]
        return day, day
    if m := re.fullmatch(r"cum-to-(.+)", text):
        return BEGINNING, _span(m[1])[1]
    if m := re.fullmatch(r"(\d{1,2})y-to-(.+)", text):
        end = _span(m[2])[1]
        years = int(m[1])
        if not years:
            raise ValueError(text)
        return date(end.year - years, end.month, min(end.day, last_day(end.year - years, end.month).day)) + timedelta(days=1), end
    if m := re.fullmatch(r"(.+)\.\.(.+)", text):
        return _span(m[1])[0], _span(m[2])[1]
    if m := re.fullmatch(r"(\d{4})", text):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)
    if m := re.fullmatch(r"(\d{4})H([12])", text):
        half = int(m[2])
        return date(int(m[1]), 1 + 6 * (half - 1), 1), last_day(int(m[1]), 6 * half)
    if m := re.fullmatch(r"(\d{4})Q([1-4])", text):
        quarter = int(m[2])
        return date(int(m[1]), 3 * quarter - 2, 1), last_day(int(m[1]), 3 * quarter)
    if m := re.fullmatch(r"(\d{4})-(\d{2})", text):
        return date(int(m[1]), int(m[2]), 1), last_day(int(m[1]), int(m[2]))
    if m := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return day, day
    raise ValueError(text)


@dataclass(frozen=True)
class WorkCalendar:
    """
    Which days are worked: Monday to Friday but official holidays, and the weekend days made up for them.

    told: (first day, last day, worked) as the office has entered them, a later one before an earlier; they go before the
    published calendars (2004 to 2026), so that a coming year or a change within one can be loaded. Beyond both a week
    has five working days. Source: the State Council's yearly notices on holidays.
    """

    told: tuple[tuple[date, date, bool], ...] = ()

    def works(self, day: date) -> bool:
        """Whether a day is worked."""
        for since, until, worked in reversed(self.told):
            if since <= day <= until:
                return worked
        return day in official.workdays or (day.weekday() < 5 and day not in official.holidays)

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; the day itself is never counted. Source: Civil Code art 201."""
        if count <= 0:
            return day
        worked = _worked(self.told)
        place = bisect_right(worked, day.toordinal()) + count - 1
        if worked[0] <= day.toordinal() and place < len(worked):
            return date.fromordinal(worked[place])
        while count:
            day += timedelta(days=1)
            count -= self.works(day)
        return day

    def between(self, day: date, end: date) -> int:
        """How many working days lie after `day` up to `end`, the last one inside."""
        worked = _worked(self.told)
        return max(bisect_right(worked, end.toordinal()) - bisect_right(worked, day.toordinal()), 0)

    def knows(self, year: int) -> bool:
        """Whether a year's holidays are published or entered."""
        return min(official.holidays).year <= year <= max(official.holidays).year or any(
            since.year <= year <= until.year for since, until, _ in self.told
        )


@lru_cache(maxsize=4)
def _worked(told) -> list[int]:
    """Every working day from 2004 to 2060 as an ordinal, in order."""
    calendar = WorkCalendar(told)
    days = range(date(2004, 1, 1).toordinal(), date(2061, 1, 1).toordinal())
    return [day for day in days if calendar.works(date.fromordinal(day))]
