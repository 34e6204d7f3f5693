"""Calls: a serial number once, an anonymous caller, the same caller again, a matter that has ended."""

import pytest

from gonghui.kernel.ledger.do import do
from gonghui.lines.rights.hotline import acts
from gonghui.lines.rights.hotline.models import Call
from tests.refusals import refused


@pytest.fixture
def centre(cast):
    return cast.nodes["city"]


def ticket(cast, call, **told):
    if call.state == "answered":
        do(acts.classify, cast.he, call, topic="complain.arrears")
    return do(acts.open_ticket, cast.he, call, title="拖欠工资", says="两个月未发", **told).subject.case


def test_a_call_is_entered_once_by_its_serial_number_and_may_be_anonymous(cast, centre):
    first = do(acts.answer, cast.he, node=centre, serial="20260101-1").subject
    assert first.phone_hash is None
    assert refused(do, acts.miss, cast.he, node=centre, serial="20260101-1") == "hotline.serial_taken"


def test_whoever_called_before_is_known_and_opens_no_second_matter_by_oversight(cast, centre):
    ticket(cast, do(acts.answer, cast.he, node=centre, phone="13900000001").subject)
    again = do(acts.answer, cast.he, node=centre, phone="13900000001")
    assert "30 日内来过电" in str(again.said)
    assert refused(ticket, cast, again.subject) == "cases.repeated"
    ticket(cast, Call.objects.for_act("test").get(pk=again.subject.pk), another=True)


def test_an_answer_names_no_persons_number(cast, centre):
    call = do(acts.answer, cast.he, node=centre).subject
    do(acts.classify, cast.he, call, topic="consult.pay")
    assert refused(do, acts.answer_at_once, cast.he, call, reference="请联系 13900000001") == "cases.number_in_text"
