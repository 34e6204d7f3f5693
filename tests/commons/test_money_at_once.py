"""The same cause from several levels at the same moment: one list has it, the others are told."""

from datetime import date
from decimal import Decimal

import pytest

from gonghui.commons.money import acts, line_acts
from gonghui.commons.money.listing import Line, add_lines, payee_key
from gonghui.commons.money.models import Payment
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.refusal import Refused
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
LEVELS = ("city", "district", "union", "province")


@pytest.fixture
def batches(cast):
    source = do(acts.declare_source, cast.zhou, node=cast.nodes["province"], code="BF", name="奖励资金", since=date(2020, 1, 1)).subject
    head = {"kind": "other", "source": source, "award_year": 2023}
    return [do(acts.open_batch, SYSTEM, node=cast.nodes[level], title=f"{level}奖励", **head).subject for level in LEVELS]


def listing(batch, causes):
    def call():
        lines = [Line(f"获奖者{n}", Decimal(1000), payee_key(name=f"获奖者{n}"), ("commons_plans.planitem", n)) for n in causes]
        with trusted():
            return by_house("tests.list", lambda ctx: add_lines(ctx, batch, lines))

    return call


def test_four_levels_list_the_same_causes_at_once_and_each_is_paid_once(batches):
    """Each begins elsewhere in the list, so that they meet in the middle."""
    many = list(range(1, 201))
    answers = at_once(*(listing(batch, many[50 * i :] + many[: 50 * i]) for i, batch in enumerate(batches)))
    assert all(isinstance(answer, set) for answer in answers), answers
    rows = Payment.objects.for_act("test")
    assert rows.count() == rows.values("cause_id").distinct().count() == 200
    assert sum(200 - len(lost) for lost in answers) == 200
    for batch in batches:
        batch.refresh_from_db()
        assert (batch.count, batch.total) == (rows.filter(batch=batch).count(), 1000 * rows.filter(batch=batch).count())


def test_two_levels_add_one_cause_at_one_moment_and_one_is_told_where_it_stands(batches, monkeypatch):
    from gonghui.commons.money.words import PAYMENTS, PayKind

    monkeypatch.setitem(PAYMENTS.rules, "other", PayKind(cause="kernel.node", by="code"))

    def adding(batch):
        def call():
            with trusted():
                return do(line_acts.add, SYSTEM, batch=batch, payee="张三", amount=Decimal(500), cause="FAR")

        return call

    answers = at_once(*(adding(batch) for batch in batches[:2]))
    no = [answer for answer in answers if isinstance(answer, Refused)]
    assert len(no) == 1 and no[0].code == "money.taken" and "奖励" in no[0].text
    assert Payment.objects.for_act("test").count() == 1
