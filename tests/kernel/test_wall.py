"""The second wall: PostgreSQL itself keeps rows from whoever comes past the application."""

import psycopg
import pytest
from django.db import ProgrammingError, connection

from gonghui.kernel.access import policies
from gonghui.kernel.access.wall import APP_ROLE, reading_as
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from tests import cast as casting
from tests.people import valid_id

TABLES = (
    "organization_membership_membership",
    "organization_membership_spell",
    "commons_parties_person",
    "kernel_event",
    "kernel_node",
    "kernel_account",
)


def test_a_raw_connection_reads_and_writes_nothing(transactional_db):
    if connection.vendor == "sqlite":
        assert policies.build() == 0  # one wall, and the house says so
        return
    cast = casting.set_up()
    do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id())
    settings = connection.settings_dict
    with psycopg.connect(dbname=settings["NAME"], host=settings["HOST"], user=APP_ROLE, autocommit=True) as raw:
        for table in TABLES:
            assert raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                raw.execute(f"DELETE FROM {table}")
    print(f"tables tried {len(TABLES)}, rows seen 0")


def test_a_viewer_reads_their_reach_and_no_more(db):
    if connection.vendor == "sqlite":
        assert policies.build() == 0
        return
    cast = casting.set_up()
    do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id())

    def seen(name):
        viewer = cast.viewer(name)
        with reading_as(viewer), connection.cursor() as cursor:
            counts = []
            for table in TABLES[:3]:
                cursor.execute(f"SELECT count(*) FROM {table}")
                counts.append(cursor.fetchone()[0])
            return counts

    assert seen("wang") == [1, 0, 1] and seen("qian") == [1, 0, 1]
    assert seen("zhao") == [0, 0, 0] and seen("chen") == [0, 0, 0]


def test_the_application_cannot_write_kept_tables_itself(db):
    if connection.vendor == "sqlite":
        assert policies.build() == 0
        return
    with connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute("INSERT INTO kernel_setting (key, value, node_id, since) VALUES ('x', '1', 1, now())")
