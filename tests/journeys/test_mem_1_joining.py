"""MEM-1 Joining, transfer, leaving: on the worker's phone, approved at the grassroots desk."""

from datetime import date

import pytest

from gonghui.lines.organization.membership.models import Membership, Spell
from tests.people import valid_id


@pytest.mark.browser
@pytest.mark.sqlite
def test_a_worker_joins_transfers_and_leaves_with_seniority_kept(person, stage):
    chen = person("chen", phone=True).sign_in_by_phone("13911112222")
    chen.go("/portal/join/").look("mem-1-join")
    chen.page.fill("input[name=name]", "陈秀英")
    chen.page.fill("input[name=id_no]", valid_id()[:-1])
    chen.page.locator("input[name=union_q]").type("东湖纺织厂")
    chen.page.locator("label.choice", has_text="东湖纺织厂工会").first.click()
    chen.page.locator("label.choice", has_text="我已阅读").click()
    chen.press("提交申请").says("身份证号应为 18 位").look("mem-1-refused")
    assert chen.page.input_value("input[name=name]") == "陈秀英"
    chen.page.fill("input[name=id_no]", valid_id())
    chen.press("提交申请").says("待批准")

    qian = person("qian", phone=True).go("/portal/applications/").says("陈秀英").look("mem-1-approve")
    qian.page.locator("label.choice", has_text="陈秀英").click()
    qian.press("批准所选")
    chen.go("/portal/mine/").says("在会").says("您已成为").look("mem-1-mine")

    chen.go("/portal/transfer/")
    chen.page.locator("input[name=to_q]").type("西岭水泥厂")
    chen.page.locator("label.choice", has_text="西岭水泥厂工会").first.click()
    chen.press("申请接转").says("等待接收")
    membership = Membership.objects.for_act("journey").get()
    transfer = membership.transfers.for_act("journey").get()
    li = person("li").go(f"/office/organization_membership/transfer/{transfer.pk}/act/membership.accept_transfer/")
    li.press("接收").says("已接收")
    membership = Membership.objects.for_act("journey").get()
    assert membership.union_id == stage.unions["above_beside"].pk and membership.since
    chen.go("/portal/mine/").says("西岭水泥厂工会")

    li.figure("membership.members_total", "OTHER_DISTRICT", date.today().year, "1 人").figure("membership.joined", "CITY", date.today().year, "1 人")
    chen.go("/portal/").press("我的入会记录")
    chen.page.locator("a.card").click()
    chen.press("申请退会").says("会龄不再计算").look("mem-1-leave").press("确认退会")
    chen.go("/portal/mine/").says("重新申请入会")
    assert Membership.objects.for_act("journey").get().state == "withdrawn"
    assert not Spell.objects.for_act("journey").filter(until=None).exists()
    li.figure("membership.members_total", "OTHER_DISTRICT", date.today().year, "0 人")
