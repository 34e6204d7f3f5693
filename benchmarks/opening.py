"""
A real opening: 650,000 contenders for 10,000 places in 80 classes, half of them within the first 16 seconds, with repeated taps and
dropped lines, played at a quarter of its speed; in the middle a worker and the database are killed. On a cluster of its own.
"""

import asyncio
import heapq
import math
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uvloop

from tools.postgres_cluster import TemporaryCluster

CONTENDERS = int(os.environ.get("GONGHUI_BENCH_CONTENDERS", "650000"))
CLASSES, PLACES, HALF = 80, 10_000, 16.0
SLOWER = float(os.environ.get("GONGHUI_BENCH_SLOWER", "4"))
TWICE, DROPPED, LINES = 0.2, 0.03, 1000
KILLED = os.environ.get("GONGHUI_BENCH_KILL", "1") == "1"


def run() -> bool:
    """In a process of its own: its database is killed."""
    return subprocess.run([sys.executable, "-m", "benchmarks.opening"]).returncode == 0


def schedule(offers, numbers) -> list[tuple]:
    """When each contender taps, at which class: (second, person, offer, dropped); some tap again, some lines break before the answer."""
    dice, coming = random.Random(7), []
    for person in numbers:
        offer = offers[dice.randrange(len(offers))].pk
        second = min(-HALF / math.log(2) * math.log(1 - dice.random()), 10 * HALF) * SLOWER
        for again in range(1 + (dice.random() < TWICE) * dice.randint(1, 2)):
            coming.append((second + again * dice.random() * 3, person, offer, again == 0 and dice.random() < DROPPED))
    return sorted(coming)


def play(port: int, coming: list[tuple], at_half) -> tuple:
    """Play the schedule; who got no answer taps again. Calls `at_half` once, when half have been answered."""
    from benchmarks import rushing

    async def all_of_it():
        log, late, count = rushing.Log(), [], 0
        queue, done = asyncio.Queue(), asyncio.Event()
        answered, wanted = set(), {(person, offer) for _second, person, offer, _dropped in coming}
        started = time.perf_counter()

        async def one(line):
            nonlocal count
            while True:
                due, person, offer, dropped = await queue.get()
                try:
                    sent = rushing.request(offer, person)
                    if dropped:
                        await line.up()
                        line.writer.write(sent)
                        line.writer.close()
                        line.writer = None
                        raise OSError("dropped")
                    told = await asyncio.wait_for(line.ask(sent), 60)
                    if told["code"] in ("busy", "turnstile.busy"):
                        raise OSError("busy")
                except (OSError, TimeoutError):
                    log.lost += 1
                    line.writer = None
                    heapq.heappush(late, (time.perf_counter() - started + 1 + random.random() * 2, person, offer, False))
                    continue
                rushing.note(log, (person, offer), told, time.perf_counter() - started - due)
                answered.add((person, offer))
                if len(answered) == len(wanted) // 2:
                    asyncio.get_running_loop().run_in_executor(None, at_half)
                if len(answered) == len(wanted):
                    done.set()

        tasks = [asyncio.create_task(one(rushing.Line(port))) for _ in range(LINES)]
        waiting = iter(coming)
        following = next(waiting, None)
        while not done.is_set():
            second = time.perf_counter() - started
            while following and following[0] <= second:
                queue.put_nowait(following)
                following = next(waiting, None)
            while late and late[0][0] <= second:
                queue.put_nowait(heapq.heappop(late))
            await asyncio.sleep(0.02)
        for task in tasks:
            task.cancel()
        return log, time.perf_counter() - started

    return uvloop.run(all_of_it())


def main(cluster: TemporaryCluster) -> bool:
    import django

    django.setup()
    from django.db import connection

    from benchmarks import rushing
    from benchmarks.measure import told
    from gonghui.house.commands import migrate
    from gonghui.rehearsal.replay.ground import lay

    migrate()
    ground, numbers = lay("opening"), rushing.people(CONTENDERS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    offers = [rushing.offered(ground, PLACES // CLASSES) for _n in range(CLASSES)]
    coming = schedule(offers, numbers)
    killed = []

    def kill():
        if not KILLED:
            return
        kids = subprocess.run(["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True).stdout.split()
        os.kill(int(kids[-1]), signal.SIGKILL)
        time.sleep(2)
        cluster.stop("immediate")
        cluster.start()
        killed.append("a worker and the database")

    with rushing.Server(workers=2) as server:
        log, seconds = play(server.port, coming, kill)
    connection.close()
    said = Path(os.environ["GONGHUI_VAR"], "server.log").read_text(errors="replace")
    faults = said.count("Application callable raised an exception")
    if faults:
        print(said[said.index("Application callable raised an exception") :][:4000], flush=True)
    promised = {}
    for (person, offer), place in log.promised.items():
        promised.setdefault(offer, {})[person] = place
    wrong = {}
    for offer in offers:
        part = rushing.Log(promised=promised.get(offer.pk, {}))
        for what, count in rushing.stands(offer, part).items():
            wrong[what] = wrong.get(what, 0) + count
    took = sorted(log.took)
    print(
        f"{CONTENDERS:,} contenders, {len(coming):,} taps, {log.lost:,} without an answer and tapped again; killed: {', '.join(killed) or 'nothing'}; "
        f"answers {dict(log.codes)}; last answer after {seconds:.0f} s, {coming[-1][0]:.0f} s after the opening came the last tap; "
        f"half were answered within {took[len(took) // 2]:.2f} s, 95 of 100 within {took[int(len(took) * 0.95)]:.2f} s",
        flush=True,
    )
    holds = told("opening: answers that were a fault of the server", faults, "", 0)
    holds &= told("opening: places given", sum(len(part) for part in promised.values()), "", PLACES, at_least=True)
    for what, count in wrong.items():
        holds &= told(f"opening: {what}", count, "", 0)
    return holds


if __name__ == "__main__":
    with TemporaryCluster(durable=True) as own, tempfile.TemporaryDirectory() as folder:
        own.createdb("bench")
        os.environ |= {
            "GONGHUI_DATABASE_URL": own.url("bench"),
            "GONGHUI_VAR": folder,
            "GONGHUI_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "gonghui.house.settings",
        }
        (Path(folder) / "static").mkdir()
        sys.exit(0 if main(own) else 1)
