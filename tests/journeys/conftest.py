"""Real browsers for journeys: Debian's Chromium on the phone and at the desk."""

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from gonghui.faces.kit.signin import new_token
from gonghui.faces.office.site import list_url, row_url
from gonghui.house.worker import work
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.act import ACTS
from gonghui.rehearsal.federation import build
from tests import cast as casting
from tests.situations import desk_offering
from tools.test import BROWSERS

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the driver keeps an event loop in the test's thread
FLAGS = "--headless --lang=zh-CN --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SHOTS = Path(os.environ.get("GONGHUI_SHOTS", ""))


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=next(filter(Path.exists, BROWSERS)), args=FLAGS.split())
        yield browser
        browser.close()


class Person:
    """Somebody before a screen; what they see must be Chinese, fit the screen, and raise no error in the console."""

    def __init__(self, chromium, base, size, name):
        self.context = chromium.new_context(viewport=size, locale="zh-CN", base_url=base)
        self.page, self.name, self.faults = self.context.new_page(), name, []
        self.page.set_default_timeout(30_000)  # a slow machine is no fault of the page
        self.page.on("console", lambda m: self.faults.append(m.text) if m.type == "error" and "status of 4" not in m.text else None)
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))

    def go(self, path):
        self.page.goto(path)
        return self.look()

    def look(self, name=""):
        self.page.wait_for_load_state()
        for _moment in range(50):  # a screen that was turned a moment ago is laid out anew first
            if (over := self.page.evaluate("document.documentElement.scrollWidth - innerWidth")) <= 0:
                break
            self.page.wait_for_timeout(100)
        assert over <= 0, f"{self.page.url} is {over} px wider than the screen"
        assert not self.faults, (self.page.url, self.faults)
        if SHOTS.name and name:
            self.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
        return self

    def says(self, text):
        self.page.wait_for_load_state()
        shown = self.page.inner_text("#main" if self.page.locator("#main").count() else "body")
        assert text in shown, f"{text} not on {self.page.url}: {shown[:600]}"
        return self

    def press(self, text):
        link = self.page.get_by_role("link", name=re.compile(rf"^{re.escape(text)}( |$)"))  # a count may stand beside it
        self.page.get_by_role("button", name=text, exact=True).or_(link).first.click()
        return self.look()

    def opens(self, row):
        """Open a record in the office."""
        return self.go(row_url(row))

    def does(self, key, about=None, /, **fields):
        """Do an act in the office: go to the record or the list, press the act, fill in its form, press its button."""
        act = ACTS[key]
        self.opens(about) if about else self.go(list_url(desk_offering(act)))
        link = self.page.locator(f"a[href*='/act/{key}/']:visible").first
        if not link.is_visible():
            self.page.locator("summary", has_text="更多").click()
        link.click()
        self.look().says(str(act.label))
        for name, value in fields.items():
            self.fill(name, value)
        self.page.locator("form button[type=submit]", has_text=str(act.label)).click()
        return self.look()

    def fill(self, name, value):
        """Fill in one field of the office as its kind asks for."""
        field = self.page.locator(f"[name='{name}']").first
        if self.page.locator(f"select[name={name}] + .select2").count():
            self.choose(name, value)
        elif isinstance(value, list):
            for one in value:
                self.page.locator(f"input[name={name}][value={one}]").check()
        elif isinstance(value, Path):
            field.set_input_files(value)
        elif field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value.isoformat() if isinstance(value, date) else str(value))
        return self

    def figure(self, key, node, period, says):
        """Look a figure up, and find it as told."""
        self.go(f"/office/figure/{key}/?node={node}&period={period}")
        shown = self.page.inner_text("#figure").replace("\n", " ")
        assert says in shown, f"{key} at {node} in {period}: {shown}"
        return self

    def confirm(self):
        """Press the button of a phone's page."""
        self.page.locator("main form button.weui-btn").last.click()
        return self.look()

    def finds(self, field, text, label):
        """Find a record on the phone by typing, and tick it."""
        self.page.locator(f"input[name={field}_q]").type(text)
        self.page.locator("label.choice", has_text=label).first.click()
        return self

    def choose(self, field, text):
        """Pick a record in the office's picker by typing."""
        self.page.locator(f"select[name={field}] + .select2 .select2-selection").click()
        self.page.locator(".select2-search__field").last.type(text)
        self.page.locator(".select2-results__option", has_text=text).first.click()
        return self

    def sign_in_by_phone(self, phone):
        self.page.goto("/portal/signin/")
        self.page.fill("#phone", phone)
        self.press("获取验证码")
        code = re.search(r"验证码 (\d{6})", self.page.inner_text(".demo"))[1]
        self.page.fill("#code", code)
        self.page.locator("main button.weui-btn_primary").click()
        return self.look()


@pytest.fixture
def stage(transactional_db, settings):
    """The cast in a federation that a live server sees."""
    settings.DEMO = True
    return casting.set_up()


@pytest.fixture
def person(chromium, live_server, stage):
    """person('wang') at a desk, signed in to the office; person('chen', phone=True) with a phone in hand."""
    people = []

    def arrive(name, phone=False):
        someone = Person(chromium, live_server.url, PHONE if phone else DESK, name)
        people.append(someone)
        if name in stage.accounts and stage.accounts[name].has_usable_password():
            where = "/portal/signin/password/" if phone else "/office/login/"
            someone.page.goto(where)
            someone.page.fill("input[name=username]", name)
            someone.page.fill("input[name=password]", casting.PASSWORD)
            someone.page.locator("main button[type=submit], form button.weui-btn_primary, form button[type=submit]").first.click()
            someone.page.wait_for_load_state()
        return someone

    yield arrive
    for someone in people:
        someone.context.close()


@pytest.fixture
def program(cast, client):
    """A program of one of the cast, calling the API."""

    def of(name):
        headers = {"Authorization": f"Bearer {new_token(cast.accounts[name])}"}

        def call(path, data=None, **query):
            if data is None:
                return client.get(f"/api{path}", query, headers=headers)
            return client.post(f"/api{path}", json.dumps(data), content_type="application/json", headers=headers)

        return call

    return of


def the(model, **which):
    """The one record of a kind, as it stands now."""
    with trusted():
        return model.objects.for_act("journey").get(**which)


def settle():
    """Let the worker beside the server do what it has found to do."""
    with trusted():
        while work():
            pass


@pytest.fixture
def federation(transactional_db, settings):
    """A small demonstration in which something has been done and something waits on every desk; logins and passwords."""
    settings.DEMO = True
    return {row["login"]: row["password"] for row in build(scale=0.01)}
