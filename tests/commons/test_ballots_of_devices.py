"""Ballots of one device: so many a day, whichever accounts and doors; what is beyond is set aside before the count, and a reason told."""

from datetime import timedelta

import pytest

from gonghui.commons.ballots import acts, gate, reads
from gonghui.commons.ballots.models import Ballot, Option, Turnout
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import now, today
from gonghui.kernel.config import Setting
from gonghui.kernel.ledger.do import Done, do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.turnstile.gate import Ask
from tests.at_once import at_once
from tests.commons.test_enrolment import codes
from tests.journeys.phones import Phone

from .test_ballots_at_the_gate import polled, vote, voters

ONE, TWO = "a" * 32, "b" * 32


@pytest.fixture
def three(cast):
    """Three ballots a device and day."""
    row = {"key": "poll.per_device_day", "node": cast.nodes["province"], "value": 3, "since": today()}
    by_house("tests.setting", lambda ctx: ctx.create(Setting, **row))


def cast_by(account, poll, device=ONE, option="甲"):
    viewer = Viewer(account)
    viewer.device = device
    return do(acts.cast, viewer, poll=poll, options=[Option.objects.for_act("test").get(poll=poll, title=option)])


def ballots(poll, **which):
    return Ballot.objects.for_act("test").filter(poll=poll, **which)


def test_ballot_stuffing_from_one_device_with_many_accounts_stops_at_its_limit_of_a_day(cast, three):
    poll, people = polled(cast), voters(8)
    for account in people[:3]:
        cast_by(account, poll)
    assert codes(lambda: cast_by(people[3], poll)) == ["ballots.device_full"]
    asks = [
        Ask(gate.ticket_of(poll, one, now(), device), {"options": [1], "turn": 0}, now())
        for one, device in zip(people[3:6], (ONE, TWO, TWO), strict=True)
    ]
    assert [a.code for a in vote(poll, asks)] == ["ballots.device_full", "done", "done"]
    with clock.at(now() + timedelta(days=1)):
        assert cast_by(people[3], poll).subject
    assert cast_by(people[6], poll, device="").subject and ballots(poll, device=None).count() == 1
    assert ballots(poll).count() == 7 == Turnout.objects.for_act("test").filter(poll=poll).count()
    assert ballots(poll, device=reads.device_of(poll.pk, ONE)).count() == 4 and reads.device_of(poll.pk, ONE) != reads.device_of(poll.pk + 1, ONE)


@pytest.mark.django_db(transaction=True)
def test_ballot_stuffing_from_one_device_at_the_same_moment_counts_no_more_than_the_limit(cast, three):
    poll, people = polled(cast), voters(10)
    option = Option.objects.for_act("test").get(poll=poll, title="甲")
    viewers = [Viewer(one) for one in people]
    for viewer in viewers:
        viewer.device = ONE
    answers = at_once(*(lambda v=v: do(acts.cast, v, poll=poll, options=[option]) for v in viewers))
    in_box = ballots(poll).count()
    assert sum(isinstance(a, Done) for a in answers) == in_box >= 3 and {a.code for a in answers if not isinstance(a, Done)} <= {
        "ballots.device_full"
    }
    do(acts.close, cast.wang, poll)
    counted = do(acts.count, cast.wang, poll).subject
    assert (counted.accepted, counted.aside) == (3, in_box - 3) and ballots(poll, set_aside="device").count() == in_box - 3
    assert do(acts.recount, cast.li, poll).subject.recounted_on == today()


def test_all_ballots_of_a_device_are_set_aside_with_a_reason_and_told_by_the_receipt(cast):
    poll, people = polled(cast), voters(5)
    receipts = [cast_by(one, poll).said["receipt"] for one in people[:3]]
    other = cast_by(people[3], poll, TWO).said["receipt"]
    (told,) = reads.busiest(poll)
    digest = bytes(told[0]).hex()[:12]
    assert told[1:] == (today(), 3, 0)
    assert codes(lambda: do(acts.set_aside_device, cast.wang, poll, device="0" * 12, why="刷票")) == ["ballots.no_device"]
    do(acts.set_aside_device, cast.wang, poll, device=digest, why="一台手机轮流登录三个账号")
    assert codes(lambda: do(acts.set_aside_device, cast.wang, poll, device=digest, why="再来")) == ["ballots.no_device"]
    assert {reads.ballot_by(r).set_aside for r in receipts} == {"device"} and reads.ballot_by(other).set_aside == ""
    assert "同一设备过多" in Phone(people[4]).go(f"votes/receipt/?code={receipts[0]}").text
    do(acts.restore, cast.li, reads.ballot_by(receipts[0]), why="本人来访说明")
    do(acts.close, cast.wang, poll)
    counted = do(acts.count, cast.wang, poll).subject
    assert (counted.accepted, counted.aside) == (2, 2)


def test_a_burst_is_told_by_the_minute_and_leads_to_no_ballot(cast):
    poll, people = polled(cast), voters(6)
    begun = now().replace(second=5, microsecond=0) + timedelta(minutes=10)
    for n, account in enumerate(people[:4]):
        with clock.at(begun + timedelta(seconds=n) if n < 3 else begun + timedelta(minutes=7)):
            cast_by(account, poll, device="")
    with clock.at(begun + timedelta(minutes=7, seconds=9)):
        assert [a.code for a in vote(poll, [Ask(gate.ticket_of(poll, one, now()), {"options": [2], "turn": 0}, now()) for one in people[4:]])] == [
            "done"
        ] * 2
    cast_by(voters_of_another(cast), polled(cast), device="")
    minute = begun.replace(second=0)
    assert list(reads.bursts(poll)) == [(minute, 3), (minute + timedelta(minutes=7), 3)]


def voters_of_another(cast):
    """Somebody who votes elsewhere."""
    return cast.accounts["chen"]


def test_a_browser_of_the_portal_keeps_its_number_and_its_ballot_tells_nobody_whose_it_is(cast):
    poll, people = polled(cast), voters(2)
    first = Phone(people[0]).go(f"votes/{poll.pk}/")
    device = first.client.cookies["device"]
    assert len(device.value) == 32 and device["httponly"] and device["samesite"] == "Lax"
    option = Option.objects.for_act("test").get(poll=poll, title="甲")
    first.send(options=str(option.pk)).says("请保存回执")
    assert first.client.cookies["device"].value == device.value
    second = Phone(people[1])
    second.client.cookies["device"] = device.value
    second.go(f"votes/{poll.pk}/").send(options=str(option.pk)).says("请保存回执")
    assert ballots(poll, device=reads.device_of(poll.pk, device.value)).count() == 2
    assert "device" not in {field.name for field in Turnout._meta.fields}
    forged = Phone(people[0])
    forged.client.cookies["device"] = "x" * 4000
    assert len(forged.go("votes/").client.cookies["device"].value) == 32
