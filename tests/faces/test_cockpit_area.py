"""What hangs below in the cockpit: in the order of the area or ranked, on a map where outlines are known."""

import re
from datetime import date
from decimal import Decimal

from gonghui.faces.cockpit.lower import Lower, lower
from gonghui.faces.cockpit.maps import FOLDER, PROVINCES, _outlines, drawn
from gonghui.faces.cockpit.ranking import RANKED, may_rank, ranks
from gonghui.faces.cockpit.spans import months, year_before, years
from gonghui.kernel import clock
from gonghui.kernel.access.models import Grant
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.indicators import INDICATORS, Ratio, find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from gonghui.kernel.tree.models import Node
from gonghui.kernel.tree.slots import settle
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.orgs import tree_acts
from gonghui.lines.organization.orgs.acts import stand_up
from tests.people import valid_id

TOTAL, YEAR = "membership.members_total", Period.parse("2024")


def test_only_declared_rates_are_ranked_and_not_in_grassroots_unions():
    assert all(isinstance(INDICATORS[key], Ratio) for key in RANKED)
    assert may_rank("membership.realname_rate", "county") and may_rank("membership.realname_rate", "town")
    assert not may_rank("membership.realname_rate", "single") and not may_rank(TOTAL, "city") and not may_rank("hotline.tickets", "city")
    assert ranks([Decimal(90), None, 95, Decimal(90), 80]) == [2, None, 1, 2, 4]


def test_nodes_below_say_who_has_come_and_gone(cast, client_of):
    for n, place in enumerate(("union", "beside", "far")):
        with clock.at(date(2024, 2, 1)):
            done = do(acts.register, SYSTEM, union=cast.unions[place], name="林一鸣", id_no=valid_id(serial=f"{n:03d}"))
            do(acts.approve, SYSTEM, done.subject)
    do(tree_acts.move, SYSTEM, cast.unions["district"], parent=cast.nodes["other_city"], on=date(2024, 6, 1))
    zhou = client_of("zhou")
    assert "组织变动重算中" in zhou.get(f"/cockpit/{TOTAL}/?node=CITY&period=2024").content.decode()
    settle(lambda body: by_house("tree.settle", lambda ctx: body()))
    told = {}
    for place in ("city", "other_city"):
        node = Node.objects.for_act("test").get(pk=cast.nodes[place].pk)
        told[place] = {one.node.code: (one.value, one.moved, one.opens) for one in lower(find("membership.joined"), node, YEAR)}
    assert told["city"]["DISTRICT"] == (2, True, False) and told["other_city"]["DISTRICT"] == (0, True, True)
    assert told["other_city"]["OUTSIDE"] == (1, False, True)
    page = zhou.get("/cockpit/membership.joined/?node=CITY&period=2024").content.decode()
    assert "期内隶属有变动" in page and "node=DISTRICT" not in page


def test_what_may_be_ranked_is_and_what_may_not_stands_in_order(cast, client_of):
    do(tree_acts.verify, SYSTEM, cast.unions["far"], on=date(2024, 6, 1))
    do(tree_acts.verify, SYSTEM, cast.unions["union"], on=date(2024, 6, 1))
    rows = lower(find("orgs.realname_rate"), cast.nodes["province"], YEAR)
    told = [(one.node.code, one.value, one.rank, one.shade) for one in rows]
    assert told == [("OTHER_CITY", Decimal("100.00"), 1, 5), ("CITY", Decimal("33.33"), 2, 1)]
    zhou = client_of("zhou")
    page = zhou.get("/cockpit/orgs.realname_rate/?period=2024").content.decode()
    assert "可以排名：核实了的占已登记的比例" in page and "颜色由浅到深：33.33 % 到 100.00 %" in page
    page = zhou.get("/cockpit/orgs.total@basic/?period=2024").content.decode()
    assert "不排名" in page and page.index("node=CITY") < page.index("node=OTHER_CITY")
    assert "名次" not in zhou.get("/cockpit/orgs.realname_rate/?period=2024&node=DISTRICT").content.decode()


def test_every_outline_that_is_kept_is_drawn():
    assert {file for _name, file in PROVINCES.values()} == {path.stem for path in FOLDER.glob("*.json")}
    for name, file in PROVINCES.values():
        height, areas = _outlines(file)
        assert 200 < height < 4000 and areas, name
        for area in areas:
            assert re.fullmatch(r"(M\d+ \d+(L\d+ \d+)*Z)+", area.path), (name, area.name)
            assert 0 <= area.x <= 1000 and -5 <= area.y <= height + 5, (name, area.name)


def test_a_province_that_is_on_the_map_is_drawn_and_another_is_not(cast, client_of, settings):
    def stand(ctx):
        above = stand_up(ctx, parent=None, kind="province", name="贵州省总工会", on=date(2020, 1, 1), code="GZ").node
        for code, name in (("520100", "筑城总工会"), ("G3", "遵义市总工会"), ("G4", "黔东南州总工会"), ("G5", "省直机关工会")):
            stand_up(ctx, parent=above, kind="city", name=name, on=date(2020, 1, 1), code=code)
            above.refresh_from_db()
        return above

    node = by_house("tests.stand", stand)
    rows = lower(find("orgs.total@all"), node, YEAR)
    told = drawn(node, rows)
    assert {area.name: row.node.code for area, row in told.areas if row} == {"贵阳市": "520100", "遵义市": "G3", "黔东南苗族侗族自治州": "G4"}
    assert len(told.areas) == 9
    assert drawn(cast.nodes["province"], lower(find(TOTAL), cast.nodes["province"], YEAR)) is None
    assert drawn(node, [Lower(cast.nodes["far"], 1, 1, find(TOTAL))]) is None
    by_house("tests.grant", lambda ctx: Grant(account=cast.accounts["zhou"], role="province_officer", node=node, since=date(2020, 1, 1)).save())
    page = client_of("zhou").get("/cockpit/?node=GZ").content.decode()
    assert page.count("<path") == 9 and "未填审图号" in page and "style=" not in page
    settings.MAP_NUMBER = "黔S（2024）001号"
    assert "审图号：黔S（2024）001号" in client_of("zhou").get("/cockpit/?node=GZ").content.decode()


def test_months_and_years_end_with_the_period():
    span = Period.parse("2023-11-20..2024-03-10")
    assert [str(one) for _label, one in months(span)] == ["2024-01-01..2024-01-31", "2024-02-01..2024-02-29", "2024-03-01..2024-03-10"]
    assert [str(one) for _label, one in years(span)][::4] == ["2020-01-01..2020-12-31", "2024-01-01..2024-03-10"]
    assert str(year_before(Period.parse("2024-02"))) == "2023-02-01..2023-02-28"
