"""Rules of a league alone: fixtures by the circle method, tables with every kind of tie, brackets with byes, suspensions served."""

from collections import Counter
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest

from gonghui.lines.education.leagues import fixtures
from gonghui.lines.education.leagues.discipline import left_before
from gonghui.lines.education.leagues.rules import standings
from gonghui.lines.education.leagues.words import FIBA

DAY = date(2026, 3, 7)


@pytest.mark.parametrize("legs", (1, 2))
@pytest.mark.parametrize("size", range(2, 20))
def test_everybody_meets_everybody_once_a_leg_and_nobody_twice_a_round(size, legs):
    rounds = fixtures.round_robin(list(range(size)), legs)
    met = Counter(frozenset(pair) for pairs in rounds for pair in pairs)
    assert met == dict.fromkeys(map(frozenset, combinations(range(size), 2)), legs)
    assert all(len({team for pair in pairs for team in pair}) == 2 * len(pairs) for pairs in rounds)
    assert len(rounds) == (size - 1 + size % 2) * legs
    home = Counter(pair[0] for pairs in rounds for pair in pairs)
    assert max(abs(2 * home[team] - (size - 1) * legs) for team in range(size)) <= (1 if legs == 1 else 0)


def test_matches_are_laid_in_their_rounds_without_a_clash_and_what_does_not_fit_is_told():
    matches = [(turn, *pair) for turn, pairs in enumerate(fixtures.round_robin(list("甲乙丙丁戊己")), 1) for pair in pairs]
    days = [DAY + timedelta(days=7 * n) for n in range(5)]
    slots = [(day, hour, venue) for day in days for hour in ("09:00", "14:00") for venue in ("一号馆", "二号馆")]
    done, left = fixtures.laid(matches, slots, set())
    assert (len(done), left) == (15, 0)
    assert len({slot for *_match, slot in done}) == 15
    plays = Counter((team, slot[0]) for _turn, home, away, slot in done for team in (home, away))
    assert set(plays.values()) == {1}
    for team in "甲乙丙丁戊己":
        theirs = sorted((slot[0], turn) for turn, home, away, slot in done if team in (home, away))
        assert all(one[1] < other[1] for one, other in pairwise(theirs))
    assert fixtures.laid(matches, slots[:8], set())[1] > 0
    done, left = fixtures.laid(matches, slots, {("甲", days[0])})
    assert ("甲", days[0]) not in {(team, slot[0]) for _turn, home, away, slot in done for team in (home, away)} and left > 0


def by_name(level):
    return sorted(level, key=lambda line: str(line.team))


def table(results, ties=FIBA, teams="甲乙丙丁", lot=by_name):
    rows = [(pair[0], pair[1], ours, theirs, False) for pair, ours, theirs in results]
    return [(line.team, line.points, str(line.by)) for line in standings(list(teams), rows, ties.split(","), lot)]


def test_three_level_are_separated_by_the_matches_among_them_alone():
    round_of_three = [("甲乙", 70, 60), ("乙丙", 70, 65), ("丙甲", 71, 70)]  # among them: 甲 +9, 丙 -4, 乙 -5
    against_the_last = [("甲丁", 61, 60), ("乙丁", 99, 20), ("丙丁", 80, 60)]  # over all, 乙 has the best difference by far
    assert table(round_of_three + against_the_last) == [("甲", 5, "head"), ("丙", 5, "head"), ("乙", 5, "head"), ("丁", 3, "")]
    assert [row[0] for row in table(round_of_three + against_the_last, "difference,scored,head")] == ["乙", "丙", "甲", "丁"]


def test_what_still_stands_level_of_three_begins_with_the_first_rule_again_among_themselves():
    """Among the three 甲 is ahead, 乙 and 丙 stand level in points, difference and scores; between these two 乙 has won."""
    among = [("甲乙", 78, 70), ("乙丙", 70, 65), ("丙甲", 75, 73)]
    against_the_last = [("甲丁", 70, 60), ("乙丁", 61, 60), ("丙丁", 99, 30)]
    assert table(among + against_the_last) == [("甲", 5, "head"), ("乙", 5, "head"), ("丙", 5, "head"), ("丁", 3, "")]
    assert [row[0] for row in table(among + against_the_last, "difference,scored,head")] == ["丙", "甲", "乙", "丁"]


