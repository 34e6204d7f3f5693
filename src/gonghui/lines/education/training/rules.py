"""Rules of classes. Pure."""

from decimal import Decimal

EDITIONS = 100


def least_to_open(seats: int, ratio: int) -> int:
    """Confirmed people a class needs: `ratio` percent of its seats, rounded up. Source: handbook, `class.min_open_ratio`."""
    return -(-seats * ratio // 100)


def completed(present: int, held: int, ratio: int) -> bool:
    """Whether somebody who came to `present` of `held` lessons has completed. Source: handbook, `class.complete_ratio`."""
    return held > 0 and Decimal(present) * 100 >= Decimal(held) * ratio


def certificate_number(year: int, course: int, learner: int) -> str:
    """One number a certificate: year, course, learner."""
    return f"GYPX{year}{course:05d}{learner:07d}"
