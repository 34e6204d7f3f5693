"""In a browser: a leader goes from the province to a record and back, on a phone, on a wall, on paper and without JavaScript."""

import pytest

from gonghui.kernel.access.models import Grant
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.orgs.acts import stand_up
from tests.cast import FOUNDED, PASSWORD
from tests.people import valid_id

from .conftest import PHONE
from .test_every_page import SEEN, faults, strays

SMALL = {"width": 360, "height": 740}
TOTAL = "/cockpit/membership.members_total/"


@pytest.fixture
def members(stage):
    """Three members of the factory, one of the mine."""
    for n, place in enumerate(("union", "union", "union", "far")):
        done = do(
            acts.register, SYSTEM, union=stage.unions[place], name="林一鸣陈二虎王三石赵四海"[3 * n : 3 * n + 3], id_no=valid_id(serial=f"{n:02d}1")
        )
        do(acts.approve, SYSTEM, done.subject)


def read(someone) -> None:
    """The page is drawn, fits, is Chinese and can be used by everybody."""
    someone.page.wait_for_selector(".drawn .chart canvas")
    someone.look()
    assert not strays(someone.page.evaluate(SEEN)) - {"membership.members_total"}
    assert not faults(someone.page)


@pytest.mark.browser
def test_a_leader_goes_from_the_province_to_a_record_and_back(person, members):
    zhou = person("zhou").go("/office/figures/").press("驾驶舱：同比、计划、走势和下级")
    zhou.says("工会会员数").says("逐条记录")
    read(zhou)
    zhou.page.get_by_role("link", name="工会会员数", exact=False).first.click()
    zhou.look("cockpit-desk").says("下级工会会员数").says("口径")
    read(zhou)
    for place, count in (("临江市总工会", "3 人"), ("临江市东湖区总工会", "3 人"), ("东湖纺织厂工会", "3 人")):
        row = zhou.page.locator(".below tr", has_text=place)
        assert count in row.inner_text()
        row.get_by_role("link").click()
        zhou.look().says(place)
    zhou.press("由哪些记录算出").says("共 3 条")
    zhou.page.get_by_role("link", name="陈二虎", exact=False).first.click()
    zhou.look().says("陈二虎")
    for _step in range(2):
        zhou.page.go_back()
    zhou.look().says("东湖纺织厂工会")
    zhou.page.locator(".trail").get_by_role("link", name="河州省总工会").click()
    zhou.look().says("4 人")
    assert zhou.page.url.endswith("node=PROV&period=" + zhou.page.input_value("input[name=period]"))


@pytest.mark.browser
def test_a_phone_a_wall_and_the_keyboard(person, members):
    zhou = person("zhou")
    zhou.page.set_viewport_size(SMALL)
    for address in ("/cockpit/", TOTAL, "/cockpit/membership.realname_rate/?trend=years", "/cockpit/?dept=rights"):
        zhou.go(address)
        if "dept" not in address:
            read(zhou)
    zhou.look("cockpit-phone")
    zhou.page.keyboard.press("Tab")
    assert zhou.page.evaluate("document.activeElement.className") == "skip"
    zhou.page.set_viewport_size({"width": 1920, "height": 1080})
    zhou.go("/cockpit/").press("大屏").look("cockpit-wall")
    read(zhou)
    assert zhou.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(12, 19, 32)"
    zhou.press("退出大屏")
    assert zhou.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(246, 247, 249)"


CITIES = ("贵阳市", "遵义市", "六盘水市", "安顺市", "毕节市", "铜仁市", "黔东南州", "黔南州", "黔西南州")


@pytest.mark.browser
def test_a_map_opens_its_areas_by_mouse_and_keyboard(person, stage):
    def stand(ctx):
        node = stand_up(ctx, parent=None, kind="province", name="贵州省总工会", on=FOUNDED, code="520000").node
        Grant(account=stage.accounts["zhou"], role="province_officer", node=node, since=FOUNDED).save()
        for n, name in enumerate(CITIES):
            city = stand_up(ctx, parent=node, kind="city", name=f"{name}总工会", on=FOUNDED, code=f"G{n}").node
            for k in range(n):
                stand_up(ctx, parent=city, kind="county", name=f"{name}{k + 1}县总工会", on=FOUNDED, code=f"G{n}-{k}")
                city.refresh_from_db()
            node.refresh_from_db()

    by_house("tests.stand", stand)
    zhou = person("zhou").go("/cockpit/orgs.total@all/?node=520000").look("cockpit-map")
    assert zhou.page.locator(".map path").count() == zhou.page.locator(".map a").count() == len(CITIES)
    assert not faults(zhou.page)
    zhou.page.set_viewport_size(SMALL)
    zhou.look("cockpit-map-phone")
    zhou.page.get_by_role("link", name="遵义市总工会 2 家").focus()
    zhou.page.keyboard.press("Enter")
    zhou.page.wait_for_url("**node=G1**")
    zhou.look().says("遵义市1县总工会")
    assert zhou.page.locator(".map").count() == 0 and zhou.page.locator(".squares a").count() == 1


@pytest.mark.browser
def test_on_paper_there_are_the_numbers_and_no_buttons(person, members):
    zhou = person("zhou").go(TOTAL)
    read(zhou)
    table = zhou.page.locator("table[data-chart]")
    assert not table.is_visible()
    zhou.page.get_by_text("看表").first.click()
    assert table.is_visible()
    zhou.page.get_by_text("看表").first.click()
    zhou.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    zhou.page.emulate_media(media="print")
    assert table.is_visible() and zhou.page.locator(".below").is_visible()
    assert not zhou.page.locator(".top").is_visible() and not zhou.page.locator(".asking").is_visible()
    assert zhou.page.pdf(format="A4")[:5] == b"%PDF-"


@pytest.mark.browser
def test_without_javascript_the_tables_stand(members, chromium, live_server):
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/portal/signin/password/")
    page.fill("input[name=username]", "zhou")
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="登录").last.click()
    page.goto(TOTAL)
    assert page.locator("table[data-chart]").is_visible() and page.locator(".chart").count() == 0
    page.locator(".below").get_by_role("link", name="临江市总工会").click()
    assert "临江市总工会" in page.inner_text(".trail") and "3 人" in page.inner_text(".below")
    page.fill("input[name=period]", str(int(page.input_value("input[name=period]")) - 1))
    page.get_by_role("button", name="查看").click()
    assert "0 人" in page.inner_text(".below")
    context.close()
