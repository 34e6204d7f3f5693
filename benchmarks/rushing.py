"""What the benches of the gate share: people and offers made, tickets signed, a server started, and clients that ask over HTTP."""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

import uvloop
from django.db import connection

from benchmarks.measure import told  # noqa: F401  (said beside the rest)
from gonghui.commons.enrolment import offer_acts
from gonghui.commons.enrolment.gate import KEY
from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.parties.models import Person
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.store import insert, next_ids
from gonghui.kernel.turnstile.ticket import Ticket, signed

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SESSION = "bench-session"
COOKIE = f"sessionid={SESSION}"
NOBODY = {"guardian": None, "quota": None}  # no child's guardian, of no quota
PERSON = ("id", "name", "pinyin", "initials", "id_type", "id_no", "phone", "gender", "household", "salt")


def people(count: int) -> range:
    """So many persons, by COPY; their numbers."""

    def make(ctx):
        ids = next_ids(Person, count)
        insert(Person, PERSON, ((pk, f"职工{pk}", "", "", "none", b"", b"", "0", "", b"0123456789abcdef") for pk in ids))
        return ids

    return by_house("bench.people", make)


def offered(ground, seats: int, *, opens_in: float = -60, waiting: int | None = 0) -> Offer:
    """A published offer for everybody."""
    at = now()
    days = {"closes_at": at + timedelta(days=5), "starts_at": at + timedelta(days=20), "ends_at": at + timedelta(days=21)}
    with trusted():
        made = do(
            offer_acts.draft, ground.officer, node=ground.counties[0], title="课程", seats=seats, waiting=waiting, audience="anyone",
            opens_at=at + timedelta(seconds=opens_in), **days,
        ).subject  # fmt: skip
        return do(offer_acts.publish, ground.officer, made).subject


def body(number: int, person: int, *, gate: str = KEY, facts=NOBODY, more=None) -> str:
    """What one person sends: the ticket signed for them, and what comes with it."""
    return json.dumps({"ticket": signed(Ticket(gate, number, person, person, False, 2**33, facts), SESSION), **(more or {})})


def request(number: int, person: int) -> bytes:
    """The HTTP request of one person for an offer, ready to be sent."""
    sent = body(number, person).encode()
    head = f"POST /gate/{KEY}/{number} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {COOKIE}\r\nContent-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
    return head.encode() + sent


@dataclass
class Log:
    """What clients were told: by code, how long it took, and which seats were promised, to whom or at least which."""

    codes: Counter = field(default_factory=Counter)
    took: list = field(default_factory=list)
    promised: dict = field(default_factory=dict)
    places: list = field(default_factory=list)
    lost: int = 0


class Server:
    """The server as it is in service, on a free port."""

    def __init__(self, workers: int = 2, port: int = 8471):
        self.port, self.workers = port, workers

    def __enter__(self):
        command = [sys.executable, "-m", "gonghui.house.cli", "serve", "--port", str(self.port), "--workers", str(self.workers)]
        env = {**os.environ, "PYTHONPATH": f"{ROOT}/src:{ROOT}"}
        with open(f"{os.environ['GONGHUI_VAR']}/server.log", "wb") as out:
            self.process = subprocess.Popen(command, env=env, stdout=out, stderr=out)
        asyncio.run(self._up())
        return self

    async def _up(self):
        for _try in range(600):
            try:
                await asyncio.gather(*(Line(self.port).ask(b"GET /gate/now HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") for _ in range(4)))
                return
            except OSError:
                await asyncio.sleep(0.1)
        raise TimeoutError("the server did not come up")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Line:
    """One connection that stays open; made anew when it breaks."""

    def __init__(self, port: int):
        self.port, self.reader, self.writer = port, None, None

    async def up(self) -> "Line":
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def ask(self, sent: bytes) -> dict:
        await self.up()
        try:
            self.writer.write(sent)
            head = await self.reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            return json.loads(await self.reader.readexactly(length))
        except (asyncio.IncompleteReadError, OSError, ValueError):
            self.writer.close()
            self.writer = None
            raise OSError("the line broke") from None


def at_once(port: int, number: int, bodies, *, gate: str = KEY, lines: int = 500) -> tuple[Log, float]:
    """Every ask as soon as a line is free, by wrk, which leaves the cores to the server; seconds it took all in all. Promises are told by place."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.writelines(f"{one}\n" for one in bodies)
        file.flush()
        said = subprocess.run(
            ["wrk", "-t1", f"-c{lines}", "-d600s", "--timeout", "60s", "-s", f"{ROOT}/benchmarks/rush.lua", f"http://127.0.0.1:{port}",
             "--", file.name, f"/gate/{gate}/{number}", COOKIE],
            capture_output=True, text=True, check=True, timeout=900,
        ).stdout  # fmt: skip
    heard = json.loads(said[said.index("{") :])
    return Log(codes=Counter(heard["codes"]), places=heard["places"]), heard["seconds"]


def paced(port: int, asks: list[tuple[int, bytes]], a_second: float, lines: int = 1000) -> tuple[Log, float]:
    """Each ask at its moment, whether or not those before have been answered: so many a second; waits are told from that moment."""

    async def run():
        log, queue = Log(), asyncio.Queue()

        async def one(line):
            while (coming := await queue.get()) is not None:
                due, person, sent = coming
                note(log, person, await line.ask(sent), time.perf_counter() - due)

        tasks = [asyncio.create_task(one(await Line(port).up())) for _ in range(lines)]
        started = time.perf_counter()
        for n, (person, sent) in enumerate(asks):
            due = started + n / a_second
            if (rest := due - time.perf_counter()) > 0.001:
                await asyncio.sleep(rest)
            queue.put_nowait((due, person, sent))
        for _ in tasks:
            queue.put_nowait(None)
        await asyncio.gather(*tasks)
        return log, time.perf_counter() - started

    return uvloop.run(run())


def note(log: Log, person: int, answer: dict, seconds: float) -> None:
    log.codes["again" if answer.get("again") else answer["code"]] += 1
    log.took.append(seconds)
    if answer.get("place"):
        log.promised[person] = answer["place"]


def stands(offer: Offer, log: Log) -> dict[str, int]:
    """What must be nought: seats over the number, people twice, promises without a row, rows without a ledger event."""
    from gonghui.commons.enrolment import words
    from gonghui.kernel.ledger.models import Event

    with trusted():
        live = Enrolment.objects.for_act("bench").filter(offer=offer, state__in=words.LIVE)
        rows = dict(live.values_list("person", "number"))
        seated = live.filter(state__in=words.SEATED).count()
        noted = Event.objects.for_act("bench").filter(noun="commons_enrolment.enrolment", subject__in=live.values("pk")).count()
        count = live.count()
    return {
        "oversold": max(0, seated - offer.seats), "double": count - len(rows),
        "lost": sum(1 for person, place in log.promised.items() if rows.get(person) != place) + len(set(log.places) - set(rows.values()))
        + len(log.places) - len(set(log.places)), "without a ledger line": count - noted,
    }  # fmt: skip


def vendor() -> str:
    return {"postgresql": "PostgreSQL", "sqlite": "SQLite"}[connection.vendor]
