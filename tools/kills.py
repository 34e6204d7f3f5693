"""
kill -9 of the server, of the database and of an import at random moments; then: is every acknowledged change there, and no half one?

    python tools/kills.py [--rounds 50] [--kind cards | --kind all]

Each round: clients write acknowledgements to a list as they come, something is killed, it is started
again, and what stands in the database is compared with the list.
"""

import argparse
import contextlib
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.postgres_cluster import TemporaryCluster  # noqa: E402

PYTHON = sys.executable
# every kind of table that can be taken in (a test compares); those of OFTEN are struck as often as the server
KINDS = (
    "members", "payments", "cards", "exits", "unions", "bank_results", "attendance", "activities", "lectures", "enrolments", "ballots", "participations",
    "designations", "cases", "register", "readings", "returns", "places", "households", "students", "calls", "results", "payer_months",
    "vacancies", "job_intents", "job_matches", "contracts", "covered_units", "mutual_roster", "mutual_claims",
    "democracy_units",
)  # fmt: skip
OFTEN = ("members", "payments")
SET_UP = """
import django, json; django.setup()
from django.core.management import call_command
from gonghui.house.commands import migrate; migrate()
from tests import cast as casting
from gonghui.faces.kit.signin import new_token
cast = casting.set_up()
from datetime import date
from gonghui.commons.money.acts import declare_source
from gonghui.kernel.ledger.do import do
do(declare_source, cast.zhou, node=cast.nodes["province"], code="JF", name="经费", since=date(2020, 1, 1))
print(json.dumps({"token": new_token(cast.accounts["sun"]), "union": cast.unions["union"].pk}))
"""
CHECK = """
import django, json; django.setup()
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.models import Event
from gonghui.lines.organization.membership.models import Membership
with trusted():
    told = Event.objects.for_act("x").filter(noun="organization_membership.membership").values_list("subject", flat=True)
    print(json.dumps({"rows": list(Membership.objects.for_act("x").values_list("pk", flat=True)), "told": sorted(set(told)), "broken": verify()}))
"""
WORK = "import django; django.setup()\nfrom gonghui.house.worker import work\nwork()"


