"""Two hands at once on a league: both half-finals confirmed, both leaders agreeing, two matches set in one venue at one hour."""

from functools import partial

import pytest

from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.leagues import acts, fixture_acts, match_acts
from gonghui.lines.education.leagues.models import Match
from gonghui.lines.education.leagues.words import M
from tests.at_once import at_once
from tests.commons.test_enrolment import worker

from .leaguing import SATURDAY, again, at, drawn, met

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_half_finals_confirmed_at_once_set_one_final_and_one_match_for_the_third_place(cast):
    season, entries = drawn(cast, 4)
    for n, home in enumerate(entries):
        for away in entries[n + 1 :]:
            met(season, home, away, 80, 60)
    do(acts.begin_play_offs, SYSTEM, season)
    do(fixture_acts.make_bracket, SYSTEM, season, through=4, since=SATURDAY, at_place="馆", third=True)
    halves = list(Match.objects.for_act("test").filter(season=season, round=1, place__isnull=False))
    for match in halves:
        do(match_acts.report, cast.li, match, home_score=70, away_score=60)
    answers = at_once(*(partial(do, match_acts.confirm, cast.zhou, match) for match in halves))
    assert not [answer for answer in answers if isinstance(answer, BaseException)]
    later = Match.objects.for_act("test").filter(season=season, round=2, place__isnull=False)
    assert sorted(later.values_list("place", flat=True)) == [0, 1]


def test_both_leaders_agree_at_once_and_the_result_stands_once(cast):
    season, entries = drawn(cast, 2)
    leaders = [worker(cast, 40 + n) for n in range(2)]
    for entry, leader in zip(entries, leaders, strict=True):
        do(acts.name_leader, SYSTEM, entry, leader=leader.account.person)
    match = at(season, *entries)
    do(match_acts.report, cast.li, match, home_score=70, away_score=60)
    answers = at_once(*(partial(do, match_acts.agree, leader, match) for leader in leaders))
    assert not [answer for answer in answers if isinstance(answer, BaseException)]
    now = again(match)
    assert (now.state, now.home_agrees, now.away_agrees, again(season).first) == (M.CONFIRMED, True, True, SATURDAY)


def test_of_two_matches_set_at_once_for_one_venue_and_hour_one_is_refused(cast):
    season, (one, two, three, four) = drawn(cast, 4)
    answers = at_once(partial(at, season, one, two, "09:00"), partial(at, season, three, four, "10:00"))
    assert [answer.code for answer in answers if isinstance(answer, Refused)] == ["leagues.venue_busy"]
    assert Match.objects.for_act("test").filter(season=season).count() == 1
