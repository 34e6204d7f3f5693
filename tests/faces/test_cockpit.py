"""The cockpit: who may see what, what a tile says, how many statements a page takes."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gonghui.commons.plans import acts as plans
from gonghui.faces.cockpit.spans import so_far
from gonghui.faces.cockpit.tiles import changed, shown, tiles
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import reading_as
from gonghui.kernel.indicators import find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.membership import acts
from gonghui.lines.review.stats import acts as stats
from gonghui.lines.review.stats.models import Snapshot
from tests.people import valid_id

TOTAL = "membership.members_total"
DAY = date(2024, 7, 15)
NODES = {"PROV": "province", "CITY": "city", "DISTRICT": "district", "UNION": "union", "BESIDE": "beside", "FAR": "far"}
# who -> the nodes whose figures they may see
SEES = {
    "zhou": set(NODES), "li": {"CITY", "DISTRICT", "UNION", "BESIDE"}, "wang": {"DISTRICT", "UNION", "BESIDE"}, "sun": {"UNION"}, "qian": {"UNION"},
    "zhao": {"FAR"}, "wu": {"CITY", "DISTRICT", "UNION", "BESIDE"},
}  # fmt: skip
NO_FIGURES = {"feng": "PROV", "jiang": "PROV", "shen": "PROV", "xie": "PROV", "luo": "CITY", "deng": "DISTRICT"}


def join(cast, place: str, on: date, serial: int):
    with clock.at(on):
        done = do(acts.register, SYSTEM, union=cast.unions[place], name="林一鸣", id_no=valid_id(serial=f"{serial:03d}"))
        do(acts.approve, SYSTEM, done.subject)


def told_to(viewer, keys: list[str], node, period: str, day: date = DAY) -> list:
    """The tiles of some indicators as a viewer reads them, before both walls."""
    with reading_as(viewer):
        return tiles([find(key) for key in keys], node, Period.parse(period), day, viewer)


@pytest.mark.parametrize("address", ["/cockpit/", f"/cockpit/{TOTAL}/"])
def test_figures_are_seen_within_reach_and_not_found_beyond(cast, client_of, address):
    for who, seen in SEES.items():
        client = client_of(who)
        assert client.get(address).status_code == 200, who
        for code in NODES:
            assert client.get(address, {"node": code}).status_code == (200 if code in seen else 404), (who, code)
    for who in NO_FIGURES:
        answer = client_of(who).get(address)
        assert answer.status_code == 403 and "可查看的岗位" in answer.content.decode(), who
        assert client_of(who).get(address, {"node": "FAR" if who in ("luo", "deng") else "NOPE"}).status_code == 404
    assert client_of("chen").get(address).status_code == 404
    answer = Client().get(address, {"node": "PROV"})
    assert answer.status_code == 302 and answer["Location"].startswith("/office/login/?next=/cockpit/")


def test_without_the_second_factor_nobody_sees_a_figure(cast, client_of, settings):
    settings.SECOND_FACTOR = True
    assert client_of("zhou").get("/cockpit/").status_code == 302


def test_what_is_unknown_is_told_so(cast, client_of):
    zhou = client_of("zhou")
    for address, status in (
        ("/cockpit/no.such/", 404), ("/cockpit/membership.check.unverified/", 404), ("/cockpit/?node=%00", 404), ("/cockpit/?dept=nowhere", 404),
        ("/cockpit/?period=someday", 422), ("/cockpit/?period=2199", 422), ("/cockpit/?period=0001", 422),
        ("/cockpit/?period=cum-to-2023", 200), ("/cockpit/?period=1921..9999", 200), (f"/cockpit/{TOTAL}/?period=<b>", 422), ("/cockpit/?page=9999", 200),
    ):  # fmt: skip
        answer = zhou.get(address)
        assert answer.status_code == status, (address, answer.status_code)
        assert "“<b>" not in answer.content.decode() and 'value="<b>' not in answer.content.decode()
    assert zhou.post("/cockpit/").status_code == 405


def test_more_rows_do_not_mean_more_statements(cast, client_of):
    zhou = client_of("zhou")

    def statements(path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert zhou.get(path).status_code == 200
        return len([q for q in captured.captured_queries if not any(word in q["sql"] for word in ("SAVEPOINT", "SET ROLE", "set_config"))])

    most = 62 if connection.vendor == "sqlite" else 165
    pages = {"/cockpit/": most, "/cockpit/?wall=1": most, f"/cockpit/{TOTAL}/": 30, "/cockpit/membership.realname_rate/?trend=years": 40}
    join(cast, "union", date.today(), 1)
    for path in pages:
        zhou.get(path)
    few = {path: statements(path) for path in pages}
    for n, place in enumerate(("union", "beside", "far", "above_beside")):
        join(cast, place, date.today(), n + 2)
    assert {path: statements(path) for path in pages} == few
    print("cockpit:", {path: (count, connection.vendor) for path, count in few.items()})
    assert all(count <= pages[path] for path, count in few.items()), few


def test_a_running_year_is_compared_with_the_same_days(cast, client_of):
    for serial, on in enumerate((date(2023, 3, 1), date(2023, 9, 1), date(2024, 2, 1), date(2024, 5, 1), date(2024, 6, 1))):
        join(cast, "union", on, serial)
    zhou = client_of("zhou")
    with clock.at(DAY):
        (tile,) = told_to(cast.li, ["membership.joined"], cast.nodes["city"], "2024")
        page = zhou.get("/cockpit/membership.joined/?node=CITY&period=2024").content.decode()
    assert (tile.value, tile.before.value, tile.change) == (3, 1, "增长200%")
    assert str(tile.now.period) == "2024-01-01..2024-07-15" and str(tile.before.period) == "2023-01-01..2023-07-15"
    assert "period=2024-01-01..2024-07-15" in page and 'href="/office/figure/membership.joined/?node=CITY' in page
    with pytest.raises(Refused):
        so_far(Period.parse("2025"), DAY)


def test_a_change_is_told_only_where_there_is_something_to_compare_with():
    told = {
        (5, 4, "item"): "增长25%",
        (3, 4, "yuan"): "下降25%",
        (4, 4, "item"): "持平",
        (Decimal("93.78"), Decimal("94.04"), "percent"): "下降0.3个百分点",
    }
    told |= {(5, 0, "item"): "上年同期为零，不可比", (0, 0, "item"): "持平，同为零", (5, -2, "item"): "上年同期为负，不可比"}
    told |= {
        (5, None, "item"): "上年同期没有数，不可比",
        (None, 5, "item"): "",
        (16, 15, "ordinal"): "",
        (Decimal(50), Decimal(0), "percent"): "提高50个百分点",
    }
    assert {asked: changed(*asked) for asked in told} == told
    assert [shown(v, "yuan") for v in (9999, 12345678, None)] == ["9,999", "1,234.57", "—"] and shown(12345678, "item") == "12,345,678"


def test_a_plan_is_claimed_only_for_what_was_planned(cast):
    city, year = cast.nodes["city"], Period.parse("2024")
    join(cast, "union", date(2024, 2, 1), 1)

    def planned(period: str = "2024", key: str = "membership.joined", node=city) -> str:
        return told_to(cast.li, [key], node, period)[0].planned

    assert planned() == ""
    told = {"node": city, "kind": "drive", "title": "发展会员", "target": 4, "unit": "person", "measure": "membership.joined"}
    item = do(plans.propose, SYSTEM, since=year.start, until=year.end, **told).subject
    assert planned() == ""  # proposed only
    do(plans.approve, SYSTEM, item)
    assert planned() == "计划 4 人，完成 25.00%"
    assert planned("2024H1") == planned(key=TOTAL) == planned(node=cast.nodes["district"]) == ""
    do(plans.approve, SYSTEM, do(plans.propose, SYSTEM, since=year.start, until=year.end, **told | {"unit": "household", "target": 9}).subject)
    assert planned() == "计划 4 人，完成 25.00%"  # households are no persons


def test_what_a_review_froze_stands_and_what_the_records_make_now_is_told_beside(cast, client_of):
    join(cast, "union", date(2023, 2, 1), 1)
    with clock.at(date(2024, 1, 10)):
        review = do(stats.begin, SYSTEM, node=cast.nodes["city"], period="2023", title="综述").subject
        for act, more in ((stats.compute, {}), (stats.check_line, {"line": "all"}), (stats.freeze, {})):
            do(act, SYSTEM, review, **more)
    join(cast, "union", date(2023, 5, 1), 2)
    (tile,) = told_to(cast.li, [TOTAL], cast.nodes["city"], "2023")
    assert (tile.value, tile.now.value, tile.sure, tile.restated) == (1, 2, "2024-01-10 定格", "2 人")
    assert tile.change == "上年同期没有定格，不比"
    page = client_of("li").get("/cockpit/", {"node": "CITY", "period": "2023"}).content.decode()
    assert "2024-01-10 定格" in page and "现有记录 2 人" in page
    for period in ("2024", "2023H1"):
        assert told_to(cast.li, [TOTAL], cast.nodes["city"], period)[0].frozen is None
    assert Snapshot.objects.for_act("test").filter(key=TOTAL).count() == 1


def test_what_nobody_filed_is_no_zero(cast):
    asked = ["culture.attendances", "culture.activities", "membership.realname_rate", "contests.rank"]
    told = told_to(cast.zhou, asked, cast.nodes["other_city"], "2023")
    assert [(one.value, one.said, one.missing) for one in told] == [
        (None, "—", "没有收到填报，不是零"), (0, "0", ""), (None, "—", "没有可比的基数，不是零"), (None, "—", "没有记录，不是零"),
    ]  # fmt: skip
    assert [one.sure for one in told] == ["人数填报", "逐条记录", "逐条记录", "逐条记录"]


def test_a_wall_does_not_tell_of_few_persons(cast, client_of):
    join(cast, "union", date(2024, 2, 1), 1)
    zhou = client_of("zhou")
    with clock.at(DAY):
        wall, page = zhou.get("/cockpit/?wall=1&node=CITY"), zhou.get("/cockpit/?node=CITY")
    assert "不足 5" in wall.content.decode() and "不足 5" not in page.content.decode()
    assert wall["Refresh"] == "300" and "Refresh" not in page
    assert 'class="wall"' in wall.content.decode()
