"""Old phones: joining works without a line of JavaScript, from the poster to the membership."""

import re

import pytest

from gonghui.lines.organization.membership.models import Membership
from tests.people import valid_id

from .conftest import PHONE, the


@pytest.mark.browser
def test_a_worker_joins_with_javascript_switched_off(person, stage, chromium, live_server):
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/portal/")
    page.get_by_role("link", name="申请入会").click()
    page.get_by_role("link", name="用手机号开始").click()
    page.fill("#phone", "13933334444")
    page.get_by_role("button", name="获取验证码", exact=True).click()
    page.fill("#code", re.search(r"验证码 (\d{6})", page.inner_text(".demo"))[1])
    page.locator("main").get_by_role("button", name="登录").click()
    page.fill("input[name=name]", "何大壮")
    page.fill("input[name=id_no]", valid_id(serial="034"))
    page.fill("input[name=union_q]", "dhfzc")
    page.get_by_role("button", name="查找").click()
    page.get_by_label("东湖纺织厂工会").check()
    assert page.input_value("input[name=name]") == "何大壮", "what was typed was lost in looking the union up"
    page.get_by_label("我已阅读").check()
    page.get_by_role("button", name="提交申请").click()
    assert "待批准" in page.inner_text("main")
    context.close()

    qian = person("qian", phone=True).go("/portal/applications/")
    qian.page.locator("label.choice", has_text="何大壮").click()
    qian.press("批准所选")
    assert the(Membership).state == "active"
    person("wang").figure("membership.members_total", "DISTRICT", the(Membership).since.year, "1 人")
