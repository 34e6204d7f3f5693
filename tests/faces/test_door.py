"""The door of the turnstile over ASGI: who is let in by which ticket, and what everybody else is told."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from gonghui.commons.enrolment import offer_acts
from gonghui.commons.enrolment.models import Enrolment
from gonghui.faces.gate.door import Door
from gonghui.house.asgi import application
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now
from gonghui.kernel.config import Setting
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.turnstile import puzzle, queue
from gonghui.kernel.turnstile import ticket as tickets
from gonghui.kernel.turnstile.limits import ASKS
from gonghui.kernel.turnstile.queue import Turnstile
from tests.commons.test_enrolment import DAY, HOUR, codes, offered, worker
from tests.commons.test_gate import arrive
from tests.hostile import TEXTS
from tests.kernel.test_turnstile import worked

_loop = ThreadPoolExecutor(1)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def door():
    made = Door(Turnstile(1))
    yield made
    made.turnstile.close()


def post(door, path, body, session="", method="POST", **more) -> tuple[int, dict]:
    """What the door answers one request; in a thread of its own, as a browser driver keeps a loop in this one."""
    return _loop.submit(lambda: asyncio.run(_post(door, path, body, session, method, **more))).result()


async def _post(door, path, body, session, method, headers=()):
    sent, data = [], body if isinstance(body, bytes) else json.dumps(body).encode()
    cookie = [(b"cookie", f"sessionid={session}".encode())] if session else []

    async def receive():
        return {"type": "http.request", "body": data, "more_body": False}

    async def send(message):
        sent.append(message)

    await door({"type": "http", "method": method, "path": path, "headers": [*cookie, *headers]}, receive, send)
    return sent[0]["status"], json.loads(sent[1]["body"])


def ticket_for(arrival, session="mine", at=None) -> str:
    from gonghui.commons.enrolment.gate import ticket_of

    with trusted():
        return tickets.signed(ticket_of(arrival, at or now()), session)


def test_a_ticket_gets_a_seat_once_however_often_it_is_sent(cast, door):
    offer = offered(cast, seats=1)
    arrival = arrive(worker(cast, 1), offer)
    path, text = f"/gate/offer/{offer.pk}", ticket_for(arrival)
    assert post(door, path, {"ticket": text}, "mine") == (200, {"code": "done", "place": 1, "says": "已确认", "again": False})
    assert post(door, path, {"ticket": text}, "mine")[1] == {"code": "done", "place": 1, "says": "已确认", "again": True}
    other_phone = post(door, path, {"ticket": ticket_for(arrival, "my-other-phone")}, "my-other-phone")
    assert (other_phone[1]["code"], other_phone[1]["again"]) == ("done", True)
    with trusted():
        assert Enrolment.objects.for_act("test").filter(offer=offer).count() == 1


def test_tickets_that_are_not_one_s_own_are_none(cast, door):
    offer, other = offered(cast), offered(cast)
    mine, yours = arrive(worker(cast, 1), offer), arrive(worker(cast, 2), offer)
    path, text = f"/gate/offer/{offer.pk}", ticket_for(mine)
    body, _dot, seal = text.partition(".")
    old = ticket_for(mine, at=now() - 3 * HOUR)
    for sent, session, status, code in (
        (text, "yours", 403, "turnstile.not_yours"),  # lent, or stolen
        (text, "", 403, "turnstile.not_yours"),
        (f"{ticket_for(yours).partition('.')[0]}.{seal}", "mine", 403, "turnstile.not_yours"),  # forged
        (f"{body}.{seal[:-2]}xx", "mine", 403, "turnstile.not_yours"),
        (old, "mine", 409, "turnstile.expired"),
    ):
        answer = post(door, path, {"ticket": sent}, session)
        assert (answer[0], answer[1]["code"]) == (status, code), sent
    replayed = post(door, f"/gate/offer/{other.pk}", {"ticket": text}, "mine")
    assert replayed[1]["code"] == "turnstile.not_yours"
    with trusted():
        assert not Enrolment.objects.for_act("test").exists()


def test_the_clock_of_the_phone_does_not_matter(cast, door):
    at = now()
    offer = offered(cast, opens_at=at + HOUR, closes_at=at + DAY)
    text = ticket_for(arrive(worker(cast, 1), offer))
    early = {"ticket": text, "now": (at + 2 * HOUR).isoformat(), "at": 0}
    status, told = post(door, f"/gate/offer/{offer.pk}", early, "mine", headers=[(b"date", b"Tue, 01 Jan 2030 00:00:00 GMT")])
    assert (status, told["code"]) == (200, "early") and 3500 < told["wait"] <= 3600


def test_who_asks_again_and_again_is_given_a_puzzle_and_their_neighbour_is_not(cast, door):
    offer = offered(cast, seats=1)
    first, second = (ticket_for(arrive(worker(cast, n), offer), f"s{n}") for n in range(2))
    path = f"/gate/offer/{offer.pk}"
    assert [post(door, path, {"ticket": first}, "s0")[0] for _n in range(ASKS)] == [200] * ASKS
    status, told = post(door, path, {"ticket": first}, "s0")
    assert (status, told["code"]) == (429, "turnstile.puzzle") and "加" in told["question"]
    solved = {"ticket": first, "puzzle": told["puzzle"], "answer": worked(puzzle.Puzzle(told["puzzle"], told["question"], told["bits"]))}
    assert post(door, path, solved | {"answer": "0"}, "s0")[0] == 429
    assert post(door, path, solved, "s0")[1]["code"] == "done"
    assert [post(door, path, {"ticket": first}, "s0")[0] for _n in range(ASKS - 1)] == [200] * (ASKS - 1)
    status, told = post(door, path, solved, "s0")  # solved once
    assert (status, told["code"], told["bits"]) == (429, "turnstile.puzzle", puzzle.BITS + 1)
    assert post(door, path, {"ticket": second}, "s1")[1]["code"] == "waiting"


def test_where_no_puzzle_is_given_who_asks_very_often_waits(cast, door):
    by_house("tests.puzzle", lambda ctx: Setting(key="enrol.puzzle", node=cast.nodes["province"], value="off", since=clock.today() - DAY).save())
    offer = offered(cast, seats=1)
    text = ticket_for(arrive(worker(cast, 1), offer))
    answers = [post(door, f"/gate/offer/{offer.pk}", {"ticket": text}, "mine") for _n in range(ASKS + 1)]
    assert [status for status, _told in answers] == [200] * ASKS + [429] and answers[-1][1]["code"] == "busy"


def test_whatever_is_sent_gets_an_answer_that_is_no_fault(cast, door):
    offer = offered(cast)
    text = ticket_for(arrive(worker(cast, 1), offer))
    path = f"/gate/offer/{offer.pk}"
    for body in (
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe",
        b'{"ticket": 7}',
        b'{"ticket": {"a": []}}',
        b"[" * 9000,
        json.dumps({"ticket": "x" * 9000}).encode(),
    ):
        status, told = post(door, path, body, "mine")
        assert 400 <= status < 500 and told["says"], body[:40]
    for typed in TEXTS:
        assert post(door, path, {"ticket": typed}, "mine")[0] in (403, 422)
    for wrong in (
        "/gate/",
        "/gate/offer",
        "/gate/offer/",
        "/gate/offer/x",
        "/gate/offer/²",
        f"/gate/{'9' * 40}/1",
        "/gate/offer/1/2",
        "/gate/none/1",
    ):
        assert post(door, wrong, {"ticket": text}, "mine")[0] == 404, wrong
    assert post(door, path, {"ticket": text}, "mine", method="GET")[0] == 404


def test_the_time_is_told_beside_django_and_the_rest_is_django_s(cast):
    status, told = post(application, "/gate/now", b"", method="GET")
    assert status == 200 and abs(told["now"] - now().timestamp()) < 5


def test_a_child_out_of_the_age_range_gets_no_ticket(cast):
    from stdnum.cn import ric

    offer = offered(cast, for_children=True, least_age=6, most_age=12, why_limits="少儿班")
    parent, day = worker(cast, 1), clock.today()
    number = f"110105{day.year - 15}0105002"
    child = {"child_name": "小宝", "child_id_no": number + ric.calc_check_digit(number + "X"), "consent": True}
    assert codes(lambda: arrive(parent, offer, **child)) == ["enrolment.too_old"]
    number = f"110105{day.year - 9}0105002"
    there = arrive(parent, offer, **(child | {"child_id_no": number + ric.calc_check_digit(number + "X")}))
    assert there.guardian.account_id == parent.account.pk and there.person != there.guardian


def test_a_phone_that_lost_its_line_is_told_what_it_has(cast, door):
    """Whoever hangs up before the answer has the seat all the same, and is told so when asking again."""
    offer = offered(cast, seats=1)
    text = ticket_for(arrive(worker(cast, 1), offer))

    async def lost():
        task = asyncio.create_task(_post(door, f"/gate/offer/{offer.pk}", {"ticket": text}, "mine", "POST"))
        await asyncio.sleep(0)
        await asyncio.sleep(0.001)
        task.cancel()
        await asyncio.sleep(timedelta(seconds=1.5).total_seconds())
        return await _post(door, f"/gate/offer/{offer.pk}", {"ticket": text}, "mine", "POST")

    told = _loop.submit(lambda: asyncio.run(lost())).result()[1]
    assert told["code"] == "done" and told["place"] == 1


def test_full_is_remembered_only_where_nothing_is_left_for_anybody(cast, door, monkeypatch):
    """Who is of no union with a quota finds it full; whoever is of one still gets its seat. After that nothing is written for who comes too late."""
    at, groups, settled = now(), [], queue._settled
    monkeypatch.setattr(queue, "_settled", lambda gate, number, asks: groups.append(len(asks)) or settled(gate, number, asks))
    offer = offered(cast, seats=2, waiting=0, publish=False)
    do(offer_acts.give_quota, cast.wang, offer, node=cast.nodes["union"], seats=1, release_at=at + timedelta(days=2))
    offer = do(offer_acts.publish, cast.wang, offer).subject
    texts = [ticket_for(arrive(worker(cast, n, node), offer)) for n, node in enumerate(("beside", "beside", "union", "union"))]
    told = [post(door, f"/gate/offer/{offer.pk}", {"ticket": text}, "mine")[1]["code"] for text in texts]
    assert told == ["done", "full", "done", "full"] and sum(groups) == 4
    for _again in range(2):
        told = [post(door, f"/gate/offer/{offer.pk}", {"ticket": text}, "mine")[1] for text in texts]
        assert [(one["code"], one["again"]) for one in told] == [("done", True), ("full", False), ("done", True), ("full", False)]
        monkeypatch.setattr(queue, "LAST_WORD", 0.0)  # looks again each time, and writes no group
    assert sum(groups) == 4
