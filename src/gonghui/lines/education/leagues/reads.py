"""Reading a season: its teams, its tables, what was drawn; each in one or two statements."""

from collections.abc import Callable

from gonghui.kernel.turnstile import draw as lots

from . import rules, words
from .models import LeagueEntry, LeagueSeason, Match


def held(season: LeagueSeason) -> LeagueSeason:
    """The season as it stands now, locked: nobody locks its rosters while a name is written on one."""
    return LeagueSeason.objects.for_act("a season and its teams").select_for_update(of=("self",), no_key=True).get(pk=season.pk)


def standing(season) -> list[LeagueEntry]:
    """The teams that are in it."""
    return list(season.entries.for_act("teams of a season").filter(left_on=None).select_related("team", "node").order_by("pk"))


def matches_of(season):
    """Its matches with their teams."""
    return Match.objects.for_act("matches of a season").filter(season=season).select_related("home__team", "away__team")


def lot_of(season) -> Callable:
    """The lot among lines that stand level: by the season's seed over team, points, difference and scored, which nobody knew with it."""

    def drawn(level: list[rules.Line]) -> list[rules.Line]:
        told = {f"{line.team} {line.points} {line.more} {line.scored}": line for line in level}
        return [told[text] for text in lots.drawn(season.seed or "", told)]

    return drawn


def tables(season) -> dict[str, list[rules.Line]]:
    """The table of each group, from confirmed results of the group stage alone; a line's team is its entry."""
    entries = {entry.pk: entry for entry in standing(season)}
    played = Match.objects.for_act("results of a season").filter(season=season, state=words.M.CONFIRMED, play_off=False)
    results = list(played.values_list("home", "away", "home_score", "away_score", "forfeit"))
    found = {}
    for group in sorted({entry.group for entry in entries.values()}):
        teams = [pk for pk, entry in entries.items() if entry.group == group]
        found[group] = rules.standings(teams, results, season.ties.split(","), lot_of(season))
        for line in found[group]:
            line.team = entries[line.team]
    return found


def overall(season) -> list[LeagueEntry]:
    """All teams across groups: by place in the group, then points, difference and scored a match, then the order drawn."""
    lines = [(n, line) for table in tables(season).values() for n, line in enumerate(table)]

    def key(told):
        place, line = told
        each = max(line.played, 1)
        return place, -line.points / each, -line.more / each, -line.scored / each, line.team.drawn or 0, line.team.pk

    return [line.team for _place, line in sorted(lines, key=key)]


def published(season) -> dict | None:
    """What anybody can draw again: seed, list and order, by the numbers of the entries; None before it was drawn by a seed."""
    rows = list(season.entries.for_act("a draw is for everybody").exclude(drawn=None).select_related("team").order_by("drawn"))
    if not rows or not season.seed:
        return None
    order = [str(row.pk) for row in rows]
    groups = {str(row.pk): min(row.drawn - 1, season.seeded) for row in rows} if season.seeded else {}
    names = {str(row.pk): {"team": str(row.team), "group": row.group} for row in rows}
    return {
        "title": str(season), "commitment": season.commitment, "seed": season.seed, "entries": sorted(order, key=int), "groups": groups,
        "order": order, "names": names,
    }  # fmt: skip
