"""An award decided by votes and reviewers together: the rule before the vote, marks, and the ranking; never by votes alone."""

from typing import Annotated

from django.db.models import Count, Sum
from django.utils.translation import gettext_lazy as _

from gonghui.commons.ballots.models import Option, Poll
from gonghui.commons.ballots.words import FROZEN
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.config import value
from gonghui.kernel.ledger.act import CREATING, P, act
from gonghui.kernel.ledger.models import Event

from . import rules, words
from .models import Campaign, Candidate, JuryMark, Round
from .words import S, Sort


@act(
    "campaigns.set_award", Campaign, label=_("定评选办法"), past=_("已定评选办法"), by=OFFICERS, icon="rule",
    when=lambda c: c.sort == Sort.VOTE and c.state in (S.DRAFT, S.APPROVED),
)  # fmt: skip
def set_award(
    ctx,
    campaign,
    *,
    vote_share: Annotated[int, P(_("网络投票占比（%）"), help=_("其余由评审打分"), least=0, most=100)],
    places: Annotated[int, P(_("评选名额"), least=1, most=1000)],
):
    """
    Say before the vote how an award is decided: what percent the votes are, the reviewers' marks being the rest. Refuses: RULE_LATE once the
    final is made, SHARE above `campaigns.vote_share_most`.
    """
    if Round.objects.for_act("rounds").filter(campaign=campaign, poll__kind=words.FINAL).exists():
        raise words.RULE_LATE()
    most = value("campaigns.vote_share_most", campaign.node, ctx.day)
    if vote_share > most:
        raise words.SHARE(share=vote_share, most=most)
    campaign.vote_share, campaign.places = vote_share, places


@act("campaigns.mark", JuryMark, label=_("评审打分"), past=_("已打分"), by=("expert", *UPPER), at="candidate", icon="rate_review", main=True)
def give_mark(
    ctx,
    *,
    candidate: Annotated[Candidate, P(_("候选"))],
    mark: Annotated[int, P(_("评分"), least=0, most=100)],
    says: Annotated[str, P(_("评语"), long=True, max_length=300)] = "",
):
    """Mark a candidate, once a reviewer. Refuses: NO_RULE, NOT_STANDING, RANKED, OWN_CANDIDATE, MARKED."""
    campaign = Campaign.objects.for_act("marks").select_for_update(of=("self",), no_key=True).get(pk=candidate.campaign_id)
    if campaign.vote_share is None:
        raise words.NO_RULE(field="candidate")
    if candidate.state != words.N.ACCEPTED:
        raise words.NOT_STANDING(title=candidate)
    if campaign.ranked_on is not None:
        raise words.RANKED(field="candidate")
    told = Event.objects.for_act("whose candidate").filter(noun=Candidate._meta.label_lower, subject=candidate.pk)
    if ctx.viewer.account_id and told.filter(link__actor=ctx.viewer.account_id).exists():
        raise words.OWN_CANDIDATE(title=candidate)
    if JuryMark.objects.for_act("once").filter(candidate=candidate, account=ctx.account).exists():
        raise words.MARKED(title=candidate, field="candidate")
    return ctx.create(JuryMark, node=candidate.node, candidate=candidate, account=ctx.account, mark=mark, says=says, on=ctx.day)


@act(
    "campaigns.award", Campaign, label=_("评定名次"), past=_("已评定名次"), by=OFFICERS, apart_from=(CREATING,), icon="leaderboard",
    when=lambda c: c.sort == Sort.VOTE and c.ranked_on is None and c.state != S.CANCELLED,
)  # fmt: skip
def award(ctx, campaign):
    """
    Rank the candidates of the final by votes and marks together; not by whoever drafted the campaign. Refuses: NO_RULE for a vote whose award
    had no rule before it, NO_RESULT before the final is counted twice, FEW_MARKS.
    """
    if campaign.vote_share is None:
        raise words.NO_RULE()
    final = Poll.objects.for_act("the final").filter(
        campaign_round__campaign=campaign, kind=words.FINAL, state__in=FROZEN, recounted_on__isnull=False
    )
    votes = dict(Option.objects.for_act("the final").filter(poll__in=final).values_list("about_id", "votes"))
    if not votes:
        raise words.NO_RESULT()
    rows = JuryMark.objects.for_act("marks").filter(candidate__in=list(votes))
    marks = {one: (total, count) for one, total, count in rows.values_list("candidate").annotate(total=Sum("mark"), n=Count("pk")).order_by()}
    standing = Candidate.objects.for_act("the final").in_bulk(list(votes))
    least = value("campaigns.reviewers_least", campaign.node, ctx.day)
    for pk, candidate in sorted(standing.items()):
        count = marks.get(pk, (0, 0))[1]
        if count < least:
            raise words.FEW_MARKS(title=candidate, count=count, least=least)
    for pk, mark, total, rank in rules.ranked(votes, marks, campaign.vote_share):
        candidate = standing[pk]
        candidate.votes, candidate.mark, candidate.total, candidate.rank = votes[pk], mark, total, rank
        candidate.save()
    campaign.ranked_on = ctx.day
