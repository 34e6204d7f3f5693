"""The bracket of a season: who meets whom, worked out from seedings and confirmed results; what is decided is set by itself."""

from datetime import timedelta

from gonghui.kernel import config

from . import fixtures, noes, words
from .clashes import clash
from .models import LeagueEntry, Match
from .reads import overall, standing

LAST_KICK_OFF = 22 * 60  # minutes after midnight; default


def save_all(ctx, entries: list[LeagueEntry], *fields: str) -> None:
    """Save these fields of entries in one statement, noted for the ledger."""
    for entry in entries:
        ctx.note(entry)
    LeagueEntry.objects.for_act("all at once").bulk_update(entries, fields, batch_size=500)


def winner(match: Match) -> LeagueEntry:
    return match.home if match.home_score > match.away_score else match.away


def loser(match: Match) -> LeagueEntry:
    return match.away if match.home_score > match.away_score else match.home


def rounds_of(size: int) -> int:
    """How many rounds a bracket of so many teams has."""
    return (size - 1).bit_length()


class Bracket:
    """
    The bracket as it stands. done: its standing matches by (round, place); rounds and places count from 1 and 0; place 1 of the last is for the third.

    now: a match as the act is about to leave it, in place of the one that is stored.
    """

    def __init__(self, season, now: Match | None = None):
        seeded = [entry for entry in standing(season) if entry.seeding]
        self.season, self.seeds = season, {entry.seeding: entry for entry in seeded}
        self.last, self.first = rounds_of(len(seeded)), fixtures.bracket(len(seeded)) if seeded else []
        rows = Match.objects.for_act("bracket").filter(season=season, place__isnull=False, state__in=words.STANDS)
        self.done = {(row.round, row.place): row for row in rows.select_related("home__team", "away__team") if now is None or row.pk != now.pk}
        if now is not None and now.place is not None and now.state in words.STANDS:
            self.done[now.round, now.place] = now

    def decided(self, turn: int, place: int, who=winner) -> LeagueEntry | None:
        """Who comes out of a match: by a bye, or by a confirmed result; None while it is open."""
        if turn == 1 and self.first[place][1] is None:
            return self.seeds[self.first[place][0]] if who is winner else None
        match = self.done.get((turn, place))
        return who(match) if match is not None and match.state == words.M.CONFIRMED else None

    def sides(self, turn: int, place: int) -> tuple:
        """The two of a match, each None while it is not known."""
        if self.season.third and turn == self.last and place == 1:
            return tuple(self.decided(turn - 1, n, loser) for n in (0, 1))
        if turn == 1:
            return tuple(self.seeds.get(seed) for seed in self.first[place])
        return self.decided(turn - 1, 2 * place), self.decided(turn - 1, 2 * place + 1)

    def places(self) -> list[tuple[int, int]]:
        """Every (round, place) of it, the match for the third place last."""
        told = [(turn, place) for turn in range(1, self.last + 1) for place in range(1 << (self.last - turn))]
        return [*told, (self.last, 1)] if self.season.third and self.last > 1 else told

    def nth(self, turn: int, place: int) -> int:
        """How many matches of its round are played before it: a bye is none, and the third place is played for before the final."""
        if turn == 1:
            return sum(worse is not None for _better, worse in self.first[:place])
        return int(self.season.third and place == 0) if turn == self.last else place

    def next_of(self, match: Match) -> list[Match]:
        """The matches its winner and its loser have moved on to."""
        later = [(match.round + 1, match.place // 2), *([(self.last, 1)] if match.round == self.last - 1 else [])]
        return [self.done[key] for key in later if key in self.done]


def fill(ctx, season, now: Match | None = None) -> None:
    """Set every match of the bracket whose two teams are known and which is not set yet; what a result leads to, not before today."""
    bracket = Bracket(season, now)
    for turn, place in bracket.places():
        home, away = bracket.sides(turn, place)
        if home is not None and away is not None and (turn, place) not in bracket.done:
            on, kick_off = moment(season, turn, bracket.nth(turn, place))
            told = {"season": season, "home": home, "away": away, "on": max(on, ctx.day) if now else on, "at_place": season.bracket_place}
            if kick_off and clash(kick_off=kick_off, **told):
                kick_off = ""  # an officer says when
            ctx.create(
                Match,
                node=season.node,
                play_off=True,
                round=turn,
                place=place,
                kick_off=kick_off,
                state=words.MATCH.born("leagues.set_match"),
                **told,
            )


def moment(season, turn: int, nth: int):
    """Day and kick-off of the nth match of a round, from 0: rounds so many days apart, matches of a round one after the other from the first kick-off, on more days if need be."""
    on = season.bracket_on + timedelta(days=season.bracket_every * (turn - 1))
    start = fixtures.minute(season.bracket_hour)
    if start is None:
        return on, ""
    each = config.value("leagues.match_minutes", season.node, on)
    a_day = max((LAST_KICK_OFF - start) // each + 1, 1)
    at = start + nth % a_day * each
    return on + timedelta(days=nth // a_day), f"{at // 60:02d}:{at % 60:02d}"


def ranked(season) -> list[LeagueEntry]:
    """All teams, best first: out of the bracket by the round they came to and the match for the third place, the rest by the tables."""
    bracket, order = Bracket(season), overall(season)
    came = {}
    for turn, place in bracket.places():
        match = bracket.done.get((turn, place))
        if match is None or match.state != words.M.CONFIRMED:
            continue
        third = turn == bracket.last and place == 1
        came[winner(match).pk] = (turn - 1, 1) if third else (turn + 1, 0)
        came[loser(match).pk] = (turn - 1, 0) if third else (turn, 0)
    return sorted(order, key=lambda entry: (*(-n for n in came.get(entry.pk, (0, 0))), entry.seeding or len(order)))


def refuse_other_champion(season, entries: list[LeagueEntry], champion: LeagueEntry | None) -> None:
    """Refuses NOT_CHAMPION for another than the final's winner, NO_CHAMPION where nothing has decided and nobody says."""
    known = any(entry.seeding for entry in entries) or len({entry.group for entry in entries}) < 2
    if champion is None and not known:
        raise noes.NO_CHAMPION()
    if champion is not None and any(entry.seeding for entry in entries) and champion.pk != entries[0].pk:
        raise noes.NOT_CHAMPION(team=entries[0])
