"""MEM-6 Internet benefits for members: offered with a quota, claimed once by a verified member, redeemed, settled with the merchant."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.money.models import PayBatch, Source
from gonghui.kernel import clock
from gonghui.kernel.clock import now
from gonghui.lines.organization.membership import words
from tests.commons.test_enrolment import offered, worker

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
