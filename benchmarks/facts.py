"""A province of 55,100 unions as facts: Parquet in the shape of the real tables, filled with what the indicators look for."""

import os
from collections import defaultdict
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
from django.db import connection, models
from sqlglot import exp

from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.indicators.engines import facts
from gonghui.kernel.indicators.engines.asked import postgres
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node

YEAR = 2024
RECORDS = int(os.environ.get("GONGHUI_BENCH_FACTS", "20000000"))
MEMBERS = int(os.environ.get("GONGHUI_BENCH_FACTS_MEMBERS", "6940000"))
CITIES, COUNTIES, TOWNS, UNIONS, MOVED = 14, 107, 1_500, 55_100, 3_000
SHARES = {
    "commons_cases_case": 20, "commons_activities_activity": 16, "commons_registers_registerentry": 18, "commons_money_payment": 20,
    "commons_designations_designation": 5, "commons_enrolment_enrolment": 8, "commons_activities_attendance": 5, "commons_returns_headcount": 3,
    "rights_hotline_call": 5,
}  # fmt: skip
MEMBERLY = ("organization_membership_spell", "organization_membership_membership", "commons_parties_person")


def rows_of(table: str) -> int:
    """How many rows a table gets: of a hundred records so many, members in theirs, of all others one in a thousand."""
    if table in MEMBERLY:
        return MEMBERS
    return RECORDS * SHARES[table] // sum(SHARES.values()) if table in SHARES else max(RECORDS // 1000, 1000)


