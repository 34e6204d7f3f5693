"""Numbers from outside: what the source said last, at the node it said it of, never added to our own."""

from datetime import date
from decimal import Decimal

import pytest

from gonghui.commons.readings import acts
from gonghui.commons.readings.models import Reading
from gonghui.kernel import clock
from gonghui.kernel.indicators import INDICATORS, figure, find, trace
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused
from tests.lines.test_tables import upload

KEY = "contests.broadcast_views"


def receive(cast, number, on, node="city", who="li", source="省台"):
    what = {"kind": "contest.views", "about": "技能创新节目", "source": source, "measured_on": on}
    return do(acts.receive, cast.viewer(who), node=cast.nodes[node], number=Decimal(number), **what).subject


def told(cast, period, node="city"):
    return figure(find(KEY), cast.nodes[node], Period.parse(period), viewer=cast.zhou).value


def refuses(call) -> str:
    with pytest.raises(Refused) as no:
        call()
    return no.value.code


def test_a_reading_is_told_latest_at_its_own_node_and_missing_is_not_zero(cast):
    for number, on in ((100, date(2022, 12, 31)), (900, date(2023, 6, 30)), (700, date(2023, 12, 31)), (5, date(2024, 1, 1))):
        do(acts.accept, cast.zhou, receive(cast, number, on))
    receive(cast, 999, date(2023, 12, 31), source="平台")  # nobody has accepted it
    assert told(cast, "2023") == 700, "the last, neither the greatest nor the sum"
    assert (told(cast, "2023H1"), told(cast, "asof-2023-07-31"), told(cast, "2021")) == (900, 900, None)
    assert told(cast, "2023", "province") is None and told(cast, "2023", "district") is None
    ((_part, _sign, rows),) = trace(find(KEY), cast.nodes["city"], Period.parse("2023"))
    assert [(row.number, row.share) for row in rows] == [(700, 700)]


def test_a_corrected_reading_supersedes_that_of_the_same_source_and_day(cast):
    day = date(2023, 12, 31)
    first = do(acts.accept, cast.zhou, receive(cast, 700, day)).subject
    assert refuses(lambda: receive(cast, 700, day)) == "readings.same"
    second = receive(cast, "710.50", day)
    assert told(cast, "2023") == 700
    do(acts.accept, cast.zhou, second)
    first.refresh_from_db()
    assert (first.state, told(cast, "2023")) == ("superseded", Decimal("710.5"))
    do(acts.set_aside, cast.li, second.pk, why="口径有误")
    assert told(cast, "2023") is None


def test_who_brings_a_reading_does_not_accept_it_and_none_comes_from_the_future(cast):
    assert refuses(lambda: do(acts.accept, cast.li, receive(cast, 1, date(2023, 1, 1)))) == "same_person"
    with clock.at(date(2023, 5, 1)):
        assert refuses(lambda: receive(cast, 1, date(2023, 5, 2))) == "readings.in_future"


def test_what_a_partner_sends_goes_in_as_a_table(cast):
    rows = ["CITY,竞赛节目收看人次,第一期,110000000,省台,2023-12-31", "CITY,contest.views,第二期,33.5,省台,2023-12-31"]
    bad = [
        "FAR,contest.views,第三期,1,省台,2023-12-31", "CITY,唱歌,第三期,1,省台,2023-12-31", "CITY,contest.views,第三期,上亿,省台,2023-12-31",
        "CITY,contest.views,第三期,1,,2023-12-31", "CITY,contest.views,第三期,1,省台,2199-01-01", "CITY,contest.views,第二期,33.50,省台,2023-12-31",
    ]  # fmt: skip
    table = "组织编码,类别,对象,数,来源,数据截止日期\n" + "\n".join(rows + bad)
    batch = do(check, cast.li, node=cast.nodes["city"], kind="readings", file=upload(table)).subject
    assert dict(batch.errors.values_list("row", "code")) == {
        4: "readings.no_node", 5: "form.not_on_the_list", 6: "form.invalid", 7: "form.invalid", 8: "readings.in_future", 9: "readings.same",
    }  # fmt: skip
    assert carry_on(do(start, cast.li, batch).subject).done == 2
    made = Reading.objects.for_act("test").get(about="第一期")
    assert (made.number, made.state) == (110_000_000, "received")
    assert refuses(lambda: do(acts.accept, cast.li, made)) == "same_person"
    do(acts.accept, cast.zhou, made)
    assert told(cast, "2023") == 110_000_000
    again = do(check, cast.li, node=cast.nodes["city"], kind="readings", file=upload(table)).subject
    assert again.good == 0


def test_no_indicator_adds_readings_or_head_counts_to_records():
    for indicator in INDICATORS.values():
        assert (indicator.counts is Reading) == (indicator.source == "reading") or indicator.kind in ("ratio", "growth")
