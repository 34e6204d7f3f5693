"""Acknowledged is durable: the server, the database, an import and a payment list are killed at random moments."""

import pytest

from tools import kills


@pytest.mark.kill
@pytest.mark.parametrize("what", ["server_kills", "database_kills", "import_kills", "payment_kills"])
def test_nothing_acknowledged_is_lost(what):
    struck, acknowledged, lost = getattr(kills, what)(2)
    print(f"{what}: kills {struck}, acknowledged {acknowledged}, lost = {lost}")
    assert struck and acknowledged and lost == 0
