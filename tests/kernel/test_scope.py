"""The first wall: every road to a scoped model that says not for whom is closed."""

import pickle

import pytest
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef

from gonghui.kernel.access.scope import OutsideAct, UnscopedQuery
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.tree import growth
from gonghui.kernel.tree.models import Node, Placement
from gonghui.lines.organization.orgs.models import Union
from tests.cast import FOUNDED

U, N = Union.objects, Node.objects


def closed_roads(seen, one):
    """Every way of reading or writing that must raise."""
    return [
        lambda: list(U.all()), lambda: U.count(), lambda: U.exists(), lambda: U.first(), lambda: U.last(), lambda: U.get(pk=1),
        lambda: U.aggregate(n=Count("pk")), lambda: list(U.values("state").annotate(n=Count("pk"))), lambda: list(U.iterator()),
        lambda: U.in_bulk([1]), lambda: U.filter(pk=1).update(chair="x"), lambda: U.filter(pk=1).delete(), lambda: list(U.raw("select 1")),
        lambda: list(seen.filter(pk__in=Placement.objects.values("node"))), lambda: list(U.within(one) | U.filter(pk=1)),
        lambda: list(U.within(one).union(U.all())), lambda: list(seen.annotate(x=Exists(U.filter(node=OuterRef("pk"))))[:1]),
        lambda: list(seen[0].placements.all()), lambda: seen[0].children.count(), lambda: list(seen.prefetch_related("placements")[:2]),
        lambda: bool(U.all()), lambda: len(U.all()), lambda: repr(U.all()), lambda: U.latest("pk"), lambda: list(U.dates("founded_on", "month")),
        lambda: U.all().explain(), lambda: U.all()._raw_delete("default"), lambda: U.get_or_create(chair="x"), lambda: U.filter(pk=1)[:5].get(),
        lambda: list(Event.objects.all()), lambda: list(U.all().using("default")), lambda: U.update_or_create(chair="x"),
    ]  # fmt: skip


def test_every_unscoped_road_is_closed(cast):
    seen = N.within(cast.li)
    roads = closed_roads(seen, cast.li)
    for number, road in enumerate(roads):
        with pytest.raises((UnscopedQuery, OutsideAct)):
            road()
            pytest.fail(f"road {number} is open")
    print(f"roads tried {len(roads)}, rows seen 0")


def test_the_scoped_roads_work(cast):
    mine = U.within(cast.li)
    assert mine.count() == 6 and mine.exists() and mine.aggregate(n=Count("pk"))["n"] == 6
    assert all(u.node.path.startswith(cast.nodes["city"].path) for u in mine.select_related("node"))
    assert list(mine.none()) == []
    assert len(pickle.loads(pickle.dumps(mine[:2]))) == 2
    assert Paginator(mine.order_by("pk"), 2).page(2).object_list
    assert not U.within(cast.chen).exists()


def test_only_acts_write(cast):
    union = U.within(cast.li).first()
    for write in (union.save, union.delete, lambda: U.within(cast.li).update(chair="x"), lambda: U.within(cast.li).bulk_create([union])):
        with pytest.raises(OutsideAct):
            write()


def test_a_grant_counts_only_between_its_days(cast):
    from datetime import timedelta

    from gonghui.kernel import clock
    from gonghui.kernel.access.acts import grant, revoke
    from gonghui.kernel.ledger.do import do

    day = clock.today()
    made = do(grant, cast.jiang, account=cast.accounts["chen"], role="auditor", node=cast.nodes["city"], since=day + timedelta(days=1)).subject
    assert not cast.chen.in_office
    with clock.at(day + timedelta(days=1)):
        assert cast.chen.in_office
        do(revoke, cast.jiang, made)
        assert not cast.chen.in_office


def test_who_is_posted_at_the_root_of_the_only_tree_reaches_whatever_stands_anywhere(cast):
    """The rows are the same by paths; a second tree is not theirs."""
    seen = set(U.within(cast.zhou))
    assert cast.zhou.reach("see:organization_orgs.union").whole and not cast.li.reach("see:organization_orgs.union").whole
    by_house("tests.second", lambda ctx: growth.plant(code="P2", name="邻省总工会", kind="province", parent=None, on=FOUNDED))
    assert not cast.zhou.reach("see:organization_orgs.union").whole
    assert set(U.within(cast.zhou)) == seen and not N.within(cast.zhou).filter(code="P2").exists()
