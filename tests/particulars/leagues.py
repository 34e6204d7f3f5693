"""Leagues: a season as far as an act needs it, with teams that have players."""

from gonghui.kernel.ledger.act import ACTS
from gonghui.lines.education.leagues.words import TEAM

from .governance import member


def number(ground, subject):
    return next(ground.numbers) % 900 + 1


def entry_of(ground, season):
    """A team of the textile factory in a season, with one player."""
    team = ground.made("parties.found_team", kind=TEAM)
    entry = ground.made("leagues.enter", season=season, team=team)
    ground.on(entry, "leagues.list_player")
    return entry


def two_teams(ground, season):
    for _ in range(2):
        entry_of(ground, season)


def playing(ground, subject):
    """A season in which matches are set, with two teams; the last one made so."""
    ground.season = ground.on(ground.record(ACTS["leagues.draw"]), "leagues.draw")
    return ground.season


def side(place: int):
    return lambda g, s: list(g.season.entries.for_act("situation").order_by("pk"))[place]


VALUES = {
    ("leagues.open", "number"): number,
    ("leagues.open", "least"): lambda g, s: 1,
    ("leagues.enter", "season"): lambda g, s: g.made("leagues.open"),
    ("leagues.enter", "team"): lambda g, s: g.made("parties.found_team", kind=TEAM),
    ("leagues.list_player", "person"): member,
    ("leagues.draw", "order"): lambda g, s: list(s.entries.for_act("situation"))[:1],
    ("leagues.finish", "champion"): lambda g, s: s.entries.for_act("situation").first(),
    ("leagues.set_match", "season"): playing,
    ("leagues.set_match", "home"): side(0),
    ("leagues.set_match", "away"): side(1),
    ("leagues.report", "away_score"): lambda g, s: 8,
}
FIRST = {"leagues.lock": two_teams}
