"""Scoring a quiz, and a draw anybody can check. Pure."""

from collections.abc import Iterable

from gonghui.kernel.privacy.crypto import sm3


def score(answers: str, right: str) -> int:
    """Percent of answers that are right, rounded down."""
    return sum(a == b for a, b in zip(answers, right, strict=True)) * 100 // len(right)


def paper_of(seed: str, who: str, turn: int, numbers: list[int], size: int) -> list[int]:
    """Which questions one attempt is asked: by lot, the same ones when asked again."""
    return sorted(numbers, key=lambda n: sm3(f"{seed}|{who}|{turn}|{n}".encode()))[:size]


def ranked(votes: dict[int, int], marks: dict[int, tuple[int, int]], share: int) -> list[tuple[int, int, int, int]]:
    """
    (candidate, mark, total, rank), best first; mark and total in hundredths of a point, rounded down.

    votes: by candidate; the most is a hundred points. marks: sum and number of reviewers' marks. share: percent of the total that votes
    are, below a hundred. Who is equal in total and mark has one rank.
    """
    if not 0 <= share < 100:
        raise ValueError(share)
    most = max(votes.values(), default=0) or 1
    told = []
    for one, count in votes.items():
        mark = marks[one][0] * 100 // marks[one][1]
        told.append((one, mark, (share * (count * 10_000 // most) + (100 - share) * mark) // 100))
    told.sort(key=lambda row: (-row[2], -row[1], row[0]))
    return [(one, mark, total, 1 + sum((t, m) > (total, mark) for _one, m, t in told)) for one, mark, total in told]


def points(hundredths: int | None) -> str:
    """Points as people read them."""
    return "—" if hundredths is None else f"{hundredths / 100:.2f}"


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
