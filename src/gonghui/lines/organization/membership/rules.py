"""Rules of membership. Pure."""

from datetime import date

from gonghui.commons.parties.rules import age_on

OLDEST = 100


def old_enough(birth: date, day: date, least: int) -> bool:
    """Minimum age 16. Source: Labour Law art 15; `member.min_age`."""
    return age_on(birth, day) >= least


DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def member_number(pk: int) -> str:
    """Twelve digits, the last a Luhn check digit, so that a mistyped number is noticed."""
    body = f"{pk:011d}"
    total = sum(DOUBLED[int(d)] for d in body[::-2]) + sum(map(int, body[-2::-2]))
    return f"{body}{-total % 10}"
