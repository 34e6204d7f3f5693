"""Offers: seats, quotas, waiting list, reasons, cancelling and strikes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from gonghui.commons.enrolment import acts, offer_acts, reads, rules, strikes, words
from gonghui.commons.enrolment.models import Enrolment, Offer
from gonghui.commons.enrolment.settle import due
from gonghui.commons.parties.acts import new_person
from gonghui.commons.parties.models import Person
from gonghui.house.worker import strike_often
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import now
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.marks import Mark
from gonghui.kernel.notices.models import Message
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.membership import acts as membership
from gonghui.rehearsal.people import people
from tests.at_once import at_once
from tests.journeys.phones import Phone

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def worker(cast, n, union="union", member=True) -> Viewer:
    """Somebody with an account, verified; a member of a union."""
    row = people(8_500_000 + n, 1).row(0, named=True)

    def make(ctx):
        account = Account(login=f"w{n}", name=row["name"])
        account.save()
        person = new_person(ctx, name=row["name"], id_no=row["id_no"], phone=row["phone"], account=account)
        person.verified_on = ctx.day
        person.save()
        return account

    account = by_house("tests.worker", make)
    if member:
        made = do(membership.register, cast.zhou, union=cast.unions[union], name=row["name"], id_no=row["id_no"]).subject
        do(membership.approve, cast.li if union != "far" else cast.zhao, made)
    return Viewer(account)


def offered(cast, *, seats=2, node="district", start=20 * DAY, publish=True, **more) -> Offer:
    at = now()
    times = {"opens_at": at - HOUR, "closes_at": at + 5 * DAY, "starts_at": at + start, "ends_at": at + max(start, 5 * DAY) + HOUR}
    made = do(offer_acts.draft, cast.wang, node=cast.nodes[node], title="瑜伽班", seats=seats, **(times | more)).subject
    return do(offer_acts.publish, cast.wang, made).subject if publish else made


def enrol(viewer, offer, **more) -> Enrolment:
    return do(acts.enrol, viewer, offer=offer, **more).subject


def again(row):
    return type(row).objects.for_act("test").get(pk=row.pk)


def codes(call) -> list[str]:
    with pytest.raises(Refused) as no:
        call()
    return [r.code for r in no.value.refusals]


def test_seats_go_in_order_and_a_free_one_to_who_waits_longest(cast):
    offer = offered(cast, seats=2)
    rows = [enrol(worker(cast, n), offer) for n in range(5)]
    assert [r.state for r in rows] == ["confirmed", "confirmed", "waitlisted", "waitlisted", "waitlisted"]
    assert again(offer).full_at is not None and reads.ahead_of(rows[4]) == 2
    do(acts.cancel, Viewer(rows[0].person.account), rows[0])
    assert [again(r).state for r in rows] == ["cancelled", "confirmed", "offered", "waitlisted", "waitlisted"]
    assert again(offer).taken == 2 and "有名额了" in Message.objects.for_act("test").filter(account=rows[2].person.account).last().text
    do(acts.accept, Viewer(rows[2].person.account), again(rows[2]))
    assert again(rows[2]).state == "confirmed"


def test_an_offered_seat_that_nobody_takes_passes_on_by_itself(cast):
    offer = offered(cast, seats=1)
    rows = [enrol(worker(cast, n), offer) for n in range(3)]
    do(acts.cancel, Viewer(rows[0].person.account), rows[0])
    assert not due(now()) and strike_often() == 0
    with clock.at(now() + 25 * HOUR):
        assert codes(lambda: do(acts.accept, Viewer(rows[1].person.account), again(rows[1]))) == ["enrolment.too_late"]
        assert strike_often() == 1
        assert [again(r).state for r in rows] == ["cancelled", "expired", "offered"] and again(offer).taken == 1
    with clock.at(now() + 6 * DAY):
        strike_often()
        assert again(offer).state == "closed" and again(offer).taken == 0


def test_a_held_seat_is_confirmed_within_minutes_or_lost(cast):
    offer = offered(cast, seats=1, holds=True)
    first, second = (worker(cast, n) for n in range(2))
    held = enrol(first, offer)
    assert held.state == "held"
    with clock.at(now() + timedelta(minutes=6)):
        late = enrol(second, offer)
    assert (again(held).state, late.state) == ("expired", "held")
    do(acts.confirm, second, late)
    assert again(late).state == "confirmed"


def test_a_quota_serves_its_own_until_it_is_released(cast):
    offer = offered(cast, seats=3, publish=False)
    do(offer_acts.give_quota, cast.wang, offer, node=cast.nodes["union"], seats=2, release_at=now() + DAY)
    assert codes(lambda: do(offer_acts.give_quota, cast.wang, offer, node=cast.nodes["beside"], seats=2, release_at=now() + DAY)) == [
        "enrolment.no_seats_left"
    ]
    do(offer_acts.publish, cast.wang, offer)
    others = [enrol(worker(cast, n, "beside"), offer) for n in range(3)]
    own = enrol(worker(cast, 9), offer)
    assert [r.state for r in others] == ["confirmed", "waitlisted", "waitlisted"] and (own.state, own.on_quota) == ("confirmed", True)
    with clock.at(now() + DAY + HOUR):
        strike_often()
        assert [again(r).state for r in others] == ["confirmed", "offered", "waitlisted"]
        assert again(offer).taken == 3


def test_every_reason_against_is_told_at_once(cast):
    offer = offered(cast, seats=5, for_node=cast.nodes["other_district"], least_age=90, why_limits="长者专场", needs_health=True, publish=False)
    stranger = worker(cast, 1)
    assert codes(lambda: enrol(stranger, offer)) == ["enrolment.out_of_scope", "enrolment.too_young", "enrolment.health", "enrolment.over"]
    by_house("tests.unverified", lambda ctx: Person.objects.for_act("test").filter(account=stranger.account).update(verified_on=None))
    assert codes(lambda: enrol(stranger, offer, healthy=True)) == [
        "enrolment.unverified", "enrolment.out_of_scope", "enrolment.too_young", "enrolment.over"
    ]  # fmt: skip
    assert codes(lambda: enrol(cast.chen, offer)) == ["enrolment.not_known"]
    assert codes(lambda: enrol(worker(cast, 2, member=False), offered(cast))) == ["enrolment.not_member"]


def test_one_person_once_and_few_of_a_round_and_none_at_the_same_time(cast):
    viewer = worker(cast, 1)
    seven = (timezone.localtime(now()) + 20 * DAY).replace(hour=19, minute=0)
    evening = {"starts_at": seven, "ends_at": seven + timedelta(minutes=30)}
    one = offered(cast, **evening)
    enrol(viewer, one)
    assert codes(lambda: enrol(viewer, one)) == ["enrolment.already"]
    assert codes(lambda: enrol(viewer, offered(cast, **evening))) == ["enrolment.clashes"]


def test_a_child_is_entered_by_a_member_who_consents(cast):
    offer = offered(cast, for_children=True, least_age=6, most_age=12, why_limits="少儿班")
    parent = worker(cast, 1)
    number = "110105" + f"{date.today().year - 9}0105" + "002"
    from stdnum.cn import ric

    number += ric.calc_check_digit(number + "0")
    assert codes(lambda: enrol(parent, offer)) == ["enrolment.too_old", "enrolment.no_guardian"]
    child = {"child_name": "陈小宝", "child_id_no": number}
    assert codes(lambda: enrol(parent, offer, **child)) == ["enrolment.no_guardian"]
    row = enrol(parent, offer, consent=True, **child)
    assert (row.name, row.guardian.account, row.person.account) == ("陈小宝", parent.account, None)
    assert Enrolment.objects.within(parent).own(parent).get().pk == row.pk
    do(acts.cancel, parent, row)


def test_a_late_cancellation_is_a_strike_and_three_keep_one_out(cast):
    viewer = worker(cast, 1)
    offer = offered(cast, start=30 * HOUR)
    row = enrol(viewer, offer)
    assert codes(lambda: do(acts.cancel, viewer, row)) == ["wrong_state"]
    do(acts.cancel_late, viewer, row)
    assert again(row).struck_on and again(offer).taken == 0
    for _n in range(2):
        seat = enrol(viewer, offered(cast, start=HOUR))
        with clock.at(now() + 2 * HOUR):
            do(acts.miss, cast.wang, seat)
    assert codes(lambda: enrol(viewer, offered(cast))) == ["enrolment.blocked"]
    assert codes(lambda: do(strikes.pardon, cast.wang, seat, why="生病")) == ["same_person"]
    do(strikes.pardon, cast.li, seat, why="生病")
    assert enrol(viewer, offered(cast)).state == "confirmed"


def struck(cast, viewer) -> Enrolment:
    seat = enrol(viewer, offered(cast, start=HOUR))
    with clock.at(now() + 2 * HOUR):
        do(acts.miss, cast.wang, seat)
    return again(seat)


def test_a_strike_is_appealed_against_once_in_time_and_answered_by_another(cast):
    viewer = worker(cast, 1)
    seat, other = struck(cast, viewer), struck(cast, viewer)
    assert Phone(viewer.account).go("enrolments/").says("申诉爽约")
    do(strikes.appeal, viewer, seat, says="当天住院")
    assert codes(lambda: do(strikes.appeal, viewer, again(seat), says="再申诉")) == ["wrong_state"]
    assert codes(lambda: do(strikes.uphold, cast.wang, again(seat), why="没有证明")) == ["same_person"]
    with clock.at(now() + 4 * DAY):
        strike("enrolment.appeals_wait")
        assert list(Mark.objects.for_act("test").filter(what="enrolment.appeals_wait").values_list("subject", flat=True)) == [seat.pk]
    do(strikes.uphold, cast.li, again(seat), why="没有证明。")
    told = Message.objects.for_act("test").filter(account=viewer.account).order_by("-pk").first().text
    assert "申诉未成立：没有证明。" in told and str(strikes.counts_until(again(seat))) in told
    with clock.at(now() + 9 * DAY):
        assert codes(lambda: do(strikes.appeal, viewer, other, says="忘了")) == ["enrolment.appeal_over"]
    do(strikes.pardon, cast.li, other, why="系统故障")
    assert again(other).pardoned_on and codes(lambda: do(strikes.appeal, viewer, again(other), says="忘了")) == ["wrong_state"]


def test_calling_off_tells_everybody_and_strikes_nobody(cast):
    offer = offered(cast, seats=1, start=30 * HOUR)
    rows = [enrol(worker(cast, n), offer) for n in range(2)]
    do(offer_acts.call_off, cast.wang, offer, why="教师生病")
    assert {again(r).state for r in rows} == {"called_off"} and not any(again(r).struck_on for r in rows)
    assert again(offer).taken == 0 and Message.objects.for_act("test").filter(text__contains="不记爽约").count() == 2


@pytest.mark.parametrize(
    ("days", "today", "until"),
    [
        ([], date(2024, 7, 1), None),
        ([date(2024, 1, 1), date(2024, 2, 1)], date(2024, 7, 1), None),
        ([date(2024, 1, 1), date(2024, 2, 1), date(2024, 6, 30)], date(2024, 7, 1), date(2024, 12, 30)),
        ([date(2023, 6, 30), date(2024, 2, 1), date(2024, 6, 30)], date(2024, 7, 1), None),
        ([date(2023, 1, 1), date(2023, 2, 1), date(2023, 3, 1)], date(2023, 9, 1), None),
        ([date(2023, 8, 1), date(2023, 8, 2), date(2023, 8, 31)], date(2024, 2, 28), date(2024, 2, 29)),
    ],
)
def test_three_strikes_in_twelve_months_block_for_six(days, today, until):
    assert rules.blocked_until(days, today, 3, 6) == until


@pytest.mark.django_db(transaction=True)
def test_many_at_once_never_get_more_than_there_is(cast):
    offer = offered(cast, seats=3)
    viewers = [worker(cast, n) for n in range(8)]
    rows = at_once(*(lambda v=v: enrol(v, offer) for v in viewers))
    assert sorted(r.state for r in rows) == ["confirmed"] * 3 + ["waitlisted"] * 5
    assert sorted(again(r).number for r in rows) == list(range(1, 9))
    seated = [r for r in rows if r.state == "confirmed"]
    owners = [(Viewer(again(r).person.account), r.pk) for r in seated]
    answers = at_once(*(lambda v=v, pk=pk: do(acts.cancel, v, pk) for v, pk in owners))
    assert not [a for a in answers if isinstance(a, BaseException)]
    assert Enrolment.objects.for_act("test").filter(offer=offer, state="offered").count() == 3
    assert again(offer).taken == Enrolment.objects.for_act("test").filter(offer=offer, state__in=words.SEATED).count() == 3
