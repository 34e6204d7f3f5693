"""The browser is safe: policy, tokens, frames and redirects on every address of every face."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from gonghui.kernel.clock import now
from gonghui.kernel.evidence.files import path_of
from gonghui.kernel.evidence.models import Attachment
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.privacy.crypto import seal_file, sm3
from tests.cast import PASSWORD
from tests.shares import about, share

STRICT = {
    "default-src 'self'", "img-src 'self' data: blob:", "style-src 'self'", "script-src 'self'", "frame-ancestors 'none'",
    "form-action 'self'", "base-uri 'none'", "object-src 'none'",
}  # fmt: skip
# what the library of the office cannot do without, and nothing more
LOOSENED = STRICT - {"style-src 'self'", "script-src 'self'"} | {
    "style-src 'self' 'unsafe-inline'",
    "script-src 'self' 'unsafe-eval' 'unsafe-inline'",
}
FILLED = {"pk": "1", "key": "membership.approve", "name": "union", "code": "X", "slug": "membership", "kind": "members", "object_id": "1"}
ELSEWHERE = (
    "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "https://evil.example", "http:evil.example",
    "https:/evil.example", "javascript:alert(1)", "data:text/html,x", " //evil.example", "\t//evil.example", "/\t/evil.example",
    "//evil.example\\@testserver", "https://testserver@evil.example", "https://testserver.evil.example", "//testserver:80@evil.example/",
    "%2f%2fevil.example", "/%5cevil.example", "/.//evil.example", "http://[::1", "/office/\r\nSet-Cookie: a=b", "\x00//evil.example", "//[evil",
)  # fmt: skip


@pytest.fixture(scope="module")
def cases():
    told = {}
    yield told
    print("\nbrowser: " + ", ".join(f"{name} {count}" for name, count in told.items()) + f", cases {sum(told.values())}")


def signed_in(cast, name, **more) -> Client:
    client = Client(raise_request_exception=False, **more)
    client.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
    return client


def addresses(resolver=None, before="/"):
    """Every address of the house, its gaps filled."""
    for pattern in (resolver or get_resolver()).url_patterns:
        text = before + str(pattern.pattern).removeprefix("^").removesuffix("$").removesuffix("\\Z")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, text)
        elif isinstance(pattern, URLPattern):
            text = re.sub(r"\(\?P<\w+>[^)]*\)", "1", text)
            yield re.sub(r"<(?:\w+:)?(\w+)>", lambda gap: FILLED.get(gap[1], "x"), text)


def policy(answer) -> set:
    return {part.strip() for part in answer["Content-Security-Policy"].split(";") if part.strip()}


def lands(path: str, where: str) -> str:
    """The host a browser goes to: it takes a backslash for a slash and drops tabs and line ends."""
    plain = re.sub(r"[\t\r\n]", "", where.strip()).replace("\\", "/")
    return urlsplit(urljoin(f"http://testserver{path}", plain)).netloc


def test_every_answer_carries_its_policy_and_refuses_frames(cast, cases):
    paths = sorted({*addresses(), "/nothing/", "/office/nothing/", "/api/nothing"})
    assert len(paths) > 100
    office = portal = 0
    for turn, who in enumerate(("zhou", "chen")):
        client = signed_in(cast, who)
        for path in share(paths, about(150, paths), 2 * turn):
            answer = client.get(path)
            assert answer.status_code < 500, path
            assert answer["X-Frame-Options"] == "DENY" and answer["X-Content-Type-Options"] == "nosniff", path
            if answer.get("Content-Disposition", "").startswith("attachment") and path.startswith("/office/"):
                continue
            loose = policy(answer) != STRICT
            assert policy(answer) == (LOOSENED if loose else STRICT), (path, answer["Content-Security-Policy"])
            assert not loose or path.startswith("/office/"), path
            office, portal = office + loose, portal + (not loose)
    cases["loosened"], cases["strict"] = office, portal
    assert office and portal


def test_pages_of_faults_carry_the_policy_too(cast, cases):
    client = Client(raise_request_exception=False)
    answers = [client.get("/", headers={"Host": "evil.example"}), client.get("/none/"), Client(enforce_csrf_checks=True).post("/portal/signin/")]
    assert [a.status_code for a in answers] == [400, 404, 403]
    for answer in answers:
        assert policy(answer) == STRICT and answer["X-Frame-Options"] == "DENY"
    cases["faults"] = len(answers)


def test_a_downloaded_file_can_do_nothing(cast, cases):
    page = b"<html><script>alert(1)</script>"

    def keep(ctx):
        row = Attachment(noun="x", subject=1, node=cast.nodes["union"], name="a.html", mime="text/html", size=len(page), sm3=sm3(page), at=now())
        row.save()
        return row

    row = by_house("tests.keep", keep)
    path = path_of(row.sm3)
    path.parent.mkdir(parents=True)
    path.write_bytes(seal_file(page, row.sm3))
    for address in (f"/office/file/{row.pk}/", f"/api/files/{row.pk}"):
        answer = signed_in(cast, "sun").get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert body == page and answer["Content-Disposition"].startswith("attachment"), address
        assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'" and answer["X-Content-Type-Options"] == "nosniff", address
    cases["files"] = 2


@pytest.mark.parametrize(("turn", "more"), list(enumerate([{}, {"HX-Request": "true"}, {"X-Requested-With": "XMLHttpRequest"}])))
def test_every_writing_road_asks_for_the_token(cast, cases, turn, more):
    client = signed_in(cast, "qian", enforce_csrf_checks=True)
    tried, paths = 0, sorted(set(addresses()))
    for n, path in enumerate(share(paths, about(200, paths), 3 * turn)):
        for method in ("post",) if more else share(("post", "put", "patch", "delete"), 4, n):
            answer = getattr(client, method)(path, headers=more)
            # the doors of programs look at no cookie: nothing there is done in another's name
            expected = (415, 405) if path.startswith("/api/signin/") else (403, 404, 405)
            assert answer.status_code in expected, (method, path, answer.status_code)
            tried += 1
    for act in share(ACTS.values(), about(100, ACTS), turn):
        if act.by:
            path = f"/api/acts/{act.key}" if act.creates or act.bulk else f"/api/acts/{act.key}/1"
            assert client.post(path, "{}", content_type="application/json", headers=more).status_code == 403, path
            tried += 1
    cases["tokens"] = cases.get("tokens", 0) + tried


def test_a_token_from_another_site_does_not_pass(cast, cases):
    client = Client(enforce_csrf_checks=True)
    client.get("/portal/signin/")
    token = client.cookies["csrftoken"].value
    form = {"phone": "13955550001", "csrfmiddlewaretoken": token}
    assert client.post("/portal/signin/", form).status_code == 200
    for origin in ("https://evil.example", "null", "http://testserver.evil.example"):
        assert client.post("/portal/signin/", form, headers={"Origin": origin}).status_code == 403
    assert client.post("/portal/signin/", form | {"csrfmiddlewaretoken": "x" * 64}).status_code == 403
    cases["origins"] = 4


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_nothing_leads_out_of_the_house(cast, cases, wanted):
    answers = [
        Client().post("/portal/signin/password/", {"username": "wang", "password": PASSWORD, "next": wanted}),
        Client().post("/office/login/", {"username": "wang", "password": PASSWORD, "next": wanted}),
        Client().post("/portal/large/", {"next": wanted}),
        Client().get("/office/login/", {"next": wanted}),
        signed_in(cast, "wang").get("/office/login/", {"next": wanted}),
        signed_in(cast, "wang").post("/office/logout/", {"next": wanted}),
        Client().get("/portal/signin/", {"next": wanted}),
    ]
    for answer in answers:
        assert answer.status_code in (200, 302), (wanted, answer.status_code)
        where = answer.get("Location", "/")
        assert lands(answer.wsgi_request.path, where) == "testserver" and "\n" not in where, (wanted, where)
        assert "Set-Cookie: a=b" not in str(answer.headers)
        kept = re.findall(r'name="next" value="([^"]*)"', answer.content.decode()) if answer.status_code == 200 else []
        cases["redirects"] = cases.get("redirects", 0) + 1
        assert all(lands("/portal/", k) == "testserver" for k in kept if answer.wsgi_request.path.startswith("/portal/")), (wanted, kept)
    for path in ("//evil.example/", "/\\evil.example/", "//evil.example/..%2f"):
        answer = Client().get(path)
        assert "evil.example" not in answer.get("Location", "").split("?")[0] or answer["Location"].startswith("/%2F"), path
