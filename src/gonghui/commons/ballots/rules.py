"""Counting ballots. Pure."""

from collections import Counter
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


class Tally:
    """The second way to count: ballot by ballot, from what each says, with a checksum over them all."""

    def __init__(self):
        self.votes: Counter = Counter()
        self.accepted = self.aside = 0
        self._sum = hashes.Hash(hashes.SM3())

    def feed(self, receipt: bytes, content: str, aside: str) -> None:
        """Take one ballot; feed them in the order of their receipts."""
        self._sum.update(bytes(receipt) + f"{content}|{aside}\n".encode())
        if aside:
            self.aside += 1
            return
        self.accepted += 1
        self.votes.update(read(content))

    def digest(self) -> bytes:
        return self._sum.copy().finalize()
