"""Working days against the printed notices, and the year to come as the office enters it."""

from datetime import date

import pytest

from gonghui.kernel.clocks import after_workdays
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import WorkCalendar
from gonghui.kernel.refusal import Refused
from gonghui.kernel.workdays import enter
from tests.kernel.official_days import EVERY_DAY, naive, worked


def test_every_day_of_2021_to_2026_is_worked_or_not_as_printed():
    calendar = WorkCalendar()
    assert [day for day in EVERY_DAY if calendar.works(day) != worked(day)] == []


def test_from_every_day_of_2021_to_2026_five_working_days_end_where_one_counts_them():
    calendar = WorkCalendar()
    wrong = [(day, n) for day in EVERY_DAY for n in (1, 5, 15) if calendar.after(day, n) != naive(day, n)]
    print(f"working days counted from {len(EVERY_DAY)} days, wrong {len(wrong)}")
    assert not wrong


def test_a_day_off_as_the_first_counts_from_the_next_working_day():
    assert WorkCalendar().after(date(2024, 5, 4), 1) == date(2024, 5, 6)
    assert WorkCalendar().between(date(2024, 9, 27), date(2024, 10, 8)) == 3


def test_the_year_to_come_is_loaded_by_the_office(cast):
    assert after_workdays(date(2027, 2, 4), 1) == date(2027, 2, 5)
    do(enter, cast.zhou, node=cast.nodes["province"], name="春节", since=date(2027, 2, 5), until=date(2027, 2, 11))
    do(enter, cast.zhou, node=cast.nodes["province"], name="春节", since=date(2027, 2, 14), until=date(2027, 2, 14), worked=True)
    assert after_workdays(date(2027, 2, 4), 1) == date(2027, 2, 12)
    assert after_workdays(date(2027, 2, 4), 2) == date(2027, 2, 14)
    with pytest.raises(Refused, match="最高一级"):
        do(enter, cast.li, node=cast.nodes["city"], name="春节", since=date(2027, 2, 5), until=date(2027, 2, 11))


def test_what_is_entered_last_goes_before_what_was_entered_first():
    closed = (date(2020, 1, 31), date(2020, 2, 2), False)
    assert WorkCalendar((closed,)).works(date(2020, 1, 31)) is False
    assert WorkCalendar((closed, (date(2020, 1, 31), date(2020, 1, 31), True))).works(date(2020, 1, 31))
    assert WorkCalendar().knows(2026) and not WorkCalendar().knows(2027)
