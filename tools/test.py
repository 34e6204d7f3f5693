"""Every test, on both databases, in named and timed steps; the last line is `N passed, N failed`."""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.postgres_cluster import TemporaryCluster, binaries  # noqa: E402

BIN = ROOT / ".venv" / "bin"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=["lint", "sqlite", "postgres", "browser"], action="append")
    options, rest = parser.parse_known_args()
    wanted = options.only or ["lint", "sqlite", "postgres", "browser"]
    missing = []
    if binaries() is None and {"postgres", "browser"} & set(wanted):
        missing.append("PostgreSQL is not installed: nothing was tested on it (apt-get install postgresql)")
    if not Path("/usr/bin/chromium").exists() and "browser" in wanted:
        missing.append("Chromium is not installed: no browser journey ran (apt-get install chromium fonts-noto-cjk)")
    rows, passed, failed, migrated = [], 0, 0, set()

    def note(name, ok, bad, started):
        nonlocal passed, failed
        passed, failed = passed + ok, failed + bad
        rows.append((name, ok, bad, time.monotonic() - started))

    with contextlib.ExitStack() as stack:
        if "lint" in wanted:
            for name, command in (
                ("ruff", [BIN / "ruff", "check", "."]),
                ("format", [BIN / "ruff", "format", "--check", "-q", "."]),
                ("imports", [BIN / "lint-imports"]),
            ):
                started = time.monotonic()
                code = subprocess.run(list(map(str, command)), cwd=ROOT, env={**os.environ, "PYTHONPATH": "src"}).returncode
                note(name, int(code == 0), int(code != 0), started)
        cluster = stack.enter_context(TemporaryCluster(analyzed=False)) if binaries() and {"postgres", "browser"} & set(wanted) else None
        if cluster:
            cluster.createdb("gonghui")
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="gonghui-test-")))
        sqlite = f"sqlite:///{home}/test.sqlite3"
        environment = {**os.environ, "GONGHUI_VAR": str(home / "var"), "GONGHUI_ENV": "test", "PYTHONPYCACHEPREFIX": str(home / "compiled")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a hundred processes would compile the house anew
        steps = [("sqlite", sqlite, ["-n", "2", "--dist=worksteal", "-m", "not browser"])]
        if cluster:
            steps.append(("postgres", cluster.url("gonghui"), ["-n", "2", "--dist=worksteal", "-m", "not browser and not kill and not once"]))
        if cluster and Path("/usr/bin/chromium").exists():
            steps += [
                ("browser", cluster.url("gonghui"), ["-m", "browser"]),
                ("browser", sqlite, ["-m", "browser and sqlite"]),
            ]
        for name, url, arguments in steps:
            if name not in wanted:
                continue
            started, report = time.monotonic(), home / "report.xml"
            print(f"\n== {name} {' '.join(arguments)}", flush=True)
            env = {**environment, "GONGHUI_DATABASE_URL": url, "GONGHUI_TEST_BEGIN": "migrated"}
            if url not in migrated:
                migrate = [BIN / "python", "-c", "from gonghui.house.commands import migrate; migrate()"]
                settings = {"PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "gonghui.house.settings"}
                subprocess.run(list(map(str, migrate)), cwd=ROOT, env={**env, **settings}, check=True)
                migrated.add(url)
            command = [BIN / "python", "-m", "pytest", "-q", "-rs", f"--junitxml={report}", *arguments, *rest]
            code = subprocess.run(list(map(str, command)), cwd=ROOT, env=env).returncode
            ok, bad, skipped = counts(report)
            if code not in (0, 5) and not bad:
                bad = 1
            if skipped:
                missing.append(f"{name}: {skipped} tests were skipped; pytest's -rs names them and their reasons")
            note(f"{name} ({'SQLite' if url is sqlite else 'PostgreSQL'})", ok, bad, started)
    print(f"\n{'step':34}{'passed':>8}{'failed':>8}{'seconds':>9}")
    for name, ok, bad, seconds in rows:
        print(f"{name:34}{ok:8}{bad:8}{seconds:9.1f}")
    print(f"{'all':34}{passed:8}{failed:8}{sum(r[3] for r in rows):9.1f}")
    for line in missing:
        print(f"\n!!!! {line} !!!!")
    if missing and os.environ.get("CI") == "true":
        failed += len(missing)
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


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
