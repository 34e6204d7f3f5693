"""Pure rules of a league: how long it lasted, who stands where."""

from collections import defaultdict
from datetime import date

from .words import Points


def whole_months(first: date, last: date) -> int:
    """Whole months from the first match day to the last; less than one is none."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def standings(results) -> list[tuple]:
    """
    (team, played, won, points, difference) of results (home, away, home score, away score, forfeited), best first.

    Points as in `Points`, then the difference of scores. Source: FIBA rules D.1; default.
    """
    table = defaultdict(lambda: [0, 0, 0, 0])
    for home, away, ours, theirs, forfeit in results:
        for side, mine, other in ((home, ours, theirs), (away, theirs, ours)):
            row, won = table[side], mine > other
            row[0] += 1
            row[1] += won
            row[2] += Points.WON if won else Points.FORFEITED if forfeit else Points.LOST
            row[3] += mine - other
    return sorted(((team, *row) for team, row in table.items()), key=lambda r: (-r[3], -r[4], str(r[0])))
