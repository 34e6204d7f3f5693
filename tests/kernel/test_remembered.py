"""Remembered counts: whatever is written, by whom and in what order, a figure is what a plain count would say."""

import threading
from datetime import date
from itertools import count

import pytest
from django.db import connection, transaction

from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import INDICATORS, figure, find, remembered, touched
from gonghui.kernel.indicators.trace import parts, rows_of
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.lines.education.lectures import acts as lectures
from gonghui.lines.education.lectures.words import Series
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.orgs import tree_acts
from gonghui.rehearsal.people import people
from tests import cast as casting
from tests.shares import about, share

TOTAL, NUMBERS = "membership.members_total", count()


@pytest.fixture
def federation(transactional_db):
    with trusted():
        yield casting.set_up()


def said(cast, place: str, key: str = TOTAL, year: str = "2024") -> tuple:
    """A figure as it is told, and as a plain count over the same rows has it."""
    indicator, node, period = find(key), cast.nodes[place], Period.parse(year)
    told = figure(indicator, node, period, viewer=SYSTEM).value
    return told, rows_of(indicator, node, period, True).aggregate(v=indicator.value())["v"]


def join(cast, union: str = "union"):
    somebody = people(9_500_000 + next(NUMBERS), 1).row(0, named=True)
    with clock.at(date(2024, 3, 1)):
        done = do(acts.register, SYSTEM, union=cast.unions[union], name=somebody["name"], id_no=somebody["id_no"])
        return do(acts.approve, SYSTEM, done.subject).subject


def test_a_count_is_made_again_where_something_was_written(federation):
    for place in ("union", "far", "union"):
        join(federation, place)
        for node in ("province", "city", "other_city", "union"):
            told, plain = said(federation, node)
            assert told == plain
    assert said(federation, "province") == (3, 3) and said(federation, "city") == (2, 2)


def test_only_the_parts_written_to_are_counted_again(federation, monkeypatch):
    join(federation)
    asked = []
    real = remembered._parts
    monkeypatch.setattr(
        remembered, "_parts", lambda indicator, rows, *rest: asked.append((str(rows.query), rest[2:])) or real(indicator, rows, *rest)
    )
    said(federation, "province")
    said(federation, "province")
    join(federation, "far")
    assert said(federation, "province") == (2, 2)
    if connection.vendor == "sqlite":
        assert not asked  # it counts anew each time
    else:
        # a transaction open elsewhere in the cluster may have the first parts counted twice; the last count leaves out what stands
        assert len(asked) >= 2 and not asked[0][1] and asked[-1][1]


def test_a_move_of_the_tree_is_followed(federation):
    join(federation)
    assert said(federation, "other_city", year="asof-2024-12-31") == (0, 0)
    do(tree_acts.move, SYSTEM, federation.unions["district"], parent=federation.nodes["other_city"], on=date(2024, 6, 1))
    for node in ("city", "other_city", "province"):
        told, plain = said(federation, node)
        assert told == plain


def test_what_is_undone_was_never_counted(federation):
    join(federation)
    with pytest.raises(RuntimeError), transaction.atomic():
        join(federation)
        assert said(federation, "province") == (2, 2)
        raise RuntimeError
    assert said(federation, "province") == (1, 1)


def test_what_another_is_about_to_write_is_counted_once_it_is_there(federation):
    if connection.vendor == "sqlite":
        assert remembered.counted(find(TOTAL), federation.nodes["province"], None) is None  # one writes, the others wait
        return
    written, counted = threading.Event(), threading.Event()

    def slowly():
        try:
            with trusted(), transaction.atomic():
                join(federation)
                written.set()
                counted.wait(10)
        finally:
            connection.close()

    other = threading.Thread(target=slowly)
    other.start()
    assert written.wait(10)
    assert said(federation, "province") == (0, 0)
    counted.set()
    other.join()
    assert said(federation, "province") == (1, 1)


def test_every_figure_says_what_a_plain_count_says(federation):
    join(federation)
    for _twice in range(2):
        for key, indicator in share(INDICATORS.items(), about(220, INDICATORS)):
            if not parts(indicator, Period.parse("2024")):
                told, plain = said(federation, "province", key)
                assert told == plain, key
        join(federation, "beside")


def test_figures_of_the_same_rows_are_not_taken_for_each_other(federation):
    """A count and a sum of the same lectures, held by one organisation at another: each is told of both, once above them."""
    told = ("lectures.sessions@with_classes", "lectures.attendances")
    for heads, place, host in ((30, "union", "district"), (40, "beside", "far"), (50, "far", "union")):
        with clock.at(date(2024, 5, 1)):
            made = {
                "series": [Series.MODEL_WORKER],
                "title": f"{heads}",
                "held_on": date(2024, 4, 1),
                "at_place": f"礼堂{heads}",
                "head_count": heads,
            }
            do(lectures.file, SYSTEM, node=federation.nodes[place], host=federation.nodes[host], **made)
        for node in ("province", "city", "other_city", "district", "union", "far"):
            for key in told:
                value, plain = said(federation, node, key)
                assert value == plain
    assert [said(federation, "province", key)[0] for key in told] == [3, 120]
    assert [said(federation, "other_city", key)[0] for key in told] == [2, 90]


def test_what_was_written_long_ago_is_let_go(federation):
    join(federation)
    with clock.at(date(2199, 1, 1)):
        gone = touched.forget()
    assert gone == 0 if connection.vendor == "sqlite" else gone > 0
