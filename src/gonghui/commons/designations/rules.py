"""Pure rules of titles."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """The same day some months later, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def share_holds(count: int, total: int, percent: int, *, at_least: bool = True) -> bool:
    """Whether `count` of `total` is at least (at most) `percent`, in integers so that rounding never helps. Source: handbook 3."""
    return count * 100 >= percent * total if at_least else count * 100 <= percent * total


def average(scores: list) -> object:
    """The mean of the scores, highest and lowest left out when there are five or more, to two places half up. Source: handbook 2."""
    kept = sorted(scores)[1:-1] if len(scores) >= 5 else scores
    return (sum(kept) / len(kept)).quantize(kept[0].__class__("0.01"), rounding="ROUND_HALF_UP")
