"""PostgreSQL alone, for what is counted in stages: the database in use, in temporary tables of its own. Use inside `trusted()`."""

from django.db import connection

from .facts import TYPES


class Postgres:
    """The connection in use."""

    name = "postgres"

    def run(self, said: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(said)

    def rows(self, said: str) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(said)
            return cursor.fetchall()

    def load(self, table: str, types: dict, rows: list[tuple]) -> None:
        """Rows of ours as a table."""
        known = {kind: said for said, kind in TYPES.items()}
        columns = ", ".join(f"{column} {known.get(kind, 'numeric(20, 2)')}" for column, kind in types.items())
        self.run(f"CREATE TEMP TABLE {table} ({columns})")
        with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        self.run(f"ANALYZE {table}")
