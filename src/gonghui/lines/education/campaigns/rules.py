"""Scoring a quiz, and a draw anybody can check. Pure."""

import re
from collections.abc import Iterable

from gonghui.kernel.privacy.crypto import sm3
from gonghui.kernel.turnstile import draw as lots


def letters(text: str) -> str:
    """Letters of one answer, each once, in order."""
    return "".join(sorted(set(text.upper())))


def given(text: str, needed: int) -> list[str]:
    """The answers of a paper: apart by commas or spaces where a question may have several letters, else a letter each."""
    parts = [part for part in re.split(r"[,，、;；\s]+", text.strip()) if part]
    return [letters(part) for part in (parts[0] if len(parts) == 1 and needed > 1 else parts)]


def score(answers: Iterable[str], right: list[str] | str) -> int:
    """Percent of answers that are wholly right, rounded down."""
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
    return lots.commitment(seed)


def committed_to(seed: str, committed: str) -> bool:
    """Whether a seed is the one that was published by its checksum; campaigns older than the published file have it by SM3."""
    return committed in (commitment(seed), sm3(seed.encode()).hex())


def tickets(entries: Iterable[tuple[int, str]]) -> dict[str, int]:
    """A ticket each, however often they took part: who -> the first of their participations."""
    first: dict[str, int] = {}
    for number, who in entries:
        first[who] = min(number, first.get(who, number))
    return first


def draw(seed: str, entries: Iterable[tuple[int, str]], prizes: int) -> list[int]:
    """
    The numbers of the winning participations, in order.

    entries: (number of the participation, who). Drawn as every draw of the house, so that `gonghui lottery verify` draws it again.
    """
    first = tickets(entries)
    return [first[who] for who in lots.drawn(seed, first)[:prizes]]
