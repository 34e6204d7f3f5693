"""Campaigns: who may take part and how often, a quiz with a draw anybody can check, a public vote, prizes paid once."""

import json
from datetime import timedelta

import polars as pl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gonghui.commons.ballots import acts as ballots
from gonghui.commons.ballots.models import Option, Poll
from gonghui.commons.money.acts import declare_source, open_batch
from gonghui.commons.money.models import Payment
from gonghui.house.cli import main
from gonghui.house.worker import strike_often
from gonghui.kernel import clock
from gonghui.kernel.clock import now, today
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from gonghui.lines.education.campaigns import acts, reads, rules, vote_acts, words
from gonghui.lines.education.campaigns.models import Campaign, Participation
from tests.commons.test_enrolment import again, codes, worker
from tests.journeys.phones import Phone

DAY = timedelta(days=1)


def drafted(cast, sort="check_in", **more) -> Campaign:
    rule = {"opens_on": today(), "closes_on": today() + 10 * DAY, **more}
    return do(acts.draft, cast.wang, node=cast.nodes["district"], title="书香职工", sort=sort, **rule).subject


def live(cast, sort="check_in", **more) -> Campaign:
    made = drafted(cast, sort, **more)
    if sort == "quiz":
        for n in range(4):
            do(acts.add_question, cast.wang, made, says=f"第{n}题", a="对", b="错", right="A")
    do(acts.approve, cast.li, made)
    return do(acts.launch, cast.wang, made).subject


def take_part(viewer, campaign, **more):
    return do(acts.take_part, viewer, campaign=campaign, **more)


def value(cast, key):
    return figure(find(key), cast.nodes["district"], Period.parse(str(today().year)), viewer=cast.wang).value


def test_who_takes_part_and_how_often(cast):
    daily, viewer = live(cast, each_day=2, each_total=3), worker(cast, 1)
    take_part(viewer, daily)
    take_part(viewer, daily)
    assert codes(lambda: take_part(viewer, daily)) == ["campaigns.no_more_today"]
    with clock.at(now() + DAY):
        take_part(viewer, daily)
        assert codes(lambda: take_part(viewer, daily)) == ["campaigns.no_more"]
    assert codes(lambda: take_part(worker(cast, 2, "far"), daily)) == ["campaigns.not_member"]
    assert codes(lambda: take_part(viewer, drafted(cast))) == ["campaigns.not_live"]
    with clock.at(now() + 11 * DAY):
        assert codes(lambda: take_part(viewer, daily)) == ["campaigns.over"]
        assert strike_often() == 1 and again(daily).state == "closed"
    assert (value(cast, "campaigns.count"), value(cast, "campaigns.participations"), value(cast, "campaigns.participants")) == (1, 3, 1)


def test_a_quiz_is_scored_and_its_draw_can_be_made_again_by_anybody(cast):
    quiz = live(cast, "quiz", audience="anyone", paper=2, pass_score=100, prizes=2, prize="书券", prize_value=50)
    viewers = [worker(cast, n, member=False) for n in range(5)]
    assert codes(lambda: take_part(viewers[0], quiz, answers="A")) == ["campaigns.answers"]
    done = [take_part(v, quiz, answers="AB" if n == 0 else "aa") for n, v in enumerate(viewers)]
    assert [d.subject.score for d in done] == [50, 100, 100, 100, 100] and done[0].said["score"] == "得分：50"
    do(acts.close, cast.wang, quiz)
    assert codes(lambda: do(acts.draw, cast.wang, quiz)) == ["same_person"]
    assert codes(lambda: do(acts.report, cast.wang, quiz, says="完成")) == ["campaigns.undrawn"]
    drawn = do(acts.draw, cast.li, quiz).subject
    assert rules.commitment(drawn.seed) == drawn.committed
    entries = [(d.subject.pk, reads.ticket_of(d.subject.who)) for d in done[1:]]
    winners = Participation.objects.for_act("test").filter(campaign=quiz, place__isnull=False).order_by("place")
    assert [w.pk for w in winners] == rules.draw(drawn.seed, entries, 2)
    source = do(declare_source, cast.zhou, node=cast.nodes["province"], code="F1", name="工会经费", since=today()).subject
    batch = do(open_batch, cast.wang, node=cast.nodes["district"], kind=words.PRIZE, title="奖品", source=source, award_year=today().year).subject
    do(acts.list_prizes, cast.wang, quiz, batch=batch)
    assert {p.cause_id for p in Payment.objects.for_act("test")} == {w.pk for w in winners} and value(cast, "campaigns.prizes") == 2
    assert codes(lambda: do(acts.list_prizes, cast.wang, quiz, batch=batch)) == ["campaigns.not_won"]
    assert do(acts.report, cast.wang, quiz, says="完成").subject.state == "reported"


