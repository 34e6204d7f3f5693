"""Scoring a quiz, and a draw anybody can check. Pure."""

from collections.abc import Iterable

from gonghui.kernel.privacy.crypto import sm3


def score(answers: str, right: str) -> int:
    """Percent of answers that are right, rounded down."""
    return sum(a == b for a, b in zip(answers, right, strict=True)) * 100 // len(right)


def paper_of(seed: str, who: str, turn: int, numbers: list[int], size: int) -> list[int]:
    """Which questions one attempt is asked: by lot, the same ones when asked again."""
    return sorted(numbers, key=lambda n: sm3(f"{seed}|{who}|{turn}|{n}".encode()))[:size]


def commitment(seed: str) -> str:
    """What is published before: the checksum of the seed, which fixes it without telling it."""
    return sm3(seed.encode()).hex()


def draw(seed: str, entries: Iterable[tuple[int, str]], prizes: int) -> list[int]:
    """
    The numbers of the winning participations, in order.

    entries: (number of the participation, who). Order is by the checksum of seed and number; nobody wins twice.
    Source: handbook, 'LOTTERY'.
    """
    won, winners = [], set()
    for number, who in sorted(entries, key=lambda entry: sm3(f"{seed}{entry[0]}".encode())):
        if len(won) == prizes:
            break
        if who not in winners:
            winners.add(who)
            won.append(number)
    return won
