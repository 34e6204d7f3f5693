"""A gate 闸口, and the settling of one group: lock, decide, write, note, commit; then everybody is answered."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models

from ..access.wall import trusted
from ..clock import now
from ..ledger.house import by_house
from . import draw
from .models import BOUNDS, Tally
from .ticket import Ticket

DONE, WAITING, FULL, AGAIN = "done", "waiting", "full", "again"


@dataclass(slots=True)
class Ask:
    """One request: its ticket, what came with it, and when it came."""

    ticket: Ticket
    body: dict
    at: datetime


@dataclass(slots=True)
class Answer:
    """
    What somebody is told. code: `DONE`, `WAITING`, `FULL`, or the code of a refusal. again: it had been answered before.

    place: the number in the order of asking. says: a sentence, where the code does not say all.
    """

    code: str
    place: int | None = None
    says: str = ""
    again: bool = False

    def told(self) -> dict:
        return {"code": self.code, "place": self.place, "says": self.says, "again": self.again}


@dataclass(frozen=True)
class Plan:
    """
    When a gate opens and how it lets in. early: how many came before the opening; a second: how many of them leave the room each second.

    Whoever came before leaves the waiting room in the order of a draw; whoever comes after, when the last of them has left.
    """

    opens_at: datetime
    closes_at: datetime
    seed: str = ""
    early: int = 0
    a_second: int = 1000
    sliced: float = 0.5  # seconds: within one slice the draw decides, not the line
    puzzled: bool = False  # whoever asks very often is given a puzzle; else they are told to wait

    def moment(self, holder: int, early: bool) -> datetime:
        """When somebody leaves the waiting room."""
        if not self.seed:
            return self.opens_at
        seconds = self.early * (draw.fraction(self.seed, holder) if early else 1.0) / self.a_second
        return self.opens_at + timedelta(seconds=seconds // self.sliced * self.sliced)

    def rank(self, ticket: Ticket) -> float:
        """The order in which those who ask in one slice are settled: as drawn, and after them in the order of coming."""
        return draw.fraction(self.seed, ticket.holder) if ticket.early else 1.0

    def ahead(self, moment: datetime, at: datetime) -> int:
        """How many leave the room before somebody who leaves it at a moment."""
        return max(0, round((moment - at).total_seconds() * self.a_second))


@dataclass(frozen=True)
class Gate:
    """
    settle: (ctx, number, asks) to as many answers, in their order; it locks what it decides on, and writes.
    plan: number to `Plan`, or None where there is nothing to ask for. known: number to {holder: Answer} of all who have got
    something where nothing is left for anybody, None where something is; it answers who comes too late, and a second tap, without writing.
    """

    key: str
    noun: type[models.Model]
    settle: Callable
    plan: Callable
    known: Callable


GATES: dict[str, Gate] = {}


def declare(gate: Gate) -> Gate:
    GATES[gate.key] = gate
    return gate


def settled(gate: Gate, number: int, asks: list[Ask]) -> list[Answer]:
    """Settle one group; when this returns, what it answers is durable."""

    def body(ctx):
        answers = gate.settle(ctx, number, asks)
        note(gate.key, number, counted(asks, answers))
        return answers

    return by_house(f"{gate.key}.group", body, gate.noun)


def counted(asks: list[Ask], answers: list[Answer]) -> Counter:
    """How many were answered what within which bound."""
    moment = now()
    return Counter((AGAIN if answer.again else answer.code, bound(ask.at, moment)) for ask, answer in zip(asks, answers, strict=True))


def bound(since: datetime, until: datetime) -> int:
    """The bound of the time somebody waited, in milliseconds."""
    waited = (until - since).total_seconds() * 1000
    return BOUNDS[min(bisect_left(BOUNDS, waited), len(BOUNDS) - 1)]


def note(key: str, number: int, tally: Counter) -> None:
    """Write down how many were answered what."""
    moment = now()
    Tally.objects.bulk_create(
        [Tally(gate=key, number=number, at=moment, code=code, within=within, people=people) for (code, within), people in tally.items()]
    )


def told(key: str, number: int) -> dict[tuple[str, int], int]:
    """How many people were answered what within which bound, all told."""
    with trusted():
        rows = Tally.objects.filter(gate=key, number=number).values_list("code", "within").annotate(n=models.Sum("people"))
        return {(code, within): n for code, within, n in rows.order_by("code", "within")}
