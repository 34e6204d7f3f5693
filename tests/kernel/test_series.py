"""Figures by many periods and by what hangs below: each is what `figure` says one by one, and what adds up adds up."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gonghui.commons.activities import acts as activities
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.indicators import INDICATORS, figure, find
from gonghui.kernel.indicators.remembered import adds
from gonghui.kernel.indicators.series import OWN, below, divides, hung_below, monthly, over, runs
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.slots import one_tree, settle
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.orgs import tree_acts
from gonghui.rehearsal.people import people
from tests.shares import about, share

MONTHS = [Period.parse(f"2024-{m:02d}") for m in range(1, 13)]
YEAR = Period.parse("2024")
TOTAL = "membership.members_total"
TOLD = (TOTAL, "legal_aid.publicity_events")


@pytest.fixture
def busy(cast):
    """Members join through the year, lectures are held by one and hosted by another, and a district changes its city in June."""
    for n, place in enumerate(("union", "union", "beside", "above_beside", "far", "union")):
        somebody = people(9_700_000 + n, 1).row(0, named=True)
        with clock.at(date(2024, 1 + 2 * n, 5)):
            done = do(acts.register, SYSTEM, union=cast.unions[place], name=somebody["name"], id_no=somebody["id_no"])
            do(acts.approve, SYSTEM, done.subject)
            host = {"host": cast.nodes["outside"]} if n % 2 else {}
            told = {"kind": "law_event", "title": f"普法{n}", "held_on": date(2024, 1 + 2 * n, 5), "at_place": "礼堂", "head_count": 30}
            do(activities.record, SYSTEM, node=cast.nodes[place], **told, **host)
    do(tree_acts.move, SYSTEM, cast.unions["district"], parent=cast.nodes["other_city"], on=date(2024, 6, 1))
    settle(lambda body: by_house("tree.settle", lambda ctx: body()))
    for place in ("city", "other_city", "district"):
        cast.nodes[place].refresh_from_db()
    return cast


def some(fits, turn: int) -> list:
    """A share of the indicators, and all those of which the year has something to tell."""
    known = [key for key, one in INDICATORS.items() if fits(one)]
    return [find(key) for key in {*share(known, about(60, known), turn), *(key for key in TOLD if key in known)}]


def test_a_course_says_what_each_figure_says(busy):
    for turn, place in enumerate(("province", "other_city")):
        node = busy.nodes[place]
        with one_tree():
            for indicator in some(runs, turn):
                asked = [*MONTHS[4:6], YEAR] if monthly(indicator) else [YEAR, YEAR.year_earlier]
                values = over(indicator, node, asked)
                assert values == [figure(indicator, node, period, viewer=SYSTEM).value for period in asked], (place, indicator.key)
                assert any(values) or indicator.key not in TOLD, (place, indicator.key)


def test_what_hangs_below_adds_up_to_the_figure_whoever_has_moved(busy):
    for turn, place in enumerate(("city", "other_city", "district")):
        node = busy.nodes[place]
        hung = hung_below(node)
        with one_tree():
            for indicator in some(lambda one: adds(one) and len(one.nodes) == 1, turn):
                values = below(indicator, node, [YEAR, MONTHS[4]], hung)
                whole = [figure(indicator, node, period, viewer=SYSTEM).value for period in (YEAR, MONTHS[4])]
                assert [sum(parts) for parts in zip(*values.values(), strict=True)] == whole, (place, indicator.key)


def test_a_node_below_that_never_moved_says_its_own_figure(busy):
    node = busy.nodes["province"]
    hung = hung_below(node)
    with one_tree():
        for indicator in some(divides, 1):
            values = below(indicator, node, [YEAR], hung)
            for one in hung:
                assert values[one.node_id] == [figure(indicator, one.node, YEAR, viewer=SYSTEM).value], (one.node.name, indicator.key)


def test_a_district_counts_where_it_hung_on_the_day(busy):
    total, told = find(TOTAL), {}
    for place in ("city", "other_city"):
        node = busy.nodes[place]
        told[place] = below(total, node, [MONTHS[4], MONTHS[11]], hung_below(node)).get(busy.nodes["district"].pk)
    assert told == {"city": [3, 0], "other_city": [0, 4]}
    node = busy.nodes["district"]
    assert below(total, node, [YEAR], hung_below(node))[OWN] == [0]


def test_each_plain_indicator_is_one_statement(busy):
    node, hung = busy.nodes["province"], hung_below(busy.nodes["province"])
    with one_tree():
        for key, count in ((TOTAL, 1), ("membership.realname_rate", 2), ("hotline.on_time_pct", 2)):
            for ask in (lambda one: over(one, node, MONTHS), lambda one: below(one, node, [YEAR, YEAR.year_earlier], hung)):
                ask(find(key))  # ranges and settings are known from here on
                with CaptureQueriesContext(connection) as captured:
                    ask(find(key))
                told = [q["sql"] for q in captured.captured_queries if "SET ROLE" not in q["sql"]]
                assert len(told) == count, told


def test_what_cannot_be_told_so_is_known(busy):
    assert not runs(find("contests.rank")) and not divides(find("innovation.festival.ordinal")) and runs(find("innovation.festival.ordinal"))
    assert not monthly(find("studios.project_grants")) and not divides(find("contests.teams"))
    with pytest.raises(TypeError):
        find("membership.realname_rate").rows(YEAR)
