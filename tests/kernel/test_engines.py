"""Engines: the same declared figure on the database, on DuckDB over facts, and in a cube of all nodes."""

import json
from datetime import date
from itertools import count

import pytest
from django.db import connection
from django.db.models import Q

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.models import Person
from gonghui.house.cli import main
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.config import Setting
from gonghui.kernel.indicators import Distinct, Flow, figure, find
from gonghui.kernel.indicators.engines import compared, cube, engine, write
from gonghui.kernel.indicators.engines.asked import statement, told
from gonghui.kernel.indicators.engines.facts import SEALED, _type, columns
from gonghui.kernel.indicators.engines.passes import YEAR, span
from gonghui.kernel.indicators.engines.postgres import Postgres
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from gonghui.kernel.privacy.fields import SealedField
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.slots import settle
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.orgs import tree_acts
from gonghui.rehearsal.people import people

TOTAL, NUMBERS = "membership.members_total", count()


def join(cast, union: str, on: date = date(2024, 3, 1)):
    somebody = people(9_700_000 + next(NUMBERS), 1).row(0, named=True)
    with clock.at(on):
        done = do(acts.register, SYSTEM, union=cast.unions[union], name=somebody["name"], id_no=somebody["id_no"])
        return do(acts.approve, SYSTEM, done.subject).subject


@pytest.fixture
def moved(cast):
    """Three members, of whom one's union changes its city in mid-year."""
    for union in ("union", "union", "far"):
        join(cast, union)
    do(tree_acts.move, SYSTEM, cast.unions["district"], parent=cast.nodes["other_city"], on=date(2024, 7, 1))
    settle(lambda body: by_house("tree.settle", lambda ctx: body()))
    return cast


def test_a_unit_that_moved_is_counted_where_it_was_by_every_engine(moved, tmp_path):
    write(tmp_path / "facts")
    duck = engine("duckdb", tmp_path / "facts")
    wanted = [
        (find(TOTAL), moved.nodes[place], Period.parse(f"asof-{day}"))
        for place in ("province", "city", "other_city")
        for day in ("2024-06-30", "2024-12-31")
    ]
    told = list(compared([duck], wanted))
    assert all(equal for *_rest, equal in told)
    assert [values[0] for *_what, values, _equal in told] == [3, 3, 2, 0, 1, 3]
    as_is = list(compared([duck], wanted, as_was=False))
    assert all(equal for *_rest, equal in as_is) and [values[1] for *_what, values, _equal in as_is] == [3, 3, 0, 0, 3, 3]
    duck.close()


def test_a_cube_says_what_every_figure_says(moved, tmp_path):
    write(tmp_path / "facts")
    keys = [
        TOTAL,
        "membership.net_growth",
        "membership.joined",
        "membership.realname_members",
        "membership.realname_rate",
        "membership.newform.members",
    ]
    for one in [engine("duckdb", tmp_path / "facts"), *([Postgres()] if connection.vendor == "postgresql" else [])]:
        known = cube.build(one, 2024, [find(key) for key in keys])
        cells = {(known[n], node, point): value for n, node, point, value in one.rows("SELECT indicator, node, point, value FROM cells")}
        for key in keys:
            for place in ("province", "city", "other_city"):
                for point in (2, 3, 7, YEAR):
                    value = figure(find(key), moved.nodes[place], span(2024, point), viewer=SYSTEM).value
                    assert cells.get((key, moved.nodes[place].pk, point), None if key.endswith("rate") else 0) == value, (key, place, point)
        assert cells[TOTAL, moved.nodes["other_city"].pk, YEAR] == 3


