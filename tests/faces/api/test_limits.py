"""One program cannot stop the rest: pages, filters, exports, lists of acts, time and quota are bounded."""

import time

import pytest
import time_machine
from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL
from django.test.utils import CaptureQueriesContext

from gonghui.faces.api.entry import HEAVY, MOST_UPLOAD, meter
from gonghui.kernel.indicators import INDICATORS, Stock
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Membership
from tests.faces.api.conftest import refused
from tests.people import valid_id


def join(cast, count, first=0):
    for i in range(first, first + count):
        do(acts.register, cast.sun, union=cast.unions["union"], name=f"林{'甲乙丙丁戊己庚辛'[i]}", id_no=valid_id(serial=f"{i:02d}1"))


def queries(program, path, **query) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert program.get(path, **query).status_code == 200
    frame = ("SAVEPOINT", "SET ROLE", "set_config")
    return len([q for q in captured.captured_queries if not any(word in q["sql"] for word in frame)])


def test_more_rows_do_not_mean_more_queries(cast, program):
    wang, frozen = program("wang"), {}
    join(cast, 1)
    pk = wang.get("/membership/").json()["items"][0]["id"]
    figure = {"node": "DISTRICT", "period": "2026"}
    asked = {
        "list": ("/membership/", {}), "search": ("/membership/", {"q": "林"}), "record": (f"/membership/{pk}", {}),
        "history": (f"/membership/{pk}/history", {}), "figure": ("/figures/membership.members_total", figure),
        "rows": ("/figures/membership.members_total/rows", figure), "tree": ("/nodes/", {"parent": "DISTRICT"}), "level of mine": ("/nodes/", {}),
        "choices": ("/acts/membership.register/choices/union", {"q": "工会"}),
    }  # fmt: skip
    for name, (path, query) in asked.items():
        frozen[name] = queries(wang, path, **query)
    join(cast, 5, first=1)
    assert {name: queries(wang, path, **query) for name, (path, query) in asked.items()} == frozen
    print("queries:", frozen)
    written = connection.vendor == "postgresql"  # a figure is remembered there, and what was written to since is asked for
    most = {"list": 3, "search": 4, "record": 5, "history": 4, "figure": 7 + written, "rows": 6, "tree": 4, "level of mine": 3, "choices": 5}
    assert frozen == most


def test_a_page_is_small_and_a_deep_one_costs_no_more(cast, program):
    sun = program("sun")
    join(cast, 6)
    assert refused(sun.get("/membership/", limit=201), 422, "api.bad_cursor") and refused(sun.get("/membership/", limit="1e3"), 422)
    page, costs = sun.get("/membership/", limit=1).json(), set()
    while page["next"]:
        costs.add(queries(sun, "/membership/", limit=1, after=page["next"]))
        page = sun.get("/membership/", limit=1, after=page["next"]).json()
    assert len(costs) == 1
    print("limits: page at most 200, deepest page", costs, "queries")


def test_a_search_takes_so_many_words_and_no_more(cast, program):
    li = program("li")
    join(cast, 1)
    assert refused(li.get("/membership/", q="林 " * 101), 422, "api.bad_filter")
    assert len(li.get("/membership/", q="林 " * 100).json()["items"]) == 1
    with CaptureQueriesContext(connection) as captured:
        li.get("/union/", q=" ".join("甲乙丙丁戊己庚辛壬癸"))
    assert "戊" in captured.captured_queries[-1]["sql"] or any("戊" in q["sql"] for q in captured.captured_queries)
    assert not any("己" in q["sql"] for q in captured.captured_queries)
    print("limits: search 200 characters sent, 60 and 5 words compared")


def test_an_export_and_a_list_of_acts_are_bounded(cast, program, settings):
    qian = program("qian")
    join(cast, 4)
    settings.API_EXPORT_ROWS = 3
    assert refused(qian.get("/membership/export"), 422, "api.export_too_long")
    assert qian.get("/membership/export", q="林甲").status_code == 200
    settings.API_EXPORT_ROWS = 4
    assert qian.get("/membership/export").content.decode().count("林") == 4
    assert refused(qian.post("/acts/membership.approve_many", {"subjects": list(range(1, 1002))}), 422, "api.too_many")
    print("limits: export refused at 4 of 3 rows, a list of acts at 1001 of 1000")


def test_too_much_at_once_is_refused_before_it_is_read(cast, program):
    sun = program("sun")
    answer = sun.client.post(
        "/api/acts/intake.check", b"x", content_type="multipart/form-data; boundary=x", headers=sun.headers, CONTENT_LENGTH=str(MOST_UPLOAD + 1)
    )
    assert refused(answer, 413, "api.too_long")


@pytest.fixture
def mid_minute():
    """No minute turns while requests are counted."""
    with time_machine.travel(time.time() // 60 * 60 + 30, tick=False):
        yield


def test_who_asks_too_often_waits_and_nobody_else_does(cast, program, settings, monkeypatch, mid_minute):
    settings.API_COST = 60
    monkeypatch.setattr(meter, "minute", 0)
    sun, li = program("sun"), program("li")
    told = [sun.get("/membership/").status_code for _ in range(60)]
    last = sun.get("/membership/")
    assert told == [200] * 60 and refused(last, 429, "api.too_often") and 1 <= int(last["Retry-After"]) <= 60
    assert li.get("/membership/").status_code == 200
    heavy = [li.get("/figures/membership.members_total", node="CITY", period="2024").status_code for _ in range(12)]
    assert heavy == [200] * 11 + [429]
    assert refused(li.get("/membership/export"), 429)
    print("limits: 60 lists or 12 figures of 60 a minute, then 429; another account still 200")


def test_one_export_at_a_time_of_an_account(cast, program):
    qian, zhou = program("qian"), program("zhou")
    with meter.enter(cast.accounts["qian"].pk, HEAVY):
        assert refused(qian.get("/membership/export"), 429, "api.one_at_a_time")
        assert qian.get("/membership/").status_code == zhou.get("/membership/export").status_code == 200
    assert qian.get("/membership/export").status_code == 200
    print("limits: one heavy request an account; beside it light ones, and those of others, are answered")


@pytest.fixture
def endless():
    """An indicator whose condition counts to a thousand million."""
    count = "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT count(*) FROM n) > 0"
    yield Stock("tests.endless", "数不完的指标", "person", Membership, Q(RawSQL(count, [], output_field=BooleanField())), since="applied_on")
    del INDICATORS["tests.endless"]


@pytest.mark.django_db(transaction=True)
def test_a_read_that_runs_too_long_is_ended_and_the_next_one_answers(cast, program, settings, endless):
    settings.API_READ_SECONDS = 0.5
    join(cast, 1)
    wang, begun = program("wang"), time.monotonic()
    answer = wang.get("/figures/tests.endless", node="DISTRICT", period="2099")
    took = time.monotonic() - begun
    assert refused(answer, 422, "api.too_slow"), answer.content.decode()
    assert took < 10 and wang.get("/figures/membership.members_total", node="DISTRICT", period="2024").status_code == 200
    print(f"limits: a read of 0.5 s was ended after {took:.1f} s on {connection.vendor}")
