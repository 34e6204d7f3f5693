"""CAM-3 Public vote: nominated, looked at, voted on the phone with a receipt, false ballots set aside, counted twice and posted."""

from datetime import timedelta

import pytest

from gonghui.commons.ballots import reads
from gonghui.commons.ballots.models import Poll
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.campaigns import acts, award_acts, vote_acts, words
from tests.commons.test_ballots_at_the_gate import polled
from tests.commons.test_enrolment import worker
from tests.lines.test_awards import by_title, jury, vote_with, voted
from tests.lines.test_campaigns import drafted

from .conftest import the
from .gated import gated
from .office import AtDesk
from .phones import Phone


def test_a_public_vote_is_cast_checked_cleaned_counted_and_posted(cast, program):
    campaign = drafted(cast, "vote", audience="anyone")
    for title in "甲乙":
        do(vote_acts.accept_candidate, cast.li, do(vote_acts.nominate, cast.wang, campaign=campaign, title=title).subject)
    do(acts.approve, cast.li, campaign)
    window = {"opens_at": now() - timedelta(days=1), "closes_at": now() + timedelta(days=1)}
    do(vote_acts.make_poll, cast.wang, campaign, kind=words.FINAL, **window)
    wang, li, poll = program("wang"), program("li"), the(Poll)
    assert wang(f"/acts/ballots.open/{poll.pk}", {}).status_code == 200
    assert wang(f"/acts/campaigns.launch/{campaign.pk}", {}).status_code == 200
    one, two = reads.options_of(poll)
    receipts = []
    for n in range(3):
        phone = Phone(worker(cast, n, member=False).account).go(f"campaigns/{campaign.pk}/").says("投票 · 网上投票（终选）").go(f"votes/{poll.pk}/")
        if n == 0:
            phone.send(422).says("此项必填")
        phone.send(options=str(one.pk if n else two.pk)).says("请保存回执", "您已投票")
        receipts.append(phone.text.split("请保存回执：")[1][:19])
    phone.go("votes/receipt/?code=" + receipts[0]).says("计入结果").lacks("甲", "乙")
    assert phone.client.get("/portal/votes/receipt/?code=0000").status_code == 404
    false = reads.ballot_by(receipts[2])
    assert wang(f"/acts/ballots.set_aside/{false.pk}", {"reason": "fraud", "why": "刷票"}).status_code == 200
    phone.go("votes/receipt/?code=" + receipts[2]).says("不计票：刷票")
    for who, key in ((wang, "close"), (wang, "count"), (li, "recount"), (li, "post")):
        assert who(f"/acts/ballots.{key}/{poll.pk}", {}).status_code == 200, key
    phone.go("votes/").says("已公布的结果").go(f"votes/{poll.pk}/").says("甲 1 票", "乙 1 票", "有效票 2", "不计票 1")
    assert wang("/figures/campaigns.votes", node="DISTRICT", period=str(now().year)).json()["value"] == 2


def test_an_award_is_ranked_by_votes_and_marks_together_and_never_by_votes_alone(cast):
    campaign, (wang, li) = vote_with(cast, "甲乙"), (AtDesk(cast, name) for name in ("wang", "li"))
    wang.refused("campaigns.set_award", "网络投票占 100 %，最多只能占 40 %", campaign, vote_share=100, places=1)
    wang.does("campaigns.set_award", campaign, vote_share=40, places=1)
    poll, candidates = voted(cast, campaign, "甲甲乙"), by_title(campaign)
    wang.does("ballots.count", poll)
    li.does("ballots.recount", poll).refused("campaigns.award", "只有 0 位评审打分，至少需要 3 位", campaign)
    for reviewer in jury(cast):
        for title, mark in (("甲", 70), ("乙", 95)):
            do(award_acts.give_mark, reviewer, candidate=candidates[title], mark=mark)
    li.does("campaigns.award", campaign).reads(campaign, "评选名次", "82.00", "77.00")
    Phone(worker(cast, 998, member=False).account).go(f"campaigns/{campaign.pk}/result/").says("1. 甲 · 入选", "82.00", "2. 乙", "77.00")


@pytest.mark.browser
def test_a_vote_on_a_phone_goes_through_the_gate_once_though_the_line_broke(person, stage, live_server):
    with trusted():
        poll = polled(stage, most=2)
        account = worker(stage, 1, member=False).account
    phone = person("worker", phone=True)
    with gated(phone, account, live_server.url) as codes:
        phone.go(f"/portal/votes/{poll.pk}/")
        phone.page.get_by_label("1. 甲").check()
        phone.page.locator("#vote button").click()
        phone.page.wait_for_selector("#vote[data-code=done]", timeout=60_000)
    phone.look("vote-gate").says("已投票，请保存回执：")
    assert codes == ["done"]
    receipt = phone.page.inner_text("#vote-says").split("：")[1]
    phone.go(f"/portal/votes/receipt/?code={receipt}").says("计入结果")
    phone.go(f"/portal/votes/{poll.pk}/").says("您已投票")
