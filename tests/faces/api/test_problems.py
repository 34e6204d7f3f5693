"""Every no below /api/ is a problem: code, title in Chinese, what to do instead."""

import json

import pytest
from django.test import Client

from gonghui.faces.api.urls import api
from gonghui.kernel.indicators import INDICATORS, Flow
from gonghui.lines.organization.membership.models import Membership
from tests.faces.api.conftest import Program, refused
from tests.shares import about, share

DEEP = b'{"name":' + b"[" * 90_000
HALF_A_PAIR = b'{"name": "\\ud800"}'
RAW = [
    b"{", b"[1]", b"null", b'"a"', b"\xff\xfe", DEEP, HALF_A_PAIR, b'{"\\ud800": 1}', b'{"name": NaN, "zzz": Infinity}', b'{"name": "a\\u0000b"}', b'{"subjects": [true, -1, 1e99]}', b'{"subjects": {"a": 1}}',
]  # fmt: skip
MEDIA = ["text/plain", "application/xml", "application/json-patch+json", "image/png", "multipart/form-data", "application/x-www-form-urlencoded"]


def operations(method):
    """About two hundred addresses of a method, with numbers and keys put in."""
    paths = [path for path, methods in api.get_openapi_schema()["paths"].items() if method in methods]
    for path in share(paths, about(120, paths)):
        yield path.removeprefix("/api").replace("{pk}", "1").replace("{key}", "membership.members_total").replace("{kind}", "members")


def test_whatever_stands_in_a_body_is_refused_and_no_act_is_done(cast, program):
    li, sent = program("li"), 0
    for n, path in enumerate(operations("post")):
        for raw in share(RAW, 3, n):
            answer = li.raw(path, raw)
            sent += 1
            assert refused(answer, answer.status_code) and answer.status_code in (403, 404, 413, 422), (path, raw[:30], answer.content[:300])
        for media in share(MEDIA, 3, n):
            answer = li.raw(path, b"--x\r\n\xff", media)
            sent += 1
            assert answer.status_code < 500 and (answer.status_code < 400 or refused(answer, answer.status_code)), (path, media, answer.content[:300])
    print(f"hostile bodies {sent}, 500s = 0")
    assert refused(li.raw("/acts/membership.register", b"a: 1", "text/plain"), 415, "api.media")
    assert refused(li.raw("/acts/membership.register", b"x" * ((1 << 20) + 1)), 413, "api.too_long")
    assert refused(li.raw("/acts/membership.register", b'{"a": 1' + b"0" * 5000 + b"}"), 422, "api.not_json")


def test_an_unknown_address_or_method_is_a_problem(cast, program):
    sun = program("sun")
    for path in ("/none", "/membership/x", "/acts/none", "/acts/intake.chunk/1", "/membership/99999999999999999999999/", "/"):
        assert refused(sun.get(path), 404, "api.no_address"), path
    for n, path in enumerate(operations("get")):
        for method in share(("post", "put", "patch", "delete", "options"), 5, n):
            answer = getattr(sun.client, method)(f"/api{path}", headers=sun.headers)
            assert refused(answer, 405, "api.method") and answer["Allow"] == "GET", (method, path)
    answer = sun.get("/acts/membership.register")
    assert refused(answer, 405, "api.method") and answer["Allow"] == "POST"


def test_nothing_but_signing_in_opens_without_a_token(cast):
    nobody, wrong, asked = Client(), Program("wrong"), 0
    for path in operations("get"):
        assert refused(nobody.get(f"/api{path}"), 401, "sign_in") and refused(wrong.get(path), 401, "sign_in"), path
        asked += 1
    for path in operations("post"):
        if not path.startswith("/signin/"):
            answer = nobody.post(f"/api{path}", "{}", content_type="application/json")
            assert refused(answer, 401, "sign_in") and answer["WWW-Authenticate"] == "Bearer", path
            asked += 1
    print(f"operations closed without a token: {asked}")
    assert asked > 150


NOT_UNDERSTOOD = [
        "limit=0", "limit=201", "limit=²", "limit=-1", "limit=x", "after=0", "after=9" + "9" * 30, "after=%00", "state=zzz", "since=x", "since_from=2024-02-31",
        "zzz=1", "q=" + "林" * 201, "q=%00", "mine=maybe", "state=active&state=%00",
]  # fmt: skip


def test_what_stands_in_an_address_is_understood_or_refused(cast, program):
    sun = program("sun")
    for query in NOT_UNDERSTOOD:
        assert refused(sun.get(f"/membership/?{query}"), 422), query
    assert refused(sun.get("/membership/export?format=pdf"), 403) and refused(
        program("qian").get("/membership/export?format=pdf"), 422, "api.bad_filter"
    )


def test_a_problem_says_what_is_wrong_where_and_what_to_do(cast, program):
    told = program("sun").post("/acts/membership.register", {"name": 7, "union": "x", "zzz": 1}).json()
    assert {"type", "code", "title", "status", "detail", "instance", "errors"} == set(told)
    assert [e["pointer"] for e in sorted(told["errors"], key=lambda e: e["field"])] == ["#/name", "#/union", "#/zzz"]
    assert told["type"] == "urn:gonghui:refusal:json.unknown_field" and told["instance"] == "/api/acts/membership.register"
    long = program("sun").client.post(
        "/api/acts/membership.register", "{}", content_type="application/json", headers=program("sun").headers | {"Idempotency-Key": "k" * 65}
    )
    assert refused(long, 422, "api.bad_key")


def test_a_broken_request_line_is_a_problem(cast, program):
    sun = program("sun")
    assert refused(sun.client.get("/api/me", headers=sun.headers | {"Host": "evil.example"}), 400, "api.bad_request")
    form = {"name": "x"} | {f"f{i}": "1" for i in range(5001)}
    assert refused(sun.send("/acts/membership.register", **form), 400, "api.bad_request")


@pytest.fixture
def broken_indicator():
    """A declaration that fails when it is asked."""

    def fails():
        raise RuntimeError("inside")

    yield Flow("tests.broken", "坏的指标", "person", Membership, fails, dated_by="since")
    del INDICATORS["tests.broken"]


def test_a_fault_of_ours_is_told_without_its_inside(cast, program, broken_indicator):
    sun = program("sun")
    sun.client.raise_request_exception = False
    answer = sun.get("/figures/tests.broken", node="UNION", period="2024")
    assert refused(answer, 500, "api.broken") and "inside" not in json.dumps(answer.json())
