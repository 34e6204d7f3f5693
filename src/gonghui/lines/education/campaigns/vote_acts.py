"""A public vote: candidates nominated and looked at, then a poll of those accepted."""

from datetime import datetime
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.ballots.acts import save_poll
from gonghui.commons.ballots.words import Electorate, Secrecy
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.ledger.act import CREATING, WHY, P, act

from . import reads, words
from .models import Campaign, Candidate, Round
from .words import S, Sort


@act(
    "campaigns.nominate",
    Candidate,
    label=_("提名候选"),
    past=_("已提名，待审核"),
    by=(MEMBER,),
    at="campaign",
    icon="person_add",
    main=True,
)
def nominate(
    ctx,
    *,
    campaign: Annotated[Campaign, P(_("活动"), pick=lambda rows, viewer: reads.nominating())],
    title: Annotated[str, P(_("候选"), max_length=100)],
    says: Annotated[str, P(_("事迹"), long=True, max_length=500)] = "",
):
    """Nominate a candidate. Refuses: NOT_VOTE, NOT_LIVE once a poll is made, CANDIDATE_TWICE."""
    if campaign.sort != Sort.VOTE:
        raise words.NOT_VOTE()
    if campaign.state not in (S.DRAFT, S.APPROVED):
        raise words.NOT_LIVE()
    if Candidate.objects.for_act("once").filter(campaign=campaign, title=title).exists():
        raise words.CANDIDATE_TWICE(title=title)
    return ctx.create(Candidate, node=campaign.node, campaign=campaign, title=title, says=says, account=ctx.account, on=ctx.day)


@act("campaigns.accept_candidate", Candidate, label=_("审核通过"), past=_("已通过"), by=OFFICERS, apart_from=(CREATING,), icon="check", main=True)
def accept_candidate(ctx, candidate):
    """Let it stand; not by whoever nominated it."""


@act("campaigns.turn_down", Candidate, label=_("不予通过"), past=_("未通过"), by=OFFICERS, icon="close")
def turn_down(ctx, candidate, *, why: Annotated[str, WHY]):
    """It does not stand, with a reason."""


@act(
    "campaigns.make_poll",
    Campaign,
    label=_("生成投票"),
    past=_("已生成投票"),
    by=OFFICERS,
    icon="how_to_vote",
    when=lambda c: c.state in (S.APPROVED, S.LIVE),
)
def make_poll(
    ctx,
    campaign,
    *,
    kind: Annotated[str, P(_("轮次"), choices=[(words.HEAT, _("初选")), (words.FINAL, _("终选"))])],
    opens_at: Annotated[datetime, P(_("投票开始"))],
    closes_at: Annotated[datetime, P(_("投票截止"))],
    most: Annotated[int, P(_("最多选几项"), least=1, most=50)] = 1,
    each_day: Annotated[int, P(_("每人每日票数"), help=_("0 为全程只投一票"), least=0, most=100)] = 0,
):
    """Make the poll of a round from the accepted candidates. Refuses: NOT_VOTE, FEW_CANDIDATES, ROUND_OPEN, DAYS."""
    if campaign.sort != Sort.VOTE:
        raise words.NOT_VOTE()
    if Round.objects.for_act("rounds").filter(campaign=campaign, poll__kind=kind).exists():
        raise words.ROUND_OPEN()
    standing = Candidate.objects.for_act("candidates").filter(campaign=campaign, state=words.N.ACCEPTED).order_by("pk")
    if standing.count() < max(2, most):
        raise words.FEW_CANDIDATES(count=standing.count())
    electorate = Electorate.MEMBERS if campaign.audience == words.Audience.MEMBERS else Electorate.ANYONE
    poll = save_poll(
        ctx, node=campaign.node, kind=kind, title=campaign.title, opens_at=opens_at, closes_at=closes_at, most=most, each_day=each_day, about=campaign,
        secrecy=Secrecy.SECRET, electorate=electorate, for_node=campaign.for_node, options=[(candidate.title, candidate) for candidate in standing],
    )  # fmt: skip
    ctx.create(Round, campaign=campaign, poll=poll)
