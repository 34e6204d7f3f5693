"""What people see of campaigns, candidates, votes and who took part."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.ballots.models import Ballot, Poll
from gonghui.commons.money.models import PayBatch
from gonghui.kernel.access.roles import SEERS
from gonghui.kernel.desk import Annex, Column, Desk, Line, facet

from . import acts, award_acts, coupon_desks, reads, suggest_acts, vote_acts, words  # noqa: F401  (more desks are declared by being read)
from .models import Campaign, Candidate, JuryMark, Participation, Suggestion
from .rules import points

GROUP = _("宣传教育")
MARK = Column("mark_told", _("评审均分"), lambda c: points(c.mark), order="mark")
TOTAL = Column("total_told", _("总分"), lambda c: points(c.total), order="total")


def standings(campaign, viewer):
    """The candidates of an award as they were ranked: votes, mark, total, and who has a place."""
    return [
        Line((c.rank, c.title, c.votes, points(c.mark), points(c.total), _("入选") if c.rank <= campaign.places else "—"), c)
        for c in reads.ranking(campaign)
    ]


SEED = Column("seed_told", _("抽奖种子"), lambda c: c.seed if c.drawn_on else "—")

Desk(
    noun=Campaign, label=_("网上活动"), group=GROUP, icon="celebration", columns=("title", "sort", "node", "opens_on", "closes_on", "prizes", "state"),
    detail=(
        "title", "sort", "node", "audience", "for_node", "opens_on", "closes_on", "each_day", "each_total", "paper", "pass_score", "prize", "prizes",
        "prize_value", "committed", "drawn_on", SEED, "vote_share", "places", "ranked_on", "says", "state",
    ),
    related=("node",), filters=("state", "sort", "opens_on"), search=("title",), order=("-opens_on", "-pk"), work=("draft", "approved", "closed"),
    acts=(
        acts.draft, acts.add_question, acts.approve, award_acts.set_award, vote_acts.make_poll, acts.launch, acts.close, acts.draw, acts.list_prizes, acts.report, acts.cancel, award_acts.award,
    ),
    annexes=(
        Annex(
            "standings", _("评选名次"), (_("名次"), _("候选"), _("得票"), _("评审均分"), _("总分"), _("结果")), standings, at_once=True,
            when=lambda c: c.ranked_on is not None,
        ),
    ),
)  # fmt: skip

Desk(
    noun=Candidate, label=_("投票候选"), group=GROUP, icon="person_search", columns=("title", "campaign", "on", "state"), related=("campaign", "node"),
    detail=("title", "campaign", "says", "on", "votes", MARK, TOTAL, "rank", "state"), filters=("state", "on"), search=("title", "campaign__title"), work=("nominated",),
    acts=(vote_acts.nominate, vote_acts.accept_candidate, vote_acts.turn_down), own=True, own_label=_("我的提名"),
    seen_by=(*SEERS, "expert"), exported_by=SEERS,
)  # fmt: skip

Desk(
    noun=JuryMark, label=_("评审打分"), group=GROUP, icon="rate_review", columns=("candidate", "mark", "says", "on"), related=("candidate", "node"),
    filters=("on",), search=("candidate__title",), acts=(award_acts.give_mark,), own=True, own_label=_("我的评分"), personal=True,
)  # fmt: skip

Desk(
    noun=Suggestion, label=_("征集建议"), group=GROUP, icon="lightbulb", columns=("says", "campaign", "topic", "on", "state"), related=("campaign", "node"),
    detail=("says", "campaign", "node", "topic", "reply", "on", "settled_on", "published_on", "state"), filters=("state", "on"),
    search=("says", "topic", "campaign__title"), work=("received", "sorted"), own=True, own_label=_("我的建议"), personal=True,
    own_columns=("says", "campaign", "on", "state"), own_detail=("says", "campaign", "on", "reply", "settled_on", "state"),
    acts=(
        suggest_acts.suggest, suggest_acts.sort_suggestion, suggest_acts.adopt_suggestion, suggest_acts.answer_suggestion,
        suggest_acts.publish_suggestion,
    ),
)  # fmt: skip

Desk(
    noun=Participation, slug="participations", label=_("网上活动参加记录"), group=GROUP, icon="touch_app", columns=("campaign", "on", "score", "place"),
    related=("campaign", "node"), filters=("on",), search=("campaign__title",), acts=(acts.take_part,), own=True, own_label=_("我参加的网上活动"), personal=True,
)  # fmt: skip

facet(Poll, "campaign_polls", words.HEAT, words.FINAL, label=_("网上投票"), group=GROUP)
facet(Ballot, "campaign_ballots", words.HEAT, words.FINAL, label=_("网上投票选票"), group=GROUP)
facet(PayBatch, "campaign_prizes", words.PRIZE, label=_("活动奖品批次"), group=GROUP)
