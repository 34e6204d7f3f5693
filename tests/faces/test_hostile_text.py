"""Hostile text does nothing: every text a form, an address or a program takes is answered, shown harmlessly, and never a 500."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gonghui.faces.kit.signin import new_token
from gonghui.faces.office.site import list_url
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.desk import DESKS
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from tests.people import valid_id
from tests.shares import about, share
from tests.situations import desk_offering

TEXTS = {
    "bidi": "林\u202e秀英\u202c", "isolate": "\u2066林秀英\u2069", "zero width": "林\u200b秀\u200d英\ufeff", "nul": "林\0秀英", "controls": "\x01\x08\x1b[31m\x7f",
    "line ends": "林\r\n秀英\r\nSet-Cookie: a=b", "separators": "\u2028\u2029\x85", "very long": "林" * 200_000, "rare han": "𠮷㛃𪚥𱁬", "minority": "阿依古丽·买买提·艾则孜",
    "full width": "１１０１０５１９４９１２３１００２Ｘ", "lone surrogate": "\ud800", "noncharacter": "\uffff\U0010ffff", "combining": "e" + "\u0301" * 500, "emoji": "👨‍👩‍👧‍👦🏳️‍🌈",
    "script": "<script>alert(1)</script>", "attribute": "\" onmouseover=\"alert(1)", "entity": "&lt;b&gt;&#x27;", "template": "{{ 7|add:7 }}{% debug %}{% load x %}", "format": "{0.__class__} %s %(a)s %n",
    "sql": "'; DROP TABLE kernel_node; --", "like": "%_\\%", "formula": "=HYPERLINK(\"http://evil.example\")", "path": "../../../../etc/passwd", "url": "javascript:alert(1)", "json": '{"$ne": null}',
    "superscript": "²³", "number": "9" * 400, "negative": "-1", "float": "NaN", "infinity": "1e999", "date": "0000-00-00", "far date": "99999-12-31", "boolean": "\u0000true", "spaces": " \u3000\u00a0\t",
}  # fmt: skip
QUIET = {"lone surrogate"}  # no encoding carries it: sent as its escape only
AS_TYPED = [name for name in TEXTS if name not in QUIET]  # each kind of road takes half of the texts on one database, half on the other


@pytest.fixture(scope="module")
def told():
    counts = {"inputs": 0, "500s": 0}
    yield counts
    print(f"\nhostile text: inputs {counts['inputs']}, 500s = {counts['500s']}")


def signed_in(cast, name) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
    return client


def answered(told, answer, what, markup=""):
    """Count an input; it was answered, and what was typed did not become markup."""
    told["inputs"] += 1
    told["500s"] += answer.status_code >= 500
    assert answer.status_code < 500, (what, answer.status_code)
    assert "a" not in answer.cookies, what
    if "html" in answer.get("Content-Type", "") and not answer.streaming:
        body = answer.content.decode()
        for raw in ("<script>alert(1)", 'onmouseover="alert(1)"', "Traceback"):
            assert raw not in body, (what, raw)
        assert "{{ 7" not in body or "{{ 7|add" in body, what


@pytest.fixture
def application(cast):
    return do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id()).subject


def turn(name: str, n, of: int) -> bool:
    """Each road is tried by some texts and each text on some roads: all pairs would take an hour."""
    return (list(TEXTS).index(name) + n) % of == 0


def drawn(name: str, things, count: int) -> list:
    """About so many roads for one text, other ones for the next text and on the other database."""
    return share(things, about(count, things), list(TEXTS).index(name))


def form_of(act, text) -> dict:
    return dict.fromkeys(act.params, text) | {"_key": text[:64]}


@pytest.mark.parametrize("name", share(AS_TYPED, 2))
def test_every_form_answers(cast, application, told, name):
    text = TEXTS[name]
    wang, zhou = signed_in(cast, "wang"), signed_in(cast, "zhou")
    for act in drawn(name, ACTS.values(), 25):
        desk = desk_offering(act)
        if not act.by or act.bulk or not desk:
            continue
        holder = next((c for c, v in ((wang, cast.wang), (zhou, cast.zhou)) if v.holds(act.power)), None)
        if act.creates and holder:
            answered(told, holder.post(f"{list_url(desk)}act/{act.key}/", form_of(act, text)), act.key)
        elif act.noun is type(application) and holder:
            answered(told, holder.post(f"{list_url(desk)}{application.pk}/act/{act.key}/", form_of(act, text)), act.key)
    answered(told, signed_in(cast, "chen").post("/portal/join/", form_of(acts.apply, text)), "join")
    for act in drawn(name, [a for a in ACTS.values() if MEMBER in a.by and a.creates and not a.bulk], 8):
        answered(told, signed_in(cast, "chen").post(f"/portal/act/{act.key}/", form_of(act, text)), act.key)
    anybody = Client(raise_request_exception=False)
    for path, fields in (
        ("/portal/signin/", ("phone", "next")), ("/portal/signin/", ("phone", "code")), ("/portal/signin/password/", ("username", "password", "next")),
        ("/office/login/", ("username", "password", "next")), ("/portal/large/", ("next",)),
    ):  # fmt: skip
        answered(told, anybody.post(path, dict.fromkeys(fields, text)), path)


@pytest.mark.parametrize("name", share(AS_TYPED, 2, 1))
def test_every_address_answers(cast, application, told, name):
    text = TEXTS[name][:4000]  # a server takes no longer line
    zhou = signed_in(cast, "zhou")
    for desk in drawn(name, DESKS.values(), 4):
        if cast.zhou.holds(desk.see):
            asked = {
                "q": text,
                "p": text,
                "o": text,
                **dict.fromkeys(desk.filters, text),
                **{f"{f}__exact": text for f in desk.filters},
                **{f"{f}_from": text for f in desk.filters},
            }
            answered(told, zhou.get(list_url(desk), asked), desk.slug)
            answered(told, zhou.get(list_url(desk), {"q": text}), desk.slug)
            answered(told, zhou.get(f"/api/{desk.slug}/", {"q": text}), desk.slug)
            for field in (*desk.filters, "after", "limit", text[:50]):
                answered(told, zhou.get(f"/api/{desk.slug}/", {field: text}), (desk.slug, field))
    for path, names in (
        ("/office/tree/", ("q",)), ("/office/pick/membership.register/union/", ("term", "page")), ("/office/figure/membership.members_total/", ("node", "period", "page")),
        ("/office/figure/membership.members_total/rows.csv", ("node", "period")), ("/api/nodes/", ("q", "parent", "after")), ("/portal/pick/membership.register/union/", ("union", "union_q")),
        ("/api/figures/membership.members_total", ("node", "period")), ("/portal/join/", ("code",)), ("/portal/posters/", ("q", "page")), ("/portal/applications/", ("page",)),
        ("/portal/my/membership/", ("page",)), ("/office/login/", ("next",)), ("/portal/signin/", ("next",)),
    ):  # fmt: skip
        for n, field in enumerate(names):
            if not turn(name, n + len(path), 4):
                continue
            answered(told, zhou.get(path, {field: text}), (path, field))
    for path in (
        "/portal/join/{}/",
        "/office/figure/{}/",
        "/api/figures/{}",
        "/office/template/{}.xlsx",
        "/portal/act/{}/",
        "/api/membership/{}",
        "/{}",
    ):
        answered(told, zhou.get(path.format(text.replace("/", "").replace("?", "")[:300] or "x")), path)
    for header in ("Accept-Language", "Idempotency-Key", "X-Forwarded-Host", "Authorization"):
        value = text.encode("utf-8").decode("latin-1").replace("\r", "").replace("\n", "")
        answered(told, zhou.get("/api/me", headers={header: value}), header)


@pytest.mark.parametrize("name", share(TEXTS, 2))
def test_every_program_is_answered(cast, application, told, name):
    text = TEXTS[name]
    program = Client(raise_request_exception=False, headers={"Authorization": f"Bearer {new_token(cast.accounts['wang'])}"})
    for act in drawn(name, ACTS.values(), 40):
        if act.by and not act.bulk and cast.wang.holds(act.power) and (act.creates or act.noun is type(application)):
            path = f"/api/acts/{act.key}" if act.creates else f"/api/acts/{act.key}/{application.pk}"
            for body in (dict.fromkeys(act.params, text), {text: text}, dict.fromkeys(act.params, [text])):
                answer = program.post(path, json.dumps(body), "application/json")
                answered(told, answer, (act.key, list(body)[:2]))


@pytest.mark.parametrize("name", share(AS_TYPED, 2, 1))
def test_every_table_is_judged_row_by_row(cast, told, name):
    text = TEXTS[name][:30_000]
    cell = '"' + text.replace('"', '""').replace("\r", " ").replace("\n", " ") + '"'
    heads = {
        "members": ("工会编码", "姓名", "身份证号", "手机号", "入会日期", "就业形态"),
        "cards": ("身份证号", "卡号", "发卡日期"),
        "exits": ("身份证号", "退会日期"),
    }
    for kind, head in heads.items():
        for column in range(len(head)):
            if not turn(name, column, 3):
                continue
            row = ["UNION" if h == "工会编码" else "" for h in head]
            row[column] = cell
            data = (",".join(head) + "\n" + ",".join(row) + "\n").encode("utf-8", "replace")
            form = {"node": cast.nodes["district"].pk, "kind": kind, "file": SimpleUploadedFile("a.csv", data), "_key": f"{kind}{column}"}
            answered(told, signed_in(cast, "wang").post("/office/kernel/batch/act/intake.check/", form), (kind, head[column]))
