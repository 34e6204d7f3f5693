"""Counting ballots. Pure."""

from dataclasses import dataclass
from datetime import date

from cryptography.hazmat.primitives import hashes

from . import words

TURNS = 1000  # ballots a day at most


def written(numbers) -> str:
    """What a ballot says: the numbers of its options, in order."""
    return ",".join(str(n) for n in sorted(numbers))


def read(content: str) -> list[int]:
    return [int(n) for n in content.split(",") if n]


def turn_of(day: date, each_day: int, cast_today: int) -> int:
    """Which of a voter's ballots this is: always the same one where there is one in all."""
    return day.toordinal() * TURNS + cast_today if each_day else 0


def window(poll, at):
    """Why no ballot is taken at a moment, not raised; None where one is."""
    if at < poll.opens_at:
        return words.NOT_YET(at=f"{poll.opens_at.astimezone():%Y-%m-%d %H:%M}")
    return words.OVER() if poll.state != words.S.OPEN or at >= poll.closes_at else None


@dataclass(frozen=True)
class Tally:
    """
    A result. votes: by number of option. turnouts: how often somebody has voted; over: how often beyond a voter's limit.

    digest: SM3 over every ballot, in the order of receipts: receipt, content, why it is not counted.
    """

    votes: dict[int, int]
    accepted: int
    aside: int
    turnouts: int
    over: int
    digest: bytes


def checksum(pieces) -> bytes:
    """SM3 over lines that come in pieces of one or more."""
    made = hashes.Hash(hashes.SM3())
    for (piece,) in pieces:
        made.update(f"{piece}\n".encode())
    return made.finalize()