def test_a_quiz_without_enough_questions_is_not_approved_and_papers_stay_the_same_when_asked_again(cast):
    small = drafted(cast, "quiz", paper=3)
    assert codes(lambda: do(acts.approve, cast.li, small)) == ["campaigns.no_questions"]
    quiz, viewer = live(cast, "quiz", paper=2), worker(cast, 1)
    assert reads.paper(quiz, viewer.account, today()) == reads.paper(quiz, viewer.account, today())


def test_a_public_vote_from_nomination_to_the_frozen_result(cast):
    campaign, fan = drafted(cast, "vote", audience="anyone"), worker(cast, 1, member=False)
    one = do(vote_acts.nominate, fan, campaign=campaign, title="甲").subject
    assert codes(lambda: do(vote_acts.nominate, fan, campaign=campaign, title="甲")) == ["campaigns.candidate_twice"]
    two, bad = (do(vote_acts.nominate, cast.wang, campaign=campaign, title=title).subject for title in "乙丙")
    do(vote_acts.accept_candidate, cast.wang, one)
    assert codes(lambda: do(vote_acts.accept_candidate, cast.wang, two)) == ["same_person"]
    do(vote_acts.turn_down, cast.wang, bad, why="材料不全")
    do(acts.approve, cast.li, campaign)
    assert codes(lambda: do(acts.launch, cast.wang, campaign)) == ["campaigns.no_vote"]
    window = {"opens_at": now() - DAY, "closes_at": now() + DAY}
    assert codes(lambda: do(vote_acts.make_poll, cast.wang, campaign, kind=words.FINAL, **window)) == ["campaigns.few_candidates"]
    do(vote_acts.accept_candidate, cast.li, two)
    do(vote_acts.make_poll, cast.wang, campaign, kind=words.FINAL, **window)
    do(acts.launch, cast.wang, campaign)
    poll = do(ballots.open_poll, cast.wang, Poll.objects.for_act("test").get()).subject
    assert codes(lambda: take_part(fan, campaign)) == ["campaigns.by_voting"]
    for n, title in enumerate("甲甲乙"):
        voter = worker(cast, 10 + n, member=False)
        do(ballots.cast, voter, poll=poll, options=[Option.objects.for_act("test").get(title=title)])
    assert value(cast, "campaigns.votes") == 0
    do(ballots.close, cast.wang, poll)
    do(ballots.count, cast.wang, poll)
    assert (value(cast, "campaigns.votes"), value(cast, "campaigns.votes@heat")) == (3, 0)


def test_participations_of_another_platform_come_in_as_a_table_and_not_too_often(cast):
    campaign, day = live(cast, each_day=1), today().isoformat()
    frame = pl.DataFrame([(str(campaign.pk), who, day, "") for who in ("u1", "u2", "u1")], orient="row")
    text = "活动编号,参加人标识,日期,得分\n" + frame.write_csv(include_header=False)

    def taken_in():
        file = SimpleUploadedFile("参加.csv", text.encode())
        batch = do(check, cast.wang, node=cast.nodes["district"], kind="participations", file=file).subject
        if batch.good:
            carry_on(do(start, cast.wang, batch).subject)
        return [(e.row, e.code) for e in batch.errors.all()]

    assert taken_in() == [(4, "campaigns.too_often")] and value(cast, "campaigns.participations") == 2
    assert [code for _row, code in taken_in()] == ["campaigns.too_often"] * 3 and value(cast, "campaigns.participations") == 2


