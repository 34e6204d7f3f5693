"""MEM-3 Member service card: asked for on the phone, issued to the verified, lost, counted while active."""

from datetime import date

import pytest

from gonghui.commons.parties.acts import verify
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.membership.models import Card
from tests.people import valid_id


@pytest.mark.browser
def test_a_card_is_asked_for_issued_and_reported_lost(person, stage):
    with trusted():
        made = do(acts.apply, stage.chen, name="陈秀英", id_no=valid_id(), union=stage.unions["union"], agree=True).subject
        do(acts.approve, stage.qian, made)
    chen = person("chen", phone=True).sign_in_by_phone("13800000001").go("/portal/mine/").says("会员号").look("mem-3-card")
    chen.press("申领会员服务卡")
    chen.page.locator("main form button.weui-btn").last.click()
    chen.page.wait_for_load_state()
    card = Card.objects.for_act("journey").get()
    sun = person("sun").go(f"/office/organization_membership/card/{card.pk}/act/membership.issue_card/")
    sun.press("发卡").says("尚未实名核验")
    with trusted():
        do(verify, stage.sun, made.person_id, on=date.today())
    sun.go(f"/office/organization_membership/card/{card.pk}/act/membership.issue_card/").press("发卡").says("有效")
    year = date.today().year
    sun.go(f"/office/figure/membership.cards_issued/?node=UNION&period={year}").says("1 件")
    chen.go(f"/portal/act/membership.report_lost/{card.pk}/")
    chen.page.locator("main form button.weui-btn").last.click()
    chen.page.wait_for_load_state()
    sun.go(f"/office/figure/membership.cards_issued/?node=UNION&period={year}").says("0 件")
