"""The API: the same permissions, the same refusals, for programs."""

import json

import pytest
from django.test import Client

from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Membership
from tests.faces.api.conftest import Program
from tests.people import valid_id


def good(cast, **more):
    return {"union": cast.unions["union"].pk, "name": "林秀英", "id_no": valid_id(), "employment": "contract"} | more


def test_a_program_registers_another_approves_and_the_figure_opens(cast, program):
    made = program("sun").post("/acts/membership.register", good(cast), key="a")
    assert made.status_code == 201
    again = program("sun").post("/acts/membership.register", good(cast), key="a")
    assert again.status_code == 200 and again.json()["again"] and again.json()["subjects"] == made.json()["subjects"]
    (pk,) = made.json()["subjects"]
    assert program("sun").post(f"/acts/membership.approve/{pk}", {}).status_code == 403
    assert program("zhao").post(f"/acts/membership.approve/{pk}", {}).status_code == 404
    assert program("qian").post(f"/acts/membership.approve/{pk}", {}).status_code == 200
    told = program("qian").post(f"/acts/membership.approve/{pk}", {})
    assert told.status_code == 409 and told["Content-Type"] == "application/problem+json" and told.json()["errors"][0]["code"] == "wrong_state"
    figure = program("wang").get("/figures/membership.members_total", node="DISTRICT", period="2026").json()
    assert figure["value"] == 1
    rows = program("wang").get("/figures/membership.members_total/rows", node="DISTRICT", period="2026").json()
    assert [r["name"] for r in rows["items"]] == ["林秀英"]
    assert program("wu").get("/figures/membership.members_total/rows", node="CITY", period="2026").status_code == 200
    assert program("wang").get("/figures/membership.members_total", node="PROV", period="2026").status_code == 403
    listed = program("wang").get("/membership/").json()["items"]
    assert listed[0]["id"] == pk and valid_id() not in json.dumps(listed)
    assert program("zhao").get(f"/membership/{pk}").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": {"a": 1}}, {"name": 7}, {"name": None}, {"union": "x"}, {"union": True}, {"union": 10**30}, {"union": 1.5}, {"employment": 3},
        {"id_no": ["1"]}, {"zzz": 1}, {"name": "a\0b"}, {"employment": "zzz"}, {"phone": 13800000000},
    ],
)  # fmt: skip
def test_a_wrong_type_is_refused_on_its_field(cast, program, wrong):
    answer = program("sun").post("/acts/membership.register", good(cast, **wrong))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == next(iter(wrong))


def test_a_union_out_of_reach_is_not_on_the_list(cast, program):
    answer = program("sun").post("/acts/membership.register", good(cast, union=cast.unions["far"].pk))
    assert answer.status_code == 422 and answer.json()["errors"][0]["code"] == "form.not_on_the_list"


def test_nonsense_gets_an_answer(cast, program):
    sun = program("sun")
    for raw in (b"[1]", b"{", b"null", b"[" * 100_000, b'"a"', b"\xff"):
        answer = sun.client.post("/api/acts/membership.register", raw, content_type="application/json", headers=sun.headers)
        assert answer.status_code == 422, raw[:20]
    for path in (
        "/membership/99999999999999999999",
        "/membership/?after=x",
        "/membership/?zzz=1",
        "/membership/?since_from=x",
        "/figures/none",
        "/nodes/?q=%00",
    ):
        assert sun.client.get(f"/api{path}", headers=sun.headers).status_code in (200, 404, 422), path


def test_without_a_token_or_with_a_wrong_one_nothing_opens(cast, program):
    assert Client().get("/api/membership/").status_code == 401
    assert Program("wrong").get("/membership/").status_code == 401
    session = Client(enforce_csrf_checks=True)
    session.force_login(cast.accounts["sun"], backend="gonghui.faces.kit.signin.AccountBackend")
    assert session.get("/api/membership/").status_code == 200
    assert session.post("/api/acts/membership.register", "{}", content_type="application/json").status_code == 403


def test_pages_follow_each_other_without_gap_or_repeat(cast, program):
    for i in range(7):
        do(acts.register, cast.sun, union=cast.unions["union"], name=f"林{'甲乙丙丁戊己庚'[i]}", id_no=valid_id(serial=f"{i:02d}1"))
    seen, after = [], ""
    while after is not None:
        page = program("sun").get("/membership/", limit=3, after=after).json()
        seen += [item["id"] for item in page["items"]]
        after = page["next"]
    assert sorted(seen) == sorted(Membership.objects.for_act("test").values_list("pk", flat=True)) and len(seen) == 7


def test_the_description_names_every_public_act(cast, client):
    paths = client.get("/api/openapi.json").json()["paths"]
    assert "/api/acts/membership.approve/{pk}" in paths and "/api/acts/intake.chunk/{pk}" not in paths
    page = client.get("/api/docs").content.decode()
    assert "批准入会" in page and "http://" not in page.replace("http://testserver", "")