def tree() -> tuple[list[tuple], list[tuple], list[tuple]]:
    """Nodes, placements and unions (number, node, slot before July, slot after); some unions change their town in mid-year."""
    nodes, placements, unions = [], [], []
    width, born, moved_on = 1 << 10, date(2000, 1, 1), date(YEAR, 7, 1)
    town_of = [n % TOWNS for n in range(UNIONS)]
    below = defaultdict(list)
    for n, town in enumerate(town_of):
        below[town].append(n)

    def stand(kind: str, parent, depth: int, slot: int, end: int):
        pk = len(nodes) + 1
        path = f"{parent[1]}{pk}/" if parent else f"{pk}/"
        nodes.append((pk, f"N{pk}", kind, parent and parent[0], path, depth))
        placements.append((len(placements) + 1, pk, parent and parent[0], slot, end, born, None))
        return pk, path

    def share(of: int, among: int, n: int) -> range:
        return range(n * of // among, (n + 1) * of // among)

    root = stand("province", None, 0, 1, TOWNS * width + 1)
    towns = {}
    for city in range(CITIES):
        counties = share(COUNTIES, CITIES, city)
        ground = [share(TOWNS, COUNTIES, county) for county in counties]
        above = stand("city", root, 1, 1 + ground[0].start * width, 1 + ground[-1].stop * width)
        for mine in ground:
            county = stand("county", above, 2, 1 + mine.start * width, 1 + mine.stop * width)
            for town in mine:
                towns[town] = stand("town", county, 3, 1 + town * width, 1 + (town + 1) * width)
    coming = defaultdict(int)
    for town, mine in sorted(below.items()):
        for place, n in enumerate(mine):
            slot = 2 + town * width + place
            pk, _path = stand("single", towns[town], 4, slot, slot + 1)
            later = slot
            if n < MOVED:
                other = (town + TOWNS // 2) % TOWNS
                coming[other] += 1
                later = 2 + other * width + width // 2 + coming[other]
                number, node, parent, low, high, since, _until = placements[-1]
                placements[-1] = (number, node, parent, low, high, since, date(YEAR, 6, 30))
                placements.append((len(placements) + 1, pk, towns[other][0], later, later + 1, moved_on, None))
            unions.append((n, pk, slot, later))
    return nodes, placements, sorted(unions)


def looked_for() -> dict[tuple[str, str], list[str]]:
    """The words that conditions compare a column with."""
    found = defaultdict(dict)
    period = Period.parse(str(YEAR))
    for indicator in INDICATORS.values():
        if indicator.kind in ("change", "growth", "ratio", "mean"):
            continue
        said = facts._whole(indicator, period)
        tables = {table.alias_or_name: table.name for table in said.find_all(exp.Table)}
        for one in said.find_all(exp.EQ, exp.In):
            words = [word.this for word in (one.expressions or [one.expression]) if isinstance(word, exp.Literal) and word.is_string]
            if isinstance(one.this, exp.Column):
                found[tables.get(one.this.table, ""), one.this.name].update(dict.fromkeys(words))
    return {key: list(words) for key, words in found.items() if words}


def fill(folder: Path, only: tuple[str, ...] = ()) -> None:
    """Write the facts; the same ones each time."""
    folder.mkdir(parents=True, exist_ok=True)
    db = duckdb.connect()
    db.execute(f"SET preserve_insertion_order = false; SET temp_directory = '{folder}'; SET memory_limit = '4GB'")
    nodes, placements, unions = tree()
    typed = {"since": pl.Date, "until": pl.Date}
    _put(folder, "kernel_node", pl.DataFrame(nodes, schema=["id", "code", "kind", "parent_id", "path", "depth"], orient="row"))
    told = ["id", "node_id", "parent_id", "slot", "slot_end", "since", "until"]
    _put(folder, "kernel_placement", pl.DataFrame(placements, schema={name: typed.get(name, pl.Int64) for name in told}, orient="row"))
    _put(folder, "unions", pl.DataFrame(unions, schema=["n", "node", "slot", "later"], orient="row"))
    db.execute(f"CREATE TABLE unions AS FROM read_parquet('{folder}/unions/0.parquet')")
    words = looked_for()
    for table, fields in facts.columns().items():
        if not table.startswith("kernel_") and (not only or table in only):
            (folder / table).mkdir(exist_ok=True)
            db.execute(f"COPY ({_rows(table, fields, words)}) TO '{folder}/{table}/0.parquet' (COMPRESSION zstd)")
    (folder / facts.TOLD).write_text("{}")


def _put(folder: Path, table: str, frame: pl.DataFrame) -> None:
    (folder / table).mkdir(exist_ok=True)
    frame.write_parquet(folder / table / "0.parquet", compression="zstd")


def _rows(table: str, fields: dict, words: dict) -> str:
    """A table's rows: each hangs at a union by chance, dated by chance, its words those that are looked for."""
    day = next(
        (column for column, field in fields.items() if isinstance(field, models.DateField) and not column.endswith(("until", "ended_on"))), None
    )
    chance = {column: f"hash(i * 131 + {n})" for n, column in enumerate(fields)}
    said = [f'{_column(table, column, field, words, chance[column], day, fields)} AS "{column}"' for column, field in fields.items()]
    rows = f"(SELECT range + 1 AS i, hash(range * 7919 + 1) % {UNIONS} AS n FROM range({rows_of(table)}))"
    dated = f"(SELECT *, {_day(chance[day], table)} AS day FROM {rows})" if day else f"(SELECT *, DATE '{YEAR}-01-01' AS day FROM {rows})"
    return f"SELECT {', '.join(said)} FROM {dated} JOIN unions USING (n)"


def _day(chance: str, table: str) -> str:
    years = 10 if table in MEMBERLY else 1
    return f"DATE '{YEAR + 1 - years}-01-01' + CAST({chance} % {365 * years} AS INT)"


def _column(table: str, column: str, field, words: dict, chance: str, day: str | None, fields: dict) -> str:
    remote = field.related_model
    if field.primary_key:
        return "i"
    if column == day:
        return "day"
    if column == "slot" or (column.endswith("_slot") and f"{column.removesuffix('_slot')}_id" not in fields):
        return f"CASE WHEN day >= DATE '{YEAR}-07-01' THEN later ELSE slot END"
    if column.endswith("_slot"):
        return f"CASE WHEN i % 10 = 0 THEN (SELECT slot FROM unions u WHERE u.n = (i * 31) % {UNIONS}) ELSE 0 END"
    if remote is Node:
        return "node"
    if remote is not None:
        return f"CAST(1 + {chance} % {rows_of(remote._meta.db_table)} AS BIGINT)"
    if (table, column) in words:
        known = ", ".join(exp.convert(word).sql("duckdb") for word in words[table, column])
        return f"list_extract([{known}], CAST(1 + {chance} % {len(words[table, column])} AS INT))"
    kind = field.db_type(postgres()).split("(")[0].removesuffix(" GENERATED BY DEFAULT AS IDENTITY")
    by_chance = {
        "boolean": f"{chance} % 2 = 0", "date": f"day + CAST({chance} % 90 AS INT)", "smallint": f"CAST(1 + {chance} % 100 AS SMALLINT)",
        "integer": f"CAST(1 + {chance} % 100 AS INT)", "bigint": f"CAST(1 + {chance} % 10000 AS BIGINT)", "numeric": "CAST(1 AS DECIMAL(18, 2))",
    }  # fmt: skip
    said = f"{YEAR} - {chance} % 3" if "year" in column and kind == "smallint" else by_chance.get(kind, f"'v' || {chance} % 1000")
    return f"CASE WHEN {chance} % 10 < 7 THEN NULL ELSE {said} END" if field.null and kind == "date" and "until" in column else said


def copy_to_postgres(folder: Path) -> None:
    """The same rows into tables of the same names and types, in a schema of their own that goes before the real ones."""
    db = duckdb.connect()
    known = {
        "BIGINT": "bigint",
        "INTEGER": "integer",
        "SMALLINT": "smallint",
        "BOOLEAN": "boolean",
        "DATE": "date",
        "VARCHAR": "varchar",
        "UBIGINT": "bigint",
    }
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS facts CASCADE; CREATE SCHEMA facts; SET search_path = facts, public")
        for table in facts.tables_in(folder):
            read = f"read_parquet('{table}/*.parquet')"
            columns = db.execute(f"DESCRIBE FROM {read}").fetchall()
            told = ", ".join(f'"{name}" {known.get(kind, "numeric(18, 2)")}' for name, kind, *_rest in columns)
            cursor.execute(f'CREATE TABLE "{table.name}" ({told})')
            passing = folder / "passing.csv"
            db.execute(f"COPY (FROM {read}) TO '{passing}' (FORMAT csv, HEADER false, NULLSTR '\\N')")
            with passing.open("rb") as file, cursor.copy(f"COPY \"{table.name}\" FROM STDIN (FORMAT csv, NULL '\\N')") as into:
                while piece := file.read(1 << 20):
                    into.write(piece)
            passing.unlink()
        cursor.execute("ANALYZE")
