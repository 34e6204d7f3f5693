"""What spans all lines: the morning list, the calendar, one search; each within reach, each with a fixed number of queries."""

from datetime import date

import pytest
from django.test import Client

from gonghui.commons.activities import acts as activities
from gonghui.commons.cases import intake_acts
from gonghui.commons.registers import acts as registers
from gonghui.faces.office import home
from gonghui.kernel.access.wall import reading_as, trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.store import together
from tests.situations import Ground

from .test_pages import queries

TODAY = date.today()


@pytest.fixture
def desk_of(cast):
    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
        return client

    return sign_in


def work(cast, count: int, first: int = 0) -> None:
    """Something of several lines that waits at the district."""
    here = cast.nodes["district"]
    for n in range(first, first + count):
        for kind in ("ticket", "aid.advice", "dem.proposal"):
            told = {"kind": kind, "channel": "visit", "title": f"东湖事项{n}", "says": "x"}
            do(intake_acts.register, cast.wang, node=here, **told)
        do(registers.propose, cast.sun, node=cast.nodes["union"], kind="article", title=f"东湖稿件{n}", since=TODAY)
        do(activities.plan, cast.sun, node=cast.nodes["union"], kind="law_event", title=f"东湖普法{n}", held_on=TODAY, at_place=f"{n}号礼堂")


def test_the_morning_list_tells_what_waits_line_by_line_and_costs_no_query_more_for_more(cast, desk_of):
    work(cast, 1)
    wang = desk_of("wang")
    page = wang.get("/office/").content.decode()
    for label in ("工单", "法律援助", "职工代表提案", "新闻稿件", "普法活动"):
        assert label in page, label
    few = queries(wang, "/office/")
    work(cast, 2, first=1)
    assert queries(wang, "/office/") == few <= 12, few


def test_a_card_counts_the_kinds_of_its_desk_and_no_others(cast):
    from gonghui.faces.office.home import waiting

    work(cast, 2)
    with reading_as(cast.wang):
        told = waiting(cast.wang)
    cards = {str(card["label"]): {str(s["state"]): s["count"] for s in card["states"]} for card in (*told["mine"], *told["others"])}
    assert cards["法律援助"] == {"已登记": "2"} and cards["职工代表提案"] == {"已登记": "2"}
    with reading_as(cast.zhao):
        nobody = waiting(cast.zhao)
    assert not [card for card in (*nobody["mine"], *nobody["others"]) if str(card["label"]) == "法律援助"]


def test_one_search_finds_records_of_every_line_within_reach_and_none_beyond(cast, desk_of):
    work(cast, 1)
    wang, zhao = desk_of("wang"), desk_of("zhao")
    found = wang.get("/office/found/?q=东湖").content.decode()
    for text in ("东湖事项0", "东湖稿件0", "东湖普法0", "东湖纺织厂工会"):
        assert text in found, text
    beyond = zhao.get("/office/found/?q=东湖").content.decode()
    assert "没有找到" in beyond and "东湖稿件0" not in beyond
    assert "至少输入 2 个字" in wang.get("/office/found/?q=东").content.decode()
    assert "没有找到" in wang.get("/office/found/?q=%00<script>").content.decode()
    few = queries(wang, "/office/found/?q=东湖")
    work(cast, 7, first=1)
    assert queries(wang, "/office/found/?q=东湖") == few <= 25, few
    assert "全部" in wang.get("/office/found/?q=东湖").content.decode()


def test_the_calendar_of_the_federation_is_a_step_from_the_office(cast, desk_of):
    work(cast, 1)
    wang = desk_of("wang")
    assert "/portal/calendar/" in wang.get("/office/").content.decode()
    assert "东湖普法0" in wang.get("/portal/calendar/").content.decode()


def test_a_count_written_once_for_a_shape_of_reach_counts_for_whoever_asks(cast):
    """Two officers whose reaches are alike ask with one statement; each is told what stands in their own reach."""
    with trusted():
        ground = Ground(cast)
        for key in ("cases.accept", "activities.file", "tasks.check", "aid.accept"):
            ground.situation(key)
    work(cast, 3)
    tried = 0
    for name in ("zhou", "li", "wang", "zhao"):
        viewer = cast.viewer(name)
        for desk in (desk for desk in home.every_desk() if desk.work and viewer.holds(desk.see)):
            reach, states = viewer.reach(desk.see), frozenset(desk.work)
            with trusted():
                (rows,) = together([home.counts(desk.noun, reach, states)])
                there = desk.noun.objects.within_reach(reach, own=False).filter(state__in=states).count()
            assert sum(n for _kind, _state, n in rows) == there, (name, desk.slug)
            tried += there
    assert tried > 10
