"""Every declared act, tried in every way people and programs can try it: it succeeds or it refuses, and a refusal writes nothing."""

import pytest

from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.chain import verify
from tests.situations import Ground


@pytest.fixture
def ground(cast):
    return Ground(cast)


@pytest.mark.parametrize("key", ACTS)
def test_every_act_has_a_situation_in_which_it_succeeds(ground, key):
    situation = ground.situation(key)
    done = situation.do()
    assert done.subjects and all(row.pk for row in done.subjects)
