"""Pure rules of culture: sheets as lines of text, weighted marks, ranks and what a rank comes to; days in a row."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

MOST_LINES = 20


def lines(text: str) -> list[tuple[str, int]]:
    """(name, number) of lines that end in a whole number from 1 on. Raises ValueError for anything else, a name twice or none at all."""
    told = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _space, number = line.rpartition(" ")
        if not name.strip() or not (number.isascii() and number.isdigit()) or not 1 <= int(number) <= 9999 or len(name.strip()) > 40:
            raise ValueError(line)
        told.append((name.strip(), int(number)))
    if not 1 <= len(told) <= MOST_LINES or len({name for name, _n in told}) < len(told):
        raise ValueError(text)
    return told


def hundredths(text: str) -> int:
    """A mark from 0 to 100 with up to two places, in hundredths. Raises ValueError."""
    try:
        value = Decimal(text.strip()) * 100 if text.strip().isascii() else None
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite() or value != int(value) or not 0 <= value <= 10_000:
        raise ValueError(text)
    return int(value)


def weighted(items: list[tuple[str, int]], marks: dict[str, int]) -> Decimal:
    """The marks by their weights of a hundred, to two places half up."""
    return (Decimal(sum(weight * marks[name] for name, weight in items)) / 10_000).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


def ranks(scores: dict) -> dict:
    """By key the rank from 1 and how many have it; who is equal has one rank."""
    counts = Counter(scores.values())
    first, rank = {}, 1
    for score in sorted(counts, reverse=True):
        first[score], rank = rank, rank + counts[score]
    return {key: (first[score], counts[score]) for key, score in scores.items()}


def outcomes(rank: int, tied: int, places: list[tuple[str, int]], else_: str) -> list[str]:
    """What a rank comes to: one outcome, more where a tie lies across a line and somebody has to decide."""
    found, above = [], 0
    for name, count in places:
        if rank <= above + count and rank + tied - 1 > above:
            found.append(name)
        above += count
    return [*found, *([else_] if rank + tied - 1 > above else [])]


def streaks(days: set[date], today: date) -> tuple[int, int]:
    """Of days somebody has read: how many in a row until today (or yesterday, while today is not over), and the longest row."""
    one, longest = timedelta(days=1), 0
    for day in days:
        if day - one not in days:
            length = 1
            while day + length * one in days:
                length += 1
            longest = max(longest, length)
    last, running = today if today in days else today - one, 0
    while last - running * one in days:
        running += 1
    return running, longest
