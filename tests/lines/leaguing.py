"""Seasons for tests of leagues: teams of the textile factory with a member each, results told and confirmed."""

from datetime import date, timedelta

from gonghui.commons.parties import team_acts
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.leagues import acts, match_acts, words
from gonghui.lines.education.leagues.models import LeagueEntry, LeagueSeason, Match
from tests.commons.test_enrolment import worker

SATURDAY = date(2026, 3, 7)
ONE = timedelta(days=1)


def opened(cast, teams: int, number: int = 1, **told):
    """A season of the city with so many teams, each with a player, rosters locked; and its entries."""
    with clock.at(SATURDAY - 30 * ONE):
        season = do(acts.open_season, SYSTEM, node=cast.nodes["city"], name="职工篮球联赛", number=number, **told).subject
    entries = []
    for n in range(teams):
        person = worker(cast, 100 * number + n).account.person
        since = SATURDAY - 40 * ONE
        team = do(team_acts.found_team, SYSTEM, node=cast.nodes["union"], kind=words.TEAM, name=f"{number}届{n + 1}队", since=since).subject
        entries.append(do(acts.enter, SYSTEM, season=season, team=team).subject)
        do(acts.list_player, SYSTEM, entries[-1], person=person, shirt=4)
    do(acts.lock, SYSTEM, season)
    return season, entries


def drawn(cast, teams: int, groups: int = 1, number: int = 1, order=None, **told):
    """The same, with groups drawn; entries in the order drawn."""
    season, _entries = opened(cast, teams, number, **told)
    do(acts.draw, SYSTEM, season, groups=groups, order=order)
    return again(season), list(LeagueEntry.objects.for_act("test").filter(season=season).order_by("drawn"))


def again(row):
    """A record as it stands now."""
    return type(row).objects.for_act("test").get(pk=row.pk)


def at(season: LeagueSeason, home, away, hour: str = "", place: str = "馆", on: date = SATURDAY) -> Match:
    return do(match_acts.set_match, SYSTEM, season=season, home=home, away=away, on=on, at_place=place, kick_off=hour).subject


def result(match: Match, home: int, away: int, **told) -> Match:
    do(match_acts.report, SYSTEM, match, home_score=home, away_score=away, **told)
    return do(match_acts.confirm, SYSTEM, match).subject


def met(season, home, away, ours: int, theirs: int, **told) -> Match:
    """A match that has been played and confirmed."""
    return result(at(season, home, away, **told), ours, theirs)
