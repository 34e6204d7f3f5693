"""
kill -9 of the server, of the database and of an import at random moments; then: is every acknowledged change there, and no half one?

    python tools/kills.py [--rounds 50]

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
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.postgres_cluster import TemporaryCluster  # noqa: E402

PYTHON = sys.executable
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
import django, json, sys; django.setup()
from gonghui.commons.money.models import PayBatch, Payment
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.models import Event
from gonghui.lines.organization.membership.models import Membership, Spell
with trusted():
    told = Event.objects.for_act("x").filter(noun="organization_membership.membership").values_list("subject", flat=True)
    rows = list(Membership.objects.for_act("x").values_list("pk", "person__name"))
    done = sum(Batch.objects.for_act("x").values_list("done", flat=True))
    paid = Payment.objects.for_act("x")
    told_paid = Event.objects.for_act("x").filter(noun="commons_money.payment").values("subject").distinct().count()
    lists = [(b.count, str(b.total)) for b in PayBatch.objects.for_act("x")]
    print(json.dumps({"payments": paid.count(), "causes": paid.values("cause_id", "once").distinct().count(), "told_paid": told_paid, "lists": lists,
        "rows": [pk for pk, _ in rows], "told": sorted(set(told)), "broken": verify(), "done": done,
        "active": Membership.objects.for_act("x").filter(state="active").count(), "spells": Spell.objects.for_act("x").count()}))
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

    def start(self) -> None:
        command = [PYTHON, "-m", "gonghui.house.cli", "serve", "--port", str(self.port)]
        self.server = subprocess.Popen(
            command, env=self.owner, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, start_new_session=True
        )
        for _ in range(300):
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
    for _ in range(rounds):
        time.sleep(dice.uniform(0.3, 1.2))
        strike()
    time.sleep(0.5)
    until.set()
    for client in clients:
        client.join()
    house.kill()
    told = json.loads(house.run(CHECK))
    lost = set(acknowledged) - set(told["rows"])
    half = set(told["rows"]) ^ set(told["told"])
    assert not half and told["broken"] is None, (half, told["broken"])
    return rounds, len(acknowledged), len(lost)


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


def import_kills(rounds: int, rows: int = 0) -> tuple[int, int, int]:
    """Kill an import again and again; return kills, rows, and how many are missing or double."""
    rows = rows or 1000 * rounds
    table = "工会编码,姓名,入会日期\n" + "".join(f"UNION,张一民,20{20 + i % 4}-05-01\n" for i in range(rows))
    kills, told = killed("members", table, rounds)
    assert told["broken"] is None and told["active"] == told["spells"] == told["done"]
    return kills, rows, abs(rows - told["active"])


def payment_kills(rounds: int, rows: int = 0) -> tuple[int, int, int]:
    """Kill a payment list while it is taken in; return kills, rows, and how many are missing or double."""
    rows = rows or 1000 * rounds
    heading = "支付组织编码,批次名称,类别,资金代码,所属年度,形式,收款人,收款账号,金额\n"
    kills, told = killed("payments", heading + "".join(f"UNION,慰问,其他支出,JF,2023,物资,职工{i},6222{i:012d},10.01\n" for i in range(rows)), rounds)
    assert told["broken"] is None and told["payments"] == told["causes"] == told["told_paid"] == told["done"]
    assert told["lists"] == [[told["payments"], f"{told['payments'] * 1001 / 100:.2f}"]], told["lists"]
    return kills, rows, abs(rows - told["payments"])


def killed(kind: str, text: str, rounds: int) -> tuple[int, dict]:
    """Take a table in while the importer is killed at random moments; return kills, and what stands in the database."""
    dice = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        house = House(f"sqlite:///{folder}/kills.sqlite3", Path(folder))
        table = Path(folder) / f"{kind}.csv"
        small = house.owner | {"GONGHUI_INTAKE_CHUNK": "25"}
        kills = 0
        table.write_text(text)
        command = [PYTHON, "-m", "gonghui.house.cli", "intake", kind, str(table), "--as", "sun", "--node", "UNION"]
        running = subprocess.Popen(command, env=small, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for line in running.stdout:  # the dry run is over when progress is told
            if "/" in line:
                break
        while True:
            if running.poll() is not None or kills >= rounds:
                break
            running.kill()
            running.wait()
            kills += 1
            running = subprocess.Popen([PYTHON, "-c", WORK], env=small, cwd=ROOT)
            time.sleep(dice.uniform(0.8, 2.2))  # some die before their first chunk, most amid one
        running.wait()
        house.run(WORK)
        return kills, json.loads(house.run(CHECK))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    bad = 0
    for name, kills in (("server", server_kills), ("database", database_kills), ("import", import_kills), ("payments", payment_kills)):
        struck, acknowledged, lost = kills(rounds)
        bad += lost
        print(
            f"{name}: kills {struck}, {'rows' if name in ('import', 'payments') else 'acknowledgements'} {acknowledged}, lost or double = {lost}",
            flush=True,
        )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
