"""Kinds of contest, states of an item and of an entry, refusals."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.commons.registers.words import Tier
from gonghui.commons.returns.words import KINDS as RETURNS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

LABOUR = ACTIVITIES.declare("labour_contest", _("劳动竞赛"))
SKILL = ACTIVITIES.declare("skill_contest", _("技能竞赛"))
LAUNCH = ACTIVITIES.declare("contest_launch", _("竞赛启动仪式"))
SHOW = ACTIVITIES.declare("contest_show", _("竞赛节目"))
CONTESTS = (LABOUR, SKILL)
PLAN = PLANS.declare("contest", _("竞赛计划"))
LABOUR_HEADS = RETURNS.declare("contest.labour", _("劳动竞赛参赛人次"))
SKILL_HEADS = RETURNS.declare("contest.skill", _("技能竞赛参赛人次"))
HEADS = (LABOUR_HEADS, SKILL_HEADS)
VIEWS = READINGS.declare("contest.views", _("竞赛节目收看人次"))
DELEGATION = TEAM_KINDS.declare("delegation", _("竞赛代表队"))
CLASS = REGISTERS.declare("contest_class", _("竞赛类别"))
CHAIN = REGISTERS.declare("industry_chain", _("重点产业链"))
EDITION = REGISTERS.declare("contest_edition", _("赛事届次"))
RESULT = REGISTERS.declare("contest_result", _("外部竞赛成绩"))
PRIZE = PAYMENTS.declare("contest_prize", _("竞赛奖金"), cause="production_contests.entry")  # an entry is rewarded once, whoever pays
ABOVE_CITY = (Tier.PROVINCIAL, Tier.REGIONAL, Tier.NATIONAL, Tier.WORLD)
OUTSIDE = (Tier.REGIONAL, Tier.NATIONAL, Tier.WORLD)


class ItemState(States):
    ENTERING = "entering", _("报名中")
    JUDGING = "judging", _("比赛评分中")
    SIGNED = "signed", _("成绩公布（可申诉）")
    RANKED = "ranked", _("名次已定")
    AWARDED = "awarded", _("已表彰")
    CANCELLED = "cancelled", _("已取消")


I = ItemState  # noqa: E741
ITEM = Lifecycle(
    ItemState,
    Step((), "contests.open_item", I.ENTERING),
    Step((I.ENTERING,), "contests.close_entries", I.JUDGING),
    Step((I.JUDGING,), "contests.sign_scores", I.SIGNED),
    Step((I.SIGNED,), "contests.rank", I.RANKED),
    Step((I.RANKED,), "contests.award_item", I.AWARDED),
    Step((I.ENTERING, I.JUDGING), "contests.cancel_item", I.CANCELLED),
)


class EntryState(States):
    ENTERED = "entered", _("已报名")
    CHECKED = "checked", _("已审核")
    SCORED = "scored", _("已有成绩")
    AWARDED = "awarded", _("已获奖")
    REFUSED = "refused", _("未通过审核")
    WITHDRAWN = "withdrawn", _("已退赛")


E = EntryState
OUT = (E.REFUSED, E.WITHDRAWN)
ENTRY = Lifecycle(
    EntryState,
    Step((), "contests.enter", E.ENTERED),
    Step((), "contests.enter_work", E.ENTERED),
    Step((E.ENTERED,), "contests.check_entry", E.CHECKED),
    Step((E.ENTERED,), "contests.refuse_entry", E.REFUSED),
    Step((E.ENTERED, E.CHECKED), "contests.withdraw", E.WITHDRAWN),
    Step((E.CHECKED, E.SCORED), "contests.score", E.SCORED),
    Step((E.CHECKED, E.SCORED), "contests.measure", E.SCORED),
    Step((E.SCORED,), "contests.correct_score", E.SCORED),
    Step((E.SCORED,), "contests.award", E.AWARDED),
)


class Judged(models.TextChoices):
    """What decides the rank."""

    SCORE = "score", _("评分")
    BENEFIT = "benefit", _("亩均效益")


class Award(models.TextChoices):
    CHAMPION = "champion", _("冠军")
    FIRST = "first", _("一等奖")
    SECOND = "second", _("二等奖")
    THIRD = "third", _("三等奖")
    MERIT = "merit", _("优胜奖")


config.declare(config.Config("contest.appeal_hours", 2, _("竞赛成绩申诉时限（小时）"), least=0, most=240))  # handbook, contests, section 2: default

NOT_A_CONTEST = Refusal("contests.not_a_contest", _("“{title}”不是竞赛。"), instead=_("请选择劳动竞赛或技能竞赛。"), field="contest")
ITEM_TAKEN = Refusal("contests.item_taken", _("该竞赛已有赛项“{title}”。"), field="title", kind=Kind.CONFLICT)
WRONG_ENTRY = Refusal("contests.wrong_entry", _("类别不是“{label}”。"), instead=_("请从对应的台账中选择。"))
CLOSED = Refusal("contests.closed", _("“{title}”的报名已经截止。"), instead=_("请联系竞赛组委会。"), field="item", kind=Kind.CONFLICT)
NOBODY = Refusal("contests.nobody", _("请至少选择一名选手。"), field="persons")
NOT_A_DELEGATION = Refusal("contests.not_a_delegation", _("“{team}”不是在册的代表队。"), instead=_("请先组建代表队。"), field="team")
TOO_MANY = Refusal(
    "contests.too_many", _("每队限 {most} 人，“{team}”已报 {count} 人。"), instead=_("请调整名单后再报。"), field="persons", kind=Kind.CONFLICT
)
ENTERED_ALREADY = Refusal("contests.entered_already", _("{who} 已报名本赛项。"), instead=_("请从名单中去掉。"), field="persons", kind=Kind.CONFLICT)
OTHER_ITEM = Refusal(
    "contests.other_item",
    _("{who} 已报名同一竞赛的“{title}”。"),
    because=_("一名选手在一次竞赛中只参加一个赛项"),
    field="persons",
    kind=Kind.CONFLICT,
)
NOT_JUDGING = Refusal("contests.not_judging", _("赛项当前为“{state}”，不能录入成绩。"), instead=_("请在评分阶段办理。"), kind=Kind.CONFLICT)
NOT_MEASURED = Refusal("contests.not_measured", _("“{title}”按{judged}排名。"), instead=_("请用对应的方式录入。"), kind=Kind.CONFLICT)
NO_SCORES = Refusal("contests.no_scores", _("还有 {count} 名参赛者没有成绩。"), instead=_("请录入成绩或办理退赛。"), kind=Kind.CONFLICT)
NOT_SIGNED = Refusal("contests.not_signed", _("成绩尚未公布或名次已定。"), instead=_("只在申诉期内更正成绩。"), kind=Kind.CONFLICT)
APPEALS = Refusal(
    "contests.appeals",
    _("申诉期到 {until} 才结束。"),
    because=_("成绩公布后 {hours} 小时内可书面申诉"),
    instead=_("请到时再定名次。"),
    kind=Kind.CONFLICT,
)
