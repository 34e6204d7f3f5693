"""My payments on the phone: seen by their payee alone, confirmed with one press, once."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from gonghui.commons.money import acts, line_acts
from gonghui.commons.money.models import Payment
from gonghui.kernel.ledger.do import do
from tests.particulars.enrolment import known
from tests.situations import Ground


@pytest.fixture
def paid(cast):
    """A payment to a worker with an account, handed over by three people."""
    ground = Ground(cast)
    ground.new_worker()
    person = known(ground)
    source = do(acts.declare_source, cast.zhou, node=cast.nodes["province"], code="BF", name="帮扶资金", since=date(2020, 1, 1)).subject
    batch = do(
        acts.open_batch, cast.wang, node=cast.nodes["district"], kind="other", title="夏日清凉", source=source, award_year=2023, form="goods"
    ).subject
    do(line_acts.add, cast.wang, batch=batch, person=person, amount=Decimal("86.50"))
    do(acts.approve, cast.zheng, batch)
    do(acts.hand_over, cast.hu, batch, on=date.today())
    return ground.worker, Payment.objects.for_act("test").get()


def signed_in(account) -> Client:
    client = Client()
    client.force_login(account, backend="gonghui.faces.kit.signin.AccountBackend")
    return client


def test_a_worker_sees_and_confirms_a_payment_of_their_own(paid):
    worker, payment = paid
    phone = signed_in(worker)
    assert "1 笔待确认" in phone.get("/portal/").content.decode()
    shown = phone.get("/portal/payments/").content.decode()
    assert all(text in shown for text in ("夏日清凉", "86.50", "帮扶资金", "2023", "物资", "待确认"))
    posted = {"payment": payment.pk, "_key": f"sign-{payment.pk}"}
    assert phone.post("/portal/payments/", posted).status_code == 302
    assert phone.post("/portal/payments/", posted).status_code == 302  # pressed twice, done once
    row = Payment.objects.for_act("test").get()
    assert (row.state, row.signed_on) == ("received", date.today())
    assert "确认收到</button>" not in phone.get("/portal/payments/").content.decode()


def test_nobody_else_sees_or_confirms_it(paid, cast):
    _worker, payment = paid
    other = signed_in(cast.accounts["chen"])
    assert "夏日清凉" not in other.get("/portal/payments/").content.decode()
    for typed in (payment.pk, 0, "x", 10**30):
        assert other.post("/portal/payments/", {"payment": typed}).status_code == 404
    assert Payment.objects.for_act("test").get().state == "paid"
