"""Pure rules of a league: how long it lasted, who stands where and what decided it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from .words import Points, Tie


def whole_months(first: date, last: date) -> int:
    """Whole months from the first match day to the last; less than one is none."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


@dataclass
class Line:
    """A team's line of the table. more: difference of scores. by: what separated it from teams with as many points, empty where nobody has."""

    team: object
    played: int = 0
    won: int = 0
    points: int = 0
    more: int = 0
    scored: int = 0
    by: str = ""

    @property
    def lost(self) -> int:
        return self.played - self.won


def counted(teams, results) -> dict:
    """Lines of these teams, of results (home, away, home score, away score, forfeited). Points: `words.Points`."""
    lines = {team: Line(team) for team in teams}
    for home, away, ours, theirs, forfeit in results:
        for side, mine, other in ((home, ours, theirs), (away, theirs, ours)):
            line, won = lines.get(side), mine > other
            if line is None:
                continue
            line.played += 1
            line.won += won
            line.points += Points.WON if won else Points.FORFEITED if forfeit else Points.LOST
            line.more += mine - other
            line.scored += mine
    return lines


def standings(teams, results, ties: list[str], lot: Callable[[list[Line]], list[Line]]) -> list[Line]:
    """
    The table, best first: points, then what the season tries in its order, at last a lot; no two stand level in silence.

    `head` looks at the matches among those level alone: points, difference, scored. What still stands level after one rule begins with
    the first again, among themselves. lot: lines in the order of a lot. Source: FIBA rules D.1.3; default.
    """
    results = list(results)
    lines = counted(teams, results)
    table = []
    for level in _parts(lines.values(), lambda line: line.points):
        table += _separated(level, results, ties, lot)
    return table


def _parts(lines, key) -> list[list[Line]]:
    return [list(part) for _key, part in groupby(sorted(lines, key=key, reverse=True), key=key)]


def _separated(level: list[Line], results, ties, lot) -> Iterator[Line]:
    if len(level) == 1:
        yield level[0]
        return
    teams = {line.team for line in level}
    head = counted(teams, [result for result in results if teams.issuperset(result[:2])])
    keys = {
        Tie.HEAD: lambda line: (head[line.team].points, head[line.team].more, head[line.team].scored),
        Tie.DIFFERENCE: lambda line: line.more,
        Tie.SCORED: lambda line: line.scored,
    }
    for rule in ties:
        parts = _parts(level, keys[rule])
        if len(parts) == 1:
            continue
        for part in parts:
            part[0].by = rule
            yield from _separated(part, results, ties, lot)
        return
    for line in lot(level):
        line.by = Tie.LOT
        yield line
