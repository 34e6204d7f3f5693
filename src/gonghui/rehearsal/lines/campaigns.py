"""Campaigns on the web and a public vote, as the demonstration and the published figures have them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import polars as pl
from django.utils import timezone

from gonghui.commons.ballots import acts as ballots
from gonghui.commons.ballots.models import Poll
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.viewer import SYSTEM, Viewer
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.privacy.crypto import blind
from gonghui.kernel.tree.models import Node
from gonghui.lines.education.campaigns import acts, award_acts, coupon_acts, settle_acts, suggest_acts, vote_acts, words
from gonghui.lines.education.campaigns.coupon_reads import code_of
from gonghui.lines.education.campaigns.models import Campaign
from gonghui.lines.organization.membership.words import MERCHANT
from gonghui.rehearsal.replay.ground import Ground, days

ONE = timedelta(days=1)
NAMES = ("惠工春节", "三八节专享", "书香职工", "五一出行", "喜迎大会答题")


def moment(day: date, hour: int = 9) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def campaign(ground: Ground, node: Node, opens: date, title: str, *, sort: str = "check_in", live: bool = True, lasts: int = 20) -> Campaign:
    """A campaign that went live on a day, or was only drafted."""
    with clock.at(opens - 9 * ONE):
        made = do(acts.draft, SYSTEM, node=node, title=title, sort=sort, opens_on=opens, closes_on=opens + lasts * ONE, audience="anyone").subject
        if live:
            do(acts.approve, ground.officer, made)
            if sort != "vote":
                do(acts.launch, SYSTEM, made)
    return made


def took_part(ground: Ground, made: Campaign, on: list[date]) -> None:
    ground.table("participations", participations(made, on))


def participations(made: Campaign, on: list[date]) -> pl.DataFrame:
    """That many participations, each by somebody else, on these days."""
    return pl.DataFrame({"campaign": str(made.pk), "who": [f"u{i}" for i in range(len(on))], "on": [d.isoformat() for d in on], "score": ""})


def shaanxi(stage, n) -> None:
    if not n("SN-024"):
        return
    ground, beside = stage.ground, stage.beside
    start, end, count = date(2023, 1, 1), date(2023, 12, 31), n("SN-024")
    made = [campaign(ground, ground.root, day, f"{NAMES[i % 5]}{i}") for i, day in enumerate(days(start, end - 30 * ONE, count))]
    each = n("SN-025") // count
    for i, one in enumerate(made):
        took_part(ground, one, days(one.opens_on, one.opens_on + 20 * ONE, each + (n("SN-025") - each * count if i == 0 else 0)))
    campaign(ground, ground.root, start + 40 * ONE, "未上线", live=False)
    around = [campaign(ground, ground.root, day, f"跨年{day}") for day in (start - ONE, end + ONE)]
    took_part(ground, around[0], [start - ONE] * 3)
    took_part(ground, around[1], [end + ONE] * 2)
    away = campaign(beside, beside.root, start + 20 * ONE, "邻省打卡")
    took_part(beside, away, [start + 21 * ONE] * 5)


def vote(ground: Ground, kind: str, opens: date, count: int, *, aside: int = 0, counted: bool = True) -> Poll:
    """A public vote of four candidates with that many accepted ballots, and some set aside."""
    made = campaign(ground, ground.root, opens, f"好网民{kind}{opens}", sort="vote")
    with clock.at(opens - 3 * ONE):
        for name in ("甲", "乙", "丙", "丁"):
            do(vote_acts.accept_candidate, ground.officer, do(vote_acts.nominate, SYSTEM, campaign=made, title=name).subject)
        do(vote_acts.make_poll, SYSTEM, made, kind=kind, opens_at=moment(opens), closes_at=moment(opens + 10 * ONE), each_day=1)
        poll = Poll.objects.for_act("replay").get(campaign_round__campaign=made)
        do(ballots.open_poll, SYSTEM, poll)
    ground.table("ballots", ballots_cast(poll, days(opens, opens + 10 * ONE, count + aside), 4, aside))
    do(ballots.close, SYSTEM, poll)
    if counted:
        do(ballots.count, SYSTEM, poll)
        do(ballots.recount, ground.officer, poll)
    return poll


def ballots_cast(poll: Poll, on: list[date], options: int, aside: int) -> pl.DataFrame:
    """A ballot on each of these days, each by somebody else, on the options in turn; the last ones set aside."""
    return pl.DataFrame({"n": range(len(on))}).select(
        pl.lit(str(poll.pk)).alias("poll"),
        pl.format("v{}", pl.col("n")).alias("voter"),
        (pl.col("n") % options + 1).cast(pl.String).alias("options"),
        pl.Series("on", on).cast(pl.String),
        pl.lit("").alias("device"),
        pl.when(pl.col("n") < len(on) - aside).then(pl.lit("")).otherwise(pl.lit("刷票")).alias("status"),
    )


def hebei(stage, n) -> None:
    if not n("HB-006"):
        return
    ground, beside = stage.ground, stage.beside
    vote(ground, words.FINAL, date(2023, 9, 1), n("HB-006"), aside=60)
    vote(ground, words.HEAT, date(2023, 6, 1), 40)
    vote(ground, words.FINAL, date(2023, 10, 20), 15, counted=False)
    vote(ground, words.FINAL, date(2022, 12, 12), 30)
    vote(beside, words.FINAL, date(2023, 9, 1), 25)


REPLAY = {"shaanxi": shaanxi, "hebei": hebei}


def demo(b) -> None:
    """Campaigns in each state: one to approve, a check-in and a quiz that run, one reported; a vote that runs and one posted."""
    city, today = b.cities[0], b.today

    def made(title: str, sort: str, opens: date, *, live: bool = True, **more) -> Campaign:
        span = {"opens_on": opens, "closes_on": opens + 30 * ONE}
        one = b.do(acts.draft, "li", at=opens - 5 * ONE, node=city, title=title, sort=sort, audience="anyone", **span, **more)
        if sort == "quiz":
            for n, says in enumerate(("大会几年召开一次？", "工会的基本职责是什么？", "工会经费由谁拨缴？")):
                answers = (("五年", "三年"), ("维护、服务职工", "经营企业"), ("用人单位", "职工个人"))[n]
                b.do(acts.add_question, "li", one, at=opens - 4 * ONE, says=says, a=answers[0], b=answers[1], right="A")
        if live:
            b.do(acts.approve, "gao", one, at=opens - 3 * ONE)
        if live and sort != "vote":
            b.do(acts.launch, "li", one, at=opens)
        return one

    made("五一出行优惠", "benefit", today + 10 * ONE, live=False)
    reading = made("书香职工打卡", "check_in", today - 10 * ONE)
    b.table("participations", city, participations(reading, days(today - 10 * ONE, today, b.count(600))))
    made("喜迎大会答题", "quiz", today - 5 * ONE, paper=3, pass_score=60, prizes=5, prize="书券", prize_value=50)
    past = made("三八节专享", "benefit", today - 60 * ONE)
    b.do(acts.close, "li", past, at=today - 30 * ONE)
    b.do(acts.report, "li", past, at=today - 29 * ONE, says="发放完毕，无投诉。")
    for title, opens in (("最美职工评选", today - 3 * ONE), ("好网民评选", today - 40 * ONE)):
        one = made(title, "vote", opens)
        for name in ("甲班组", "乙班组", "丙班组"):
            candidate = b.do(vote_acts.nominate, "wang", at=opens - 2 * ONE, campaign=one, title=name)
            candidate = b.do(vote_acts.accept_candidate, "li", candidate, at=opens - 2 * ONE)
        b.do(award_acts.set_award, "li", one, at=opens - ONE, vote_share=40, places=1)
        for reviewer, mark in (("xie", 92), ("gao", 88)):
            b.do(award_acts.give_mark, reviewer, at=opens - ONE, candidate=candidate, mark=mark)
        window = {"opens_at": moment(opens), "closes_at": moment(opens + 20 * ONE)}
        b.do(vote_acts.make_poll, "li", one, at=opens - ONE, kind=words.FINAL, **window)
        poll = Poll.objects.for_act("demo").get(campaign_round__campaign=one)
        b.do(ballots.open_poll, "li", poll, at=opens)
        b.do(acts.launch, "li", one, at=opens)
        over = opens < today - 20 * ONE
        if over:
            b.do(ballots.close, "li", poll, at=opens + 21 * ONE)
        last = min(opens + 20 * ONE, today)
        b.table("ballots", city, ballots_cast(poll, days(opens, last, b.count(400)), 3, aside=b.count(8)))
        for who, act in (("li", ballots.count), ("gao", ballots.recount), ("gao", ballots.post)) if over else ():
            b.do(act, who, poll, at=opens + 21 * ONE)


TILL = "19900000028"  # the phone by which the clerk of the demonstration signs in


def own(b, me) -> None:
    """A festival of coupons at a merchant: the worker has two to use and one that was redeemed, which the merchant is owed."""
    city, since = b.cities[0], b.today - 20 * ONE
    held = {"opens_on": since, "closes_on": b.today + 30 * ONE, "audience": "members", "each_day": 0}
    fest = b.do(acts.draft, "li", at=since - 5 * ONE, node=city, title="金秋普惠节", sort="benefit", **held)
    b.do(acts.approve, "gao", fest, at=since - 4 * ONE)
    b.do(acts.launch, "li", fest, at=since)
    told = {"kind": MERCHANT, "title": "东湖超市", "number": "普惠协议1号", "since": since - 9 * ONE, "until": b.today + 200 * ONE}
    shop = b.do(registers.enter, "li", at=since - 9 * ONE, node=city, **told)
    by_house("rehearsal.clerk", lambda ctx: ctx.create(Account, login="clerk", name="超市收银员", phone_hash=blind("phone", TILL), password="!"))
    b.do(settle_acts.appoint_clerk, "li", merchant=shop, phone=TILL, till="东湖店 1 号台")
    mine = []
    for title, value, count in (("米面油券", 20, 2000), ("早餐券", 5, 5000), ("图书券", 30, 300)):
        batch = {"title": title, "value": Decimal(value), "count": b.count(count), "until": b.today + 25 * ONE}
        made = b.do(coupon_acts.draft_coupons, "li", at=since, campaign=fest, merchant=shop, **batch)
        b.do(coupon_acts.release_coupons, "gao", made, at=since)
        mine.append(b.do(coupon_acts.claim, "chen", batch=made))
    b.cast["clerk"] = Viewer(Account.objects.for_act("demo").get(login="clerk"))
    b.do(coupon_acts.redeem, "clerk", merchant=shop, code=code_of(mine[1].pk))
    asked = b.do(acts.draft, "li", at=since, node=city, title="我为工会建言", sort="suggest", **held)
    b.do(acts.approve, "gao", asked, at=since)
    b.do(acts.launch, "li", asked, at=since)
    said = b.do(suggest_acts.suggest, "chen", at=since + ONE, campaign=asked, says="食堂夜班供应热餐")
    b.do(suggest_acts.sort_suggestion, "li", said, at=since + 2 * ONE, topic="食堂宿舍")
    b.do(suggest_acts.adopt_suggestion, "li", said, at=since + 3 * ONE, reply="已与单位协商，下月起供应。")
    b.do(suggest_acts.publish_suggestion, "gao", said, at=since + 4 * ONE)
    b.do(settle_acts.settle, "li", node=city, merchant=shop, since=since, until=b.today)
