"""Campaign 网上活动, Question 题目, Candidate 候选, Participation 参加."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.ballots.models import Poll
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.fields import DigestField
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Node, Record
from gonghui.kernel.tree.slots import reslotted

from . import words
from .coupon_models import Clerk, Coupon, CouponBatch, Redemption, Settlement

__all__ = [
    "Campaign", "Candidate", "Clerk", "Coupon", "CouponBatch", "Participation", "Question", "JuryMark", "Redemption", "Round", "Settlement", "Suggestion",
]  # fmt: skip


@reslotted
class Campaign(Record):
    """
    One campaign with its rule: who may take part, how often a day and in all (0: no limit), and what can be won.

    paper, pass_score: questions an attempt is asked, and the percent from which it takes part in the draw.
    vote_share, places: the rule of an award, told before the vote; the rest of the hundred is the reviewers'.
    seed, committed: what the draw goes by, told only with its result; its checksum is told from the beginning.
    """

    title = models.CharField(_("名称"), max_length=100)
    sort = models.CharField(_("形式"), max_length=8, choices=words.Sort)
    audience = models.CharField(_("面向"), max_length=8, choices=words.Audience, default=words.Audience.MEMBERS)
    for_node = models.ForeignKey(Node, models.PROTECT, verbose_name=_("面向组织"), related_name="+")
    opens_on = models.DateField(_("开始日期"))
    closes_on = models.DateField(_("截止日期"))
    each_day = models.SmallIntegerField(_("每人每日次数"), default=1)
    each_total = models.IntegerField(_("每人总次数"), default=0)
    paper = models.SmallIntegerField(_("每卷题数"), default=0)
    pass_score = models.SmallIntegerField(_("参加抽奖的最低分"), default=0)
    prizes = models.IntegerField(_("奖品数"), default=0)
    prize = models.CharField(_("奖品"), max_length=60, blank=True)
    prize_value = models.IntegerField(_("每份价值（元）"), default=0)
    seed = models.CharField(max_length=64, editable=False)
    committed = models.CharField(_("抽奖种子摘要"), max_length=64, editable=False)
    drawn_on = models.DateField(_("开奖日期"), null=True, blank=True)
    vote_share = models.SmallIntegerField(_("网络投票占比（%）"), null=True, blank=True)
    places = models.SmallIntegerField(_("评选名额"), null=True, blank=True)
    ranked_on = models.DateField(_("评定日期"), null=True, blank=True)
    says = models.CharField(_("总结"), max_length=500, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.CampaignState)

    lifecycle = words.CAMPAIGN
    scope = Scope(node=("node",), named=True)  # its name stands on what people have of their own
    slot_day = "opens_on"
    sealed_fields = ("seed",)

    class Meta:
        verbose_name = verbose_name_plural = _("网上活动")
        constraints = [
            models.CheckConstraint(condition=check_known(words.CAMPAIGN), name="campaign_state_known"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="campaign_days_in_order"),
            models.CheckConstraint(condition=Q(each_day__gte=0, each_total__gte=0, paper__gte=0, prizes__gte=0), name="campaign_limits"),
            models.CheckConstraint(condition=Q(vote_share=None) | Q(vote_share__gte=0, vote_share__lt=100), name="campaign_no_votes_alone"),
        ]
        indexes = [models.Index(fields=["slot", "opens_on"], name="campaign_slot")]

    def __str__(self):
        return self.title


class Question(Kept):
    """A question with its answers A to D; right: the letters that are right, in order, more than one where several are chosen."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="questions", verbose_name=_("活动"))
    number = models.SmallIntegerField(_("题号"))
    kind = models.CharField(_("题型"), max_length=6, choices=words.QuestionKind, default=words.QuestionKind.SINGLE)
    says = models.CharField(_("题目"), max_length=300)
    answers = models.JSONField(_("选项"))
    right = models.CharField(_("答案"), max_length=4)

    scope = Scope(node=("campaign__node",))

    class Meta:
        verbose_name = verbose_name_plural = _("题目")
        constraints = [models.UniqueConstraint(fields=["campaign", "number"], name="question_number_once")]

    def __str__(self):
        return self.says


