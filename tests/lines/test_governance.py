"""Rules of elections, quotas and leagues, from the handbook's examples and its bad input."""

from datetime import date

import pytest

from gonghui.lines.education.leagues.rules import standings, whole_months
from gonghui.lines.organization.governance import rules


def test_seven_seats_need_eight_candidates():
    assert rules.least_candidates(7, 5) == 8 and rules.least_candidates(20, 10) == 22 and rules.least_candidates(3, 0) == 3


@pytest.mark.parametrize(("entitled", "present", "held"), [(100, 60, False), (100, 66, False), (100, 67, True), (3, 2, True)])
def test_two_thirds_of_those_entitled_are_there(entitled, present, held):
    assert rules.quorate(entitled, present) is held


@pytest.mark.parametrize(("entitled", "yes", "holds"), [(100, 50, False), (100, 51, True), (101, 51, True), (90, 45, False)])
def test_half_of_those_entitled_is_not_enough(entitled, yes, holds):
    assert rules.elected(entitled, yes) is holds


def test_a_term_is_three_or_five_years_at_the_grassroots_and_five_above():
    assert rules.term_years(True) == (3, 5) and rules.term_years(False) == (5,)
    assert rules.last_day(date(2024, 2, 29), 5) == date(2029, 2, 28)


def test_seats_go_by_the_largest_remainders_and_are_never_lost():
    assert rules.shares([60, 25, 15], 10, 0) == [6, 3, 1]  # of two equal remainders the first is served first
    assert rules.shares([0, 0], 5, 1) == [3, 2]
    for seats in (7, 50, 706):
        assert sum(rules.shares([321_500, 42_000, 7, 999], seats, 1)) == seats


def test_months_of_a_season_are_whole_ones():
    assert [whole_months(date(2024, 4, 20), day) for day in (date(2024, 5, 19), date(2024, 5, 20), date(2024, 6, 28))] == [0, 1, 2]


def test_a_table_goes_by_points_then_by_the_difference():
    rows = standings(list("甲乙丙"), [("甲", "乙", 80, 70, False), ("乙", "丙", 90, 60, False), ("丙", "甲", 20, 0, True)], ["difference"], list)
    assert [(line.team, line.points) for line in rows] == [("乙", 3), ("丙", 3), ("甲", 2)]
