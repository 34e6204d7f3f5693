"""Counting ballots. Pure."""

from collections import Counter
from datetime import date

from cryptography.hazmat.primitives import hashes

TURNS = 1000  # ballots a day at most


def written(numbers) -> str:
    """What a ballot says: the numbers of its options, in order."""
    return ",".join(str(n) for n in sorted(numbers))


def read(content: str) -> list[int]:
    return [int(n) for n in content.split(",") if n]


def turn_of(day: date, each_day: int, cast_today: int) -> int:
    """Which of a voter's ballots this is: always the same one where there is one in all."""
    return day.toordinal() * TURNS + cast_today if each_day else 0


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
