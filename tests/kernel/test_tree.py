"""The tree as it was and as it is."""

from datetime import date, timedelta

import pytest
from django.db.models import F

from gonghui.commons.activities.models import Activity
from gonghui.kernel import clock
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.models import Node, Placement, Reslotting
from gonghui.kernel.tree.slots import ranges, settle
from gonghui.lines.education.lectures import acts as lectures
from gonghui.lines.organization.membership import acts as joining
from gonghui.lines.organization.membership.models import Spell
from gonghui.lines.organization.orgs import tree_acts
from tests.people import valid_id

MOVED = date(2024, 7, 1)


def settled(**again):
    return settle(lambda body: by_house("tree.settle", lambda ctx: body()), **again)


def fresh(cast, key):
    return Node.objects.for_act("test").get(pk=cast.nodes[key].pk)


@pytest.fixture
def moved(cast):
    """A member and a lecture before the move of the district's union, one of each after it."""
    union = cast.unions["union"]

    def live(day, serial):
        with clock.at(day):
            member = do(joining.register, cast.sun, union=union, name="林秀英", id_no=valid_id(serial=serial)).subject
            do(joining.approve, cast.qian, member)
            do(lectures.file, cast.sun, node=fresh(cast, "union"), series=["women"], title=f"讲{serial}", held_on=day, at_place="礼堂", head_count=10)

    live(date(2024, 3, 1), "002")
    with clock.at(MOVED):
        do(tree_acts.move, cast.li, union, parent=cast.nodes["other_district"], on=MOVED)
    live(date(2024, 9, 1), "004")
    return cast


def count(cast, key, node, period, **more):
    return figure(find(key), fresh(cast, node), Period.parse(period), viewer=cast.zhou, **more)


def test_each_half_of_the_year_counts_where_the_union_stood(moved):
    settled()
    for key in ("lectures.sessions", "membership.joined"):
        assert count(moved, key, "district", "2024").value == 1
        assert count(moved, key, "other_district", "2024").value == 1
        assert count(moved, key, "city", "2024").value == 2
        assert count(moved, key, "union", "2024").value == 2
        assert count(moved, key, "other_district", "2024", as_was=False).value == 2
        assert count(moved, key, "district", "2024", as_was=False).value == 0


def test_a_row_saved_by_an_act_that_began_before_the_move_follows_within_the_hour(moved):
    settled()
    job = Reslotting.objects.for_act("test").get()
    late = Activity.objects.for_act("test").filter(held_on=date(2024, 9, 1))
    by_house("test.late", lambda ctx: late.update(slot=F("slot") - job.shift))
    assert count(moved, "lectures.sessions", "other_district", "2024").value == 0
    settled(again_since=clock.now() - timedelta(hours=1))
    assert count(moved, "lectures.sessions", "other_district", "2024").value == 1
    settled(again_since=clock.now() - timedelta(hours=1))
    assert count(moved, "lectures.sessions", "other_district", "2024").value == 1


def test_a_stock_follows_the_union_from_the_day_of_the_move(moved):
    settled()
    stock = "membership.members_total"
    assert count(moved, stock, "district", "asof-2024-06-30").value == 1
    assert count(moved, stock, "district", "asof-2024-07-01").value == 0
    assert count(moved, stock, "other_district", "asof-2024-07-01").value == 1
    assert count(moved, stock, "other_district", "asof-2024-12-31").value == 2
    assert count(moved, stock, "city", "asof-2024-12-31").value == 2
    assert Spell.objects.for_act("test").count() == 3  # one was cut by the move


def test_figures_say_so_until_the_rows_have_followed(moved):
    assert count(moved, "membership.members_total", "district", "2024").unsettled
    assert settled() == 1
    assert not count(moved, "membership.members_total", "district", "2024").unsettled
    assert settled() == 0


def test_reach_follows_the_tree_of_today(moved):
    assert not Spell.objects.within(moved.wang, "membership.approve").exists()


def test_every_placement_lies_inside_its_parents_and_none_overlap(moved):
    rows = list(Placement.objects.for_act("test").select_related("parent"))
    for row in rows:
        if row.parent:
            assert any(low <= row.slot < row.slot_end <= high for low, high in ranges(row.parent)), row
    leaves = sorted((r.slot, r.slot_end) for r in rows if not any(o.parent_id == r.node_id for o in rows))
    assert all(a[1] <= b[0] for a, b in zip(leaves, leaves[1:], strict=False))


def test_a_node_cannot_hang_below_itself(cast):
    with pytest.raises(Refused) as no:
        do(tree_acts.move, cast.zhou, cast.unions["city"], parent=cast.nodes["district"], on=MOVED)
    assert no.value.code in ("tree.below_itself", "orgs.not_under")


def test_a_change_before_a_later_one_is_refused(moved):
    with pytest.raises(Refused) as no, clock.at(MOVED + timedelta(days=30)):
        do(tree_acts.move, moved.li, moved.unions["union"], parent=fresh(moved, "district"), on=MOVED - timedelta(days=30))
    assert no.value.code == "tree.history_in_the_way"


def test_a_county_moves_with_all_below_it_in_a_fixed_number_of_statements(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        do(tree_acts.move, cast.zhou, cast.unions["district"], parent=cast.nodes["other_city"], on=MOVED)
    union = fresh(cast, "union")
    assert union.path.startswith(fresh(cast, "other_city").path)
