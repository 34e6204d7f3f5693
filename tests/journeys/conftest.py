"""Real browsers for journeys: Debian's Chromium on the phone and at the desk."""

import json
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from gonghui.faces.kit.signin import new_token
from tests import cast as casting

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the driver keeps an event loop in the test's thread
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SHOTS = Path(os.environ.get("GONGHUI_SHOTS", ""))


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS.split())
        yield browser
        browser.close()


class Person:
    """Somebody before a screen; what they see must be Chinese, fit the screen, and raise no error in the console."""

    def __init__(self, chromium, base, size, name):
        self.context = chromium.new_context(viewport=size, locale="zh-CN", base_url=base)
        self.page, self.name, self.faults = self.context.new_page(), name, []
        self.page.on("console", lambda m: self.faults.append(m.text) if m.type == "error" and "status of 4" not in m.text else None)
        self.page.on("pageerror", lambda e: self.faults.append(str(e)))

    def go(self, path):
        self.page.goto(path)
        return self.look()

    def look(self, name=""):
        self.page.wait_for_load_state()
        assert self.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{self.page.url} is wider than the screen"
        assert not self.faults, self.faults
        if SHOTS.name and name:
            self.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
        return self

    def says(self, text):
        self.page.wait_for_load_state()
        assert text in self.page.inner_text("body"), f"{text} not on {self.page.url}: {self.page.inner_text('body')[:600]}"
        return self

    def press(self, text):
        self.page.get_by_role("button", name=text, exact=True).or_(self.page.get_by_role("link", name=text, exact=True)).first.click()
        return self.look()

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
