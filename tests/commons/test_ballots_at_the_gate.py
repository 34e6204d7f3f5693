"""Ballots through the gate: the same limits, one turn once, nothing after closing, and no ballot told apart."""

from datetime import timedelta
from functools import partial

import pytest

from gonghui.commons.ballots import acts, counting, gate, reads, words
from gonghui.commons.ballots.models import Ballot, Choice, Poll, Turnout
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.turnstile.gate import Ask, settled
from tests.at_once import at_once


def polled(cast, **more) -> Poll:
    """An open poll of three options for everybody."""
    at = now()
    times = {"opens_at": at - timedelta(hours=1), "closes_at": at + timedelta(days=2)}
    poll = do(acts.draft, cast.wang, node=cast.nodes["district"], title="最美职工", electorate="anyone", **(times | more)).subject
    for title in ("甲", "乙", "丙"):
        do(acts.add_option, cast.wang, poll, title=title)
    return do(acts.open_poll, cast.wang, poll).subject


def voters(count) -> list[Account]:
    return by_house("tests.voters", lambda ctx: [_saved(Account(login=f"voter{n}", name=f"职工{n}")) for n in range(count)])


def _saved(account) -> Account:
    account.set_unusable_password()
    account.save()
    return account


def ask(poll, account, *options, turn=0, at=None) -> Ask:
    return Ask(gate.ticket_of(poll, account, now()), {"options": list(options), "turn": turn}, at or now())


def vote(poll, asks) -> list:
    return settled(gate.GATE, poll.pk, asks)


def ballots(poll):
    return Ballot.objects.for_act("test").filter(poll=poll)


def test_a_group_of_ballots_is_taken_in_and_a_second_tap_is_told_so(cast):
    poll, people = polled(cast, most=2), voters(4)
    answers = vote(poll, [ask(poll, people[0], 1), ask(poll, people[1], 2, 1), ask(poll, people[0], 3), ask(poll, people[2], 3)])
    assert [(one.code, one.again) for one in answers] == [("done", False), ("done", False), ("done", True), ("done", False)]
    assert vote(poll, [ask(poll, people[2], 3, turn=1)])[0].code == words.VOTED.code
    assert ballots(poll).count() == Turnout.objects.for_act("test").filter(poll=poll).count() == 3
    assert reads.by_choices(poll) == {1: 2, 2: 1, 3: 1} == counting.by_duckdb(poll).votes == counting.by_database(poll).votes
    mine = reads.ballot_by(answers[1].says)
    assert mine.content == "1,2" and Choice.objects.for_act("test").filter(ballot=mine).count() == 2
    noted = Event.objects.for_act("test").filter(noun="commons_ballots.turnout", link__act="poll.group")
    assert noted.count() == 3 and not Event.objects.for_act("test").filter(noun="commons_ballots.ballot").exists()


def test_each_day_so_many_and_the_same_turn_is_one_ballot(cast):
    poll, (one,) = polled(cast, each_day=2), voters(1)
    told = [vote(poll, [ask(poll, one, 1, turn=turn)])[0] for turn in (0, 0, 1, 1, 2)]
    assert [(answer.code, answer.again) for answer in told] == [
        ("done", False), ("done", True), ("done", False), ("done", True), ("ballots.voted_today", False)
    ]  # fmt: skip
    with clock.at(now() + timedelta(days=1)):
        assert vote(poll, [ask(poll, one, 2)])[0].code == "done"
    assert ballots(poll).count() == 3


def test_after_closing_by_a_millisecond_nothing_is_taken(cast):
    poll, people = polled(cast), voters(2)
    with clock.at(poll.closes_at - timedelta(milliseconds=1)):
        assert vote(poll, [ask(poll, people[0], 1)])[0].code == "done"
    with clock.at(poll.closes_at):
        assert vote(poll, [ask(poll, people[1], 1)])[0].code == "ballots.over"
    with clock.at(poll.opens_at - timedelta(milliseconds=1)):
        assert vote(poll, [ask(poll, people[1], 1)])[0].code == "ballots.not_yet"


def test_whatever_is_sent_as_a_ballot_is_taken_or_refused(cast):
    poll, people = polled(cast), voters(12)
    sent = [None, "1", [], [1, 2], [9], [True], [1.0], [None], {"1": 1}, [[1]], [2**70], [1, 1]]
    answers = vote(poll, [Ask(gate.ticket_of(poll, one, now()), {"options": options}, now()) for one, options in zip(people, sent, strict=True)])
    assert [one.code for one in answers[:-1]] == ["ballots.other_poll"] * 2 + ["ballots.how_many"] * 2 + ["ballots.other_poll"] * 7
    assert answers[-1].code == "done" and ballots(poll).get().content == "1"


@pytest.mark.django_db(transaction=True)
def test_two_devices_at_one_moment_have_one_ballot(cast):
    poll, (one,) = polled(cast), voters(1)
    answers = at_once(partial(vote, poll, [ask(poll, one, 1)]), partial(vote, poll, [ask(poll, one, 2)]))
    assert sorted(answer.again for (answer,) in answers) == [False, True] and ballots(poll).count() == 1
