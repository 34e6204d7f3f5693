"""A program signs in, and its token ends when it should."""

import json

import pytest
from django.test import Client

from gonghui.faces.kit.signin import new_token
from gonghui.kernel.access.acts import sign_out_everywhere
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.notices.models import Message
from tests.cast import PASSWORD
from tests.faces.api.conftest import Program, refused


def ask(path, client=None, **data):
    return (client or Client()).post(f"/api{path}", json.dumps(data), content_type="application/json")


def test_a_worker_signs_in_by_phone_and_an_officer_by_password(cast):
    assert ask("/signin/code", phone="13800000001").json()["minutes"] == 5
    assert refused(ask("/signin/code", phone="13800000001"), 429, "signin.too_soon")
    code = Message.objects.for_act("test").latest("pk").text.split("验证码 ")[1][:6]
    assert refused(ask("/signin/token", phone="13800000001", code="x"), 422, "signin.wrong_code")
    told = ask("/signin/token", phone="13800000001", code=code).json()
    assert Program(told["token"]).get("/me").json()["login"] == "chen"
    told = ask("/signin/token", login="sun", password=PASSWORD).json()
    me = Program(told["token"]).get("/me").json()
    assert me["login"] == "sun" and "membership.register" in me["acts"] and "membership.approve" not in me["acts"]
    assert refused(ask("/signin/token", login="sun", password="x"), 401, "signin.wrong_password")


@pytest.mark.parametrize(
    "wrong", [{}, {"login": 7}, {"login": "a\0", "password": "b"}, {"zzz": "1"}, {"login": "x" * 300}, {"phone": "1", "code": "１"}]
)
def test_nonsense_does_not_sign_in(cast, wrong):
    assert refused(ask("/signin/token", **wrong), ask("/signin/token", **wrong).status_code) and ask("/signin/token", **wrong).status_code in (
        401,
        422,
    )


def test_too_many_wrong_passwords_lock_the_name_and_say_so(cast):
    for _ in range(5):
        ask("/signin/token", login="sun", password="x")
    answer = ask("/signin/token", login="sun", password=PASSWORD)
    assert refused(answer, 429, "api.locked")


def test_a_token_is_written_down_and_ends_with_signing_out_everywhere(cast):
    token = new_token(cast.accounts["sun"])
    assert Program(token).get("/me").status_code == 200
    made = Event.objects.for_act("test").filter(link__act="access.make_token", noun="kernel.account").get()
    assert made.subject == cast.accounts["sun"].pk and token not in made.changes
    do(sign_out_everywhere, cast.sun, cast.accounts["sun"].pk)
    assert refused(Program(token).get("/me"), 401, "sign_in")
    assert Program(new_token(cast.accounts["sun"])).get("/me").status_code == 200


def test_a_program_makes_itself_a_token_but_none_for_others(cast, program):
    sun, pk = program("sun"), cast.accounts["sun"].pk
    made = sun.post(f"/acts/access.make_token/{pk}", {"until": "2099-01-01"})
    assert refused(made, 422, "access.token_days")
    made = sun.post(f"/acts/access.make_token/{pk}", {"until": today().isoformat()}, key="k")
    assert Program(made.json()["said"]["value"]).get("/me").json()["login"] == "sun"
    again = sun.post(f"/acts/access.make_token/{pk}", {"until": today().isoformat()}, key="k")
    assert again.json()["again"] and again.json()["said"] == {}
    assert refused(sun.post(f"/acts/access.make_token/{cast.accounts['qian'].pk}", {"until": today().isoformat()}), 404)
    for _ in range(18):
        sun.post(f"/acts/access.make_token/{pk}", {"until": today().isoformat()})
    assert refused(sun.post(f"/acts/access.make_token/{pk}", {"until": today().isoformat()}), 409, "access.too_many_tokens")


def test_a_password_alone_opens_nothing_where_a_second_factor_is_asked(cast, settings):
    settings.SECOND_FACTOR = True
    assert refused(ask("/signin/token", login="sun", password=PASSWORD), 401, "signin.needs_factor")
    session = Client()
    session.force_login(cast.accounts["sun"], backend="gonghui.faces.kit.signin.AccountBackend")
    assert refused(session.get("/api/me"), 403, "api.no_factor")
