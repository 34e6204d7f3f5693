"""A notice is up for its working days, held by an objection, up anew after a change, and comes down by itself."""

from datetime import date

import pytest

from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.notices import posting
from gonghui.kernel.notices.models import Message, Objection, Posting
from tests.refusals import refused

BEFORE_FESTIVAL = date(2024, 2, 6)  # a Tuesday; 10 to 17 February off, the 18th made up


@pytest.fixture
def put_up(cast):
    with clock.at(BEFORE_FESTIVAL):
        return do(posting.post, cast.sun, node=cast.nodes["union"], title="拟推荐对象公示", text="林某，女，纺纱工", phone="0571-12351").subject


def now(row):
    return type(row).objects.for_act("test").get(pk=row.pk)


def test_days_over_a_festival_are_not_counted(put_up):
    assert (put_up.days, put_up.ends_on) == (5, date(2024, 2, 19))


def test_it_comes_down_by_itself_the_day_after_its_last(cast, put_up):
    with clock.at(date(2024, 2, 19)):
        strike("notices.end_postings")
        assert now(put_up).state == "open"
    with clock.at(date(2024, 2, 20)):
        assert refused(do, posting.object_, cast.chen, posting=put_up, name="陈某", phone="13800000001", text="不实") == "notices.not_up"
        strike("notices.end_postings")
    assert (now(put_up).state, now(put_up).closed_on) == ("over", date(2024, 2, 20))
    assert verify() is None


def test_an_open_objection_holds_it_and_an_unfounded_one_lets_it_run_on(cast, put_up):
    with clock.at(date(2024, 2, 18)):
        case = do(posting.object_, cast.chen, posting=put_up, name="陈某", phone="13800000001", text="不在一线").subject
    with clock.at(date(2024, 2, 26)):
        strike("notices.end_postings")
        assert (now(put_up).state, now(put_up).held) == ("open", True)
        do(posting.find_unfounded, cast.sun, case, finding="考勤在岗")
        assert (now(put_up).held, now(put_up).ends_on) == (False, date(2024, 2, 26))
        assert Message.objects.for_act("test").filter(account=cast.chen.account).count() == 1
    with clock.at(date(2024, 2, 27)):
        strike("notices.end_postings")
    assert now(put_up).state == "over"


def test_a_founded_objection_starts_the_days_anew(cast, put_up):
    with clock.at(date(2024, 2, 18)):
        first = do(posting.register_objection, cast.sun, posting=put_up, text="单位写错").subject
        assert refused(do, posting.uphold, cast.sun, first, finding="确有错") == "same_person"
        assert refused(do, posting.restart, cast.sun, put_up, text="改", why="更正") == "notices.still_open"
        do(posting.uphold, cast.wang, first, finding="确有错")
        second = do(posting.register_objection, cast.wang, posting=put_up, text="匿名").subject
        do(posting.find_unfounded, cast.sun, second, finding="无据")
    with clock.at(date(2024, 2, 20)):
        strike("notices.end_postings")
        assert now(put_up).held
        do(posting.restart, cast.sun, put_up, text="林某，女，织布工", why="更正岗位")
    row = now(put_up)
    assert (row.times, row.posted_on, row.ends_on, row.held) == (2, date(2024, 2, 20), date(2024, 2, 27), False)


def test_a_number_of_a_person_is_not_posted(cast):
    text = "林某，电话 13800000001"
    assert refused(do, posting.post, cast.sun, node=cast.nodes["union"], title="公示", text=text, phone="12351") == "notices.has_number"


def test_who_objects_is_sealed(cast, put_up):
    with clock.at(date(2024, 2, 18)):
        row = do(posting.object_, cast.chen, posting=put_up, name="陈某某", phone="13800000001", text="不在一线").subject
    held = Objection.objects.for_act("test").filter(pk=row.pk).values_list("name", "text")[0]
    assert "陈" not in str([bytes(v).decode("utf-8", "replace") for v in held])
    assert Posting.objects.within(cast.zhao).count() == 0
