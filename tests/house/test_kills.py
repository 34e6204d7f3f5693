"""Acknowledged is durable: the server, the database, an import and a payment list are killed at random moments."""

from datetime import date
from functools import partial

import pytest

from gonghui.commons.money.acts import declare_source
from gonghui.kernel.intake.sheet import SHEETS
from gonghui.kernel.ledger.do import do
from tools import kill_tables, kills

BLOWS = {
    "server": kills.server_kills,
    "database": kills.database_kills,
    "members": partial(kills.import_kills, kind="members"),
    "payments": partial(kills.import_kills, kind="payments"),
}


@pytest.mark.kill
@pytest.mark.long
@pytest.mark.parametrize("what", BLOWS)
def test_nothing_acknowledged_is_lost(what, db):  # whatever uses no database would come last, one blow after the other
    struck, acknowledged, lost = BLOWS[what](1)
    print(f"{what}: kills {struck}, acknowledged {acknowledged}, lost = {lost}")
    assert struck and acknowledged and lost == 0


def test_every_kind_of_table_can_be_struck():
    assert set(kills.KINDS) == set(kill_tables.TABLES) == set(SHEETS)


@pytest.mark.parametrize("kind", kills.KINDS)
def test_a_made_table_goes_in_whole_and_a_row_too_few_would_be_noticed(cast, kind):
    """What the blows compare with: as many rows, events and rows done as the table has."""
    do(declare_source, cast.zhou, node=cast.nodes["province"], code="JF", name="经费", since=date(2020, 1, 1))
    rows = kill_tables.TABLES[kind].rows(3)
    before = kill_tables.looked(kind, 3)["numbers"]
    kill_tables.take_in(kind, rows)
    told = kill_tables.looked(kind, 3)
    assert [after - b for b, after in zip(before, told["numbers"], strict=True)] == [3] * 4
    assert (told["done"], told["also"], told["broken"]) == ((3, "done"), True, None)
