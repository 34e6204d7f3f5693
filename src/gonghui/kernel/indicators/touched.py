"""
Touch: what was written where, noted by PostgreSQL itself for every table of commons and lines and for the tree.

A statement leaves one row a slot: the table, the slots it wrote between, and its transaction. So a count made earlier knows
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

    low, high: the slots it wrote between, both inside; empty where rows carry no slot: then anywhere. Rows with two slots
    leave one of these a slot.
    by: the transaction's number, which says more than a time: it is compared with what a count could see.
    """

    noun = models.CharField(max_length=63)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["by"], name="touch_by")]


ANYWHERE = """
CREATE OR REPLACE FUNCTION gonghui_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO kernel_touch (noun, by, at) VALUES (TG_TABLE_NAME, pg_current_xact_id()::text::bigint, clock_timestamp());
    RETURN NULL;
END $$
"""
# one row a slot: the first always, as a row that lies nowhere is looked at by others too; a further one where it lies somewhere
BETWEEN = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO kernel_touch (noun, low, high, by, at)
    SELECT TG_TABLE_NAME, low, high, pg_current_xact_id()::text::bigint, clock_timestamp() FROM ({spans}) spans WHERE low IS NOT NULL;
    RETURN NULL;
END $$
"""
EVENTS = (
    ("insert", "INSERT", "REFERENCING NEW TABLE AS changed", ("changed",)),
    ("delete", "DELETE", "REFERENCING OLD TABLE AS changed", ("changed",)),
    ("update", "UPDATE", "REFERENCING OLD TABLE AS was NEW TABLE AS changed", ("was", "changed")),
)


def _function(columns: list[str], tables: tuple[str, ...]) -> tuple[str, str]:
    """The name and the text of what notes the slots of these columns in these tables of a trigger."""
    spans = []
    for n, column in enumerate(columns):
        rows = " UNION ALL ".join(f"SELECT {column} AS slot FROM {table}" for table in tables)
        spans.append(f"SELECT min(slot) AS low, max(slot) AS high FROM ({rows}) slots{' WHERE slot > 0' if n else ''}")
    name = "_".join(("gonghui_touched", "both" if len(tables) > 1 else "slots", *columns[1:]))
    return name, BETWEEN.format(name=name, spans=" UNION ALL ".join(spans))


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
    made = set()
    with connection.cursor() as cursor:
        cursor.execute(ANYWHERE)
        for model in noted():
            columns = [slot for slot, _node in getattr(model, "slots", (("slot", "node"),))]
            lies = set(columns) <= {field.name for field in model._meta.fields}
            for name, event, tables, of in EVENTS:
                function = "gonghui_touched"
                if lies:
                    function, text = _function(columns, of)
                    if function not in made:
                        cursor.execute(text)
                        made.add(function)
                cursor.execute(
                    f'CREATE OR REPLACE TRIGGER touched_{name} AFTER {event} ON "{model._meta.db_table}" {tables if lies else ""} '
                    f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
                )


def forget() -> int:
    """Drop what no count asks about any more; return how many."""
    return Touch.objects.filter(at__lt=now() - KEPT_FOR).delete()[0]
