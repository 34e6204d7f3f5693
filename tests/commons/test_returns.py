"""Numbers filed by units: typed zero, missing is no row, checked by another, never twice for the same days."""

from datetime import date

import pytest

from gonghui.commons.returns import acts
from gonghui.commons.returns.counting import Filers, HeadCounts
from gonghui.commons.returns.models import HeadCount
from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.kernel.indicators import INDICATORS, figure, find
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.marks import Mark
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused
from tests.lines.test_tables import upload

HEADS = "contest.labour"
HEADING = "单位编码,类别,期间,数,依据,只含本级自办\n"


def fill(cast, who="sun", node="union", period="2023", number=40, **more):
    return do(acts.fill, cast.viewer(who), node=cast.nodes[node], kind=HEADS, period=period, number=number, basis="竞赛台账", **more).subject


def through(cast, row, by="li"):
    do(acts.submit, cast.sun, row)
    return do(acts.accept, cast.viewer(by), row).subject


def told(cast, period="2023", node="city", key="contests.labour.participations"):
    return figure(find(key), cast.nodes[node], Period.parse(period), viewer=cast.li).value


def refuses(call) -> str:
    with pytest.raises(Refused) as no:
        call()
    return no.value.code


def test_a_number_counts_when_it_was_accepted_and_no_longer_when_it_was_sent_back(cast):
    row = fill(cast)
    assert told(cast) == 0
    row = through(cast, row)
    assert told(cast) == 40 and told(cast, "2023H2") == 0 and told(cast, "2022..2024") == 40
    row = do(acts.send_back, cast.li, row, why="与台账不符").subject
    assert told(cast) == 0 and row.accepted_by is None
    row = do(acts.amend, cast.sun, row, number=38, basis="更正后的台账").subject
    through(cast, row)
    assert told(cast) == 38


def test_a_zero_is_a_number_and_what_is_not_filed_is_no_row(cast):
    through(cast, fill(cast, number=0))
    rows = HeadCount.objects.for_act("test").filter(kind=HEADS)
    assert [r.number for r in rows] == [0]
    assert refuses(lambda: do(acts.fill, cast.sun, node=cast.nodes["union"], kind=HEADS, period="2022", basis="台账")) == "act.missing"


def test_one_number_a_unit_kind_and_period_and_none_for_overlapping_days(cast):
    fill(cast, period="2023H1")
    for period in ("2023H1", "2023", "2023-06", "2023-01-01"):
        assert refuses(lambda period=period: fill(cast, period=period)) == "returns.filed_already"
    assert fill(cast, period="2023H2").number == 40
    row = HeadCount.objects.for_act("test").first()
    values = {"node_id": row.node_id, "kind": row.kind, "since": row.since, "until": row.until, "number": 1, "basis": "x", "state": "filled"}
    assert refuses(lambda: by_house("test", lambda ctx: HeadCount(**values).save())) == "clash"


def test_a_period_that_is_not_over_and_one_without_days_are_refused(cast):
    with clock.at(date(2024, 6, 1)):
        assert refuses(lambda: fill(cast, period="2024")) == "returns.not_over"
        assert {refuses(lambda p=p: fill(cast, period=p)) for p in ("asof-2023", "cum-to-2023", "2023-plan")} == {"returns.no_span"}
        assert refuses(lambda: fill(cast, period="去年")) == "periods.unknown"


def test_a_number_above_what_units_have_filed_is_asked_about(cast):
    fill(cast)
    assert refuses(lambda: fill(cast, who="wang", node="district", number=90)) == "returns.filed_below"
    fill(cast, who="wang", node="district", number=90, own=True)
    fill(cast, who="li", node="city", number=500, period="2022")
    assert refuses(lambda: fill(cast, period="2022")) == "returns.filed_above"
    assert told(cast, key="contests.filed_twice") == 0


def test_a_number_filed_above_and_below_without_a_word_is_listed_as_work(cast):
    fill(cast, who="wang", node="district", number=90, own=True)
    fill(cast)
    by_house("test", lambda ctx: HeadCount.objects.for_act("test").update(own=False))  # as two who file at one moment leave it
    assert (told(cast, key="contests.filed_twice"), told(cast, "2022", key="contests.filed_twice")) == (1, 0)


