"""Sorts and states of campaigns, candidates; kinds of polls, payments and filed numbers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.ballots.words import KINDS as POLLS
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.returns.words import KINDS as RETURNS
from gonghui.kernel.config import Config, declare
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

HEAT = POLLS.declare("campaign.heat", _("网上投票（初选）"))
FINAL = POLLS.declare("campaign.final", _("网上投票（终选）"))
PRIZE = PAYMENTS.declare("campaign.prize", _("活动奖品"), cause="education_campaigns.participation")
HEADS = RETURNS.declare("campaign.heads", _("线上活动参与人次"))
declare(
    Config(
        "campaigns.vote_share_most", 40, _("评选中网络投票最多占百分之几"), least=0, most=99,
        source="default; 评比达标表彰 rules of the State Council: no ranking by votes or likes alone",
    ),
    Config("campaigns.reviewers_least", 3, _("评选中每个候选最少几位评审打分"), least=1, most=50),
)  # fmt: skip
TURNS = 1000  # participations a day at most


class Sort(models.TextChoices):
    BENEFIT = "benefit", _("普惠领取")
    CHECK_IN = "check_in", _("阅读打卡")
    QUIZ = "quiz", _("有奖答题")
    VOTE = "vote", _("公开投票")
    SUGGEST = "suggest", _("意见征集")
    OTHER = "other", _("其他")


class QuestionKind(models.TextChoices):
    SINGLE = "single", _("单选")
    MULTI = "multi", _("多选")
    JUDGE = "judge", _("判断")


class Audience(models.TextChoices):
    MEMBERS = "members", _("工会会员")
    ANYONE = "anyone", _("所有登录用户")


class CampaignState(States):
    DRAFT = "draft", _("拟定中")
    APPROVED = "approved", _("已批准")
    LIVE = "live", _("进行中")
    CLOSED = "closed", _("已截止")
    DRAWN = "drawn", _("已开奖")
    REPORTED = "reported", _("已总结")
    CANCELLED = "cancelled", _("已取消")


S = CampaignState
CAMPAIGN = Lifecycle(
    CampaignState,
    Step((), "campaigns.draft", S.DRAFT),
    Step((S.DRAFT,), "campaigns.approve", S.APPROVED),
    Step((S.APPROVED,), "campaigns.launch", S.LIVE),
    Step((S.LIVE,), "campaigns.close", S.CLOSED),
    Step((S.CLOSED,), "campaigns.draw", S.DRAWN),
    Step((S.CLOSED, S.DRAWN), "campaigns.report", S.REPORTED),
    Step((S.DRAFT, S.APPROVED), "campaigns.cancel", S.CANCELLED),
)
RAN = (S.LIVE, S.CLOSED, S.DRAWN, S.REPORTED)


class CandidateState(States):
    NOMINATED = "nominated", _("已提名")
    ACCEPTED = "accepted", _("审核通过")
    TURNED_DOWN = "turned_down", _("未通过")


N = CandidateState
CANDIDATE = Lifecycle(
    CandidateState,
    Step((), "campaigns.nominate", N.NOMINATED),
    Step((N.NOMINATED,), "campaigns.accept_candidate", N.ACCEPTED),
    Step((N.NOMINATED,), "campaigns.turn_down", N.TURNED_DOWN),
)


class SuggestionState(States):
    RECEIVED = "received", _("已收到")
    SORTED = "sorted", _("已归类")
    ANSWERED = "answered", _("已答复")
    ADOPTED = "adopted", _("已采纳")


G = SuggestionState
SUGGESTION = Lifecycle(
    SuggestionState,
    Step((), "campaigns.suggest", G.RECEIVED),
    Step((G.RECEIVED, G.SORTED), "campaigns.sort_suggestion", G.SORTED),
    Step((G.SORTED,), "campaigns.answer_suggestion", G.ANSWERED),
    Step((G.SORTED,), "campaigns.adopt_suggestion", G.ADOPTED),
)


def _conflict(code, says, instead="", field="__all__"):
    return Refusal(f"campaigns.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


DAYS = Refusal("campaigns.days", _("截止日期早于开始日期。"), instead=_("请核对日期。"), field="closes_on")
NO_QUESTIONS = _conflict("no_questions", _("题库只有 {count} 题，每卷需要 {needed} 题。"), _("请先添加题目。"))
NOT_QUIZ = _conflict("not_quiz", _("这不是答题活动。"))
NOT_VOTE = _conflict("not_vote", _("这不是投票活动。"))
NO_VOTE = _conflict("no_vote", _("还没有生成投票。"), _("请先审核候选并生成投票。"))
FEW_CANDIDATES = _conflict("few_candidates", _("通过审核的候选只有 {count} 个。"), _("至少需要两个。"))
ROUND_OPEN = _conflict("round_open", _("本轮投票已经生成。"))
CANDIDATE_TWICE = _conflict("candidate_twice", _("“{title}”已被提名。"), field="title")
NOT_LIVE = _conflict("not_live", _("活动不在进行中。"))
NOT_BEGUN = _conflict("not_begun", _("活动 {day} 开始。"))
OVER = _conflict("over", _("活动已于 {day} 截止。"))
NOT_MEMBER = _conflict("not_member", _("面向“{node}”的工会会员，您目前不在其中。"))
NO_MORE_TODAY = _conflict("no_more_today", _("今天已参加 {count} 次，每人每日限 {count} 次。"), _("请明天再来。"))
NO_MORE = _conflict("no_more", _("已参加 {count} 次，每人限 {count} 次。"))
BY_VOTING = _conflict("by_voting", _("本活动通过投票参加。"), _("请到“投票”页面投票。"))
ANSWERS = Refusal("campaigns.answers", _("应回答 {needed} 题，收到 {count} 个答案。"), field="answers")
RIGHT = Refusal(
    "campaigns.right",
    _("答案“{right}”与题型、选项不符。"),
    instead=_("单选、判断填一个字母，多选填两个以上，都应有选项；判断题只有两个选项。"),
    field="right",
)
SEED_CHANGED = _conflict("seed_changed", _("抽奖种子与事先公布的摘要不符，不能开奖。"), _("请联系审计管理员核查。"))
NO_PRIZES = _conflict("no_prizes", _("本活动没有奖品。"), _("可直接总结。"))
NOBODY = _conflict("nobody", _("没有符合条件的参加记录。"))
NOT_WON = _conflict("not_won", _("还没有获奖名单，或都已列入付款。"))
UNDRAWN = _conflict("undrawn", _("奖品还没有开奖。"), _("请先开奖。"))
WRONG_BATCH = Refusal("campaigns.wrong_batch", _("该批次不是活动奖品批次。"), field="batch")
SHARE = Refusal(
    "campaigns.share",
    _("网络投票占 {share} %，最多只能占 {most} %。"),
    because=_("评选表彰不得只按投票、点赞多少排名"),
    instead=_("请降低投票所占比例，其余由评审打分。"),
    field="vote_share",
)
RULE_LATE = _conflict("rule_late", _("终选投票已经生成，不能再定评选办法。"), _("评选办法应在投票之前定下并公布。"))
NO_RULE = _conflict("no_rule", _("本活动没有在投票之前定评选办法，不能据投票评定名次。"), _("投票结果可以公布，但不作为评选名次。"))
NO_RESULT = _conflict("no_result", _("终选投票还没有计票并复核。"), _("请先完成计票、复核。"))
FEW_MARKS = _conflict("few_marks", _("“{title}”只有 {count} 位评审打分，至少需要 {least} 位。"), _("请安排评审打分。"))
MARKED = _conflict("marked", _("您已为“{title}”打过分。"), _("每位评审对一个候选只打一次分。"))
OWN_CANDIDATE = Refusal(
    "campaigns.own_candidate",
    _("“{title}”由您提名或审核。"),
    because=_("评审应当回避"),
    instead=_("请由其他评审打分。"),
    field="candidate",
    kind=Kind.FORBIDDEN,
)
NOT_STANDING = _conflict("not_standing", _("“{title}”没有通过审核。"), field="candidate")
RANKED = _conflict("ranked", _("名次已经评定。"), _("请刷新页面查看结果。"))
BY_SUGGESTING = _conflict("by_suggesting", _("本活动通过提建议参加。"), _("请在活动页填写建议。"))
NOT_COLLECTING = _conflict("not_collecting", _("这不是意见征集活动。"), field="campaign")
SAID_TWICE = _conflict("said_twice", _("同样的建议您已提过。"), _("请到“我的建议”查看办理情况。"), field="says")
NUMBER_IN_IT = Refusal("campaigns.number_in_it", _("建议里有身份证号或手机号。"), because=_("建议可能公布"), instead=_("请去掉号码。"), field="says")
