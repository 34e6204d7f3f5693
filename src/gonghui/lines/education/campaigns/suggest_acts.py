"""A collection of suggestions 征集: suggested by workers, sorted, answered or adopted with a reply, published without a name."""

from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.privacy.masks import NUMBERS

from . import reads, words
from .models import Campaign, Participation, Suggestion
from .words import G

REPLY = Annotated[str, P(_("答复"), help=_("建议人可见；公布时一并公布"), long=True, max_length=500)]


@act("campaigns.suggest", Suggestion, label=_("提建议"), past=_("已提交，答复后会通知您"), by=(MEMBER,), at="campaign", icon="lightbulb", main=True)
def suggest(
    ctx,
    *,
    campaign: Annotated[Campaign, P(_("活动"), pick=lambda rows, viewer: reads.collecting())],
    says: Annotated[str, P(_("建议"), long=True, max_length=500)],
):
    """
    Suggest something, which is one time of taking part. Refuses: NOT_COLLECTING, what `reads.why_not` refuses of the campaign, NUMBER_IN_IT,
    SAID_TWICE.
    """
    campaign = Campaign.objects.for_act("suggest").select_related("node", "for_node").get(pk=campaign.pk)
    if campaign.sort != words.Sort.SUGGEST:
        raise words.NOT_COLLECTING()
    who, turn = reads.turn_of(campaign, ctx.account, ctx.day)
    no = reads.why_not(campaign, ctx.viewer, ctx.day, claiming=True)
    if no is not None:
        raise no
    if NUMBERS.search(says):
        raise words.NUMBER_IN_IT()
    if Suggestion.objects.for_act("once").filter(campaign=campaign, account=ctx.account, says=says).exists():
        raise words.SAID_TWICE()
    part = ctx.create(Participation, node=campaign.node, campaign=campaign, account=ctx.account, who=who, turn=turn, on=ctx.day)
    return ctx.create(Suggestion, node=campaign.node, campaign=campaign, account=ctx.account, participation=part, says=says, on=ctx.day)


@act("campaigns.sort_suggestion", Suggestion, label=_("归类"), past=_("已归类"), by=OFFICERS, icon="sort", main=True)
def sort_suggestion(ctx, suggestion, *, topic: Annotated[str, P(_("类别"), help=_("如薪酬待遇、食堂宿舍、培训"), max_length=40)]):
    """Put it under a topic; may be put under another until it is answered."""
    suggestion.topic = topic


def _settle(ctx, suggestion: Suggestion, reply: str, past) -> None:
    suggestion.reply, suggestion.settled_on = reply, ctx.day
    tell(ctx, suggestion.account, now_("您在“{title}”的建议{past}：{reply}").format(title=suggestion.campaign, past=past, reply=reply))


@act("campaigns.answer_suggestion", Suggestion, label=_("答复"), past=_("已答复"), by=OFFICERS, icon="reply")
def answer_suggestion(ctx, suggestion, *, reply: REPLY):
    """Answer it without adopting it; the worker is told."""
    _settle(ctx, suggestion, reply, G.ANSWERED.label)


@act("campaigns.adopt_suggestion", Suggestion, label=_("采纳"), past=_("已采纳"), by=OFFICERS, icon="thumb_up", main=True)
def adopt_suggestion(ctx, suggestion, *, reply: REPLY):
    """Adopt it, and say what comes of it; the worker is told."""
    _settle(ctx, suggestion, reply, G.ADOPTED.label)


@act(
    "campaigns.publish_suggestion", Suggestion, label=_("公布"), past=_("已公布"), by=OFFICERS, icon="campaign",
    when=lambda s: s.settled_on is not None and s.published_on is None, apart_from=("campaigns.answer_suggestion", "campaigns.adopt_suggestion"),
)  # fmt: skip
def publish_suggestion(ctx, suggestion):
    """Let everybody read suggestion and reply, without a name; by another than whoever replied."""
    suggestion.published_on = ctx.day
