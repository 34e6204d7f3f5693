"""Enrolment through the gate: in groups, beside other hands, with a waiting room, by lot, by priority; and what it told."""

import json
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from stdnum.cn import ric

from gonghui.commons.enrolment import acts, draw_acts, fairness, gate, reads, words
from gonghui.commons.enrolment.models import Arrival, Enrolment, Offer
from gonghui.commons.plans import acts as plans
from gonghui.kernel import clock
from gonghui.kernel.clock import now
from gonghui.kernel.config import Setting
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.refusal import Refused
from gonghui.kernel.turnstile import puzzle
from gonghui.kernel.turnstile.gate import Ask, settled, told
from tests.at_once import at_once
from tests.commons.test_enrolment import DAY, HOUR, again, codes, enrol, offered, worker
from tests.journeys.phones import Phone

NOON = 30 * DAY


def soon(cast, **more) -> Offer:
    """An offer whose window has not begun: it opens in an hour."""
    at = now()
    return offered(cast, opens_at=at + HOUR, closes_at=at + 5 * DAY, **more)


def arrive(viewer, offer, **more) -> Arrival:
    return do(draw_acts.arrive, viewer, offer=offer, **more).subject


def ask_of(arrival, at=None) -> Ask:
    return Ask(gate.ticket_of(arrival, at or now()), {}, at or now())


def rush(offer, arrivals) -> list:
    return settled(gate.GATE, offer.pk, [ask_of(one) for one in arrivals])


def live(offer):
    return Enrolment.objects.for_act("test").filter(offer=offer, state__in=words.LIVE)


def test_a_group_is_settled_in_its_order_and_nobody_twice(cast):
    offer = soon(cast, seats=2, waiting=1)
    viewers = [worker(cast, n) for n in range(4)]
    arrivals = [arrive(viewer, offer) for viewer in viewers]
    assert codes(lambda: enrol(viewers[0], offer)) == ["enrolment.not_yet"] and arrive(viewers[0], offer).pk == arrivals[0].pk
    assert {one.code for one in rush(offer, arrivals)} == {"enrolment.not_yet"} and not live(offer).exists()
    with clock.at(now() + 2 * HOUR):
        answers = rush(offer, [arrivals[2], arrivals[0], arrivals[2], arrivals[1], arrivals[3]])
        assert [(one.code, one.place, one.again) for one in answers] == [
            ("done", 1, False), ("done", 2, False), ("done", 1, True), ("waiting", 3, False), ("full", None, False)
        ]  # fmt: skip
        assert [(one.code, one.again) for one in rush(offer, arrivals[:3])] == [("done", True), ("waiting", True), ("done", True)]
        assert again(offer).taken == 2 and live(offer).count() == 3 and again(offer).full_at is not None
        row = live(offer).get(number=1)
        assert row.person == arrivals[2].person and row.name and row.holder_id == row.person_id and row.slot
        noted = Event.objects.for_act("test").filter(noun="commons_enrolment.enrolment", subject=row.pk).select_related("link").get()
        assert (noted.link.act, noted.went_to, json.loads(noted.changes)["person_id"]) == ("offer.group", "confirmed", [None, row.person_id])
        do(acts.cancel, viewers[2], row)
        assert live(offer).get(number=3).state == "offered" and again(offer).taken == 2
    counts = {code: sum(n for (one, _within), n in told("offer", offer.pk).items() if one == code) for code in ("done", "again", "full", "waiting")}
    assert counts == {"done": 2, "again": 4, "full": 1, "waiting": 1}


def test_what_somebody_has_got_elsewhere_meanwhile_stands_against_them(cast):
    start = (now() + NOON).replace(minute=0)
    times = {"starts_at": start, "ends_at": start + timedelta(minutes=50)}
    one, other = soon(cast, **times), soon(cast, **times)
    viewer = worker(cast, 1)
    first, second = arrive(viewer, one), arrive(viewer, other)
    with clock.at(now() + 2 * HOUR):
        assert [answer.code for answer in rush(one, [first])] == ["done"]
        (no,) = rush(other, [second])
        assert no.code == "enrolment.clashes" and "瑜伽班" in no.says and not live(other).exists()


