"""Lists, filters, search, records, history, export, the tree and figures over the API."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from gonghui.faces.api.paging import filter_names
from gonghui.kernel.desk import DESKS
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from tests.faces.api.conftest import refused
from tests.people import valid_id
from tests.shares import about, share

NAMES = ("林甲", "林乙", "张丙")


@pytest.fixture
def members(cast):
    """Three applications, the first approved."""
    made = [do(acts.register, cast.sun, union=cast.unions["union"], name=n, id_no=valid_id(serial=f"{i:02d}1")).subject for i, n in enumerate(NAMES)]
    return [do(acts.approve, cast.qian, made[0]).subject, *made[1:]]


def names(answer):
    return [item["person"] for item in answer.json()["items"]]


def test_a_list_is_searched_and_filtered_as_in_office(cast, program, members):
    li = program("li")
    assert names(li.get("/membership/")) == ["张丙", "林乙", "林甲"]
    assert names(li.get("/membership/", q="林")) == ["林乙", "林甲"] and names(li.get("/membership/", q="zhang")) == ["张丙"]
    assert names(li.get("/membership/", state="active")) == ["林甲"]
    assert names(li.get("/membership/", since_from="2020-01-01", since_to="2099-01-01")) == ["林甲"]
    assert names(li.get("/membership/", since_to="2019-12-31")) == []
    assert program("zhao").get("/membership/").json() == {"items": [], "next": None}
    today = members[0].since.isoformat()
    at = program("wang")
    at.send("/acts/intake.check", node=cast.nodes["district"].pk, kind="members", file=io.BytesIO("工会编码,姓名\nUNION,李\n".encode()))
    for query, found in (
        ({"at": today}, True),
        ({"at_from": today}, True),
        ({"at_to": "2020-01-01"}, False),
        ({"at_to": "9999-12-31"}, True),
        ({"at_from": "0001-01-01"}, None),
    ):
        answer = at.get("/batch/", **query)
        assert answer.status_code == (200 if found is not None else 422), query


def test_every_desk_lists_filters_shows_and_exports(cast, program, members):
    zhou, rows, asked = program("zhou"), 0, 0
    for desk in share(DESKS.values(), about(50, DESKS)):
        if not cast.zhou.may(desk.see):
            assert refused(zhou.get(f"/{desk.slug}/"), 403, "api.no_see"), desk.slug
            continue
        page = zhou.get(f"/{desk.slug}/", limit=3)
        assert page.status_code == 200, desk.slug
        for name in filter_names(desk):
            field = None if name in ("q", "mine") else desk.noun._meta.get_field(name.removesuffix("_from").removesuffix("_to"))
            value = "x" if name == "q" else "true" if field is None else field.flatchoices[0][0] if field.choices else "2024-05-01"
            value = "true" if field is not None and field.get_internal_type() == "BooleanField" else value
            assert zhou.get(f"/{desk.slug}/", **{name: value}).status_code == 200, (desk.slug, name)
            asked += 1
        for item in page.json()["items"]:
            record = zhou.get(f"/{desk.slug}/{item['id']}").json()
            assert record["id"] == item["id"] and isinstance(record["acts"], list), desk.slug
            assert zhou.get(f"/{desk.slug}/{item['id']}/history").status_code == 200
            rows += 1
        wanted = 200 if cast.zhou.holds(desk.export) else 403
        assert zhou.get(f"/{desk.slug}/export").status_code == zhou.get(f"/{desk.slug}/export", format="xlsx").status_code == wanted, desk.slug
    print(f"desks {len(DESKS)}, records {rows}, filters {asked}")
    assert rows > 2 and asked > 20


def test_an_export_says_what_people_read_and_holds_no_formula(cast, program, members):
    qian = program("qian")
    do(acts.register, cast.sun, union=cast.unions["union"], name="林丁", id_no=valid_id(serial="777"))
    answer = qian.get("/membership/export", q="林")
    assert answer["Content-Type"] == "text/csv; charset=utf-8" and "attachment" in answer["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][0] == "姓名" and [r[0] for r in rows[1:]] == ["林丁", "林乙", "林甲"] and "待批准" in rows[1] + rows[2]
    book = openpyxl.load_workbook(io.BytesIO(qian.get("/membership/export", q="林", format="xlsx").content)).active
    assert [[c or "" for c in r] for r in book.values] == rows
    assert valid_id(serial="001") not in answer.content.decode()
    assert refused(program("sun").get("/membership/export"), 403, "api.no_export")


def test_a_record_tells_its_history_to_who_sees_it(cast, program, members):
    told = program("wang").get(f"/membership/{members[0].pk}/history").json()["items"]
    assert [(e["says"], e["by"]) for e in told] == [("已批准入会", "钱"), ("已登记，待审批", "孙")]
    assert refused(program("zhao").get(f"/membership/{members[0].pk}/history"), 404)


def test_the_tree_opens_level_by_level_and_is_searched(cast, program):
    li = program("li")
    (top,) = li.get("/nodes/").json()["items"]
    assert top["code"] == "CITY" and top["below"] == 2 and top["parent"] == "PROV"
    level = li.get("/nodes/", parent="CITY").json()["items"]
    assert {n["name"] for n in level} == {"临江市东湖区总工会", "临江市西岭区总工会"} and all(n["parent"] == "CITY" for n in level)
    assert {n["code"] for n in li.get("/nodes/", q="东湖").json()["items"]} == {"DISTRICT", "UNION", "BESIDE"}
    assert {n["code"] for n in li.get("/nodes/", q="东湖", parent="DISTRICT").json()["items"]} == {"UNION", "BESIDE"}
    assert refused(li.get("/nodes/", parent="OUTSIDE"), 404) and li.get("/nodes/", q="北关").json()["items"] == []


def test_a_figure_opens_to_rows_that_add_up(cast, program, members):
    wang, asked = program("wang"), {"node": "DISTRICT", "period": f"asof-{members[0].since}"}
    keys = {f["key"] for f in wang.get("/figures/").json()["items"]}
    assert "membership.members_total" in keys
    figure = wang.get("/figures/membership.members_total", **asked).json()
    rows = wang.get("/figures/membership.members_total/rows", **asked).json()
    assert figure["value"] == 1 == sum(r["share"] for r in rows["items"]) and figure["basis"] == "was" and not figure["unsettled"]
    (row,) = rows["items"]
    assert row["at"] == f"/api/membership/{members[0].pk}" and wang.get(row["at"].removeprefix("/api")).json()["person"] == row["name"] == "林甲"
    assert refused(wang.get("/figures/none", **asked), 404, "indicators.unknown")
    assert refused(wang.get("/figures/membership.members_total", node="DISTRICT", period="x"), 422, "periods.unknown")
    assert refused(wang.get("/figures/membership.members_total", **asked | {"basis": "x"}), 422, "api.bad_filter")
    assert refused(wang.get("/figures/membership.members_total/rows", **asked | {"part": "x"}), 404)
    assert refused(wang.get("/figures/membership.members_total", **asked | {"node": "PROV"}), 403, "indicators.not_yours")


def test_the_rows_of_a_figure_are_paged_to_the_last_one(cast, program):
    for i in range(7):
        made = do(acts.register, cast.sun, union=cast.unions["union"], name=f"林{'甲乙丙丁戊己庚'[i]}", id_no=valid_id(serial=f"{i:02d}1")).subject
        do(acts.approve, cast.qian, made)
    wang, after, shares = program("wang"), "", []
    asked = {"node": "DISTRICT", "period": f"asof-{date.today()}", "limit": 2}
    while after is not None:
        page = wang.get("/figures/membership.members_total/rows", **asked | ({"after": after} if after else {})).json()
        shares += [r["share"] for r in page["items"]]
        after = page["next"]
    del asked["limit"]
    assert sum(shares) == wang.get("/figures/membership.members_total", **asked).json()["value"] == 7
