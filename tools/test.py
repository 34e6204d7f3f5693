"""Every test, on both databases, in named and timed steps; the last line is `N passed, N failed`."""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.postgres_cluster import TemporaryCluster, binaries  # noqa: E402

BIN = ROOT / ".venv" / "bin"
# the first is without the windows around it: the same pages for less work
BROWSERS = [Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")]
MEMORY, ROOM = Path("/dev/shm"), 8 << 30  # databases that are thrown away need no disk, where memory is to spare


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=["lint", "sqlite", "postgres", "browser"], action="append")
    options, rest = parser.parse_known_args()
    wanted = options.only or ["lint", "sqlite", "postgres", "browser"]
    missing = []
    if binaries() is None and {"postgres", "browser"} & set(wanted):
        missing.append("PostgreSQL is not installed: nothing was tested on it (apt-get install postgresql)")
    chromium = any(map(Path.exists, BROWSERS))
    if not chromium and "browser" in wanted:
        missing.append("Chromium is not installed: no browser journey ran (apt-get install chromium-headless-shell fonts-noto-cjk)")
    rows, begun = [], time.monotonic()
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

    with contextlib.ExitStack() as stack:
        if "lint" in wanted:
            for name, command in (
                ("ruff", [BIN / "ruff", "check", "."]),
                ("format", [BIN / "ruff", "format", "--check", "-q", "."]),
                ("imports", [BIN / "lint-imports"]),
            ):
                started = time.monotonic()
                code = subprocess.run(list(map(str, command)), cwd=ROOT, env={**os.environ, "PYTHONPATH": "src"}).returncode
                rows.append((name, int(code == 0), int(code != 0), time.monotonic() - started))
        cluster = stack.enter_context(TemporaryCluster(analyzed=False)) if binaries() and {"postgres", "browser"} & set(wanted) else None
        if cluster:
            cluster.createdb("gonghui")
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="gonghui-test-")))
        sqlite = f"sqlite:///{home}/test.sqlite3"
        environment = {**os.environ, "GONGHUI_VAR": str(home / "var"), "GONGHUI_ENV": "test"}
        environment["POLARS_MAX_THREADS"] = "1"  # tables of a few rows: handing them from thread to thread took a fifth of the time
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a hundred processes would compile the house anew
        steps = [("sqlite", sqlite, ["-n", "2", "--dist=worksteal", "-m", "not browser"])]
        if cluster:
            # while one of them waits for the server another goes on
            steps.append(("postgres", cluster.url("gonghui"), ["-n", "3", "--dist=worksteal", "-m", "not browser and not kill and not once"]))
        if cluster and chromium:
            # a browser leaves most of a core idle: it runs beside the others, on the database they are not on, and they let it pass
            steps.insert(0, ("browser", cluster.url("gonghui"), ["-m", "browser"]))
            steps.insert(2, ("browser", sqlite, ["-m", "browser and sqlite"]))
        steps = [(n, *step) for n, step in enumerate(steps) if step[0] in wanted]
        for url in dict.fromkeys(url for _n, _name, url, _arguments in steps):
            migrate = [BIN / "python", "-c", "from gonghui.house.commands import migrate; migrate()"]
            settings = {"PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "gonghui.house.settings"}
            env = {**environment, "GONGHUI_DATABASE_URL": url}
            subprocess.run(list(map(str, migrate)), cwd=ROOT, env={**env, **settings}, check=True)
        aside = None
        for place, (n, name, url, arguments) in enumerate(steps):
            report, printed = home / f"report{n}.xml", home / f"printed{n}.txt"
            env = {**environment, "GONGHUI_DATABASE_URL": url, "GONGHUI_TEST_BEGIN": "migrated"}
            command = [BIN / "python", "-m", "pytest", "-q", "-rs", f"--junitxml={report}", *arguments, *rest]
            step = Step(f"{name} ({'SQLite' if url is sqlite else 'PostgreSQL'})", " ".join(arguments), report)
            stack.callback(step.stop)
            if name == "browser" and any(later[1] != "browser" for later in steps[place + 1 :]):
                if aside:
                    finish(aside, rows, missing)
                aside = step, printed
                with printed.open("wb") as out:
                    step.begin(command, env, stdout=out, stderr=subprocess.STDOUT)
                continue
            if aside and name == "browser":
                aside = finish(aside, rows, missing)  # two browsers do not share two cores
            step.begin(["nice", "-n", "10", *command] if aside else command, env)
            step.end(rows, missing)
        if aside:
            finish(aside, rows, missing)
    passed, failed = (sum(row[n] for row in rows) for n in (1, 2))
    print(f"\n{'step':34}{'passed':>8}{'failed':>8}{'seconds':>9}")
    for name, ok, bad, seconds in rows:
        print(f"{name:34}{ok:8}{bad:8}{seconds:9.1f}")
    print(f"{'all':34}{passed:8}{failed:8}{time.monotonic() - begun:9.1f}")
    for line in missing:
        print(f"\n!!!! {line} !!!!")
    if missing and os.environ.get("CI") == "true":
        failed += len(missing)
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


class Step:
    """One run of pytest on one database."""

    def __init__(self, name: str, told: str, report: Path):
        self.name, self.told, self.report = name, told, report

    def begin(self, command: list, env: dict, **out) -> None:
        if not out:
            print(f"\n== {self.name} {self.told}", flush=True)
        self.started = time.monotonic()
        self.process = subprocess.Popen(list(map(str, command)), cwd=ROOT, env=env, **out)
        self.waiter = threading.Thread(target=self._wait)
        self.waiter.start()

    def _wait(self) -> None:
        self.code, self.seconds = self.process.wait(), time.monotonic() - self.started

    def stop(self) -> None:
        """Nothing goes on when the run is ended from outside."""
        if self.process.poll() is None:
            self.process.terminate()

    def end(self, rows: list, missing: list) -> None:
        """Wait for it, and note what it came to."""
        self.waiter.join()
        ok, bad, skipped = counts(self.report)
        if self.code not in (0, 5) and not bad:
            bad = 1
        if skipped:
            missing.append(f"{self.name}: {skipped} tests were skipped; pytest's -rs names them and their reasons")
        rows.append((self.name, ok, bad, self.seconds))


def finish(aside: tuple, rows: list, missing: list) -> None:
    """Wait for the step that ran beside the others, and print what it said."""
    step, printed = aside
    step.end(rows, missing)
    print(f"\n== {step.name} {step.told}, beside the others\n{printed.read_text(errors='replace')}", flush=True)


def counts(report: Path) -> tuple[int, int, int]:
    """Passed, failed (errors too) and skipped of a pytest report."""
    if not report.exists():
        return 0, 1, 0
    suite = ET.parse(report).getroot()
    suite = suite.find("testsuite") if suite.tag == "testsuites" else suite
    total, bad = int(suite.get("tests", 0)), int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    skipped = int(suite.get("skipped", 0))
    report.unlink()
    return total - bad - skipped, bad, skipped


if __name__ == "__main__":
    sys.exit(main())