def test_a_vote_or_seat_a_millisecond_after_closing_is_none(cast):
    offer = soon(cast)
    there = arrive(worker(cast, 1), offer)
    with clock.at(offer.closes_at):
        assert [answer.code for answer in rush(offer, [there])] == ["enrolment.over"]
    with clock.at(offer.closes_at - timedelta(milliseconds=1)):
        assert [answer.code for answer in rush(offer, [there])] == ["done"]


@pytest.mark.django_db(transaction=True)
def test_groups_and_other_hands_at_once_never_oversell(cast):
    """Two groups, an officer, a worker who cancels: all at the same moment, on one offer."""
    offer = offered(cast, seats=5, waiting=2)
    viewers = [worker(cast, n) for n in range(12)]
    arrivals = [arrive(viewer, offer) for viewer in viewers[:10]]
    (first,) = rush(offer, arrivals[:1])
    assert first.code == "done"
    paper = partial(do, acts.enter, cast.wang, offer=offer, person=viewers[10].account.person, why="本人无手机")
    groups = arrivals[1:7], arrivals[4:]
    answers = at_once(*(partial(rush, offer, group) for group in groups), partial(do, acts.cancel, viewers[0], live(offer).get()), paper)
    assert not any(isinstance(answer, BaseException) and not isinstance(answer, Refused) for answer in answers), answers
    rows = list(live(offer))
    seated = [row for row in rows if row.state in words.SEATED]
    assert len(seated) == again(offer).taken == 5 and len({row.person_id for row in rows}) == len(rows) <= 7
    promised = {
        one.person_id for group, part in zip(groups, answers[:2], strict=True) for one, answer in zip(group, part, strict=True) if answer.place
    }
    assert promised <= {row.person_id for row in rows}, "somebody was told of a seat that is not there"


@pytest.mark.django_db(transaction=True)
def test_a_round_has_room_for_two_each_however_fast_the_taps(cast):
    """Three offers of one term, tapped at the same moment: by constraint no more than two."""
    term = made_term(cast)
    offers = [offered(cast, plan=term, start=(20 + n) * DAY) for n in range(3)]
    viewer = worker(cast, 1)
    arrivals = [arrive(viewer, offer) for offer in offers]
    answers = at_once(*(partial(rush, offer, [one]) for offer, one in zip(offers, arrivals, strict=True)))
    assert sorted(answer.code for (answer,) in answers) == ["done", "done", "enrolment.round_full"]
    rows = Enrolment.objects.for_act("test").filter(person=arrivals[0].person)
    assert sorted(rows.values_list("turn", flat=True)) == [0, 1]


def made_term(cast):
    days = {"since": now().date(), "until": now().date() + 90 * DAY}
    return do(plans.propose, cast.wang, node=cast.nodes["district"], kind="training.term", title="第一期", **days).subject


def test_while_the_room_empties_no_other_way_in_is_faster(cast):
    by_house("tests.rate", lambda ctx: set_rate(ctx, cast))
    offer = soon(cast, seats=9)
    viewers = [worker(cast, n) for n in range(4)]
    arrivals = [arrive(viewer, offer) for viewer in viewers[:3]]
    plan = gate.plan(offer.pk)
    assert plan.early == 3 and plan.a_second == 1
    moments = sorted((plan.moment(one.person_id, True), n) for n, one in enumerate(arrivals))
    with clock.at(offer.opens_at):
        assert codes(lambda: enrol(viewers[3], offer)) == ["enrolment.in_room"]
        late = arrive(viewers[3], offer)
        assert not gate.ticket_of(late, now()).early and plan.moment(late.person_id, False) == offer.opens_at + timedelta(seconds=3)
        last = viewers[moments[-1][1]]
        if moments[-1][0] > offer.opens_at:
            assert codes(lambda: enrol(last, offer)) == ["enrolment.in_room"]
    with clock.at(offer.opens_at + timedelta(seconds=3)):
        assert enrol(viewers[3], offer).state == enrol(last, offer).state == "confirmed"


