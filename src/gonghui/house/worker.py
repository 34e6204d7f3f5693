"""What goes on without anybody waiting: running imports, re-slotting after a move, unsent messages, clocks, stray files."""

import logging
import threading
from datetime import date, timedelta

from django.db import close_old_connections, connection

from gonghui.kernel.clock import now, today
from gonghui.kernel.clocks import CLOCKS, OFTEN, strike
from gonghui.kernel.evidence.files import sweep
from gonghui.kernel.indicators import touched
from gonghui.kernel.intake.acts import carry_on, let_go
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.notices.outbox import send_waiting
from gonghui.kernel.tree.slots import settle

log = logging.getLogger(__name__)
PAUSE = 1.0
LOCK = 7_350_146  # one worker at a time, however many processes serve


def work() -> int:
    """Do one round; return how much was found to do. A killed round is found again by the next."""
    found = 0
    for batch in Batch.objects.for_act("worker").filter(state="running").order_by("pk")[:1]:
        carry_on(batch)
        found += 1
    found += settle(_settling)
    send_waiting()
    return found


def _settling(body):
    return by_house("tree.settle", lambda ctx: body())


def tidy() -> None:
    """Once an hour: stray files and slots, tables nobody needs, and what SQLite's log still holds of rows that are gone."""
    sweep()
    settle(_settling, again_since=now() - timedelta(hours=2))
    let_go(today())
    touched.forget()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


struck: dict[str, date] = {}  # a restart strikes again, which changes nothing


def strike_clocks() -> int:
    """Strike every clock that has not struck today; return how many were due. One that fails does not keep the others."""
    due = [key for key in CLOCKS if key not in OFTEN and struck.get(key) != today()]
    for key in due:
        try:
            strike(key)
            struck[key] = today()
        except Exception:
            log.exception("clock %s failed; it strikes again within the hour", key)
    return len(due)


def strike_often() -> int:
    """Strike the clocks that count in minutes and have cause; return how many. One that fails does not keep the others."""
    due = [key for key, when in OFTEN.items() if when()]
    for key in due:
        try:
            strike(key)
        except Exception:
            log.exception("clock %s failed; it strikes again within the minute", key)
    return len(due)


class Worker:
    """A thread beside the server."""

    def __init__(self):
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="gonghui-worker", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()

    def _run(self) -> None:
        rounds = 0
        while not self._ended.wait(PAUSE):
            close_old_connections()
            try:
                if _mine():
                    work()
                    rounds += 1
                    if rounds % 60 == 1:
                        strike_often()
                    if rounds % 3600 == 1:
                        strike_clocks()
                        tidy()
            except Exception:
                log.exception("a round of background work failed; it is tried again")
                connection.close()


def _mine() -> bool:
    """Hold the worker's lock: a session lock on PostgreSQL; SQLite serves from one process."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        return cursor.fetchone()[0]
