"""What holds on every page: policy, language, labels, tokens, and how often the database is asked."""

import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from gonghui.faces.portal import urls
from gonghui.kernel.desk import DESKS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.page import PAGES
from gonghui.lines.organization.membership import acts, stay_acts
from gonghui.lines.organization.membership.models import Card, Membership
from tests.people import valid_id

SIGNED_OUT = ("/portal/", "/portal/join/", "/portal/join/?code=NOPE", "/portal/signin/", "/portal/signin/password/")
WORKER = ("/portal/", "/portal/mine/", "/portal/my/membership/", "/portal/my/consent/", "/portal/my/message/", "/portal/my/card/", "/portal/nowhere/")
ASKING = sum(bool(page.note or page.when) for page in PAGES.values())  # so do entries that are not for everybody, or say how many wait
OFFICER = ("/portal/", "/portal/lectures/", "/portal/applications/", "/portal/posters/")


@pytest.fixture
def pages(cast, busy, client_of):
    """Every page with something on it, as (path, answer)."""
    waiting = do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id(serial="018")).subject
    card = Card.objects.for_act("test").get()
    own = [f"/portal/my/{d.slug}/" for d in DESKS.values() if d.own]
    own += [f"/portal/my/membership/{busy.pk}/", f"/portal/my/card/{card.pk}/", f"/portal/act/membership.ask_correction/{busy.pk}/"]
    officers = (f"/portal/applications/{waiting.pk}/", f"/portal/posters/{cast.unions['union'].pk}/")
    visits = [(Client(), SIGNED_OUT), (client_of("chen"), (*WORKER, *own)), (client_of("qian"), (*OFFICER, *officers))]
    answers = [(path, client.get(path)) for client, paths in visits for path in paths]
    answers.append(("refused", client_of("sun").post("/portal/lectures/", {"title": "x"})))
    newcomer = client_of("jiang")
    answers.append(("join", newcomer.get(f"/portal/join/{cast.unions['union'].joining_code}/")))
    answers.append(("join refused", newcomer.post("/portal/join/", {"union_q": "东湖"})))
    return [(path, answer) for path, answer in answers if answer.status_code != 302]


class Reader(HTMLParser):
    """Collects the words people read, the controls, the labels and the ids of a page."""

    def __init__(self, html):
        super().__init__()
        self.words, self.controls, self.labels, self.ids, self.open = [], [], set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.ids += [attrs["id"]] if "id" in attrs else []
        if tag in ("label", "script", "button"):
            self.open.append(tag)
        if tag == "label" and "for" in attrs:
            self.labels.add(attrs["for"])
        if tag in ("input", "select", "textarea") and attrs.get("type") != "hidden":
            self.controls.append((attrs, "label" in self.open))
        self.words += [attrs[a] for a in ("placeholder", "aria-label", "alt", "title") if attrs.get(a)]

    def handle_endtag(self, tag):
        if tag in self.open:
            self.open.remove(tag)

    def handle_data(self, data):
        self.words.append(data)


def test_every_page_carries_a_strict_policy_and_no_inline_code(pages):
    for path, answer in pages:
        policy = answer["Content-Security-Policy"]
        assert "unsafe-inline" not in policy and "unsafe-eval" not in policy, path
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=|javascript:", answer.content.decode()), path


def test_every_page_is_chinese(cast, pages):
    typed = {"NOPE", *cast.accounts, *(u.joining_code for u in cast.unions.values())}
    for path, answer in pages:
        read = " ".join(Reader(answer.content.decode()).words)
        latin = {w for w in re.findall(r"[A-Za-z]{3,}[A-Za-z0-9]*", read) if not any(w in t for t in typed)}
        assert not latin, (path, latin)


def test_every_control_has_a_name_and_every_id_is_one_of_its_kind(pages):
    for path, answer in pages:
        html = answer.content.decode()
        page = Reader(html)
        assert 'lang="zh-CN"' in html and "<h1>" in html, path
        assert len(page.ids) == len(set(page.ids)), (path, page.ids)
        for attrs, within_label in page.controls:
            assert within_label or attrs.get("aria-label") or attrs.get("id") in page.labels, (path, attrs)
            for described in attrs.get("aria-describedby", "").split():
                assert described in page.ids, (path, attrs)


def test_every_address_refuses_a_post_without_the_token(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.accounts["qian"], backend="gonghui.faces.kit.signin.AccountBackend")
    parts = {"slug": "membership", "pk": 1, "key": "membership.leave", "name": "union", "code": "X", "token": "nothing", "kind": "members"}
    for pattern in urls.urlpatterns:
        try:
            path = reverse(f"portal:{pattern.name}", kwargs={p: parts[p] for p in pattern.pattern.converters})
        except NoReverseMatch:
            pytest.fail(pattern.name)
        answer = client.post(path, {})
        assert answer.status_code == 403 and "页面已过期" in answer.content.decode(), path


def asked(client, path) -> int:
    """Statements that read or write tables; the viewer's grants, which the second wall reads every time, are not counted."""
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200, path
    return sum(
        1 for q in seen.captured_queries if re.match(r"(SELECT|INSERT|UPDATE|DELETE) .*\"", q["sql"]) and 'FROM "kernel_grant"' not in q["sql"]
    )


@pytest.mark.parametrize(
    ("who", "path", "number"),
    [
        ("qian", "/portal/", 6 + ASKING),  # reading programmes are for who one is, and that is asked first
        ("qian", "/portal/applications/", 5),
        ("qian", "/portal/lectures/", 6),
        ("qian", "/portal/posters/", 5),
        ("chen", "/portal/mine/", 14),
        ("chen", "/portal/my/membership/", 5),
        ("chen", "/portal/my/message/", 5),
        ("chen", "/portal/my/correction/", 5),
        ("chen", "/portal/transfer/", 4),
    ],
)
def test_more_rows_do_not_mean_more_queries(cast, membership, client_of, who, path, number):
    client = client_of(who)
    few = asked(client, path)
    for row in range(12):
        do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id(serial=f"{100 + 2 * row}"))
        do(stay_acts.ask_correction, cast.chen, membership, says=f"第 {row} 处")
    many = asked(client, path)
    # a list that was empty saves the query for its rows
    assert many <= few + 1 and many == number, (few, many)


def test_a_long_list_is_paged(cast, client_of):
    for number in range(21):
        do(acts.register, cast.sun, union=cast.unions["union"], name="林秀英", id_no=valid_id(serial=f"{100 + 2 * number}"))
    assert Membership.objects.for_act("test").count() == 21
    chair = client_of("qian")
    first, second = (chair.get("/portal/applications/", {"page": n}).content.decode() for n in (1, 2))
    assert first.count('name="pk"') == 20 and "下一页" in first
    assert second.count('name="pk"') == 1 and "上一页" in second