def test_who_filed_a_number_does_not_accept_it(cast):
    row = fill(cast, who="wang", node="union")
    do(acts.submit, cast.wang, row)
    assert refuses(lambda: do(acts.accept, cast.wang, row)) == "same_person"
    both = dict.fromkeys(("accepted_by", "filed_by"), cast.accounts["wang"])
    assert refuses(lambda: by_house("test", lambda ctx: HeadCount.objects.for_act("test").filter(pk=row.pk).update(**both))) == "clash"
    assert do(acts.accept, cast.li, row).subject.accepted_by == cast.accounts["li"]


def test_a_jump_against_the_year_before_needs_a_word(cast):
    through(cast, fill(cast, period="2022", number=100))
    row = fill(cast, period="2023", number=131)
    assert refuses(lambda: do(acts.submit, cast.sun, row)) == "returns.jump"
    assert do(acts.submit, cast.sun, row, explained="新增两个赛区").subject.state == "submitted"
    row = fill(cast, period="2024H1", number=9999)
    assert do(acts.submit, cast.sun, row).subject.state == "submitted"  # another span has no year before


def test_numbers_wait_three_working_days_and_go_up(cast):
    with clock.at(date(2024, 2, 8)):  # before the spring festival
        row = fill(cast)
        do(acts.submit, cast.sun, row)
    for day, open_ones in ((date(2024, 2, 19), 0), (date(2024, 2, 20), 1)):  # the 18th is a Sunday that is worked
        with clock.at(day):
            strike("returns.unchecked")
            assert Mark.objects.for_act("test").filter(what="returns.unchecked", state="open").count() == open_ones


def test_a_year_of_units_goes_in_as_a_table_and_is_accepted_by_another_at_one_stroke(cast):
    rows = ["UNION,劳动竞赛参赛人次,2023,120,台账,", "BESIDE,contest.labour,2023,0,台账,是", "UNION,技能竞赛参赛人次,2023H1,7,台账,否"]
    bad = [
        "UNION,contest.labour,2023-05,1,台账,", "FAR,contest.labour,2023,1,台账,", "UNION,唱歌,2023,1,台账,", "BESIDE,contest.skill,2023,,台账,",
        "BESIDE,contest.skill,2022,约300,台账,", "BESIDE,contest.skill,2021,-1,台账,", "BESIDE,contest.skill,2199,1,台账,", "BESIDE,contest.skill,2020,1,,",
    ]  # fmt: skip
    batch = do(check, cast.wang, node=cast.nodes["district"], kind="returns", file=upload(HEADING + "\n".join(rows + bad))).subject
    found = dict(batch.errors.values_list("row", "code"))
    assert found == {
        5: "returns.twice_in_file", 6: "returns.no_unit", 7: "form.not_on_the_list", 8: "act.missing", 9: "form.invalid", 10: "form.invalid",
        11: "returns.not_over", 12: "act.missing",
    }  # fmt: skip
    assert carry_on(do(start, cast.wang, batch).subject).done == 3
    first = HeadCount.objects.for_act("test").get(node=cast.nodes["union"], kind=HEADS)
    assert (first.state, first.filed_by_id) == ("submitted", cast.accounts["wang"].pk)
    assert refuses(lambda: do(acts.accept_alike, cast.wang, first)) == "same_person"
    do(acts.accept_alike, cast.li, first)
    assert HeadCount.objects.for_act("test").filter(state="accepted").count() == 2
    assert (told(cast), told(cast, key="contests.skill.participations@filed")) == (120, 0)
    again = do(check, cast.wang, node=cast.nodes["district"], kind="returns", file=upload(HEADING + rows[0])).subject
    assert (again.good, again.errors.get().code) == (0, "returns.filed_already")


def test_filed_numbers_say_that_they_are_head_counts():
    filed = [i for i in INDICATORS.values() if isinstance(i, HeadCounts | Filers)]
    assert filed and all(i.source == "head_count" and i.counts is HeadCount for i in filed)
