"""Pure rules of elections and quotas."""

from datetime import date

from gonghui.commons.designations.rules import months_later


def term_years(grassroots: bool) -> tuple[int, ...]:
    """How long a term may be. Source: Trade Union Law art 16."""
    return (3, 5) if grassroots else (5,)


def last_day(since: date, years: int) -> date:
    """The day a term of so many years is over."""
    return months_later(since, 12 * years)


def quorate(entitled: int, present: int) -> bool:
    """Two thirds of those entitled are there. Source: 总工发〔2016〕27号."""
    return present * 3 >= entitled * 2


def elected(entitled: int, yes: int) -> bool:
    """More than half of those entitled said yes, not of those present. Source: 总工发〔2016〕27号."""
    return yes * 2 > entitled


def least_candidates(seats: int, percent: int) -> int:
    """Seats and the margin over them, rounded up: 7 at 5 % make 8. Source: handbook 3."""
    return seats + -(-seats * percent // 100)


def shares(weights: list[int], seats: int, base: int) -> list[int]:
    """Seats by constituency: `base` each, the rest by members with the largest remainders (Hare). Source: handbook 5."""
    rest, total = seats - base * len(weights), sum(weights) or len(weights)
    weights = weights if sum(weights) else [1] * len(weights)
    given = [rest * w // total for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(rest * weights[i] % total), i))
    for i in order[: rest - sum(given)]:
        given[i] += 1
    return [base + g for g in given]
