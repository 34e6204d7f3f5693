"""Polls: who may vote and how often, secrecy, receipts, setting aside, a result counted twice and frozen."""

import json
from datetime import timedelta

import polars as pl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.commons.ballots import acts, counting, reads
from gonghui.commons.ballots.models import Ballot, Choice, Option, Poll, Turnout
from gonghui.house.worker import strike_often
from gonghui.kernel import clock
from gonghui.kernel.clock import now, today
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import Done, do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.refusal import Refused
from tests.at_once import at_once
from tests.commons.test_enrolment import codes, worker

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def polled(cast, *titles, opened=True, **more) -> Poll:
    poll = do(acts.draft, cast.wang, node=cast.nodes["district"], title="好网民", opens_at=now() - HOUR, closes_at=now() + 5 * DAY, **more).subject
    for title in titles or ("甲", "乙", "丙"):
        do(acts.add_option, cast.wang, poll, title=title)
    return do(acts.open_poll, cast.wang, poll).subject if opened else poll


def vote(viewer, poll, *titles) -> str:
    """Vote; return the receipt."""
    done = do(acts.cast, viewer, poll=poll, options=list(Option.objects.for_act("test").filter(title__in=titles)))
    return done.said["receipt"]


def result(poll) -> dict:
    return dict(Option.objects.for_act("test").filter(poll=poll).values_list("title", "votes"))


def test_a_vote_is_counted_by_two_paths_frozen_recounted_and_posted(cast):
    poll = polled(cast, most=2)
    receipts = [vote(worker(cast, n), poll, "甲", "乙") for n in range(3)] + [vote(worker(cast, 8), poll, "丙")]
    false = reads.ballot_by(receipts[3])
    do(acts.set_aside, cast.wang, false, reason="fraud", why="刷票")
    do(acts.close, cast.wang, poll)
    do(acts.count, cast.wang, poll)
    assert result(poll) == {"甲": 3, "乙": 3, "丙": 0}
    assert codes(lambda: do(acts.set_aside, cast.wang, reads.ballot_by(receipts[0]), reason="fraud", why="刷票")) == ["ballots.frozen"]
    assert codes(lambda: do(acts.post, cast.wang, poll)) == ["ballots.not_recounted"]
    assert codes(lambda: do(acts.recount, cast.wang, poll)) == ["same_person"]
    do(acts.recount, cast.li, poll)
    posted = do(acts.post, cast.li, poll).subject
    assert (posted.accepted, posted.aside, posted.state) == (3, 1, "posted") and reads.posted().get() == posted


@pytest.mark.parametrize("what", ["choice", "content", "aside"])
def test_a_ballot_changed_behind_the_count_is_noticed(cast, what):
    poll = polled(cast)
    vote(worker(cast, 1), poll, "甲")
    vote(worker(cast, 2), poll, "乙")
    do(acts.close, cast.wang, poll)

    def tamper(ctx):
        ballots = Ballot.objects.for_act("test").filter(content="2")
        if what == "choice":
            one = Option.objects.for_act("test").get(title="甲")
            Choice.objects.for_act("test").filter(ballot__in=ballots).update(option=one)
        elif what == "content":
            ballots.update(content="1")
        else:
            ballots.update(set_aside="fraud")

    if what != "choice":
        do(acts.count, cast.wang, poll)
    by_house("tests.tamper", tamper)
    call = (lambda: do(acts.count, cast.wang, poll)) if what == "choice" else (lambda: do(acts.recount, cast.li, poll))
    assert codes(call) == ["ballots.differs"]


def test_both_engines_tell_the_same_and_what_is_over_a_limit_must_be_set_aside(cast):
    poll, day = polled(cast, electorate="anyone", each_day=2, most=2), today().isoformat()
    rows = [(f"u{n % 40}", "1、2" if n % 3 else "3", "") for n in range(200)]
    text = "投票编号,投票人标识,选项序号,日期,设备标识,状态\n" + "".join(
        f"{poll.pk},{voter},{options},{day},,{why}\n" for voter, options, why in rows
    )
    carry_on(
        do(
            start,
            cast.wang,
            do(check, cast.wang, node=cast.nodes["district"], kind="ballots", file=SimpleUploadedFile("票.csv", text.encode())).subject,
        ).subject
    )
    tally = counting.by_duckdb(poll)
    assert tally == counting.by_database(poll)
    assert (tally.accepted, tally.aside, tally.over, tally.turnouts) == (80, 120, 120, 200) and tally.votes.keys() == {1, 2, 3}
    other = polled(cast, "一", "二", electorate="anyone")
    assert counting.by_duckdb(other) == counting.by_database(other) and counting.by_duckdb(other).accepted == 0
    do(acts.close, cast.wang, poll)
    too_many = Ballot.objects.for_act("test").filter(poll=poll, set_aside="limit").first()
    do(acts.restore, cast.li, too_many, why="误列")
    assert codes(lambda: do(acts.count, cast.wang, poll)) == ["ballots.differs"]


