"""A temporary PostgreSQL cluster on a local socket, for tests, replays and benchmarks."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
ALWAYS = [
    "listen_addresses=",
    "shared_buffers=512MB",
    "work_mem=64MB",
    "maintenance_work_mem=512MB",
    "max_wal_size=8GB",
    "max_connections=60",
    f"max_parallel_workers_per_gather={max(1, (os.cpu_count() or 2) - 1)}",  # beside the one that gathers
    "autovacuum_naptime=5s",
]


def binaries() -> Path | None:
    """Where initdb and pg_ctl are, newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: -int(p.parts[-3]))
    if found:
        return found[0].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


class TemporaryCluster:
    """
    `with TemporaryCluster() as cluster:` - a fresh server; everything is removed at the end.

    durable: keep fsync on (kill tests, benchmarks). analyzed: let PostgreSQL vacuum and gather statistics by itself;
    where every test rolls back it would find all tables empty and plan accordingly. Run by root it becomes the user postgres.
    """

    def __init__(self, durable: bool = False, analyzed: bool = True):
        self.durable, self.analyzed = durable, analyzed
        self.bin = binaries()
        if self.bin is None:
            raise FileNotFoundError("PostgreSQL is not installed (apt-get install postgresql)")
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name

    def __enter__(self):
        self.home = Path(tempfile.mkdtemp(prefix="gonghui-pg-"))
        self.data, self.socket = self.home / "data", self.home
        # SIGTERM (a `timeout`, a stopped CI run) ends Python without __exit__, and the server would outlive it.
        self.on_term = None
        if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            self.on_term = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        try:
            self._make()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _make(self):
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.home, account.pw_uid, account.pw_gid)
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions")
        settings = [
            *ALWAYS,
            f"unix_socket_directories={self.socket}",
            *([] if self.durable else FAST),
            *([] if self.analyzed else ["autovacuum=off"]),
        ]
        with (self.data / "postgresql.auto.conf").open("a") as file:
            file.writelines(f"{s.split('=')[0]} = '{s.split('=', 1)[1]}'\n" for s in settings)
        self.start()

    def __exit__(self, *_):
        self.stop("immediate")
        shutil.rmtree(self.home, ignore_errors=True)
        if self.on_term is not None:
            signal.signal(signal.SIGTERM, self.on_term)

    def stop(self, mode: str = "fast"):
        with contextlib.suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", self.data, "stop", "-m", mode)

    def _run(self, program: str, *args):
        command = [str(self.bin / program), *map(str, args)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/")

    def start(self):
        self._run("pg_ctl", "-D", self.data, "-l", self.home / "log", "-w", "-t", "120", "start")

    def kill(self):
        """kill -9 of the server and wait until it and its children are gone."""
        pid = int((self.data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGSTOP)  # a child of the next moment would outlive it, and keep its memory
        children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
        for process in [str(pid), *children]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(process), signal.SIGKILL)
        for process in [str(pid), *children]:
            while Path(f"/proc/{process}").exists():
                os.sched_yield()
        with contextlib.suppress(FileNotFoundError):
            (self.data / "postmaster.pid").unlink()

    def url(self, name: str, user: str = "postgres", role: str = "") -> str:
        return f"postgresql://{user}@/{name}?host={self.socket}" + (f"&role={role}" if role else "")

    def sql(self, text: str, name: str = "postgres") -> None:
        subprocess.run(
            [str(self.bin / "psql"), "-qX", "-v", "ON_ERROR_STOP=1", "-h", str(self.socket), "-U", "postgres", "-d", name, "-c", text], check=True
        )

    def createdb(self, name: str) -> None:
        self.sql(f"CREATE DATABASE \"{name}\" TEMPLATE template0 LOCALE 'C.UTF-8'")