def test_a_record_of_two_nodes_goes_up_the_tree_once(cast, declared, tmp_path):
    both = (("slot", "node"), ("host_slot", "host"))
    held = Flow("toy.held", "场次", "session", Activity, nodes=both, dated_by="held_on")
    kinds = Distinct("toy.kinds", "种类", "item", Activity, Q(head_count__gt=0), nodes=both, dated_by="held_on", of="kind")
    for month, (node, host) in enumerate((("union", "far"), ("union", "district"), ("far", None)), 1):
        do(activities.record, SYSTEM, node=cast.nodes[node], kind="labour_contest", title="一场", held_on=date(2024, month, 5), head_count=3, at_place="会场",
           **({"host": cast.nodes[host]} if host else {}))  # fmt: skip
    write(tmp_path / "facts")
    duck = engine("duckdb", tmp_path / "facts")
    known = cube.build(duck, 2024, [held, kinds])
    cells = {(known[n], node, point): value for n, node, point, value in duck.rows("SELECT indicator, node, point, value FROM cells")}
    for place in ("province", "city", "other_city", "district"):
        for indicator in (held, kinds):
            for point in (1, 2, 3, YEAR):
                value = figure(indicator, cast.nodes[place], span(2024, point), viewer=SYSTEM).value
                assert cells.get((indicator.key, cast.nodes[place].pk, point), 0) == value, (indicator.key, place, point)
    assert cells["toy.held", cast.nodes["province"].pk, YEAR] == 3 and cells["toy.held", cast.nodes["city"].pk, YEAR] == 2


def test_what_is_different_is_told_once_wherever_a_moved_unit_lay(moved, declared, tmp_path):
    kinds = Distinct("toy.kinds", "种类", "item", Activity, dated_by="held_on", of="kind")
    held = [
        ("union", 3, "labour_contest"),
        ("far", 3, "labour_contest"),
        ("union", 9, "labour_contest"),
        ("far", 9, "job_fair"),
        ("union", 9, "job_fair"),
    ]
    for place, month, kind in held:
        do(activities.record, SYSTEM, node=moved.nodes[place], kind=kind, title="一场", held_on=date(2024, month, 5), head_count=3, at_place="会场")
    write(tmp_path / "facts")
    for one in [engine("duckdb", tmp_path / "facts"), *([Postgres()] if connection.vendor == "postgresql" else [])]:
        cube.build(one, 2024, [kinds])
        cells = {(node, point): value for node, point, value in one.rows("SELECT node, point, value FROM cells")}
        for place, by_point in {"province": (1, 2, 2), "city": (1, 0, 1), "other_city": (1, 2, 2), "district": (1, 2, 2)}.items():
            node = moved.nodes[place]
            assert tuple(cells.get((node.pk, point), 0) for point in (3, 9, YEAR)) == by_point, place
            assert figure(kinds, node, span(2024, YEAR), viewer=SYSTEM).value == by_point[-1], place


def test_facts_hold_what_conditions_name_and_nothing_sealed(cast):
    named = columns()
    assert {"id", "slot", "since", "until", "retained"} <= named["organization_membership_spell"].keys()
    assert not any(isinstance(field, SealedField) for fields in named.values() for field in fields.values())
    assert named["commons_parties_person"].keys() < {field.column for field in Person._meta.concrete_fields}
    sealed = next(field for field in Person._meta.concrete_fields if isinstance(field, SealedField))
    with pytest.raises(Refused) as refused:
        _type("commons_parties_person", sealed.column, sealed)
    assert refused.value.refusals[0].code == SEALED.code


def test_a_folder_of_something_else_is_left_alone(cast, tmp_path):
    (tmp_path / "letters.txt").write_text("dear")
    for attempt in (lambda: write(tmp_path), lambda: engine("duckdb", tmp_path)):
        with pytest.raises(Refused, match="不是事实表目录"):
            attempt()
    with pytest.raises(Refused, match="没有计算引擎"):
        engine("abacus", tmp_path)
    assert (tmp_path / "letters.txt").read_text() == "dear"


def test_what_cannot_be_told_is_refused_by_name(cast):
    with pytest.raises(Refused, match="无法计算"):
        statement(Setting.objects.for_act("test").filter(value={"a": 1}), made=find(TOTAL).value())
    assert (
        told("SELECT a::text FROM t WHERE b > 1 ORDER BY a DESC", "spark")
        == "SELECT CAST(a AS STRING) FROM t WHERE b > 1 ORDER BY a DESC NULLS FIRST"
    )


def test_the_command_counts_on_the_engine_that_is_asked_for(moved, capsys):
    code = moved.nodes["province"].code
    main(["figure", TOTAL, "--node", code, "--period", "asof-2024-12-31", "--engine", "duckdb", "--json"])
    assert json.loads(capsys.readouterr().out)["value"] == 3
    main(["figure", TOTAL, "--node", code, "--period", "asof-2024-12-31"])
    assert "3" in capsys.readouterr().out
