"""Pure rules of fixtures: who meets whom in which round, and when and where."""

import re
from datetime import date, timedelta

HOUR = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


def minute(text: str) -> int | None:
    """Minutes after midnight of a kick-off hh:mm on the 24-hour clock; None for anything else."""
    found = HOUR.fullmatch(text)
    return int(found[1]) * 60 + int(found[2]) if found else None


def round_robin(teams: list, legs: int = 1) -> list[list[tuple]]:
    """
    Rounds of (home, away) by the circle method: one team stands still, the others go round it; who meets nobody has a bye.

    In the second leg everybody meets again with sides changed.
    """
    ring = [None, *teams] if len(teams) % 2 else list(teams)
    rounds = []
    for turn in range(len(ring) - 1):
        pairs = [(ring[n], ring[-1 - n]) for n in range(len(ring) // 2)]
        pairs = [(b, a) if (turn if n == 0 else n) % 2 else (a, b) for n, (a, b) in enumerate(pairs)]
        rounds.append([pair for pair in pairs if None not in pair])
        ring = [ring[0], ring[-1], *ring[1:-1]]
    return rounds + [[(away, home) for home, away in pairs] for pairs in rounds] * (legs - 1)


def match_days(since: date, until: date, weekdays: set[int]) -> list[date]:
    """Days from one to another that fall on these days of the week, Monday is 1."""
    days = (since + timedelta(days=n) for n in range((until - since).days + 1))
    return [day for day in days if day.isoweekday() in weekdays]


def laid(matches: list[tuple], slots: list[tuple], busy: set[tuple]) -> tuple[list[tuple], int]:
    """
    Matches (round, home, away) laid in their order onto slots (day, kick-off, venue), each on the earliest that is free.

    A team plays once a day, and its rounds in their order. busy: (team, day) of what is set already. Gives what was laid as
    (round, home, away, slot), and how many did not fit.
    """
    free, last, done, left = dict.fromkeys(slots), {}, [], 0
    for turn, home, away in matches:
        after = max(last.get(home, date.min), last.get(away, date.min))
        slot = next((s for s in free if s[0] > after and (home, s[0]) not in busy and (away, s[0]) not in busy), None)
        if slot is None:
            left += 1
            continue
        del free[slot]
        last[home] = last[away] = slot[0]
        done.append((turn, home, away, slot))
    return done, left


def bracket(size: int) -> list[tuple[int, int | None]]:
    """
    The first round of a bracket of so many teams by their seeding from 1: (better, worse), the worse None where the better has a bye.

    The best two can only meet in the final, the best four in the half-finals; byes go to the best.
    """
    order = [1]
    while len(order) < size:
        order = [seed for one in order for seed in (one, 2 * len(order) + 1 - one)]
    pairs = [(order[n], order[n + 1]) for n in range(0, len(order), 2)]
    return [(min(pair), max(pair) if max(pair) <= size else None) for pair in pairs]


def apart(seeded: list, group) -> list:
    """
    The teams in the order of their seeding, changed as little as needed so that in the first round no two of one group meet.

    Only the worse halves of pairs change places with each other, the nearest first; where it cannot be, they meet.
    """
    order = list(seeded)
    pairs = [(better - 1, worse - 1) for better, worse in bracket(len(order)) if worse]
    for better, worse in pairs:
        if group(order[better]) != group(order[worse]):
            continue
        for other, swap in sorted(pairs, key=lambda pair: abs(pair[1] - worse)):
            if group(order[better]) != group(order[swap]) and group(order[other]) != group(order[worse]):
                order[worse], order[swap] = order[swap], order[worse]
                break
    return order
