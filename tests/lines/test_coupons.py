"""Coupons 电子券: who may claim how many, the merchant's scan and what it refuses, lapsing by the clock, settling once."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest

from gonghui.commons.money.acts import declare_source, open_batch
from gonghui.commons.money.models import Payment
from gonghui.commons.registers.acts import enter
from gonghui.house.worker import strike_often
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account
from gonghui.kernel.clock import now, today
from gonghui.kernel.ledger.do import Done, do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.campaigns import acts, coupon_acts, coupon_reads, coupon_words, settle_acts
from gonghui.lines.education.campaigns.models import CouponBatch, Participation, Redemption, Settlement
from gonghui.lines.organization.membership.words import MERCHANT
from tests.at_once import at_once
from tests.commons.test_enrolment import again, codes, worker

from .test_campaigns import live, take_part, value

DAY = timedelta(days=1)


def shop(cast, name="东湖超市", **more):
    told = {"number": f"协议-{name}", "until": today() + 100 * DAY} | more
    return do(enter, cast.wang, node=cast.nodes["district"], kind=MERCHANT, title=name, holder_name=name, since=today(), **told).subject


def festival(cast, **more):
    return live(cast, "benefit", **{"each_day": 0} | more)


def drafted(cast, **more) -> CouponBatch:
    told = {"title": "米面油券", "count": 2, "value": Decimal(20), "until": today() + 10 * DAY, "valid_days": 3} | more
    told = {"campaign": told.get("campaign") or festival(cast), "merchant": told.get("merchant") or shop(cast)} | told
    return do(coupon_acts.draft_coupons, cast.wang, **told).subject


def released(cast, **more) -> CouponBatch:
    return do(coupon_acts.release_coupons, cast.li, drafted(cast, **more)).subject


def claim(viewer, batch):
    return do(coupon_acts.claim, viewer, batch=batch).subject


def clerk(cast, merchant, n=900):
    """Somebody who redeems for a merchant."""
    viewer, phone = worker(cast, n, member=False), f"1390000{n:04d}"
    by_house("tests.phone", lambda ctx: Account.objects.for_act("test").filter(pk=viewer.account_id).update(phone_hash=blind("phone", phone)))
    do(settle_acts.appoint_clerk, cast.wang, merchant=merchant, phone=phone, till="1号台")
    return viewer


def scan(viewer, coupon, merchant=None):
    code = coupon if isinstance(coupon, str) else coupon_reads.code_of(coupon.pk)
    return do(coupon_acts.redeem, viewer, merchant=merchant or coupon.batch.merchant, code=code)


def told(call) -> str:
    with pytest.raises(Refused) as no:
        call()
    return no.value.text


def test_a_coupon_is_claimed_within_each_limit_and_sold_out_is_told(cast):
    batch, one, two = released(cast, count=3, each=2, each_day=1), worker(cast, 1), worker(cast, 2)
    assert codes(lambda: take_part(one, batch.campaign)) == ["campaigns.by_coupon"]
    first = claim(one, batch)
    assert (first.valid_until, first.state, first.nth) == (today() + 2 * DAY, "claimed", 0)
    assert codes(lambda: claim(one, batch)) == ["campaigns.coupon_had_today"]
    with clock.at(now() + DAY):
        assert claim(one, batch).nth == 1 and codes(lambda: claim(one, batch)) == ["campaigns.coupon_had"]
    claim(two, batch)
    assert "已领完" in told(lambda: claim(worker(cast, 3), batch)) and again(batch).taken == 3
    assert codes(lambda: claim(worker(cast, 4, "far"), batch)) == ["campaigns.not_member"]
    do(coupon_acts.return_coupon, one, first)
    assert claim(worker(cast, 5), batch).pk and again(batch).taken == 3
    assert Participation.objects.for_act("test").filter(campaign=batch.campaign).count() == 4
    do(coupon_acts.stop_coupons, cast.wang, batch, why="商户停业")
    assert codes(lambda: claim(worker(cast, 6), batch)) == ["campaigns.coupons_not_running"]


def test_a_campaigns_own_limits_hold_for_its_coupons_together(cast):
    fest, market, viewer = festival(cast, each_day=1), shop(cast), worker(cast, 1)
    one, two = (released(cast, campaign=fest, merchant=market, title=title) for title in ("米券", "油券"))
    claim(viewer, one)
    assert codes(lambda: claim(viewer, two)) == ["campaigns.no_more_today"]
    with clock.at(now() + DAY):
        assert claim(viewer, two).pk
    do(acts.close, cast.wang, fest)
    assert codes(lambda: claim(worker(cast, 2), one)) == ["campaigns.not_live"]


def test_coupons_need_an_agreement_in_term_and_another_hand(cast):
    fest, market = festival(cast), shop(cast)
    assert codes(lambda: drafted(cast, campaign=live(cast), merchant=market)) == ["campaigns.not_benefit"]
    for n, lacking in enumerate(({"number": ""}, {"until": None})):
        assert codes(lambda n=n, lacking=lacking: drafted(cast, campaign=fest, merchant=shop(cast, f"店{n}", **lacking))) == [
            "campaigns.no_agreement"
        ]
    assert codes(lambda: drafted(cast, campaign=fest, merchant=shop(cast, "短约店", until=today() + 5 * DAY))) == ["campaigns.term"]
    assert codes(lambda: drafted(cast, campaign=fest, merchant=market, until=today() - DAY)) == ["campaigns.coupon_span"]
    assert codes(lambda: drafted(cast, campaign=fest, merchant=market, value=Decimal(0))) == ["campaigns.worthless"]
    batch = drafted(cast, campaign=fest, merchant=market)
    assert codes(lambda: do(coupon_acts.release_coupons, cast.wang, batch)) == ["same_person"]
    assert codes(lambda: claim(worker(cast, 1), batch)) == ["campaigns.coupons_not_running"]


def test_a_merchant_scanning_twice_is_refused_and_told_when_it_was_redeemed(cast):
    batch = released(cast)
    till, coupon = clerk(cast, batch.merchant), claim(worker(cast, 1), batch)
    done = scan(till, coupon)
    assert done.said == {"told": "米面油券：20.00 元"} and again(coupon).state == "used"
    assert (done.subject.merchant_id, done.subject.account_id, done.subject.value) == (batch.merchant_id, till.account_id, 20)
    at = f"{done.subject.at.astimezone():%Y-%m-%d %H:%M:%S}"
    with clock.at(now() + timedelta(minutes=5)):
        said = told(lambda: scan(till, coupon))
    assert at in said and "请顾客出示另一张券" in said and Redemption.objects.for_act("test").count() == 1
    row = {
        "node": batch.node,
        "coupon": coupon,
        "batch": batch,
        "merchant": batch.merchant,
        "account": till.account,
        "value": 1,
        "at": now(),
        "on": today(),
    }
    behind = partial(by_house, "tests.twice", lambda ctx: Redemption.objects.for_act("test").bulk_create([Redemption(**row)]))
    assert codes(behind) == ["clash"]  # the table itself holds it, whatever an act would say


@pytest.mark.django_db(transaction=True)
def test_a_merchant_scanning_twice_at_the_same_moment_redeems_once(cast):
    batch = released(cast)
    tills, coupon = [clerk(cast, batch.merchant, n) for n in (900, 901)], claim(worker(cast, 1), batch)
    shown = {"merchant": batch.merchant, "code": coupon_reads.code_of(coupon.pk)}
    answers = at_once(*(lambda v=v: do(coupon_acts.redeem, v, **shown) for v in tills * 3))
    assert sum(isinstance(a, Done) for a in answers) == 1, answers
    assert all(a.code == "campaigns.coupon_used" for a in answers if not isinstance(a, Done)), answers
    assert Redemption.objects.for_act("test").count() == 1 and again(coupon).state == "used"


@pytest.mark.django_db(transaction=True)
def test_the_last_coupon_asked_for_by_many_at_the_same_moment_goes_to_one(cast):
    batch, viewers = released(cast, count=1), [worker(cast, n) for n in range(4)]
    answers = at_once(*(lambda v=v: claim(v, batch) for v in viewers))
    lost = [a for a in answers if isinstance(a, Refused)]
    assert len(lost) == 3 and {a.code for a in lost} == {"campaigns.sold_out"} and again(batch).taken == 1
    roomy, one = released(cast, merchant=shop(cast, "西湖超市"), count=9), viewers[0]
    answers = at_once(*(lambda: claim(one, roomy) for _n in range(3)))
    assert sum(not isinstance(a, Exception) for a in answers) == 1 == again(roomy).taken, answers


def test_another_merchants_an_expired_a_returned_and_a_revoked_coupon_are_refused_with_what_to_do(cast):
    batch, other = released(cast, count=9), shop(cast, "西湖超市")
    till, stranger, people = clerk(cast, batch.merchant), clerk(cast, other, 901), [worker(cast, n) for n in range(3)]
    coupon, back, void = (claim(one, batch) for one in people)
    assert "只能在“东湖超市”使用" in told(lambda: scan(stranger, coupon, other))
    assert codes(lambda: scan(stranger, coupon)) == ["campaigns.not_clerk"] == codes(lambda: scan(people[0], coupon))
    do(coupon_acts.return_coupon, people[1], back)
    assert "重新领取" in told(lambda: scan(till, back))
    do(coupon_acts.revoke_coupon, cast.wang, void, why="转卖")
    assert "作废" in told(lambda: scan(till, void))
    with clock.at(now() + 2 * DAY):
        assert again(coupon).valid_until == today()
    with clock.at(now() + 3 * DAY):
        assert "过期" in told(lambda: scan(till, coupon)) and codes(lambda: do(coupon_acts.return_coupon, people[0], coupon)) == [
            "campaigns.coupon_expired"
        ]
    dismissed = coupon_reads.shops(till.account_id).get()
    do(settle_acts.dismiss_clerk, cast.wang, dismissed)
    assert codes(lambda: scan(till, coupon)) == ["campaigns.not_clerk"]


def test_a_code_is_no_coupon_when_a_letter_is_changed_or_it_is_another_number(cast):
    batch = released(cast)
    till, coupon = clerk(cast, batch.merchant), claim(worker(cast, 1), batch)
    code = coupon_reads.code_of(coupon.pk)
    seal = code.partition("-")[2]
    for wrong in (
        "",
        "1",
        str(coupon.pk),
        f"{coupon.pk + 1}-{seal}",
        code[:-1],
        code[:-1] + ("A" if code[-1] != "A" else "B"),
        "９-" + seal,
        "中" * 200,
        f"-{seal}",
    ):
        assert codes(lambda wrong=wrong: scan(till, wrong, batch.merchant)) == ["campaigns.no_coupon"], wrong
    assert not any(seal in text for text in Event.objects.for_act("test").values_list("changes", flat=True))
    assert scan(till, f"https://example.org/portal/coupons/scan/?code={code.lower()}", batch.merchant).subject.coupon_id == coupon.pk


def test_coupons_lapse_by_the_clock_and_are_counted(cast):
    batch = released(cast, count=9, until=today() + 4 * DAY)
    till, people = clerk(cast, batch.merchant), [worker(cast, n) for n in range(4)]
    one, two, three, four = (claim(p, batch) for p in people)
    scan(till, one)
    do(coupon_acts.return_coupon, people[3], four)
    with clock.at(now() + 3 * DAY):
        assert strike_often() == 1 and strike_often() == 0
        assert [again(c).state for c in (one, two, three, four)] == ["used", "lapsed", "lapsed", "returned"]
        assert again(batch).state == "open" and claim(people[3], batch).valid_until == batch.until
    with clock.at(now() + 5 * DAY):
        assert strike_often() == 1 and again(batch).state == "over"
        figures = {key: value(cast, f"campaigns.coupons.{key}") for key in ("claimed", "redeemed", "lapsed", "amount")}
    assert figures == {"claimed": 4, "redeemed": 1, "lapsed": 3, "amount": 20}


def source(cast):
    return do(declare_source, cast.zhou, node=cast.nodes["province"], code="PH", name="普惠资金", since=today()).subject


def test_a_redemption_is_settled_once_and_a_settlement_paid_once(cast):
    batch = released(cast, count=9)
    till, coupons = clerk(cast, batch.merchant), [claim(worker(cast, n), batch) for n in range(3)]
    span = {"node": cast.nodes["district"], "merchant": batch.merchant, "since": today() - DAY, "until": today()}
    assert codes(lambda: do(settle_acts.settle, cast.wang, **span)) == ["campaigns.nothing_to_settle"]
    for coupon in coupons[:2]:
        scan(till, coupon)
    assert codes(lambda: do(settle_acts.settle, cast.wang, **span | {"until": today() + DAY})) == ["campaigns.settle_days"]
    assert "系统核销 2 笔、40.00 元" in told(lambda: do(settle_acts.settle, cast.wang, **span, stated=3))
    first = do(settle_acts.settle, cast.wang, **span, stated=2).subject
    assert (first.count, first.amount, first.shop) == (2, 40, "东湖超市")
    assert codes(lambda: do(settle_acts.settle, cast.wang, **span)) == ["campaigns.nothing_to_settle"]
    scan(till, coupons[2])
    assert do(settle_acts.settle, cast.wang, **span).subject.count == 1
    money = {"node": cast.nodes["district"], "source": source(cast), "award_year": today().year}
    wrong, right, more = (
        do(open_batch, cast.wang, kind=kind, title=f"批次{n}", **money).subject
        for n, kind in enumerate(("other", coupon_words.SETTLED, coupon_words.SETTLED))
    )
    account = {"account_no": "6222040000000001"}
    assert codes(lambda: do(settle_acts.list_settlement, cast.wang, first, batch=wrong, **account)) == ["campaigns.wrong_batch"]
    assert codes(lambda: do(settle_acts.list_settlement, cast.wang, first, batch=right, account_no="12")) == ["money.bad_account"]
    do(settle_acts.list_settlement, cast.wang, first, batch=right, **account)
    assert codes(lambda: do(settle_acts.list_settlement, cast.wang, first, batch=more, **account)) == ["money.taken"]
    paid = Payment.objects.for_act("test").get()
    assert (paid.payee, paid.amount, paid.cause_id) == ("东湖超市", 40, first.pk)


@pytest.mark.django_db(transaction=True)
def test_two_who_settle_a_merchant_at_the_same_moment_settle_it_once(cast):
    batch = released(cast)
    till = clerk(cast, batch.merchant)
    scan(till, claim(worker(cast, 1), batch))
    span = {"node": cast.nodes["district"], "merchant": batch.merchant, "since": today(), "until": today()}
    answers = at_once(*(lambda: do(settle_acts.settle, cast.wang, **span) for _n in range(3)))
    assert sum(isinstance(a, Done) for a in answers) == 1, answers
    assert {a.code for a in answers if isinstance(a, Refused)} == {"campaigns.nothing_to_settle"}
    assert Settlement.objects.for_act("test").get().count == 1


def test_a_clerk_is_named_by_the_phone_they_sign_in_with(cast):
    market = shop(cast)
    assert codes(lambda: do(settle_acts.appoint_clerk, cast.wang, merchant=market, phone="13900008888", till="1")) == ["campaigns.no_account"]
    till = clerk(cast, market)
    assert coupon_reads.shops(till.account_id).get().merchant == market
    assert codes(lambda: do(settle_acts.appoint_clerk, cast.wang, merchant=market, phone="13900000900", till="2")) == ["campaigns.clerk_twice"]
