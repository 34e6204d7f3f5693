"""An award of a public vote: its rule before the vote, votes as a share only, reviewers' marks joined, and refused otherwise."""

from datetime import timedelta

import pytest

from gonghui.commons.ballots import acts as ballots
from gonghui.commons.ballots.models import Option, Poll
from gonghui.kernel.access.models import Grant
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import now, today
from gonghui.kernel.config import Setting
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.campaigns import acts, award_acts, rules, vote_acts, words
from gonghui.lines.education.campaigns.models import Candidate
from tests.commons.test_enrolment import again, codes, worker
from tests.journeys.phones import Phone

from .test_campaigns import drafted

DAY = timedelta(days=1)


def jury(cast, count=3):
    """Reviewers beside the one of the cast."""

    def make(ctx, account):
        Grant(account=account, role="expert", node=cast.nodes["province"], since=today()).save()
        return Viewer(account)

    return [by_house("tests.jury", lambda ctx, n=n: make(ctx, worker(cast, 800 + n, member=False).account)) for n in range(count)]


def vote_with(cast, titles, **rule):
    """An approved public vote with candidates that stand, and its award's rule if there is one."""
    campaign = drafted(cast, "vote", audience="anyone")
    for title in titles:
        do(vote_acts.accept_candidate, cast.li, do(vote_acts.nominate, cast.wang, campaign=campaign, title=title).subject)
    do(acts.approve, cast.li, campaign)
    if rule:
        do(award_acts.set_award, cast.wang, campaign, **rule)
    return campaign


def voted(cast, campaign, ballots_for) -> Poll:
    """The final, voted in as told, closed."""
    do(vote_acts.make_poll, cast.wang, campaign, kind=words.FINAL, opens_at=now() - DAY, closes_at=now() + DAY)
    poll = do(ballots.open_poll, cast.wang, Poll.objects.for_act("test").get(campaign_round__campaign=campaign)).subject
    for n, title in enumerate(ballots_for):
        do(ballots.cast, worker(cast, 300 + n, member=False), poll=poll, options=[Option.objects.for_act("test").get(poll=poll, title=title)])
    return do(ballots.close, cast.wang, poll).subject


def by_title(campaign) -> dict:
    return {c.title: c for c in Candidate.objects.for_act("test").filter(campaign=campaign)}


def test_an_award_takes_votes_as_a_share_and_the_reviewers_marks_for_the_rest(cast):
    campaign, reviewers = vote_with(cast, "甲乙", vote_share=40, places=1), jury(cast)
    poll = voted(cast, campaign, "甲甲甲乙")
    assert codes(lambda: do(award_acts.award, cast.li, campaign)) == ["campaigns.no_result"]
    do(ballots.count, cast.wang, poll)
    assert codes(lambda: do(award_acts.award, cast.li, campaign)) == ["campaigns.no_result"]
    do(ballots.recount, cast.li, poll)
    named = by_title(campaign)
    for reviewer in reviewers[:2]:
        do(award_acts.give_mark, reviewer, candidate=named["甲"], mark=60)
        do(award_acts.give_mark, reviewer, candidate=named["乙"], mark=96)
    assert codes(lambda: do(award_acts.award, cast.li, campaign)) == ["campaigns.few_marks"]
    do(award_acts.give_mark, reviewers[2], candidate=named["甲"], mark=61)
    do(award_acts.give_mark, reviewers[2], candidate=named["乙"], mark=98)
    assert codes(lambda: do(award_acts.award, cast.wang, campaign)) == ["same_person"]
    do(award_acts.award, cast.li, campaign)
    one, two = by_title(campaign)["甲"], by_title(campaign)["乙"]
    assert (one.votes, one.mark, one.total, one.rank) == (3, 6033, (40 * 10000 + 60 * 6033) // 100, 1)
    assert (two.votes, two.mark, two.total, two.rank) == (1, 9666, (40 * 3333 + 60 * 9666) // 100, 2)
    assert codes(lambda: do(award_acts.give_mark, cast.xie, candidate=one, mark=1)) == ["campaigns.ranked"]
    assert codes(lambda: do(award_acts.award, cast.li, again(campaign))) == ["wrong_state"]
    Phone(worker(cast, 999, member=False).account).go("campaigns/").says("已公布的结果").go(f"campaigns/{campaign.pk}/result/").says(
        "网络投票占 40 %，评审打分占 60 %", "1. 甲 · 入选", "76.19", "2. 乙"
    )


@pytest.mark.parametrize("share", [41, 99, 100])
def test_an_award_by_votes_alone_or_above_the_setting_is_refused(cast, share):
    campaign = vote_with(cast, "甲乙")
    with_refusal = {"vote_share": share, "places": 1}
    assert codes(lambda: do(award_acts.set_award, cast.wang, campaign, **with_refusal)) == ["campaigns.share"]
    row = {"key": "campaigns.vote_share_most", "node": cast.nodes["province"], "value": 99, "since": today()}
    by_house("tests.setting", lambda ctx: ctx.create(Setting, **row))
    if share < 100:
        assert do(award_acts.set_award, cast.wang, campaign, **with_refusal).subject.vote_share == share
    else:
        assert codes(lambda: do(award_acts.set_award, cast.wang, campaign, **with_refusal)) == ["campaigns.share"]
        behind = lambda ctx: type(campaign).objects.for_act("test").filter(pk=campaign.pk).update(vote_share=100)  # noqa: E731
        assert codes(lambda: by_house("tests.all", behind)) == ["clash"]  # the table itself takes no votes alone


def test_a_vote_without_a_rule_before_it_ranks_nobody(cast):
    campaign = vote_with(cast, "甲乙")
    assert codes(lambda: do(award_acts.give_mark, cast.xie, candidate=by_title(campaign)["甲"], mark=90)) == ["campaigns.no_rule"]
    poll = voted(cast, campaign, "甲")
    assert codes(lambda: do(award_acts.set_award, cast.wang, campaign, vote_share=10, places=1)) == ["campaigns.rule_late"]
    do(ballots.count, cast.wang, poll)
    do(ballots.recount, cast.li, poll)
    assert codes(lambda: do(award_acts.award, cast.li, campaign)) == ["campaigns.no_rule"]


def test_a_reviewer_marks_once_and_not_whom_they_looked_at(cast):
    campaign = vote_with(cast, "甲乙", vote_share=30, places=1)
    one = by_title(campaign)["甲"]
    do(award_acts.give_mark, cast.xie, candidate=one, mark=90)
    assert codes(lambda: do(award_acts.give_mark, cast.xie, candidate=one, mark=95)) == ["campaigns.marked"]
    assert codes(lambda: do(award_acts.give_mark, cast.li, candidate=one, mark=95)) == ["campaigns.own_candidate"]
    waiting = do(vote_acts.nominate, cast.wang, campaign=campaign, title="丙").subject
    assert codes(lambda: do(award_acts.give_mark, cast.xie, candidate=waiting, mark=90)) == ["campaigns.not_standing"]


def test_who_is_equal_shares_a_rank_and_without_any_vote_the_marks_decide():
    assert rules.ranked({1: 5, 2: 5, 3: 0}, {1: (240, 3), 2: (240, 3), 3: (300, 3)}, 50) == [
        (1, 8000, 9000, 1), (2, 8000, 9000, 1), (3, 10000, 5000, 3)
    ]  # fmt: skip
    assert [row[0] for row in rules.ranked({1: 0, 2: 0}, {1: (70, 1), 2: (80, 1)}, 40)] == [2, 1]
    with pytest.raises(ValueError, match="100"):
        rules.ranked({1: 1}, {1: (1, 1)}, 100)
