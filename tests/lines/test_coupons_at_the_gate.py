"""Coupons through the gate: the limits of any other claim, one tap once, no ticket but one's own, never one more than there are."""

from datetime import timedelta
from functools import partial

import pytest

from gonghui.faces.gate.door import Door
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.turnstile.gate import Ask, settled
from gonghui.kernel.turnstile.queue import Turnstile
from gonghui.kernel.turnstile.ticket import signed
from gonghui.lines.education.campaigns import coupon_acts, gate
from gonghui.lines.education.campaigns.models import Coupon, Participation
from tests.at_once import at_once
from tests.commons.test_enrolment import again, codes, worker
from tests.faces.test_door import post

from .test_coupons import DAY, claim, festival, released, shop


def ask(batch, viewer, turn=0) -> Ask:
    return Ask(gate.ticket_of(batch, viewer.account, now()), {"turn": turn}, now())


def rush(batch, asks) -> list:
    return settled(gate.GATE, batch.pk, asks)


def told(batch, *asks) -> list[tuple]:
    return [(one.code, one.again) for one in rush(batch, asks)]


def rows(noun):
    return noun.objects.for_act("test")


def test_a_group_is_settled_by_the_limits_of_any_other_claim_and_noted(cast):
    batch, one, two, three = released(cast, count=3, each=2, each_day=1), *(worker(cast, n) for n in range(3))
    claim(two, batch)
    done, full = ("done", False), ("full", False)
    assert told(batch, ask(batch, one), ask(batch, one), ask(batch, one, 1), ask(batch, two), ask(batch, three), ask(batch, worker(cast, 4))) == [
        done, ("done", True), ("campaigns.coupon_had_today", False), ("done", True), done, full
    ]  # fmt: skip
    assert again(batch).taken == 3 == rows(Participation).filter(campaign=batch.campaign).count()
    mine = rows(Coupon).get(account=one.account_id)
    assert (mine.nth, mine.state, mine.valid_until, mine.participation.turn % 1000) == (0, "claimed", clock.today() + 2 * DAY, 0)
    assert rows(Event).filter(noun="education_campaigns.coupon", link__act="coupon.group").count() == 2 and verify() is None
    do(coupon_acts.return_coupon, one, mine)
    assert told(batch, ask(batch, one)) == [("done", True)]  # the tap before it was given back, come late
    with clock.at(now() + DAY):
        assert told(batch, ask(batch, two, 1), ask(batch, two, 2)) == [done, ("campaigns.coupon_had", False)]
        assert codes(lambda: claim(one, batch)) == ["campaigns.sold_out"] and gate.known(batch.pk) is None


def test_a_campaigns_limits_its_days_and_a_stop_hold_at_the_gate(cast):
    fest, market, viewer = festival(cast, each_total=2), shop(cast), worker(cast, 1)
    one, two, three = (released(cast, campaign=fest, merchant=market, title=title) for title in ("米券", "油券", "面券"))
    assert [told(b, ask(b, viewer))[0][0] for b in (one, two, three)] == ["done", "done", "campaigns.no_more"]
    with clock.at(fest.closes_on + DAY):
        assert told(one, ask(one, worker(cast, 2))) == [("campaigns.over", False)]
    do(coupon_acts.stop_coupons, cast.wang, two, why="商户停业")
    assert told(two, ask(two, worker(cast, 3))) == [("campaigns.coupons_not_running", False)] and gate.plan(two.pk) is None
    plan = gate.plan(one.pk)
    assert plan.opens_at.astimezone().date() <= clock.today() and plan.closes_at - now() > timedelta(0)


def test_who_comes_too_late_is_answered_from_memory(cast):
    batch, one, two = released(cast, count=1), worker(cast, 1), worker(cast, 2)
    assert gate.known(batch.pk) is None
    rush(batch, [ask(batch, one)])
    assert {holder: (answer.code, answer.again) for holder, answer in gate.known(batch.pk).items()} == {one.account_id: ("done", True)}
    (late,) = rush(batch, [ask(batch, two)])
    assert late.code == "full" and "已领完" in late.says
    for turn in (None, "0", -1, True, [0], 2**70):
        assert told(batch, ask(batch, two, turn)) == [("full", False)]


@pytest.mark.django_db(transaction=True)
def test_the_last_coupon_goes_to_one_whichever_way_they_come(cast):
    batch, viewers = released(cast, count=1), [worker(cast, n) for n in range(4)]
    answers = at_once(*(partial(told, batch, ask(batch, v)) for v in viewers[:3]), partial(claim, viewers[3], batch))
    got = [a for a in answers if a == [("done", False)] or isinstance(a, Coupon)]
    assert len(got) == 1 == again(batch).taken == rows(Coupon).filter(batch=batch).count(), answers
    roomy = [released(cast, merchant=shop(cast, name), campaign=batch.campaign, count=9, title=name) for name in ("西湖超市", "南湖超市")]
    twice = at_once(*(partial(told, roomy[n % 2], *(ask(roomy[n % 2], v) for v in (viewers if n < 2 else viewers[::-1]))) for n in range(4)))
    assert sum(a.count(("done", False)) for a in twice) == 8 == sum(again(b).taken for b in roomy), twice


@pytest.mark.django_db(transaction=True)
def test_a_ticket_forged_expired_or_anothers_claims_nothing(cast):
    batch, other = released(cast), released(cast, merchant=shop(cast, "西湖超市"))
    one, two = worker(cast, 1), worker(cast, 2)
    with trusted():
        mine, yours = (signed(gate.ticket_of(batch, v.account, now()), f"s{n}") for n, v in enumerate((one, two)))
        old = signed(gate.ticket_of(batch, one.account, now() - 3 * timedelta(hours=1)), "s0")
    forged = f"{yours.partition('.')[0]}.{mine.partition('.')[2]}"
    door, path = Door(Turnstile(1)), f"/gate/coupon/{batch.pk}"
    try:
        for sent, session, at, status, code in (
            (mine, "s1", path, 403, "turnstile.not_yours"),
            (forged, "s0", path, 403, "turnstile.not_yours"),
            (old, "s0", path, 409, "turnstile.expired"),
            (mine, "s0", f"/gate/coupon/{other.pk}", 403, "turnstile.not_yours"),
            (mine, "s0", f"/gate/poll/{batch.pk}", 403, "turnstile.not_yours"),
        ):
            answer = post(door, at, {"ticket": sent, "turn": 0}, session)
            assert (answer[0], answer[1]["code"]) == (status, code)
        assert not rows(Coupon).exists()
        assert [post(door, path, {"ticket": mine, "turn": 0}, "s0")[1]["again"] for _n in range(2)] == [False, True]
        assert rows(Coupon).get().account_id == one.account_id
    finally:
        door.turnstile.close()
