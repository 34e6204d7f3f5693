"""Tickets, draws and the queue of the turnstile, without any line behind it."""

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonghui.kernel.clock import now
from gonghui.kernel.refusal import Refused
from gonghui.kernel.turnstile import draw, puzzle, ticket
from gonghui.kernel.turnstile.gate import Plan
from gonghui.kernel.turnstile.limits import ALL, ASKS, Limits
from gonghui.kernel.turnstile.ticket import Ticket

LATER = int((now() + timedelta(hours=1)).timestamp())
ONE = Ticket("offer", 7, 11, 3, True, LATER, {"quota": None})


def refusal(text, device="my session", at=None) -> str:
    with pytest.raises(Refused) as no:
        ticket.read(text, device, at or now())
    return no.value.code


def test_a_ticket_is_read_where_it_was_given_and_until_its_time():
    text = ticket.signed(ONE, "my session")
    assert ticket.read(text, "my session", now()) == ONE
    assert refusal(text, "another's session") == refusal(text, "") == "turnstile.not_yours"
    assert refusal(text, at=now() + timedelta(hours=2)) == "turnstile.expired"


def test_a_ticket_that_was_altered_or_invented_is_none():
    text = ticket.signed(ONE, "my session")
    other = ticket.signed(Ticket("offer", 7, 12, 3, True, LATER, {}), "my session")
    body, _dot, seal = text.partition(".")
    for forged in (f"{other.partition('.')[0]}.{seal}", body, f"{body}.", f".{seal}", "", "x.y", text[:-1], f"{text}é", f"{body}.{seal}\0"):
        assert refusal(forged) == "turnstile.not_yours", forged


@given(st.text(max_size=80))
def test_whatever_is_sent_as_a_ticket_is_refused(text):
    assert refusal(text) == "turnstile.not_yours"


def test_a_draw_can_be_drawn_again_and_no_other_seed_or_list_gives_it():
    entries = [str(n) for n in range(1, 41)]
    told = {"seed": "s3", "commitment": draw.commitment("s3"), "entries": entries, "order": draw.drawn("s3", entries)}
    assert not draw.faults(told) and told["order"] != entries
    assert draw.faults(told | {"seed": "s4"}) and draw.faults(told | {"entries": entries[:-1]})
    assert draw.faults(told | {"order": told["order"][::-1]}) and draw.faults(told | {"entries": [*entries, "1"]})
    first_come = dict.fromkeys(entries, 1) | {"7": 0, "9": 0}
    ranked = told | {"groups": first_come, "order": sorted(told["order"], key=first_come.get)}
    assert not draw.faults(ranked) and set(ranked["order"][:2]) == {"7", "9"}


def test_lots_fall_evenly():
    """Of 4,000 draws among 8 each place goes to each about as often: the sum of squares is what chance allows."""
    counts = [[0] * 8 for _place in range(8)]
    for turn in range(4000):
        for place, entry in enumerate(draw.drawn(str(turn), [str(n) for n in range(8)])):
            counts[place][int(entry)] += 1
    squares = sum((n - 500) ** 2 / 500 for row in counts for n in row)
    assert squares < 85, squares  # 49 degrees of freedom: more than 85 once in a thousand


def test_who_came_before_leaves_the_room_as_drawn_and_who_comes_after_leaves_last():
    opens = now()
    plan = Plan(opens, opens + timedelta(hours=1), "seed", early=3000, a_second=1000)
    moments = {holder: (plan.moment(holder, True) - opens).total_seconds() for holder in range(3000)}
    assert min(moments.values()) == 0 and max(moments.values()) == 2.5  # the last slice begins half a second before the end
    leaving = [sum(1 for moment in moments.values() if moment == n / 2) for n in range(6)]
    assert all(400 < n < 600 for n in leaving), leaving
    assert (plan.moment(5, False) - opens).total_seconds() == 3 and plan.ahead(plan.moment(5, False), opens) == 3000
    assert Plan(opens, opens, "", 3000).moment(5, True) == opens


def test_a_person_is_told_to_slow_down_and_their_neighbours_are_not():
    """By account and by device: two hundred who share one line are told nothing; one with many devices is."""
    limits = Limits()
    assert [limits.too_often(1, "phone") for _ in range(ASKS + 1)] == [False] * ASKS + [True]
    assert not any(limits.too_often(account, f"phone {account}") for _n in range(ASKS) for account in range(2, 202))
    assert [limits.too_often(500, f"device {n}") for n in range(ALL + 1)] == [False] * ALL + [True]
    limits.solved(1, "phone")
    assert not limits.too_often(1, "phone") and limits.harder(1) == 1 and limits.harder(2) == 0


def worked(made: puzzle.Puzzle) -> str:
    """The work a page does."""
    seal = made.text.partition(".")[2]
    hashed = (int.from_bytes(hashlib.sha256(f"{seal} {n}".encode()).digest()[:4]) for n in count())
    return f"w{next(n for n, value in enumerate(hashed) if value >> (32 - made.bits) == 0)}"


def unsolved(made, answer, whose="7 phone", at=None, harder=0) -> bool:
    try:
        puzzle.solve(made if isinstance(made, str) else made.text, answer, whose, at or now(), harder)
    except Refused as no:
        return no.code == "turnstile.puzzle"
    return False


def test_a_puzzle_is_solved_by_work_or_by_a_sum_however_it_is_written():
    made, other = puzzle.made("7 phone", now()), puzzle.made("7 phone", now())
    one, two = (puzzle.SIGNS.index(sign) for sign in made.question.removesuffix("等于几？").split("加"))
    said = puzzle._said(one + two)
    for right in (worked(made), str(one + two), f" {one + two} ", "".join(chr(0xFF10 + int(d)) for d in str(one + two)), *said):
        assert not unsolved(made, right), right
    for wrong in ("", str(one + two + 1), "w", "w-1", "w1e3", worked(other), "零", "²", "9" * 19):
        assert unsolved(made, wrong), wrong
    right = str(one + two)
    assert unsolved(made, right, whose="8 phone") and unsolved(made, right, at=now() + puzzle.LASTS) and unsolved(made, right, harder=1)
    assert unsolved(f"{other.text.partition('.')[0]}.{made.text.partition('.')[2]}", right) and unsolved(made.text[:-1], right)
    assert puzzle.made("7 phone", now(), 1).bits == puzzle.BITS + 1


@given(st.text(max_size=80), st.text(max_size=20))
def test_whatever_is_sent_as_a_puzzle_is_refused(text, answer):
    assert unsolved(text, answer)


def test_asks_come_together_and_each_gets_its_own_answer(monkeypatch):
    from gonghui.kernel.turnstile import queue
    from gonghui.kernel.turnstile.gate import DONE, Answer, Ask, Gate

    groups = []

    def settled(gate, number, asks):
        groups.append(len(asks))
        return [Answer(DONE, ask.ticket.holder) for ask in asks]

    monkeypatch.setattr(queue, "_settled", settled)
    monkeypatch.setattr(queue, "_read", lambda call, number: None)

    async def rush():
        turnstile = queue.Turnstile(1)
        gate = Gate("offer", None, None, None, None)
        asks = [Ask(Ticket("offer", 7, holder, holder, False, LATER), {}, now()) for holder in range(1200)]
        return await asyncio.gather(*(turnstile.ask(gate, ask) for ask in asks))

    with ThreadPoolExecutor(1) as hand:  # a browser driver may keep a loop in this thread
        answers = hand.submit(lambda: asyncio.run(rush())).result()
    assert [answer.place for answer in answers] == list(range(1200)) and groups == [500, 500, 200]
