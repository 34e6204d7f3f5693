"""
Indexes of nouns of a million records, made from what desks say; PostgreSQL only.

A lookup marked % or ~ has one of the pairs of neighbouring letters of its column; a noun with one marked % has one of its
open work, by which the first page counts without reading what is done.
"""

from django.db import connection

from .desk import DESKS, FACETS

PAIRS = """
CREATE OR REPLACE FUNCTION gonghui_pairs(words text) RETURNS text[] LANGUAGE sql IMMUTABLE COST 1000 AS $$
    SELECT coalesce(array_agg(DISTINCT substr(lower(words), at, 2)), '{}') FROM generate_series(1, length(words) - 1) at
$$
"""


def build() -> None:
    """Make what is missing; run as the owner after every migration."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(PAIRS)
        for desk in DESKS.values():
            meta, sought = desk.noun._meta, [one[1:] for one in desk.search if one[0] in "%~" and "__" not in one]
            for column in (meta.get_field(name).column for name in sought):
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {meta.db_table}_{column}_pairs ON {meta.db_table} USING gin (gonghui_pairs({column}))")
            if any(one[0] == "%" for one in desk.search) and (states := open_states(desk.noun)):
                fields = {field.name: field.column for field in meta.fields}
                columns = ", ".join(fields[name] for name in ("state", "kind", *desk.noun.scope.node) if name in fields)
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {meta.db_table}_open_work ON {meta.db_table} ({columns}) WHERE state IN ({states})")


def open_states(noun) -> str:
    """The states in which records of a noun wait for somebody, quoted."""
    return ", ".join(f"'{state}'" for state in sorted({s for desk in (*DESKS.values(), *FACETS.values()) if desk.noun is noun for s in desk.work}))
