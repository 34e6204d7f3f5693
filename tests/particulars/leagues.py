"""Leagues: a season as far as an act needs it, with teams that have players."""

from datetime import timedelta

from gonghui.commons.parties import team_acts
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.leagues.models import LeagueEntry, Player
from gonghui.lines.education.leagues.words import FIBA, REFEREES, TEAM

from .enrolment import known
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


def led(ground, match):
    """The worker leads the home side."""
    person = known(ground, ground.worker or ground.new_worker())
    by_house("tests.lead", lambda ctx: LeagueEntry.objects.for_act("test").filter(pk=match.home_id).update(leader=person))


def open_window(ground, player):
    """Its season's window for transfers is open, and there is another team to go to."""
    entry_of(ground, player.season)
    ground.on(player.season, "leagues.lock")

    def make(ctx):
        season = type(player.season).objects.for_act("test").get(pk=player.season_id)
        season.transfers_until = clock.today() + timedelta(days=9)
        season.save()

    by_house("tests.window", make)


def a_match(ground, subject):
    """A match; the last one made so."""
    ground.match = ground.made("leagues.set_match")
    return ground.match


def of_home(ground, match):
    return Player.objects.for_act("situation").filter(entry=match.home_id).first()


def panel(ground, subject):
    """Referees who are members of no unit here."""
    team = ground.made("parties.found_team", kind=REFEREES)
    for _n in range(2):
        person = ground.made("membership.register").person
        do(team_acts.add_member, SYSTEM, team, person=person, since=team.since)
    return team


VALUES = {
    ("leagues.open", "number"): number,
    ("leagues.open", "least"): lambda g, s: 1,
    ("leagues.enter", "season"): lambda g, s: g.made("leagues.open"),
    ("leagues.enter", "team"): lambda g, s: g.made("parties.found_team", kind=TEAM),
    ("leagues.name_leader", "leader"): member,
    ("leagues.list_player", "person"): member,
    ("leagues.transfer", "to"): lambda g, s: s.season.entries.for_act("situation").exclude(pk=s.entry_id).first(),
    ("leagues.draw", "order"): lambda g, s: list(s.entries.for_act("situation"))[:1],
    ("leagues.schedule", "until"): lambda g, s: clock.today() + timedelta(days=20),
    ("leagues.schedule", "weekdays"): lambda g, s: list("1234567"),
    ("leagues.schedule", "hours"): lambda g, s: "09:00\n14:00",
    ("leagues.finish", "champion"): lambda g, s: s.entries.for_act("situation").first(),
    ("leagues.set_match", "season"): playing,
    ("leagues.set_match", "home"): side(0),
    ("leagues.set_match", "away"): side(1),
    ("leagues.report", "away_score"): lambda g, s: 8,
    ("leagues.decide", "away_score"): lambda g, s: 8,
    ("leagues.name_sheet", "players"): lambda g, s: [of_home(g, s)],
    ("leagues.penalise", "match"): a_match,
    ("leagues.penalise", "player"): lambda g, s: of_home(g, g.match),
    ("leagues.rota", "panel"): panel,
    ("leagues.name_referee", "person"): lambda g, s: g.made("membership.register").person,
}
FIRST = {"leagues.lock": two_teams, "leagues.agree": led, "leagues.dispute": led, "leagues.transfer": open_window, "leagues.name_sheet": led}
BORN_BY = {
    "education_leagues.player": lambda g: (
        Player.objects.for_act("situation").filter(entry=g.on(g.made("leagues.enter"), "leagues.list_player")).first()
    ),
    "education_leagues.refereeing": lambda g: g.on(a_match(g, None), "leagues.name_referee").referees.for_act("situation").first(),
    "education_leagues.sheetline": lambda g: g.on(a_match(g, None), "leagues.name_sheet").sheet.for_act("situation").first(),
}
ROWS = {
    "education_leagues.leagueseason": {"ties": FIBA, "bracket_hour": ""},
    "education_leagues.match": {"kick_off": ""},
}
