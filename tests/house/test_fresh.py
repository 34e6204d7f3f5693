"""A database made at once is what the migrations come to."""

import os
import sqlite3
import subprocess
import sys

import pytest

# the models of the house are drawn anew at each step, a million of them; to look for rubbish amid that takes a third of the time
STEPS = """
import gc; gc.disable()
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
"""
AT_ONCE = "from gonghui.house.commands import migrate; migrate()"


def made(path, program: str) -> None:
    env = {**os.environ, "GONGHUI_DATABASE_URL": f"sqlite:///{path}", "PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "gonghui.house.settings"}
    subprocess.run([sys.executable, "-c", program], env=env, check=True)


def split(body: str) -> list[str]:
    """Columns and constraints of a table, in alphabetical order: columns that came later stand last in one of the two."""
    parts, depth, quote, part = [], 0, "", ""
    for letter in body:
        quote = ("" if letter == quote else quote) if quote else letter if letter in "'\"" else ""
        depth += 0 if quote else (letter == "(") - (letter == ")")
        if letter == "," and not depth and not quote:
            parts, part = [*parts, part.strip()], ""
        else:
            part += letter
    return sorted([*parts, part.strip()])


def tables(path) -> dict:
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT name, type, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
        migrations = set(db.execute("SELECT app, name FROM django_migrations"))
    return {name: split(sql[sql.index("(") + 1 : sql.rindex(")")]) if kind == "table" else sql for name, kind, sql in rows} | {"": migrations}


@pytest.mark.long
@pytest.mark.once
def test_all_tables_at_once_are_those_the_migrations_come_to(tmp_path, db):
    for name, program in (("steps", STEPS), ("once", AT_ONCE)):
        made(tmp_path / name, program)
    steps, once = tables(tmp_path / "steps"), tables(tmp_path / "once")
    assert len(once) > 500 and once.keys() == steps.keys()
    assert not {name: (once[name], steps[name]) for name in once if once[name] != steps[name]}
