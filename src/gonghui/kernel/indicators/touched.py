"""
Touch: what was written where, noted by PostgreSQL itself for every table of commons and lines and for the tree.

A statement leaves one row: the table, the slots it wrote between, and its transaction. So a count made earlier knows
which part of the tree it has to make again, whatever wrote there. SQLite notes nothing and counts anew each time.
"""

from datetime import timedelta
from functools import cache

from django.apps import apps
from django.db import connection, models

from ..clock import now
from ..tree.models import Node, Placement

KEPT_FOR = timedelta(days=1)  # longer than any transaction lasts


class Touch(models.Model):
    """
    One statement that wrote to a table.

    low, high: the slots it wrote between, both inside; empty where rows carry no slot or more than one: then anywhere.
    by: the transaction's number, which says more than a time: it is compared with what a count could see.
    """

    noun = models.CharField(max_length=63)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["by"], name="touch_by")]


NOTE = """
CREATE OR REPLACE FUNCTION gonghui_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO kernel_touch (noun, by, at) VALUES (TG_TABLE_NAME, pg_current_xact_id()::text::bigint, clock_timestamp());
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION gonghui_touched_slots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO kernel_touch (noun, low, high, by, at)
    SELECT TG_TABLE_NAME, min(slot), max(slot), pg_current_xact_id()::text::bigint, clock_timestamp() FROM changed HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION gonghui_touched_both() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO kernel_touch (noun, low, high, by, at)
    SELECT TG_TABLE_NAME, min(slot), max(slot), pg_current_xact_id()::text::bigint, clock_timestamp()
    FROM (SELECT slot FROM was UNION ALL SELECT slot FROM changed) both_sides HAVING count(*) > 0;
    RETURN NULL;
END $$;
"""
EVENTS = (
    ("insert", "INSERT", "REFERENCING NEW TABLE AS changed", "gonghui_touched_slots"),
    ("delete", "DELETE", "REFERENCING OLD TABLE AS changed", "gonghui_touched_slots"),
    ("update", "UPDATE", "REFERENCING OLD TABLE AS was NEW TABLE AS changed", "gonghui_touched_both"),
)


def noted() -> list[type[models.Model]]:
    """The models whose tables are watched: all that a figure may be counted from."""
    rooms = ("gonghui.commons.", "gonghui.lines.")
    return [m for m in apps.get_models() if m in (Node, Placement) or apps.get_app_config(m._meta.app_label).name.startswith(rooms)]


@cache
def watched() -> frozenset[str]:
    """The tables of those models."""
    return frozenset(model._meta.db_table for model in noted())


def build() -> None:
    """Make the triggers anew; run as the owner after every migration. PostgreSQL only."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(NOTE)
        for model in noted():
            table, slots = model._meta.db_table, getattr(model, "slots", (("slot", "node"),))
            narrow = len(slots) == 1 and any(field.name == "slot" for field in model._meta.fields)
            for name, event, tables, function in EVENTS:
                cursor.execute(
                    f'CREATE OR REPLACE TRIGGER touched_{name} AFTER {event} ON "{table}" {tables if narrow else ""} '
                    f"FOR EACH STATEMENT EXECUTE FUNCTION {function if narrow else 'gonghui_touched'}()"
                )


def forget() -> int:
    """Drop what no count asks about any more; return how many."""
    return Touch.objects.filter(at__lt=now() - KEPT_FOR).delete()[0]
