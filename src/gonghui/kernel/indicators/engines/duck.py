"""DuckDB over facts: embedded, on this machine alone."""

import os
import tempfile
from pathlib import Path

import duckdb
import polars as pl
from sqlglot import exp

from .asked import together, told
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
            self.see(table)

    def see(self, table: Path) -> None:
        """A folder of Parquet as a view of its name."""
        self.db.read_parquet(str(table / "*.parquet")).create_view(table.name)

    def one(self, asked: list[exp.Select]) -> tuple:
        """What several statements of one value each come to, by one statement."""
        return self.db.execute(together(asked, self.name)).fetchone()

    def run(self, said: str) -> None:
        """A statement as PostgreSQL would be told it."""
        self.db.execute(told(said, self.name))

    def rows(self, said: str) -> list[tuple]:
        return self.db.execute(told(said, self.name)).fetchall()

    def load(self, table: str, types: dict, rows: list[tuple]) -> None:
        """Rows of ours as a table."""
        with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
            pl.DataFrame(rows, schema=types, orient="row").write_parquet(file.name)
            self.db.execute(f"CREATE TEMP TABLE {table} AS FROM read_parquet('{file.name}')")

    def close(self) -> None:
        self.db.close()
