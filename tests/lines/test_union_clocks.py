"""Certificates and terms are announced before they end; foundings nobody decides go up a level."""

from datetime import date, timedelta

import pytest
from stdnum.cn import uscc

from gonghui.kernel import clock, clocks
from gonghui.kernel.ledger.do import do
from gonghui.kernel.marks import Mark
from gonghui.kernel.notices.models import Message
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.orgs import acts, tree_acts
from gonghui.lines.organization.orgs.models import Founding, Union

ISSUED, ENDS = date(2024, 1, 10), date(2027, 1, 10)
BODY = "81330106MC0000012"
CODE = BODY + uscc.calc_check_digit(BODY)


def strike_all():
    for key in clocks.CLOCKS:
        clocks.strike(key)


def marks(**which):
    return list(Mark.objects.for_act("test").filter(**which).order_by("pk"))


def inbox(cast, name):
    return Message.objects.for_act("test").filter(account=cast.accounts[name]).count()


@pytest.fixture
def legal_person(cast):
    with clock.at(ISSUED):
        do(acts.register_legal_person, cast.wang, cast.unions["union"], uscc=CODE, certificate="甲0001", on=ISSUED, valid_until=ENDS)
    return cast.unions["union"]


def test_a_certificate_is_announced_90_and_30_days_ahead_and_goes_up_when_it_has_ended(cast, legal_person):
    seen = []
    for left in (91, 90, 89, 31, 30, 0, -1, -2):
        with clock.at(ENDS - timedelta(days=left)):
            strike_all()
            strike_all()
        (one,) = marks(state="open") or [None]
        seen.append(one and (one.ahead, one.hand.code, inbox(cast, "qian")))
    assert seen == [
        None, (90, "UNION", 1), (90, "UNION", 1), (90, "UNION", 1), (30, "UNION", 2), (30, "UNION", 2), (0, "DISTRICT", 3), (0, "DISTRICT", 3),
    ]  # fmt: skip
    assert inbox(cast, "wang") == 1 and len(marks(state="done")) == 2


def test_a_renewed_certificate_ends_its_reminder(cast, legal_person):
    with clock.at(ENDS - timedelta(days=31)):
        strike_all()
        with pytest.raises(Refused) as no:
            do(acts.renew_certificate, cast.wang, legal_person, certificate="甲0002", on=ENDS, valid_until=date(2031, 1, 10))
        assert no.value.code == "orgs.too_early" and "2026-12-11" in no.value.text
    with clock.at(ENDS - timedelta(days=30)):
        do(acts.renew_certificate, cast.wang, legal_person, certificate="甲0002", on=ENDS, valid_until=date(2031, 1, 10))
        strike_all()
    assert not marks(state="open") and len(marks(state="done")) == 1
    union = Union.objects.for_act("test").get(pk=legal_person.pk)
    assert (union.certificate, union.valid_until, union.state) == ("甲0002", date(2031, 1, 10), "legal_person")


def test_a_certificate_does_not_outlive_the_committee(cast):
    union = cast.unions["union"]
    do(tree_acts.declare_chair, cast.sun, union, chair="钱", term_until=date(2026, 6, 1))
    with pytest.raises(Refused) as no:
        do(acts.register_legal_person, cast.wang, union, uscc=CODE, certificate="甲0001", on=date(2023, 5, 1), valid_until=date(2026, 6, 2))
    assert no.value.code == "orgs.past_term"
    do(acts.register_legal_person, cast.wang, union, uscc=CODE, certificate="甲0001", on=date(2023, 5, 1), valid_until=date(2026, 6, 1))


def test_a_term_that_ends_is_announced_and_a_new_election_ends_the_reminder(cast):
    union = cast.unions["union"]
    do(tree_acts.declare_chair, cast.sun, union, chair="钱", term_until=date(2026, 12, 1))
    with clock.at(date(2026, 11, 20)):
        strike_all()
        assert [(m.what, m.ahead) for m in marks(state="open")] == [("orgs.term_ends", 30)]
        do(tree_acts.declare_chair, cast.sun, union, chair="孙", term_until=date(2031, 11, 19))
        strike_all()
    assert not marks(state="open")


def test_a_founding_nobody_decides_goes_up_from_whoever_should_have(cast):
    day = date(2026, 3, 2)
    with clock.at(day):
        made = do(acts.apply_founding, cast.wang, node=cast.nodes["district"], kind="association", name="新联会工会", members=30).subject
    with clock.at(day + timedelta(days=16)):
        strike_all()
        strike_all()
        (one,) = marks()
        assert (one.what, one.node, one.hand) == ("orgs.preparation_waits", cast.nodes["district"], cast.nodes["city"])
        do(acts.approve_preparation, cast.li, made, document="临工〔2026〕1号")
        do(acts.hold_election, cast.wang, made, on=day + timedelta(days=16), chair="吴")
        do(acts.file_result, cast.wang, made)
    with clock.at(day + timedelta(days=32)):
        strike_all()
    assert [(m.what, m.state) for m in marks()] == [("orgs.preparation_waits", "done"), ("orgs.result_waits", "open")]
    with clock.at(day + timedelta(days=33)):
        do(acts.establish, cast.li, made, on=day + timedelta(days=33))
        strike_all()
    assert not marks(state="open")
    with clock.at(day + timedelta(days=33 + 60)):
        strike_all()
        assert not marks(state="open")
    with clock.at(day + timedelta(days=33 + 61)):
        strike_all()
    assert [m.what for m in marks(state="open")] == ["orgs.registration_waits"]  # the imported ones have their papers elsewhere
    assert Founding.objects.for_act("test").get(pk=made.pk).union.term_until == date(2031, 3, 18)


@pytest.mark.parametrize("change", ["name", "chair"])
def test_a_legal_person_under_another_name_or_chair_is_registered_anew_in_thirty_days(cast, legal_person, change):
    day = ISSUED + timedelta(days=100)
    with clock.at(day):
        if change == "name":
            do(tree_acts.rename, cast.wang, legal_person, name="东湖纺织集团工会", on=day)
        else:
            do(tree_acts.declare_chair, cast.sun, legal_person, chair="周玉")
            do(tree_acts.declare_chair, cast.sun, legal_person, chair="周玉")
    with clock.at(day + timedelta(days=30)):
        strike_all()
        assert not marks()
    with clock.at(day + timedelta(days=31)):
        strike_all()
        assert [(m.what, m.state) for m in marks()] == [("orgs.change_waits", "open")]
        do(acts.register_change, cast.wang, legal_person, certificate="甲0003")
        strike_all()
        assert [m.state for m in marks()] == ["done"]
        with pytest.raises(Refused):
            do(acts.register_change, cast.wang, legal_person)
    union = Union.objects.for_act("test").get(pk=legal_person.pk)
    assert (union.certificate, union.changed_on) == ("甲0003", None)
