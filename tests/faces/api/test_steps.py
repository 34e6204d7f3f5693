"""A worker's program joins a union; an officer's approves a list; evidence goes up and comes down again."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.notices.models import Message
from tests.faces.api.conftest import Program, refused
from tests.people import valid_id


def worker(phone) -> Program:
    """A worker signed in by phone and code."""
    client = Client()
    client.post("/api/signin/code", json.dumps({"phone": phone}), content_type="application/json")
    code = Message.objects.for_act("test").latest("pk").text.split("验证码 ")[1][:6]
    told = client.post("/api/signin/token", json.dumps({"phone": phone, "code": code}), content_type="application/json")
    return Program(told.json()["token"])


@pytest.mark.django_db(transaction=True)
def test_workers_join_and_an_officer_approves_the_list(cast, program):
    pks = []
    for i in (1, 2):
        me = worker(f"1390000000{i}")
        (found,) = [c for c in me.get("/acts/membership.apply/choices/union", q="dhfzc").json()["items"] if c["name"] == "东湖纺织厂工会"]
        assert found["below"] == "临江市东湖区总工会" and found["id"] == cast.unions["union"].pk
        sent = {"union": found["id"], "name": f"林{'甲乙'[i - 1]}", "id_no": valid_id(serial=f"00{i}")}
        assert refused(me.post("/acts/membership.apply", sent), 422, "membership.consent_needed")
        made = me.post("/acts/membership.apply", sent | {"agree": True}, key="join")
        assert made.status_code == 201, made.content.decode()
        pks += made.json()["subjects"]
        (own,) = me.get("/membership/").json()["items"]
        assert own["id"] == pks[-1] and own["state"] == "applied"
        assert me.get(f"/membership/{own['id']}").json()["acts"] == ["membership.cancel"]
        assert refused(me.post(f"/acts/membership.approve/{own['id']}"), 403, "no_power")
        assert refused(me.post("/acts/membership.apply", sent | {"agree": True}, key="again"), 409)
    qian = program("qian")
    assert refused(qian.post("/acts/membership.approve_many", {"subjects": [*pks, 10**6]}), 404)
    assert refused(program("wu").post("/acts/membership.approve_many", {"subjects": pks}), 403, "no_power")
    done = qian.post("/acts/membership.approve_many", {"subjects": pks}, key="all")
    assert done.status_code == 200 and done.json()["subjects"] == pks
    assert qian.post("/acts/membership.approve_many", {"subjects": pks}, key="all").json()["again"]
    assert me.get(f"/membership/{pks[-1]}").json()["state"] == "active" and "成为" in me.get("/message/").json()["items"][0]["text"]


def test_one_finds_the_union_by_its_employer_and_only_what_may_be_chosen(cast, program):
    chen = program("chen")
    found = chen.get("/acts/membership.apply/choices/union", q="东纺").json()["items"]
    assert [c["name"] for c in found] == ["东湖纺织厂工会"]
    assert refused(chen.get("/acts/membership.register/choices/union", q="东湖"), 403, "no_power")
    assert [c["name"] for c in program("sun").get("/acts/membership.register/choices/union").json()["items"]] == ["东湖纺织厂工会"]
    assert refused(chen.get("/acts/membership.apply/choices/name"), 404, "api.no_address")


def test_every_argument_that_is_a_record_can_be_looked_up(cast, program):
    zhou, asked = program("zhou"), 0
    for act in ACTS.values():
        for name, parameter in act.params.items():
            if act.by and hasattr(parameter.type, "_meta"):
                answer = zhou.get(f"/acts/{act.key}/choices/{name}", q="东湖")
                assert answer.status_code == (200 if cast.zhou.may(act.power) else 403), (act.key, name)
                asked += 1
    print(f"arguments looked up {asked}")
    assert asked > 20


def test_evidence_goes_up_with_an_act_and_is_downloaded_by_who_may(cast, program):
    picture, sun = BytesIO(), program("sun")
    Image.new("RGB", (9, 9)).save(picture, "PNG")
    lecture = {"node": cast.nodes["union"].pk, "series": ["party"], "title": "宣讲", "held_on": "2024-05-01", "at_place": "车间", "head_count": 9}
    lecture["series"] = [next(iter(ACTS["lectures.file"].params["series"].type.values))]
    wrong = sun.send("/acts/lectures.file", **lecture, photo=SimpleUploadedFile("a.png", b"MZ junk"))
    assert refused(wrong, 422, "evidence.wrong_type")
    made = sun.send("/acts/lectures.file", **lecture, photo=SimpleUploadedFile("现场.png", picture.getvalue()))
    assert made.status_code == 201, made.content.decode()
    record = program("li").get(f"/activity/{made.json()['subjects'][0]}").json()
    (kept,) = record["files"]
    assert (kept["name"], kept["mime"]) == ("现场.png", "image/png")
    sent = program("li").get(f"/files/{kept['id']}")
    assert sent.content == picture.getvalue() and sent["Content-Disposition"].startswith("attachment")
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert refused(program("zhao").get(f"/files/{kept['id']}"), 404) and refused(program("chen").get(f"/files/{kept['id']}"), 404)
    again = sun.post("/acts/lectures.file", lecture | {"title": "又一场", "photo": "a"})
    assert refused(again, 422, "json.wrong_type")


def test_an_officer_finds_her_own_records_too(cast, program):
    for who in ("sun", "chen"):
        assert program(who).get("/membership/", mine="true").json()["items"] == []
    me = worker("13900000009")
    me.post("/acts/membership.apply", {"union": cast.unions["union"].pk, "name": "林甲", "id_no": valid_id(), "agree": True})
    assert len(me.get("/membership/", mine="true").json()["items"]) == 1
    assert (
        me.get("/membership/?state=active&mine=true").json()["items"] == []
        and len(me.get("/membership/?state=applied&mine=true").json()["items"]) == 1
    )
    assert program("qian").get("/membership/", mine="true").json()["items"] == [] != program("qian").get("/membership/").json()["items"]
