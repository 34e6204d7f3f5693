"""MEM-4 New-employment-form workers: a courier joins by the federation's poster, is re-confirmed yearly, and growth is against last year's stock."""

from datetime import date

import pytest

from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Membership
from tests.people import valid_id

from .conftest import the


@pytest.mark.browser
def test_a_courier_joins_by_the_poster_and_growth_is_against_last_year(person, stage):
    year, union = date.today().year, stage.unions["union"]
    with trusted(), clock.at(date(year - 2, 3, 1)):
        made = do(acts.register, stage.sun, union=union, name="林早来", id_no=valid_id(serial="014"), employment="new_form", new_form="rider").subject
        do(acts.approve, stage.qian, made)
    sun = person("sun", phone=True).go("/portal/posters/")
    sun.page.locator("a", has_text="东湖纺织厂工会").click()
    sun.look("mem-4-poster").says(union.joining_code)
    courier = person("lin", phone=True).sign_in_by_phone("13922223333")
    courier.go(f"/portal/join/{union.joining_code}/").says("东湖纺织厂工会")
    courier.page.fill("input[name=name]", "林新来")
    courier.page.fill("input[name=id_no]", valid_id(serial="016"))
    courier.page.select_option("select[name=employment]", "new_form")
    courier.page.select_option("select[name=new_form]", "courier")
    courier.page.locator("label.choice", has_text="我已阅读").click()
    courier.look("mem-4-join").press("提交申请").says("待批准")
    qian = person("qian", phone=True).go("/portal/").press("审批入会")
    qian.page.locator("label.choice", has_text="林新来").click()
    qian.press("批准所选").says("已批准 1 人入会")
    courier.go("/portal/mine/").says("在会")

    officer = person("wang")
    officer.figure("membership.newform.members", "DISTRICT", year, "2 人").says("林新来")
    officer.figure("membership.newform.growth_pct", "DISTRICT", year, "100.00 %").says("上年同期末由哪些记录算出").look("mem-4-growth")
    officer.does("membership.change_form", the(Membership, pk=made.pk)).says("已更新")
    officer.figure("membership.newform.members", "DISTRICT", year, "1 人").figure("membership.newform.growth_pct", "DISTRICT", year, "0.00 %")
    officer.figure("membership.newform.members", "DISTRICT", f"asof-{year - 1}", "1 人")
