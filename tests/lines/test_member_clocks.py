"""What nobody does in time goes up a level, is marked and told; striking twice changes nothing."""

from datetime import date, timedelta

import pytest

from gonghui.house import worker
from gonghui.kernel import clock, clocks
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.marks import Mark
from gonghui.kernel.notices.models import Message
from gonghui.kernel.periods import WorkCalendar
from gonghui.kernel.refusal import Refused
from gonghui.kernel.settings_acts import set_value
from gonghui.lines.organization.membership import acts, stay_acts
from gonghui.lines.organization.membership.models import Membership, Spell, Transfer
from gonghui.lines.organization.orgs import tree_acts
from tests.people import valid_id

DAY = date(2026, 3, 2)


def later(days):
    return clock.at(DAY + timedelta(days=days))


def applied(cast, name="林秀英", union="union"):
    with clock.at(DAY):
        return do(acts.register, cast.zhou, union=cast.unions[union], name=name, id_no=valid_id()).subject


def member(cast):
    made = applied(cast)
    with clock.at(DAY):
        do(acts.approve, cast.li, made)
        return Membership.objects.for_act("test").get(pk=made.pk)


def strike_all():
    for key in clocks.CLOCKS:
        clocks.strike(key)


def marks(**which):
    return list(Mark.objects.for_act("test").filter(**which).order_by("pk"))


def inbox(cast, name):
    return list(Message.objects.for_act("test").filter(account=cast.accounts[name]).values_list("text", flat=True))


def test_an_application_nobody_decides_goes_to_the_level_above_once(cast):
    made = applied(cast)
    with later(15):
        strike_all()
        assert not marks()
    with later(16):
        strike_all()
        strike_all()
        (one,) = marks()
    assert (one.subject, one.node, one.hand, one.due_on, one.ahead) == (made.pk, cast.nodes["union"], cast.nodes["district"], date(2026, 3, 17), 0)
    assert len(inbox(cast, "wang")) == len(inbox(cast, "qian")) == 1 and inbox(cast, "li") == []
    with later(17):
        strike_all()
        assert len(marks()) == 1 and len(inbox(cast, "wang")) == 1
        do(acts.approve, cast.qian, made)
        strike_all()
    (one,) = marks()
    assert (one.state, one.done_on) == ("done", DAY + timedelta(days=17))
    assert verify() is None


def test_where_nobody_holds_the_level_above_it_goes_on_up(cast):
    applied(cast, union="above_beside")  # its district has no officer: the city's is the nearest
    with later(16):
        strike_all()
    (one,) = marks()
    assert one.hand == cast.nodes["city"] and len(inbox(cast, "li")) == 1


def test_the_days_are_those_the_province_had_set_on_the_day_of_the_application(cast):
    made = applied(cast)
    with later(1):
        do(set_value, cast.zhou, node=cast.nodes["province"], what="member.approve_days", value="3", since=DAY + timedelta(days=1), why="x")
        second = do(acts.register, cast.zhou, union=cast.unions["union"], name="王桂芳", id_no=valid_id(serial="022")).subject
    with later(8):
        strike_all()
    assert [m.subject for m in marks()] == [second.pk]
    with later(16):
        strike_all()
    assert {m.subject for m in marks(state="open")} == {made.pk, second.pk}


def test_a_transfer_nobody_receives_passes_on_by_itself_and_seniority_stays(cast):
    one = member(cast)
    with clock.at(DAY):
        do(stay_acts.start_transfer, cast.sun, one, to=cast.unions["far"])
    with later(30):
        strike_all()
        assert Transfer.objects.for_act("test").get().state == "asked"
    with later(31):
        strike_all()
        strike_all()
    moved = Membership.objects.for_act("test").get(pk=one.pk)
    assert (moved.state, moved.node, moved.since) == ("active", cast.nodes["far"], DAY)
    spells = list(Spell.objects.for_act("test").order_by("since").values_list("node__code", "since", "until"))
    assert spells == [("UNION", DAY, DAY + timedelta(days=30)), ("FAR", DAY + timedelta(days=31), None)]
    assert [m.what for m in marks()] == ["membership.pass_on"] and len(inbox(cast, "zhao")) == 1
    assert verify() is None


@pytest.mark.parametrize("why", ["the province wants it returned", "the union is dissolved meanwhile"])
def test_a_transfer_is_returned_where_that_is_the_rule_or_the_union_is_no_more(cast, why):
    one = member(cast)
    with clock.at(DAY):
        if "province" in why:
            do(set_value, cast.zhou, node=cast.nodes["province"], what="member.transfer_then", value="退回原工会", since=DAY, why="x")
        do(stay_acts.start_transfer, cast.sun, one, to=cast.unions["far"])
        if "dissolved" in why:
            do(tree_acts.begin_dissolving, cast.zhou, cast.unions["far"], why="x")
    with later(31):
        strike_all()
    back = Membership.objects.for_act("test").get(pk=one.pk)
    assert (back.state, back.node) == ("active", cast.nodes["union"])
    assert Transfer.objects.for_act("test").get().state == "returned"


def test_a_union_that_is_being_dissolved_receives_nobody(cast):
    one = member(cast)
    with clock.at(DAY):
        do(stay_acts.start_transfer, cast.sun, one, to=cast.unions["far"])
        do(tree_acts.begin_dissolving, cast.zhou, cast.unions["far"], why="x")
        with pytest.raises(Refused) as no:
            do(stay_acts.accept_transfer, cast.zhao, Transfer.objects.for_act("test").get())
    assert no.value.code == "membership.union_closed"


def test_a_correction_is_counted_in_working_days(cast):
    with clock.at(date(2026, 9, 24)):  # the national holiday lies between
        made = do(acts.apply, cast.chen, name="陈秀英", id_no=valid_id(), union=cast.unions["union"], agree=True).subject
        do(acts.approve, cast.qian, made)
        do(stay_acts.ask_correction, cast.chen, made.pk, says="姓名写错")
    due = clocks.after_workdays(date(2026, 9, 24), 15)
    assert (due - date(2026, 9, 24)).days > 21
    with clock.at(due):
        strike_all()
        assert not marks(what="membership.unanswered")
    with clock.at(due + timedelta(days=1)):
        strike_all()
        assert len(marks(what="membership.unanswered", state="open")) == 1


def test_beyond_the_published_calendars_working_days_are_monday_to_friday():
    assert WorkCalendar().after(date(2031, 1, 3), 1) == date(2031, 1, 6)


def test_a_broken_clock_keeps_no_other_from_striking_and_strikes_again(cast, monkeypatch):
    applied(cast)
    broken = clocks.CLOCKS["membership.pass_on"]
    monkeypatch.setattr(worker, "struck", {})
    monkeypatch.setattr(broken, "run", lambda ctx: 1 / 0)
    with later(16):
        every = worker.strike_clocks()
        assert every == len(clocks.CLOCKS) - len(clocks.OFTEN) and len(marks()) == 1
        assert worker.strike_clocks() == 1  # only the broken one is still due
    with later(17):
        assert worker.strike_clocks() == every
