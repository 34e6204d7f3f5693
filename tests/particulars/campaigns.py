"""Campaigns whose days span those of a situation: a quiz with prizes, a vote with candidates."""

from datetime import timedelta

from gonghui.commons.ballots.models import Option, Poll
from gonghui.kernel.clock import now, today
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.campaigns import words
from gonghui.lines.education.campaigns.models import Campaign, Candidate, JuryMark, Participation, Round

from .enrolment import known

DAY = timedelta(days=1)


def live(g, **changed):
    """A campaign that runs."""
    return g.on(g.on(g.made("campaigns.draft", **changed), "campaigns.approve"), "campaigns.launch")


def change(campaign, **values) -> None:
    by_house("tests.campaign", lambda ctx: Campaign.objects.for_act("test").filter(pk=campaign.pk).update(**values))


def played(g, campaign):
    """A campaign that somebody has taken part in, whatever its state is: entered behind its back."""
    g.new_worker()
    account = g.worker
    known(g)
    values = {"node": campaign.node, "campaign": campaign, "account": account, "who": account.pk.to_bytes(32), "on": campaign.opens_on, "turn": 1}
    return by_house("tests.played", lambda ctx: ctx.create(Participation, **values))


def with_candidates(g, campaign):
    """A vote for which two candidates stand."""
    change(campaign, sort="vote")
    for _n in range(2):
        values = {"node": campaign.node, "campaign": campaign, "title": f"候选{next(g.numbers)}", "on": campaign.opens_on, "state": "accepted"}
        by_house("tests.candidate", lambda ctx, values=values: ctx.create(Candidate, **values))


def final(g, campaign):
    """A vote whose final was counted twice and marked by reviewers, entered behind its back."""
    with_candidates(g, campaign)
    change(campaign, vote_share=40, places=1)

    def make(ctx):
        told = {"kind": words.FINAL, "title": f"终选{next(g.numbers)}", "node": campaign.node, "for_node": campaign.node, "state": "counted"}
        poll = ctx.create(Poll, **told, opens_at=now(), closes_at=now() + DAY, counted_on=today(), recounted_on=today())
        ctx.create(Round, campaign=campaign, poll=poll)
        for n, one in enumerate(Candidate.objects.for_act("test").filter(campaign=campaign), 1):
            named = {"about_noun": "education_campaigns.candidate", "about_id": one.pk}
            ctx.create(Option, poll=poll, number=n, title=one.title, votes=n, **named)
            for name in ("li", "wu", "xie"):
                ctx.create(JuryMark, node=campaign.node, candidate=one, account=g.cast.accounts[name], mark=80 + n, on=today())

    by_house("tests.final", make)


def replied(g, suggestion):
    """A suggestion that has its reply."""
    if suggestion.settled_on is None:
        g.on(g.on(suggestion, "campaigns.sort_suggestion"), "campaigns.adopt_suggestion")


def standing(g):
    """A candidate of a vote whose award has a rule."""
    campaign = g.made("campaigns.draft", sort="vote")
    change(campaign, vote_share=40, places=1)
    return g.on(g.made("campaigns.nominate", campaign=campaign), "campaigns.accept_candidate")


BORN_BY = {"education_campaigns.participation": "campaigns.take_part"}
VALUES = {
    ("campaigns.suggest", "campaign"): lambda g, s: live(g, sort="suggest"),
    ("campaigns.add_question", "right"): lambda g, s: "A",
    ("campaigns.draft", "sort"): lambda g, s: "check_in",
    ("campaigns.draft", "audience"): lambda g, s: "anyone",
    ("campaigns.draft", "opens_on"): lambda g, s: today(),
    ("campaigns.draft", "closes_on"): lambda g, s: today() + 500 * DAY,
    ("campaigns.draft", "prizes"): lambda g, s: 2,
    ("campaigns.draft", "prize_value"): lambda g, s: 50,
    ("campaigns.take_part", "campaign"): lambda g, s: live(g),
    ("campaigns.nominate", "campaign"): lambda g, s: g.made("campaigns.draft", sort="vote"),
    ("campaigns.mark", "candidate"): lambda g, s: standing(g),
    ("campaigns.make_poll", "opens_at"): lambda g, s: now(),
    ("campaigns.make_poll", "closes_at"): lambda g, s: now() + 10 * DAY,
    ("campaigns.list_prizes", "batch"): lambda g, s: g.made("money.open_batch", kind=words.PRIZE),
}
FIRST = {
    "campaigns.publish_suggestion": replied,
    "campaigns.set_award": lambda g, s: change(s, sort="vote"),
    "campaigns.award": final,
    "campaigns.draw": played,
    "campaigns.add_question": lambda g, s: change(s, sort="quiz"),
    "campaigns.make_poll": with_candidates,
    "campaigns.report": lambda g, s: change(s, prizes=0),
}
LATE = {"campaigns.days_end": lambda g: live(g, closes_on=today() + DAY)}