def set_rate(ctx, cast, key="enrol.let_in_a_second", value="1"):
    Setting(key=key, node=cast.nodes["province"], value=value, since=now().date() - 400 * DAY).save()


def test_a_guardian_enters_each_child_with_a_ticket_of_its_own(cast):
    offer = soon(cast, seats=3, for_children=True, least_age=6, most_age=12, why_limits="少儿班")
    parent, other, day = worker(cast, 1), worker(cast, 2), clock.today()
    children = []
    for n, name in enumerate(("大宝", "二宝")):
        number = f"110105{day.year - 9}0105{n:02}2"
        children.append({"child_name": name, "child_id_no": number + ric.calc_check_digit(number + "X"), "consent": True})
    arrivals = [arrive(parent, offer, **child) for child in children]
    assert arrive(parent, offer, **children[0]).pk == arrivals[0].pk
    assert codes(lambda: arrive(other, offer, **children[0])) == ["enrolment.other_guardian"]
    page = Phone(parent.account).go(f"offers/{offer.pk}/").says("大宝", "二宝", "再为一名子女报名")
    assert page.text.count("data-ticket=") == 2
    with clock.at(now() + 2 * HOUR):
        assert [one.code for one in rush(offer, arrivals)] == ["done", "done"]
        page.go(f"offers/{offer.pk}/").says("大宝已报名", "二宝已报名")
    assert set(live(offer).values_list("holder__account", flat=True)) == {parent.account.pk}


def test_the_waiting_room_asks_a_puzzle_where_a_setting_says_so(cast):
    by_house("tests.puzzle", lambda ctx: set_rate(ctx, cast, "enrol.puzzle", "room"))
    offer, viewer = soon(cast), worker(cast, 1)
    assert codes(lambda: arrive(viewer, offer)) == ["turnstile.puzzle"]
    made = puzzle.made(draw_acts.whose(viewer.account), now())
    one, two = (puzzle.SIGNS.index(sign) for sign in made.question.removesuffix("等于几？").split("加"))
    solved = {"puzzle": made.text, "answer": str(one + two)}
    assert codes(lambda: arrive(worker(cast, 2), offer, **solved)) == ["turnstile.puzzle"]
    assert arrive(viewer, offer, **solved).account == viewer.account
    assert codes(lambda: arrive(viewer, soon(cast), **solved)) == ["turnstile.puzzle_spent"]
    Phone(worker(cast, 3).account).go(f"offers/{offer.pk}/").says("等于几？")


def test_the_fairness_report_tells_unions_and_priorities_but_not_of_few(cast):
    offer = offered(cast, seats=3, waiting=0)
    for n in range(6):
        try:
            enrol(worker(cast, n, "union" if n else "beside"), offer)
        except Exception:
            assert n >= 3
    lines = [line.cells for line in fairness.report(again(offer))]
    assert [str(cell) for cell in lines[0]] == ["全部", "< 5", "< 5"]
    anybody = Client().get(f"/portal/offers/{offer.pk}/fair/")
    assert anybody.status_code == 200 and "公平性报告" in anybody.content.decode() and offer.commitment in anybody.content.decode()
    assert Client().get(f"/portal/offers/{offer.pk}/draw.json").status_code == 404


def test_a_group_asks_the_same_statements_however_many_it_holds(cast):
    offer = soon(cast, seats=50)
    arrivals = [arrive(worker(cast, n), offer) for n in range(8)]
    counts = []
    with clock.at(now() + 2 * HOUR):
        for part in (arrivals[:2], arrivals[2:4], arrivals[4:]):  # the first begins a chain
            with CaptureQueriesContext(connection) as seen:
                rush(offer, part)
            counts.append(len(seen.captured_queries))
    assert counts[1] == counts[2] <= 25, counts
    assert reads.room_until(offer, arrivals[0].person, now()) is None
