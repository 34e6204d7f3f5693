"""
Every role's own pages in a browser: no serious fault of accessibility, no word left in another language, nothing wider than the screen.

What the admin library itself does wrong is named in `LIBRARY`, with the reason why it is not ours to mend.
"""

import re
from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe

from gonghui.commons.parties.models import Person as Human
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.desk import DESKS
from tests.shares import about, share

from .conftest import DESK, PHONE, Person

# rule of axe -> marks of the library's own elements.
# select2 gives the span inside its combobox the role of a textbox and no name; the combobox around it, which is what one reaches, has one.
LIBRARY = {"aria-input-field-name": ("select2-selection__rendered",)}
# codes, formats, engine names and what people type; every other word in Latin letters was left untranslated
ALLOWED = re.compile(r"asof|y-to-\d{4}|to|csv|CSV|xlsx|XLSX|png|jpg|GB|QR|HZ\d*|[a-z_]+\.[a-z_.@]+|scrollable|content|[A-Z0-9-]{2,}|H\d|Q\d")
SEEN = """() => {
  const told = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('script, style, svg, code, .material-symbols-outlined, datalist') || !e.checkVisibility()) continue;
    for (const n of e.childNodes) if (n.nodeType === 3) told.push(n.textContent);
    for (const a of ['placeholder', 'title', 'aria-label', 'alt']) if (e.getAttribute(a)) told.push(e.getAttribute(a));
  }
  return told.join(' ');
}"""


ENOUGH = {"form": 12}  # pages of a kind that axe looks at, of others four; every page is read
LOOKED: Counter = Counter()
SIDEBAR = "#nav-sidebar-inner"  # hundreds of links, the same on all pages of a person: looked at once


def strays(text: str) -> set[str]:
    """Words in Latin letters that nobody allowed; `scrollable content` is what simplebar calls its box to readers."""
    return {word for word in re.findall(r"[A-Za-z][A-Za-z0-9_.@-]{2,}", text) if not ALLOWED.fullmatch(word)}


def faults(page, but: str = "") -> list[str]:
    """What axe finds serious or critical, but for what is the library's, and for a part that has been looked at."""
    found = []
    for rule in Axe().run(page, {"exclude": [[but]]} if but else None).response["violations"]:
        if rule["impact"] in ("serious", "critical"):
            ours = [n["html"][:200] for n in rule["nodes"] if not any(mark in n["html"] for mark in LIBRARY.get(rule["id"], ()))]
            found += [f"{rule['id']}: {html}" for html in ours]
    return found


def kind(path: str) -> str:
    """Pages made from one template are of one kind: lists and their exports, records, forms, plain pages of one's own; every other page is a kind by itself."""
    if "/act/" in path:
        return "form"
    if m := re.search(r"^/portal/my/[^/]+/(\d*)|^/office/[^/]+/[^/]+/(?:export/)?$|/(change)/$", path):
        return f"{path[:8]} {'record' if any(m.groups()) else 'list'}"
    return path


def walk(someone, paths, known=()) -> dict:
    """Every fault of every page, by page."""
    told = {}
    for path in paths:
        someone.go(path)
        found = sorted(strays(someone.page.evaluate(SEEN)) - set(known))
        sort = kind(path)
        if LOOKED[sort] < ENOUGH.get(sort, 4):
            found += faults(someone.page, SIDEBAR if LOOKED[someone.name] else "")
            LOOKED.update((sort, someone.name))
        if found:
            told[path] = found
    return told


def office_pages(viewer, turn: int) -> list[str]:
    """The office pages of a role: home, figures, tree, and of its share of desks the list, one record, and the acts that begin something."""
    paths = ["/office/", "/office/tree/"]
    if viewer.holds("figure:membership.members_total"):
        paths += ["/office/figures/", "/office/figure/membership.realname_rate/", "/office/reading/"]
    seen = [desk for desk in DESKS.values() if viewer.holds(desk.see)]
    for desk in share(seen, about(16, seen), turn):
        stem = f"/office/{desk.noun._meta.app_label}/{desk.noun._meta.model_name}/"
        paths.append(stem)
        paths += [f"{stem}export/"] if viewer.holds(desk.export) else []
        row = desk.rows(viewer).first()
        paths += [f"{stem}{row.pk}/change/"] if row else []
        paths += [f"{stem}act/{act.key}/" for act in desk.acts if act.creates and act.main and viewer.holds(act.power)]
    return paths


@pytest.mark.browser
def test_every_page_of_every_role_is_chinese_fits_the_screen_and_can_be_used_by_everybody(federation, chromium, live_server):
    told = {}
    with trusted():
        viewers = {login: Viewer(Account.objects.for_act("walk").get(login=login)) for login in federation if not login.isdigit()}
        phone = next(login for login in federation if login.isdigit())
    walked = set()
    for turn, login in enumerate(("sun", "wang", "zhou", "wu", "feng", "jiang", "shen")):
        someone = Person(chromium, live_server.url, DESK, login)
        someone.page.goto("/office/login/")
        told[f"{login} login"] = [*faults(someone.page), *strays(someone.page.evaluate(SEEN))] if not walked else []
        someone.page.fill("input[name=username]", login)
        someone.page.fill("input[name=password]", federation[login])
        someone.page.locator("form button[type=submit]").first.click()
        someone.look()
        paths = [path for path in office_pages(viewers[login], turn) if path == "/office/" or re.sub(r"\d+/change", "change", path) not in walked]
        walked |= {re.sub(r"\d+/change", "change", path) for path in paths}
        told |= {f"{login} {path}": found for path, found in walk(someone, paths, federation).items()}
        if login == "sun":
            someone.page.set_viewport_size(PHONE)
            small = ("/office/", "/office/figures/", "/office/organization_membership/membership/", "/office/kernel/batch/act/intake.check/")
            told |= {f"{login} phone {path}": found for path, found in walk(someone, small, federation).items()}
        someone.context.close()
    worker = Person(chromium, live_server.url, PHONE, "chen")
    told |= walk(worker, ("/portal/", "/portal/join/", "/portal/join/?code=NOPE", "/portal/signin/", "/portal/signin/password/"), ("NOPE",))
    worker.sign_in_by_phone(phone)
    own = [f"/portal/my/{desk.slug}/" for desk in DESKS.values() if desk.own]
    with trusted():
        member = Human.objects.for_act("walk").get(account__login="chen").memberships.for_act("walk").get()
    plain = [f"/portal/my/membership/{member.pk}/", f"/portal/act/membership.ask_correction/{member.pk}/"]
    told |= walk(worker, ["/portal/", "/portal/mine/", "/portal/transfer/", "/portal/leave/", *own, *plain], (*federation, "chen"))
    worker.context.close()
    assert not any(told.values()), "\n".join(f"{path}: {one}" for path, found in told.items() for one in found)


@pytest.mark.browser
def test_the_walk_notices_a_fault_and_a_word_left_in_english(chromium):
    page = chromium.new_page()
    page.set_content('<html lang="zh"><title>页</title><main><h1>页</h1><img src="x.png"><p>Save changes</p><p hidden>Hidden</p></main></html>')
    assert [fault.split(":")[0] for fault in faults(page)] == ["image-alt"]
    assert strays(page.evaluate(SEEN)) == {"Save", "changes"}
    page.close()
