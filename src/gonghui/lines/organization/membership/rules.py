"""Rules of membership. Pure."""

from datetime import date

from gonghui.commons.parties.rules import age_on

OLDEST = 100


def old_enough(birth: date, day: date, least: int) -> bool:
    """Minimum age 16. Source: Labour Law art 15; `member.min_age`."""
    return age_on(birth, day) >= least


def member_number(pk: int) -> str:
    """Twelve digits, the last a Luhn check digit, so that a mistyped number is noticed."""
    body = f"{pk:011d}"
    total = sum(sum(divmod(int(d) * (2 - i % 2), 10)) for i, d in enumerate(reversed(body)))
    return f"{body}{-total % 10}"