class House:
    """A database with the cast in it, and a server on it. On SQLite the second house is a copy of the first as it was built."""

    built: tuple | None = None  # the file of a house of SQLite, and what was told of it

    def __init__(self, url: str, var: Path):
        self.port = free_port()
        self.owner = {
            **os.environ,
            "PYTHONPATH": f"{ROOT}/src{os.pathsep}{ROOT}",
            "DJANGO_SETTINGS_MODULE": "gonghui.house.settings",
            "GONGHUI_VAR": str(var),
        }
        self.owner |= {"GONGHUI_DATABASE_URL": url, "GONGHUI_LOG": "CRITICAL"}
        (var / "static").mkdir(parents=True, exist_ok=True)
        told = self.copied(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else self.set_up()
        self.token, self.union, self.server = told["token"], told["union"], None

    def set_up(self) -> dict:
        return json.loads(self.run(SET_UP).splitlines()[-1])

    def copied(self, path: str) -> dict:
        if House.built is None:
            told = self.set_up()
            House.built = Path(path).read_bytes(), told
        else:
            Path(path).write_bytes(House.built[0])
        return House.built[1]

    def run(self, code: str) -> str:
        done = subprocess.run([PYTHON, "-c", code], env=self.owner, capture_output=True, text=True, cwd=ROOT)
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])
        return done.stdout

    def told(self, what: str, *about) -> dict:
        return json.loads(self.run(f"from tools import kill_tables; kill_tables.{what}{about!r}").splitlines()[-1])

    def start(self) -> None:
        command = [PYTHON, "-m", "gonghui.house.cli", "serve", "--port", str(self.port)]
        self.server = subprocess.Popen(
            command, env=self.owner, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, start_new_session=True
        )
        for _ in range(1200):  # a busy machine takes its time
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 0.2):
                return
            time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def kill(self) -> None:
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()

    def write(self, acknowledged: list, until: threading.Event) -> None:
        """Register people one after the other; note each acknowledgement when it has come."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        while not until.is_set():
            with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                while not until.is_set():
                    connection.request("POST", "/api/acts/membership.register", json.dumps({"union": self.union, "name": "张一民"}), headers)
                    answer = connection.getresponse()
                    body = answer.read()
                    if answer.status == 201:
                        acknowledged += json.loads(body)["subjects"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def storm(house: House, rounds: int, strike, seed: int) -> tuple[int, int, int]:
    """Let three clients write while `strike` hits again and again; return kills, acknowledgements, lost."""
    dice, acknowledged, until = random.Random(seed), [], threading.Event()
    house.start()
    clients = [threading.Thread(target=house.write, args=(acknowledged, until)) for _ in range(3)]
    for client in clients:
        client.start()
    try:
        for _ in range(rounds):
            heard(acknowledged)
            time.sleep(dice.uniform(0, 0.9))
            strike()
        heard(acknowledged)
    finally:
        until.set()
        for client in clients:
            client.join()
        house.kill()
    told = json.loads(house.run(CHECK))
    lost = set(acknowledged) - set(told["rows"])
    half = set(told["rows"]) ^ set(told["told"])
    assert not half and told["broken"] is None, (half, told["broken"])
    return rounds, len(acknowledged), len(lost)


def heard(acknowledged: list, most: float = 30) -> None:
    """Wait until something more is acknowledged, so that each blow falls amid writing however slow the machine is."""
    before, end = len(acknowledged), time.monotonic() + most
    while len(acknowledged) == before and time.monotonic() < end:
        time.sleep(0.02)


def server_kills(rounds: int) -> tuple[int, int, int]:
    with tempfile.TemporaryDirectory() as folder:
        house = House(f"sqlite:///{folder}/kills.sqlite3", Path(folder))

        def strike():
            house.kill()
            house.start()

        return storm(house, rounds, strike, 1)


def database_kills(rounds: int) -> tuple[int, int, int]:
    with tempfile.TemporaryDirectory() as folder, TemporaryCluster(durable=True) as cluster:
        cluster.createdb("kills")
        house = House(cluster.url("kills"), Path(folder))

        def strike():
            cluster.kill()
            cluster.start()

        return storm(house, rounds, strike, 2)


def import_kills(rounds: int, kind: str = "members", rows: int = 0) -> tuple[int, int, int]:
    """Kill an import of a kind again and again; return kills, rows, and how many are missing or double."""
    rows = rows or 1000 * rounds
    dice = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        house = House(f"sqlite:///{folder}/kills.sqlite3", Path(folder))
        table, made = Path(folder) / f"{kind}.csv", house.told("made", kind, rows)
        small = house.owner | {"GONGHUI_INTAKE_CHUNK": "25"}
        kills = 0
        table.write_text(made["text"])
        command = [PYTHON, "-m", "gonghui.house.cli", "intake", kind, str(table), "--as", made["by"], "--node", made["node"]]
        running = subprocess.Popen(command, env=small, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for line in running.stdout:  # the dry run is over when progress is told
            if "/" in line:
                break
        while running.poll() is None and kills < rounds:
            running.kill()
            running.wait()
            kills += 1
            running = subprocess.Popen([PYTHON, "-c", WORK], env=small, cwd=ROOT)
            time.sleep(dice.uniform(0.8, 2.2))  # some die before their first chunk, most amid one
        running.wait()
        house.run(WORK)
        told = house.told("look", kind, rows)
    fresh = [after - before for before, after in zip(made["before"]["numbers"], told["numbers"], strict=True)]
    bad = max(abs(rows - number) for number in fresh)
    assert bad or (told["done"] == [rows, "done"] and told["also"] and told["broken"] is None), (kind, told)
    return kills, rows, bad


def bulk_kills(rounds: int, rows: int = 4000) -> tuple[int, int, int]:
    """Kill an act over many rows again and again: all of them, or none. Return kills, rows, and how many are half done, missing or double."""
    dice, code = random.Random(4), "from tools import kill_tables; kill_tables.approve_all()"
    with tempfile.TemporaryDirectory() as folder:
        house = House(f"sqlite:///{folder}/kills.sqlite3", Path(folder))
        house.run(f"from tools import kill_tables; kill_tables.stand('students', {rows})")
        kills = bad = done = 0
        while kills < rounds and not done:
            running = subprocess.Popen([PYTHON, "-c", code], env=house.owner, stdout=subprocess.PIPE, text=True, cwd=ROOT)
            running.stdout.readline()
            time.sleep(dice.uniform(0, 0.4))
            if running.poll() is None:
                running.kill()
                kills += 1
            running.wait()
            numbers = house.told("look", "students", rows, "approved")["numbers"]
            done, bad = numbers[0], bad + len(set(numbers) - {0, rows})
        if not done:
            house.run(code)
        told = house.told("look", "students", rows, "approved")
    assert told["broken"] is None
    return kills, rows, bad + max(abs(rows - number) for number in told["numbers"])


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--kind", help="only an import of this kind of table; `all`: of every kind")
    asked = parser.parse_args(arguments)
    if asked.kind:
        kinds = KINDS if asked.kind == "all" else (asked.kind,)
        blows = [(f"import of {kind}", partial(import_kills, asked.rounds, kind)) for kind in kinds]
    else:
        blows = [("server", partial(server_kills, asked.rounds)), ("database", partial(database_kills, asked.rounds))]
        blows += [(f"import of {kind}", partial(import_kills, asked.rounds if kind in OFTEN else 1, kind)) for kind in KINDS]
        blows.append(("bulk act", partial(bulk_kills, 5)))
    bad = 0
    for name, strike in blows:
        struck, acknowledged, lost = strike()
        bad += lost
        print(
            f"{name}: kills {struck}, {'acknowledgements' if name in ('server', 'database') else 'rows'} {acknowledged}, lost or double = {lost}",
            flush=True,
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
