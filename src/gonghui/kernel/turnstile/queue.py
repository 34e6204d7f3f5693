"""Asks come together here, a queue a gate; the next group fills while one commits."""

import asyncio
import logging
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from time import monotonic

from django.db import Error, close_old_connections, connection, transaction

from ..access.wall import trusted
from ..clock import now
from ..refusal import BUSY, Refused
from . import gate as gates
from .gate import FULL, Answer, Ask, Gate, Plan

log = logging.getLogger(__name__)
GATHER = 0.002  # seconds
MOST = 500  # asks a group
LAST_WORD = 2.0  # seconds for which it is remembered that nothing is left
WINDOW = 1.0  # seconds between notes of what was answered from memory


class Turnstile:
    """All gates of one serving process. Exact whatever other processes do: what decides is locked in the database."""

    def __init__(self, hands: int | None = None):
        self._hands = ThreadPoolExecutor(hands or (1 if connection.vendor == "sqlite" else 4), thread_name_prefix="turnstile")
        self._waiting: dict[tuple[str, int], list[tuple[Ask, asyncio.Future]]] = {}
        self._plans: dict[tuple[str, int], tuple[float, asyncio.Future]] = {}
        self._full: dict[tuple[str, int], tuple[float, dict[int, Answer]]] = {}
        self._unwritten: dict[tuple[str, int], Counter] = {}
        self._tasks: set[asyncio.Task] = set()

    async def plan(self, gate: Gate, number: int) -> Plan | None:
        """How the gate lets in; read again every second until it is open, then every ten. However many ask, one reads."""
        key, moment = (gate.key, number), monotonic()
        until, reading = self._plans.get(key, (0.0, None))
        if moment >= until:
            reading = asyncio.ensure_future(self._in_hand(_read, gate.plan, number))
            self._plans[key] = moment + 1.0, reading
            plan = await asyncio.shield(reading)
            if plan and now() >= plan.opens_at:
                self._plans[key] = moment + 10.0, reading
        return await asyncio.shield(reading)

    def close(self) -> None:
        """Let go of the hands and of their connections."""
        self._hands.submit(lambda: connection.close()).result()
        self._hands.shutdown()

    async def ask(self, gate: Gate, ask: Ask) -> Answer:
        """What the asker is told, once it is durable. A second ask is told what the first was."""
        key = gate.key, ask.ticket.number
        until, known = self._full.get(key, (0.0, {}))
        if monotonic() < until:
            return self._from(known, key, ask)
        future = asyncio.get_running_loop().create_future()
        if key not in self._waiting:
            self._waiting[key] = []
            self._go_on(self._pump(gate, key))
        self._waiting[key].append((ask, future))
        return await future

    async def _pump(self, gate: Gate, key: tuple[str, int]) -> None:
        """Take groups until nobody is left."""
        try:
            while queue := await self._gathered(key):
                plan = self._planned(key)
                if plan and plan.seed:
                    queue.sort(key=lambda one: plan.rank(one[0].ticket))
                for first in range(0, len(queue), MOST):
                    await self._settle(gate, key, queue[first : first + MOST])
        finally:
            for _ask, future in self._waiting.pop(key, ()):
                if not future.done():  # the server is going down; whoever asks again is told what they have
                    future.set_result(Answer(BUSY.code, says=BUSY.text))

    def _planned(self, key: tuple[str, int]) -> Plan | None:
        """The plan as it was last read; a queue goes on when the database cannot be asked."""
        _until, reading = self._plans.get(key, (0.0, None))
        return reading.result() if reading and reading.done() and not reading.cancelled() and not reading.exception() else None

    async def _gathered(self, key: tuple[str, int]) -> list:
        """Everybody who has come; while the waiting room empties, everybody of one slice."""
        plan = self._planned(key)
        await asyncio.sleep(max(GATHER, _rest_of_slice(plan, now())) if plan else GATHER)
        queue, self._waiting[key] = self._waiting[key], []
        return queue

    async def _settle(self, gate: Gate, key: tuple[str, int], group: list) -> None:
        asks = [ask for ask, _future in group]
        try:
            if key in self._full and (known := await self._still_full(gate, key)) is not None:
                answers = [self._from(known, key, ask) for ask in asks]
            else:
                answers = await self._in_hand(_settled, gate, key[1], asks)
                if any(answer.code == FULL for answer in answers):
                    await self._still_full(gate, key)
        except Refused as no:
            answers = [Answer(no.code, says=no.text)] * len(group)
        except Exception:
            log.exception("a group of %s asks at %s was not settled", len(group), key)
            answers = [Answer(BUSY.code, says=BUSY.text)] * len(group)
        for (_ask, future), answer in zip(group, answers, strict=True):
            if not future.done():  # whoever has hung up asks again, and is told the same
                future.set_result(answer)

    async def _still_full(self, gate: Gate, key: tuple[str, int]) -> dict[int, Answer] | None:
        """Look whether nothing is left, and remember it for a while; None where something is."""
        known = await self._in_hand(_read, gate.known, key[1])
        if known is None:
            self._full.pop(key, None)
        else:
            self._full[key] = monotonic() + LAST_WORD, known
        return known

    def _from(self, known: dict[int, Answer], key: tuple[str, int], ask: Ask) -> Answer:
        """What somebody has, or that nothing is left."""
        before = known.get(ask.ticket.holder)
        answer = replace(before, again=True) if before else Answer(FULL)
        self._note(key, ask, answer)
        return answer

    def _note(self, key: tuple[str, int], ask: Ask, answer: Answer) -> None:
        if not self._unwritten:
            self._go_on(self._write())
        self._unwritten.setdefault(key, Counter()).update(gates.counted([ask], [answer]))

    async def _write(self) -> None:
        """Note what was answered from memory; if the database cannot be reached it is only not counted."""
        await asyncio.sleep(WINDOW)
        unwritten, self._unwritten = self._unwritten, {}
        with suppress(Error):
            await self._in_hand(_noted, unwritten)

    def _go_on(self, work) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _in_hand(self, call, *arguments):
        return await asyncio.get_running_loop().run_in_executor(self._hands, call, *arguments)

    async def by_hand(self, call, number: int):
        """What a call with one number finds or writes in the database."""
        return await self._in_hand(_read, call, number)


def _rest_of_slice(plan: Plan, at: datetime) -> float:
    """Seconds until the slice of the waiting room ends that runs now; none when the room is empty."""
    since = (at - plan.opens_at).total_seconds()
    if not plan.seed or since < 0 or since > plan.early / plan.a_second + plan.sliced:
        return 0.0
    return plan.sliced - since % plan.sliced


def _settled(gate: Gate, number: int, asks: list[Ask]) -> list[Answer]:
    """As `gates.settled`; where the database was away, once more on a new connection: who had got a seat is told so again."""
    close_old_connections()
    try:
        return gates.settled(gate, number, asks)
    except Error:
        connection.close()
        return gates.settled(gate, number, asks)


def _read(call, number: int):
    close_old_connections()
    with trusted():
        return call(number)


def _noted(unwritten: dict) -> None:
    with trusted(), transaction.atomic():
        for (key, number), tally in unwritten.items():
            gates.note(key, number, tally)