def test_who_voted_how_stands_nowhere(cast):
    poll = polled(cast)
    voter = worker(cast, 1)
    receipt = vote(voter, poll, "乙")
    ballot = reads.ballot_by(receipt)
    assert ballot.account_id is None and reads.ballot_by("0000-0000-0000-0000") is None
    told = Event.objects.for_act("test").filter(link__act="ballots.cast").exclude(noun="kernel.chain")
    assert set(told.values_list("noun", flat=True)) == {"commons_ballots.turnout"}
    assert not any(str(ballot.pk) in text or receipt.replace("-", "") in text for text in told.values_list("changes", flat=True))
    assert "voter" in json.loads(told.get().changes) and Turnout.objects.within(voter).own(voter).get().poll == poll
    named = polled(cast, "一", "二", secrecy="named")
    assert reads.ballot_by(vote(voter, named, "一")).account_id == voter.account_id


def test_who_may_vote_and_how_often(cast):
    members, stranger = polled(cast), worker(cast, 3, member=False)
    assert codes(lambda: vote(stranger, members, "甲")) == ["ballots.not_member"]
    assert codes(lambda: vote(worker(cast, 4, "far"), members, "甲")) == ["ballots.not_member"]
    voter = worker(cast, 5)
    vote(voter, members, "甲")
    assert codes(lambda: vote(voter, members, "甲")) == ["ballots.voted"]
    listed = polled(cast, "一", "二", electorate="listed", opened=False)
    assert codes(lambda: do(acts.open_poll, cast.wang, listed)) == ["ballots.no_voters"]
    do(acts.list_voters, cast.wang, listed, persons=[reads.own_person(voter)])
    do(acts.open_poll, cast.wang, listed)
    assert codes(lambda: vote(worker(cast, 6), listed, "一")) == ["ballots.not_listed"] and vote(voter, listed, "一")
    daily = polled(cast, "春", "夏", electorate="anyone", each_day=2)
    assert vote(stranger, daily, "春") and vote(stranger, daily, "春")
    assert codes(lambda: vote(stranger, daily, "春")) == ["ballots.voted_today"]
    with clock.at(now() + DAY):
        assert vote(stranger, daily, "夏")
    assert codes(lambda: vote(stranger, daily)) == ["ballots.how_many"] and codes(lambda: vote(stranger, daily, "甲")) == ["ballots.other_poll"]


def test_a_window_ends_by_itself(cast):
    poll = polled(cast)
    with clock.at(now() + 6 * DAY):
        assert codes(lambda: vote(worker(cast, 1), poll, "甲")) == ["ballots.over"]
        assert strike_often() == 1 and Poll.objects.for_act("test").get().state == "closed" and strike_often() == 0


def test_a_vote_after_closing_by_one_millisecond_is_refused_though_nobody_has_closed_the_poll(cast):
    poll, tick = polled(cast, electorate="anyone"), timedelta(milliseconds=1)
    for n, (moment, taken) in enumerate(((-tick, True), (0 * tick, False), (tick, False))):
        with clock.at(poll.closes_at + moment):
            voter = worker(cast, n, member=False)
            assert vote(voter, poll, "甲") if taken else codes(lambda voter=voter: vote(voter, poll, "甲")) == ["ballots.over"]
    assert Poll.objects.for_act("test").get().state == "open" and Ballot.objects.for_act("test").count() == 1


def test_ballots_of_another_platform_come_in_as_a_table_and_too_many_are_set_aside(cast):
    poll, day = polled(cast, electorate="anyone", each_day=2), today().isoformat()
    rows = [("u1", "1"), ("u1", "1"), ("u1", "1"), ("u2", "2"), ("u3", "9")]
    frame = pl.DataFrame([(str(poll.pk), v, o, day, "", "") for v, o in rows] + [(str(poll.pk), "u4", "3", day, "", "刷票")], orient="row")
    text = "投票编号,投票人标识,选项序号,日期,设备标识,状态\n" + frame.write_csv(include_header=False)
    batch = do(check, cast.wang, node=cast.nodes["district"], kind="ballots", file=SimpleUploadedFile("票.csv", text.encode())).subject
    assert batch.bad == 1 and batch.errors.first().row == 6
    carry_on(do(start, cast.wang, batch).subject)
    assert sorted(Ballot.objects.for_act("test").values_list("set_aside", flat=True)) == ["", "", "", "fraud", "limit"]
    do(acts.close, cast.wang, poll)
    counted = do(acts.count, cast.wang, poll).subject
    assert (counted.accepted, counted.aside, result(poll)) == (3, 2, {"甲": 2, "乙": 1, "丙": 0})


@pytest.mark.django_db(transaction=True)
def test_one_ballot_each_however_many_at_once_and_none_after_the_end(cast):
    poll, voter = polled(cast), worker(cast, 1)
    answers = at_once(*(lambda: vote(voter, poll, "甲") for _n in range(4)))
    assert sum(isinstance(a, str) for a in answers) == 1 and all(isinstance(a, str) or a.code == "ballots.voted" for a in answers)
    others = [worker(cast, n) for n in range(10, 14)]
    *_, closed = at_once(*(lambda v=v: vote(v, poll, "乙") for v in others), lambda: do(acts.close, cast.wang, poll))
    assert isinstance(closed, Done), "voters do not keep a poll from being closed"
    counted = do(acts.count, cast.wang, poll).subject
    assert counted.accepted == Turnout.objects.for_act("test").count() == Ballot.objects.for_act("test").count()
    with pytest.raises(Refused):
        vote(worker(cast, 20), poll, "甲")
