"""What the published figures tempt one to get wrong: a plan told as a result, sums that hide their parts, one fact told twice."""

from datetime import date

import pytest

from gonghui.commons.activities import acts as activities
from gonghui.commons.plans import acts as plans
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.reads import told
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.indicators import INDICATORS, Ratio, figure, find
from gonghui.kernel.indicators.declare import Mean
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.rehearsal.lines import modules
from gonghui.rehearsal.replay import federations
from gonghui.rehearsal.replay.meanings import restated

TERM = "2019..2023"
# claim, federation, period, the merged figure, and its parts
MERGED = [
    ("GZ-013", "guizhou", TERM, "places.reading_rooms_and_bases", ("places.reading_rooms.national", "places.reading_rooms.provincial", "places.training_bases.provincial")),
    ("BJ-050", "baoji", "2024H1", "legal_aid.services", ("legal_aid.services@advice", "legal_aid.services@disputes", "legal_aid.services@aid")),
    ("GZ-058", "guizhou", TERM, "aid.warmth_and_scholarship.amount", ("aid.warmth_and_scholarship.amount@warmth", "aid.warmth_and_scholarship.amount@study")),
    ("SN-023", "shaanxi", "2023", "culture.attendances@with_sports", ("culture.attendances", "culture.attendances@sports")),
    ("GZ-005", "guizhou", TERM, "honours.may_day_and_pioneer", ("honours.may_day_awards", "honours.pioneer_teams", "honours.women_pacesetters")),
    ("BJ-038", "baoji", "2024", "honours.rewarded_workers_projects", ("honours.rewarded_workers_projects@persons", "honours.rewarded_workers_projects@projects")),
    ("YA-050", "yanan", "2020..2024", "aid.warmth.amount", ("aid.warmth.amount@cash", "aid.warmth.amount@goods")),
]  # fmt: skip
# systems.md, section 43: again, first
TWICE = [("BJ-001", "BJ-006"), ("BJ-002", "BJ-020"), ("BJ-003", "BJ-021"), ("BJ-051", "BJ-025"), ("BJ-059", "BJ-039")]
TWICE_HONOURED = [("BJ-056", "BJ-034"), ("BJ-057", "BJ-035"), ("BJ-058", "BJ-036"), ("BJ-075", "BJ-038")]


def line(key: str):
    return modules().get(key.split(".")[0])


def replayed(key: str, org: str) -> bool:
    return org in getattr(line(key), "REPLAY", {})


def of(key, node, period):
    return figure(find(key), node, Period.parse(period), viewer=SYSTEM).value


def test_a_plan_of_items_is_no_count_of_sessions_and_neither_moves_the_other(cast):
    city, span = cast.nodes["city"], {"since": date(2024, 1, 1), "until": date(2024, 12, 31)}
    made = [do(plans.propose, cast.li, node=city, kind="contest", title=f"第{n}项", target=1, unit="item", **span).subject for n in range(3)]
    for item in made[:2]:
        do(plans.approve, cast.zhou, item)
    assert (of("contests.planned", city, "2024-plan"), of("contests.held", city, "2024")) == (2, 0)
    for day in (1, 2, 3):
        what = {"title": f"第{day}场", "at_place": "厂区", "head_count": 10, "plan": made[0]}
        do(activities.record, cast.li, node=city, kind="labour_contest", held_on=date(2024, 5, day), **what)
    assert (of("contests.planned", city, "2024-plan"), of("contests.held", city, "2024")) == (2, 3)
    assert "单位不同" in told(made[0], date(2024, 12, 31)) and "不是完成率" in told(made[0], date(2024, 12, 31))
    do(plans.drop, cast.zhou, made[1], why="并入另一项")
    assert (of("contests.planned", city, "2024-plan"), of("contests.held", city, "2024")) == (1, 3)


def test_no_rate_divides_what_was_done_by_a_plan_in_another_unit():
    rates = [i for i in INDICATORS.values() if isinstance(i, Ratio) and not isinstance(i, Mean)]
    assert rates and not [i.key for i in rates if PlanItem in (i.top.counts, i.bottom.counts) and i.top.unit != i.bottom.unit]


@pytest.mark.parametrize(("claim", "org", "period", "whole", "parts"), [row for row in MERGED if replayed(row[3], row[1])])
def test_a_merged_figure_is_given_apart_and_its_parts_add_up(db, monkeypatch, claim, org, period, whole, parts):
    monkeypatch.setattr(federations, "modules", lambda: {"one": line(whole)})
    with trusted():
        stage = federations.build(org, lambda asked: 600 if asked == claim else 0)
        node = federations.node_of(org, stage)
        numbers = [of(part, node, period) for part in parts]
        assert all(numbers) and of(whole, node, period) == sum(numbers), dict(zip(parts, numbers, strict=True))


def test_entries_that_may_overlap_and_counts_of_other_kinds_are_never_added():
    """Labour and skill contests overlap; heads, names and readings are three kinds."""
    kinds = {key: find(key) for key in ("contests.labour.participations", "contests.skill.participations@named", "contests.broadcast_views")}
    assert [i.source for i in kinds.values()] == ["head_count", "records", "reading"]
    assert find("contests.labour.participations").kinds == ("contest.labour",)
    assert "不得相加" in str(find("contests.labour.participations").meaning)


def test_every_fact_told_twice_resolves_to_the_first():
    pairs = TWICE + (TWICE_HONOURED if replayed("honours.any", "baoji") else [])
    assert not [pair for pair in pairs if restated().get(pair[0]) != pair[1]]
