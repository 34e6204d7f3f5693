"""Who may have a seat. Pure: facts, moment and values come in; all reasons against come out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count

from django.utils import timezone

from gonghui.commons.parties.rules import age_on

from . import words
from .words import Audience

ADULT = 18


@dataclass
class Facts:
    """
    What is known of somebody who asks.

    paths: nodes at which the member (for a child the guardian) stands. strikes: days of strikes that still count.
    in_round: live enrolments of the same round; turns: which of a round's places they are. same: title of a live one for the same subject within a year.
    clash: title of a live one at the same time. live: the state of one for this very offer.
    """

    birth: date | None = None
    gender: str = "0"
    verified: bool = False
    paths: tuple[str, ...] = ()
    strikes: tuple[date, ...] = ()
    in_round: int = 0
    turns: frozenset[int] = frozenset()
    same: str = ""
    clash: str = ""
    live: str = ""
    guarded: bool = False
    healthy: bool = False
    further: list = field(default_factory=list)


@dataclass(frozen=True)
class Values:
    """The configured values that decide."""

    max_per_round: int = 2
    strikes: int = 3
    block_months: int = 6


def reasons(offer, facts: Facts, at: datetime, values: Values, scope_path: str = "", scope_name: str = "") -> list:
    """
    Every reason why somebody cannot enrol now, none if they can; in the order of the handbook, 'Eligibility engine'.

    scope_path: path of the node the offer is for.
    """
    return [refused.refusals[0] for refused in _reasons(offer, facts, at, values, scope_path, scope_name)] + facts.further


def _reasons(offer, facts, at, values, scope_path, scope_name) -> Iterable:
    if facts.live:
        yield words.ALREADY(state=facts.live)
    yield from _standing(offer, facts, scope_path, scope_name)
    yield from _body(offer, facts, timezone.localdate(offer.starts_at))
    until = blocked_until(facts.strikes, timezone.localdate(at), values.strikes, values.block_months)
    if until:
        yield words.BLOCKED(count=in_a_year(facts.strikes), until=until)
    yield from elsewhere(offer, facts, values)
    yield from window(offer, at)
    if offer.for_children and not facts.guarded:
        yield words.NO_GUARDIAN()


def elsewhere(offer, facts: Facts, values: Values) -> Iterable:
    """What one has got elsewhere meanwhile: too many of the round, the same subject, the same time."""
    if offer.plan_id and facts.in_round >= values.max_per_round:
        yield words.ROUND_FULL(count=facts.in_round, limit=values.max_per_round)
    if facts.same:
        yield words.SAME_SUBJECT(title=facts.same)
    if facts.clash:
        yield words.CLASHES(title=facts.clash)


def window(offer, at: datetime) -> Iterable:
    """Too early or too late."""
    if at < offer.opens_at:
        yield words.NOT_YET(at=said(offer.opens_at))
    if at >= offer.closes_at or offer.state != words.O.OPEN:
        yield words.OVER()


def first_free(turns: Iterable[int]) -> int:
    """Which of a round's places the next is: the lowest nobody has."""
    return next(n for n in count() if n not in turns)


def _standing(offer, facts: Facts, scope_path: str, scope_name: str) -> Iterable:
    """Verified, a member, of those it is for."""
    if offer.audience != Audience.ANYONE and not facts.verified:
        yield words.UNVERIFIED()
    if offer.audience == Audience.MEMBERS and not facts.paths:
        yield words.NOT_MEMBER()
    elif facts.paths and not any(path.startswith(scope_path) for path in facts.paths) and offer.audience != Audience.ANYONE:
        yield words.OUT_OF_SCOPE(node=scope_name)


def _body(offer, facts: Facts, day: date) -> Iterable:
    """Age on the first day, sex, health: each with the reason the offer states."""
    if offer.least_age is not None or offer.most_age is not None:
        if facts.birth is None:
            yield words.AGE_UNKNOWN()
        elif offer.least_age is not None and age_on(facts.birth, day) < offer.least_age:
            yield words.TOO_YOUNG(age=offer.least_age, why=offer.why_limits)
        elif offer.most_age is not None and age_on(facts.birth, day) > offer.most_age:
            yield words.TOO_OLD(age=offer.most_age, why=offer.why_limits)
    if offer.gender in ("1", "2") and facts.gender != offer.gender:
        yield words.GENDER(gender=offer.get_gender_display(), why=offer.why_limits)
    if offer.needs_health and not facts.healthy:
        yield words.HEALTH()


def blocked_until(strikes: Iterable[date], today: date, limit: int, months: int) -> date | None:
    """
    Until which day somebody is kept out: `months` from the strike that made it `limit` within twelve months.

    None where the block is over or the strikes lie further apart. Source: handbook, 'Strikes'; `enrol.strikes`, `enrol.block_months`.
    """
    days = sorted(strikes)
    for first, last in zip(reversed(days[: len(days) - limit + 1]), reversed(days), strict=False):
        if last < months_after(first, 12):
            until = months_after(last, months)
            return until if today < until else None
    return None


def in_a_year(strikes: Iterable[date]) -> int:
    """How many strikes lie within the twelve months before the last."""
    last = max(strikes)
    return sum(1 for day in strikes if last < months_after(day, 12))


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of its month where there is none."""
    from gonghui.kernel.periods import last_day

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1).day))


def said(moment: datetime) -> str:
    """A moment as people read it."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
