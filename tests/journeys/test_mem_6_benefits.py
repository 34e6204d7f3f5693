"""MEM-6 Internet benefits for members: offered with a quota, claimed once by a verified member, redeemed, settled with the merchant."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client

from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.money.models import PayBatch, Source
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.privacy.crypto import blind
from gonghui.lines.education.campaigns.coupon_reads import code_of
from gonghui.lines.education.campaigns.models import Campaign, Coupon, CouponBatch, Settlement
from gonghui.lines.organization.membership import words
from tests.commons.test_enrolment import offered, worker
from tests.lines.test_coupons import claim, clerk, released

from .gated import gated
from .governing import standing
from .office import AtDesk, newest
from .phones import Phone


def test_a_verified_member_claims_one_it_is_redeemed_and_settled_once(cast):
    wang, li, today, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), clock.today(), cast.nodes["district"]
    shop = {"kind": words.MERCHANT, "title": "东湖骑行公司", "holder_name": "东湖骑行公司", "since": today}
    wang.does("registers.enter", desk="merchants", node=district, **shop)
    plan = {"kind": words.BENEFIT_BUDGET, "title": "春节出行优惠", "since": today, "until": today + timedelta(days=30), "target": 2, "unit": "item"}
    wang.does("plans.propose", desk="benefit_budgets", node=district, **plan)
    offer = offered(cast, seats=1, kind=words.BENEFIT, opens_at=now() - timedelta(minutes=3), start=timedelta(hours=1))
    claimed = Phone(worker(cast, 61).account).go(f"offers/{offer.pk}/").send()
    claimed.says("已确认").go(f"offers/{offer.pk}/").says("已报名")
    Phone(worker(cast, 62).account).go(f"offers/{offer.pk}/").send().says("候补中")
    Phone(worker(cast, 63, member=False).account).go(f"offers/{offer.pk}/").says("面向工会会员")
    (first,) = standing(Enrolment, state="confirmed")
    with clock.at(today + timedelta(days=2)):
        wang.does("enrolment.attend", first).sees("benefit_claims", "已参加")
        wang.does("money.declare_source", node=district, code="PH", name="普惠资金", since=today)
        batch = {"kind": words.BENEFIT_SETTLED, "title": "普惠结算", "source": newest(Source), "award_year": today.year}
        wang.does("money.open_batch", node=district, **batch)
        line = {"batch": newest(PayBatch), "payee": "东湖骑行公司", "amount": Decimal(20), "account_no": "6222040000000001", "cause": offer.pk}
        wang.does("money.add", **line).refused("money.add", "", **line)
    for key, value in (("offers", 1), ("claims", 1), ("redeemed", 1), ("settled", 0)):
        li.figure(f"membership.benefits.{key}", "CITY", today.year, value)
    wang.sees("benefits", "瑜伽班").sees("merchants", "东湖骑行公司")


def test_a_festival_of_coupons_from_the_phone_to_the_merchants_payment(cast):
    wang, li, today, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), clock.today(), cast.nodes["district"]
    shop = {"kind": words.MERCHANT, "title": "东湖超市", "holder_name": "东湖超市", "since": today, "number": "普惠〔2024〕1号"}
    wang.does("registers.enter", desk="merchants", node=district, **shop, until=today + timedelta(days=200))
    fest = {"title": "普惠节", "sort": "benefit", "opens_on": today, "closes_on": today + timedelta(days=20), "audience": "members", "each_day": 0}
    wang.does("campaigns.draft", node=district, **fest)
    li.does("campaigns.approve", newest(Campaign))
    wang.does("campaigns.launch", newest(Campaign))
    batch = {"title": "米面油券", "count": 2, "value": Decimal(20), "until": today + timedelta(days=20), "valid_days": 7, "each": 1, "each_day": 0}
    wang.does("campaigns.draft_coupons", campaign=newest(Campaign), merchant=newest(RegisterEntry), **batch)
    wang.refused("campaigns.release_coupons", "不能是同一人", newest(CouponBatch))
    li.does("campaigns.release_coupons", newest(CouponBatch))
    till = Phone(with_phone(worker(cast, 71, member=False).account, "13912345678"))
    till.go("coupons/scan/").says("您还不是任何普惠商户的收银员")
    wang.does("campaigns.appoint_clerk", merchant=newest(RegisterEntry), phone="13912345678", till="1 号台")
    shopper = Phone(worker(cast, 72).account).go(f"campaigns/{newest(Campaign).pk}/").says("米面油券")
    shopper.go(f"coupons/claim/{newest(CouponBatch).pk}/").says("2 / 2 张").send().says("已领取", "待使用", "请勿转发")
    code = re.search(r"<p>(\d+(?:-\w{4}){4})</p>", shopper.text)[1]
    own = shopper.path
    assert shopper.client.get(own + "qr.svg").content.startswith(b"<?xml")
    shopper.go(f"coupons/claim/{newest(CouponBatch).pk}/").says("每人限领 1 张")
    Phone(worker(cast, 73).account).go(f"coupons/claim/{newest(CouponBatch).pk}/").send().go("coupons/").says("米面油券").go(
        f"coupons/{newest(Coupon).pk}/"
    ).send().says("已退回")
    assert till.client.get(own).status_code == till.client.get(own + "qr.svg").status_code == 404  # nobody else's coupon
    till.go(f"coupons/scan/?code={code}").says("东湖超市 · 1 号台").send(code=code).says("已核销 米面油券：20.00 元", "今天核销 1 张")
    till.send(409, code=code).says("核销，不能再用", "请顾客出示另一张券")
    till.go("coupons/scan/").send(422, code="1-AAAA").says("请顾客重新打开")
    shopper.go("coupons/").says("没有可使用的电子券", "已核销").go(own.removeprefix("/portal/")).says("核销时间").lacks("请勿转发")
    span = {"node": district, "merchant": newest(RegisterEntry), "since": today, "until": today}
    wang.refused("campaigns.settle", "系统核销 1 笔", **span, stated=2).does("campaigns.settle", **span, stated=1)
    wang.does("money.declare_source", node=district, code="PH", name="普惠资金", since=today)
    wang.does("money.open_batch", node=district, kind="campaign.coupons", title="普惠节结算", source=newest(Source), award_year=today.year)
    line = {"batch": newest(PayBatch), "account_no": "6222040000000001"}
    wang.does("campaigns.list_settlement", newest(Settlement), **line).refused("campaigns.list_settlement", "已在", newest(Settlement), **line)
    for key, value in (("claimed", 1), ("redeemed", 1), ("lapsed", 0), ("amount", 20), ("settled", 0)):
        li.figure(f"campaigns.coupons.{key}", "CITY", today.year, value)
    wang.reads(newest(CouponBatch), "领用情况", "已核销").reads(newest(Settlement), "东湖超市")


def with_phone(account, phone: str):
    """The account as of somebody who signs in with this phone."""
    by_house("tests.phone", lambda ctx: Account.objects.for_act("journey").filter(pk=account.pk).update(phone_hash=blind("phone", phone)))
    return account


@pytest.mark.browser
def test_a_coupon_is_shown_on_one_phone_and_scanned_with_another(person, stage, live_server):
    with trusted():
        batch = released(stage, count=9)
        coupon, till = claim(worker(stage, 1), batch), clerk(stage, batch.merchant)
    mine, shop = person("worker", phone=True), person("clerk", phone=True)
    for phone, viewer in ((mine, coupon.account), (shop, till.account)):
        client = Client()
        client.force_login(viewer, backend="gonghui.faces.kit.signin.AccountBackend")
        phone.context.add_cookies([{"name": "sessionid", "value": client.session.session_key, "url": live_server.url}])
    mine.go(f"/portal/coupons/claim/{batch.pk}/").look("coupon-claim")
    mine.go("/portal/coupons/").look("coupon-mine")
    mine.go(f"/portal/coupons/{coupon.pk}/").look("coupon-qr").says("请勿转发")
    shop.go(f"/portal/coupons/scan/?code={code_of(coupon.pk)}").look("coupon-scan")
    shop.page.locator("form.form button").click()
    shop.says("已核销").look("coupon-scanned")


@pytest.mark.browser
def test_a_coupon_is_claimed_on_a_phone_through_the_gate_once_though_the_line_broke(person, stage, live_server):
    with trusted():
        batch, viewer = released(stage), worker(stage, 1)
    phone = person("worker", phone=True)
    with gated(phone, viewer.account, live_server.url) as codes:
        phone.go(f"/portal/coupons/claim/{batch.pk}/")
        phone.page.locator("#vote button").click()
        phone.page.wait_for_selector("#vote[data-code=done]", timeout=60_000)
    phone.look("coupon-gate").says("已领取，有效至")
    assert codes == ["done"]
    phone.go("/portal/coupons/").says("米面油券")