def test_two_of_three_whom_their_own_matches_do_not_separate_either_go_by_the_next_rule():
    """甲 beats both by ten; 乙 and 丙 share two matches by the same score, and over all 丙 has scored one more."""
    results = [("甲乙", 70, 60), ("甲丙", 70, 60), ("乙丙", 66, 60), ("丙乙", 66, 60), ("甲丁", 70, 60), ("丁乙", 60, 61), ("丁丙", 60, 62)]
    assert table(results, "head,scored,difference") == [("甲", 6, "head"), ("丙", 6, "scored"), ("乙", 6, "scored"), ("丁", 3, "")]


def test_a_tie_nothing_separates_is_decided_by_lot_and_said_to_be():
    results = [("甲乙", 70, 60), ("乙丙", 70, 60), ("丙甲", 70, 60)]
    assert table(results, teams="甲乙丙", lot=lambda level: by_name(level)[::-1]) == [("甲", 3, "lot"), ("乙", 3, "lot"), ("丙", 3, "lot")]
    assert table([], teams="甲乙") == [("乙", 0, "lot"), ("甲", 0, "lot")]
    assert table([("甲乙", 70, 60)], teams="甲乙") == [("甲", 2, ""), ("乙", 1, "")]


def test_who_forfeits_gets_no_point():
    (first, second) = standings(["甲", "乙"], [("甲", "乙", 20, 0, True)], FIBA.split(","), by_name)
    assert (first.points, second.points, second.lost) == (2, 0, 1)


@pytest.mark.parametrize("size", range(2, 18))
def test_a_bracket_gives_byes_to_the_best_and_lets_the_best_two_meet_in_the_final_alone(size):
    pairs = fixtures.bracket(size)
    seeds = [seed for pair in pairs for seed in pair if seed]
    assert sorted(seeds) == list(range(1, size + 1))
    byes = sorted(better for better, worse in pairs if worse is None)
    assert byes == list(range(1, len(pairs) * 2 - size + 1))
    half = len(pairs) // 2
    assert size == 2 or {1 in pair for pair in pairs[:half]} != {2 in pair for pair in pairs[:half]} or half == 0
    winners = [min(seed for seed in pair if seed) for pair in pairs]
    while len(winners) > 2:
        winners = [min(winners[n], winners[n + 1]) for n in range(0, len(winners), 2)]
    assert sorted(winners) == [1, 2][: len(winners)]


def test_teams_of_one_group_meet_in_the_first_round_only_where_it_cannot_be_helped():
    order = fixtures.apart(["A1", "B1", "B2", "A2"], lambda team: team[0])
    assert order == ["A1", "B1", "A2", "B2"]
    assert fixtures.apart(["A1", "A2", "A3", "A4"], lambda team: team[0]) == ["A1", "A2", "A3", "A4"]


def test_a_suspension_is_served_by_the_next_matches_and_suspensions_add_up():
    matches = [(DAY + timedelta(days=n), "", n) for n in range(6)]
    assert [left_before(match, matches, [(matches[1], 2)]) for match in matches] == [0, 0, 2, 1, 0, 0]
    assert [left_before(match, matches, [(matches[1], 1), (matches[1], 2)]) for match in matches] == [0, 0, 3, 2, 1, 0]
    assert [left_before(match, matches, [(matches[0], 2), (matches[1], 1)]) for match in matches[:4]] == [0, 2, 2, 1]


@pytest.mark.parametrize(
    ("text", "minutes"), (("00:00", 0), ("19:30", 1170), ("24:00", None), ("25:00", None), ("9:00", None), ("", None), ("1９:00", None))
)
def test_a_kick_off_is_read_on_the_clock_of_24_hours(text, minutes):
    assert fixtures.minute(text) == minutes


def test_thirty_four_teams_in_four_groups_are_laid_on_as_few_days_as_there_is_room_on():
    """As many teams as played in Baoji in 2024."""
    matches, first = [], 0
    for size in (9, 9, 8, 8):
        teams = list(range(first, first + size))
        matches += [(turn, *pair) for turn, pairs in enumerate(fixtures.round_robin(teams), 1) for pair in pairs]
        first += size
    slots = [(DAY + timedelta(days=n), hour, venue) for n in range(60) for hour in ("09:00", "14:00", "19:00") for venue in "一二"]
    done, left = fixtures.laid(sorted(matches, key=lambda match: match[0]), slots, set())
    assert (len(done), left, len({slot[0] for *_match, slot in done})) == (128, 0, 22)  # 128 matches, 6 a day
