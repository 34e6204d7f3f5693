"""Office pages: queries frozen, every visible word Chinese."""

import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gonghui.faces.office.site import list_url
from gonghui.kernel.desk import DESKS
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from tests.people import valid_id
from tests.shares import about, share

LIST = "/office/organization_membership/membership/"
# codes, formats, engine names and what people type; everything else in Latin letters is a string left untranslated
ALLOWED = re.compile(r"^(asof-|y-to-|csv|xlsx|gb|t|id|usb|qr|h\d|q\d|asof|[a-z_]+\.[a-z_.@]+|[a-z]+_[a-z_]+|[A-Z]{2,}[A-Z0-9_-]*|Enter|CSV|XLSX)$")


@pytest.fixture
def zhou(cast):
    client = Client()
    client.force_login(cast.accounts["zhou"], backend="gonghui.faces.kit.signin.AccountBackend")
    return client


def join(cast, count, first=0):
    for i in range(first, first + count):
        do(acts.register, cast.sun, union=cast.unions["union"], name=f"林{'甲乙丙丁戊己庚辛'[i]}", id_no=valid_id(serial=f"{i:02d}1"))


def queries(client, path) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len([q for q in captured.captured_queries if "SAVEPOINT" not in q["sql"] and "SET ROLE" not in q["sql"] and "set_config" not in q["sql"]])


@pytest.mark.parametrize(
    ("path", "most"),
    [(LIST, 8), ("/office/organization_orgs/union/", 8), ("/office/tree/", 8), ("/office/figure/membership.members_total/?node=PROV", 14)],
)
def test_more_rows_do_not_mean_more_queries(cast, zhou, path, most):
    join(cast, 1)
    zhou.get(path)
    few = queries(zhou, path)
    join(cast, 5, first=1)
    assert queries(zhou, path) == few <= most, few


class Words(HTMLParser):
    """The words a person sees: text outside code, and labels of controls."""

    def __init__(self):
        super().__init__()
        self.words, self.hidden = set(), 0

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        symbol = "material-symbols" in (told.get("class") or "")
        if tag in ("script", "style", "svg", "code") or symbol:
            self.hidden += 1
            self.stack = getattr(self, "stack", [])
            self.stack.append(tag)
        if not self.hidden:
            self.words |= {told[a] for a in ("placeholder", "title", "aria-label") if told.get(a)}

    def handle_endtag(self, tag):
        stack = getattr(self, "stack", [])
        if self.hidden and stack and stack[-1] == tag:
            stack.pop()
            self.hidden -= 1

    def handle_data(self, data):
        if not self.hidden:
            self.words.add(data)


def strays(html: str) -> set[str]:
    reader = Words()
    reader.feed(html)
    found = {word for text in reader.words for word in re.findall(r"[A-Za-z][A-Za-z_.@-]{2,}", text)}
    return {word for word in found if not ALLOWED.match(word)}


def test_every_page_is_chinese(cast, zhou):
    join(cast, 2)
    paths = [
        "/office/",
        "/office/figures/",
        "/office/reading/",
        "/office/tree/",
        "/office/figure/membership.members_total/?node=PROV",
        f"{LIST}?q=none",
    ]
    for desk in share(DESKS.values(), about(30, DESKS), 1):
        if cast.zhou.may(desk.see):
            paths.append(list_url(desk))
            row = desk.rows(cast.zhou).first()
            if row:
                paths.append(f"{list_url(desk)}{row.pk}/change/")
        paths += [f"{list_url(desk)}act/{act.key}/" for act in desk.acts if act.creates and cast.zhou.holds(act.power)]
    found = {path: strays(zhou.get(path).content.decode()) - {"zhou", "replay"} for path in paths}
    found["login"] = strays(Client().get("/office/login/").content.decode())
    assert not {path: words for path, words in found.items() if words}
