"""Rules of classes. Pure."""

from decimal import Decimal

EDITIONS = 100


def least_to_open(seats: int, ratio: int) -> int:
    """Confirmed people a class needs: `ratio` percent of its seats, rounded up. Source: handbook, `class.min_open_ratio`."""
    return -(-seats * ratio // 100)


def completed(present: int, held: int, ratio: int) -> bool:
    """Whether somebody who came to `present` of `held` lessons has completed. Source: handbook, `class.complete_ratio`."""
    return held > 0 and Decimal(present) * 100 >= Decimal(held) * ratio


def outcome(came: int, excused: int, held: int, ratio: int, *, left_out: bool) -> str:
    """
    Which move of `enrolment` ends a place in a class: attend, drop (came too seldom, no strike) or miss (never there, a strike).

    excused: lessons of `held` with leave to which they did not come; they never make one absent, and are not asked for at all where they
    are left_out. Whoever had leave of all is dropped. Source: handbook, 'Enrolment state machine'; `class.leave_left_out`.
    """
    due = held - excused
    if completed(came, due if left_out else held, ratio):
        return "enrolment.attend"
    return "enrolment.drop" if came or not due else "enrolment.miss"


def class_certificate_number(year: int, one: int, place: int) -> str:
    """One number a certificate of a class: year, class, place in it."""
    return f"GYJY{year}{one:05d}{place:07d}"


def certificate_number(year: int, course: int, learner: int) -> str:
    """One number a certificate: year, course, learner."""
    return f"GYPX{year}{course:05d}{learner:07d}"