def test_questions_have_kinds_and_several_letters_are_right_only_together(cast):
    quiz = drafted(cast, "quiz", paper=3)
    told = {"says": "题", "a": "甲", "b": "乙"}
    wrong = (
        ("single", "AB", {}),
        ("multi", "A", {}),
        ("judge", "A", {"c": "丙"}),
        ("single", "C", {}),
        ("multi", "ABD", {"c": "丙"}),
        ("single", "", {}),
        ("judge", "AB", {}),
    )
    for kind, right, more in wrong:
        assert codes(lambda kind=kind, right=right, more=more: do(acts.add_question, cast.wang, quiz, kind=kind, right=right, **told, **more))[0] in (
            "campaigns.right", "act.missing", "act.unfit"
        ), (kind, right)  # fmt: skip
    for kind, right, more in (("single", "b", {}), ("multi", "CA", {"c": "丙"}), ("judge", "A", {})):
        do(acts.add_question, cast.wang, quiz, kind=kind, right=right, **told, **more)
    do(acts.approve, cast.li, quiz)
    do(acts.launch, cast.wang, quiz)
    tried = ((",", ("B", "AC", "A"), 100), (" ", ("b", "CA", "A"), 100), ("，", ("B", "A", "A"), 66), ("、", ("A", "ABC", "B"), 0))
    for n, (apart, by_number, points) in enumerate(tried):
        viewer = worker(cast, n)
        asked = reads.paper(quiz, viewer.account, today())
        assert take_part(viewer, quiz, answers=apart.join(by_number[q.number - 1] for q in asked)).subject.score == points
    assert codes(lambda: take_part(worker(cast, 9), quiz, answers="BACA")) == ["campaigns.answers"]


def drawn_quiz(cast):
    quiz = live(cast, "quiz", audience="anyone", paper=2, pass_score=100, prizes=2, prize="书券", each_day=2)
    viewers = [worker(cast, n, member=False) for n in range(6)]
    for n, viewer in enumerate(viewers):
        take_part(viewer, quiz, answers="AB" if n == 5 else "AA")
    take_part(viewers[0], quiz, answers="AA")
    do(acts.close, cast.wang, quiz)
    return quiz, viewers


def test_a_prize_draw_is_published_and_verified_by_anybody_and_no_list_changes_after_it(cast, tmp_path, capsys):
    quiz, viewers = drawn_quiz(cast)
    assert reads.published(again(quiz)) is None and Client().get(f"/portal/campaigns/{quiz.pk}/draw.json").status_code == 404
    do(acts.draw, cast.li, quiz)
    answer = Client().get(f"/portal/campaigns/{quiz.pk}/draw.json")
    file = tmp_path / "draw.json"
    file.write_bytes(answer.content)
    assert main(["lottery", "verify", str(file)]) == 0 and "5 entries, drawn again: the same order" in capsys.readouterr().out
    told = json.loads(answer.content)
    won = Participation.objects.for_act("test").filter(campaign=quiz, place__isnull=False).order_by("place")
    assert told["winners"] == [reads.ticket_of(p.who) for p in won] == told["order"][:2] and told["commitment"] == quiz.committed
    for change in ({"seed": "f" * 32}, {"order": told["order"][::-1]}):
        file.write_text(json.dumps(told | change))
        assert main(["lottery", "verify", str(file)]) == 1
    winner = next(v for v in viewers if reads.my_ticket(quiz, v) == told["winners"][0])
    Phone(winner.account).go(f"campaigns/{quiz.pk}/result/").says(f"{told['winners'][0]} · 中奖", "5 人，每人一个抽奖号")
    text = f"活动编号,参加人标识,日期,得分\n{quiz.pk},late,{today().isoformat()},100\n"
    batch = do(check, cast.wang, node=cast.nodes["district"], kind="participations", file=SimpleUploadedFile("晚.csv", text.encode())).subject
    assert (batch.good, batch.bad) == (0, 1)


def test_a_seed_that_is_not_the_one_committed_to_draws_nothing(cast):
    quiz, _viewers = drawn_quiz(cast)
    by_house("tests.seed", lambda ctx: Campaign.objects.for_act("test").filter(pk=quiz.pk).update(seed="0" * 32))
    assert codes(lambda: do(acts.draw, cast.li, quiz)) == ["campaigns.seed_changed"] and again(quiz).state == "closed"


@pytest.mark.parametrize(("answers", "right", "points"), [("ABC", "ABC", 100), ("ABD", "ABC", 66), ("D", "A", 0)])
def test_a_paper_is_scored_in_percent(answers, right, points):
    assert rules.score(answers, right) == points


def test_nobody_wins_twice_and_another_seed_draws_others():
    entries = [(n, f"who{n % 10}") for n in range(40)]
    won = rules.draw("seed", entries, 10)
    assert len({dict(entries)[n] for n in won}) == len(won) == 10
    assert rules.draw("seed", reversed(entries), 10) == won != rules.draw("other", entries, 10)