@reslotted
class Candidate(Record):
    """
    Who or what a public vote may choose; nominated by anybody, looked at before it stands.

    votes, mark, total, rank: as the award was decided; mark and total in hundredths of a point.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="candidates", verbose_name=_("活动"))
    title = models.CharField(_("候选"), max_length=100)
    says = models.CharField(_("事迹"), max_length=500, blank=True)
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("提名人"))
    on = models.DateField(_("提名日期"))
    votes = models.BigIntegerField(_("得票"), null=True, blank=True)
    mark = models.IntegerField(_("评审均分（百分之一分）"), null=True, blank=True)
    total = models.IntegerField(_("总分（百分之一分）"), null=True, blank=True)
    rank = models.SmallIntegerField(_("名次"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.CandidateState)

    lifecycle = words.CANDIDATE
    slot_day = "on"
    scope = Scope(node=("node",), owner=("account",))

    class Meta:
        verbose_name = verbose_name_plural = _("候选")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "title"], name="candidate_once"),
            models.CheckConstraint(condition=check_known(words.CANDIDATE), name="candidate_state_known"),
        ]

    def __str__(self):
        return self.title


@reslotted
class JuryMark(Record):
    """The mark one reviewer gave one candidate, once."""

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="marks", verbose_name=_("候选"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("评审"))
    mark = models.SmallIntegerField(_("评分"))
    says = models.CharField(_("评语"), max_length=300, blank=True)
    on = models.DateField(_("评分日期"))

    slot_day = "on"
    scope = Scope(node=("node",), owner=("account",))
    named_by = ("candidate",)

    class Meta:
        verbose_name = verbose_name_plural = _("评审打分")
        constraints = [
            models.UniqueConstraint(fields=["candidate", "account"], name="jury_mark_once"),
            models.CheckConstraint(condition=Q(mark__gte=0, mark__lte=100), name="jury_mark_range"),
        ]

    def __str__(self):
        return str(self.candidate)


class Round(Kept):
    """A poll of a campaign: a heat or the final."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="rounds")
    poll = models.OneToOneField(Poll, models.PROTECT, related_name="campaign_round")

    scope = Scope(node=("campaign__node",))

    class Meta:
        verbose_name = verbose_name_plural = _("投票轮次")


@reslotted
class Participation(Record):
    """
    One time somebody took part: an attempt, a check-in, a claim.

    who: keyed hash of the participant in this campaign. turn: which of theirs it is; one each, by constraint. place: the prize won.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="participations", verbose_name=_("活动"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("参加人"))
    who = DigestField(editable=False)
    on = models.DateField(_("日期"))
    turn = models.IntegerField(_("次序"), editable=False)
    score = models.SmallIntegerField(_("得分"), null=True, blank=True)
    place = models.IntegerField(_("中奖名次"), null=True, blank=True)

    slot_day = "on"
    scope = Scope(node=("node",), owner=("account",))
    sealed_fields = ("who",)
    named_by = ("campaign",)

    class Meta:
        verbose_name = verbose_name_plural = _("参加记录")
        constraints = [models.UniqueConstraint(fields=["campaign", "who", "turn"], name="participation_once")]
        indexes = [
            models.Index(fields=["slot", "on"], name="participation_slot"),
            models.Index(fields=["account"], name="participation_account"),
            models.Index(fields=["campaign", "place"], name="participation_won", condition=~Q(place=None)),
        ]

    def __str__(self):
        return str(self.campaign)


@reslotted
class Suggestion(Record):
    """What somebody suggests in a collection: sorted under a topic, answered or adopted with a reply, published without a name."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="suggestions", verbose_name=_("活动"))
    account = models.ForeignKey("kernel.Account", models.PROTECT, related_name="+", verbose_name=_("建议人"))
    participation = models.OneToOneField(Participation, models.PROTECT, related_name="suggestion", verbose_name=_("参加记录"))
    says = models.CharField(_("建议"), max_length=500)
    topic = models.CharField(_("类别"), max_length=40, blank=True)
    reply = models.CharField(_("答复"), max_length=500, blank=True)
    on = models.DateField(_("提出日期"))
    settled_on = models.DateField(_("答复日期"), null=True, blank=True)
    published_on = models.DateField(_("公布日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=words.SuggestionState)

    lifecycle = words.SUGGESTION
    scope = Scope(node=("node",), owner=("account",))
    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("征集建议")
        constraints = [
            models.CheckConstraint(condition=check_known(words.SUGGESTION), name="suggestion_state_known"),
            models.CheckConstraint(condition=Q(settled_on=None) | ~Q(reply=""), name="suggestion_replied"),
            models.CheckConstraint(condition=Q(published_on=None) | Q(settled_on__isnull=False), name="suggestion_published_settled"),
        ]
        indexes = [models.Index(fields=["slot", "on"], name="suggestion_slot"), models.Index(fields=["account"], name="suggestion_account")]

    def __str__(self):
        return self.says[:40]
