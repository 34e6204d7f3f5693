"""What may be filed: pure, the day comes in."""

from datetime import date

from gonghui.kernel.periods import Period

from . import words


def span(text: str, day: date) -> Period:
    """The period of a return. Refuses: UNKNOWN_PERIOD, NO_SPAN for a moment, a total since the beginning or a plan, NOT_OVER."""
    period = Period.parse(text)
    if period.plan or text.strip().startswith(("asof-", "cum-to-")):
        raise words.NO_SPAN(text=text)
    if period.end > day:
        raise words.NOT_OVER(day=period.end)
    return period


def jumped(number: int, earlier: int | None, most: int) -> bool:
    """Whether a number differs from that of a year before by more than `most` percent of it; over nothing there is no percent."""
    return bool(earlier) and abs(number - earlier) * 100 > most * earlier
