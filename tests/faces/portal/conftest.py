"""Who holds the phone."""

import pytest

from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts, stay_acts
from gonghui.lines.organization.membership.models import Membership
from tests.people import valid_id


@pytest.fixture
def demo(settings):
    settings.DEMO = True


@pytest.fixture
def membership(cast) -> Membership:
    """陈 is a member of the factory's union."""
    made = do(acts.apply, cast.chen, name="陈秀英", id_no=valid_id(), union=cast.unions["union"], agree=True).subject
    return do(acts.approve, cast.qian, made).subject


@pytest.fixture
def busy(cast, membership) -> Membership:
    """陈 has a card, a correction asked for, and a transfer under way."""
    do(stay_acts.request_card, cast.chen, membership)
    do(stay_acts.ask_correction, cast.chen, membership, says="名字里是“秀”不是“绣”")
    return do(stay_acts.start_transfer, cast.chen, membership, to=cast.unions["beside"]).subject
