"""DuckDB over facts: embedded, on this machine alone."""

import os
from pathlib import Path

import duckdb
from sqlglot import exp

from .asked import told
from .facts import tables_in


class Duck:
    """Facts as views of a database in memory. threads, memory: what it may take; what does not fit goes to `scratch`."""

    name = "duckdb"

    def __init__(self, folder: Path | None = None, *, threads: int | None = None, memory: str = "4GB", scratch: Path | None = None):
        self.db = duckdb.connect()
        self.db.execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET preserve_insertion_order = false")
        self.db.execute(f"SET threads = {threads or os.cpu_count()}; SET memory_limit = '{memory}'")
        if scratch:
            self.db.execute(f"SET temp_directory = '{scratch}'")
        for table in tables_in(folder) if folder else ():
            self.db.read_parquet(str(table / "*.parquet")).create_view(table.name)

    def one(self, said: exp.Expression) -> tuple:
        """The only row of a statement."""
        return self.db.execute(told(said, "duckdb")).fetchone()

    def close(self) -> None:
        self.db.close()
