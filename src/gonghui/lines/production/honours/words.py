"""Kinds of title and of what goes with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.words import KINDS
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel.lifecycle import Lifecycle, States, Step

LABOUR_MODEL = KINDS.declare("labour_model", _("劳动模范（先进工作者）"))
MAY_DAY = KINDS.declare("may_day", _("五一劳动奖"))
PIONEER = KINDS.declare("pioneer_team", _("工人先锋号"))
WOMEN = KINDS.declare("women_pacesetter", _("五一巾帼标兵"))
CRAFTSMAN = KINDS.declare("craftsman", _("工匠"))
GREAT_CRAFTSMAN = KINDS.declare("great_craftsman", _("大国工匠"))
QUALITY_CRAFTSMAN = KINDS.declare("quality_craftsman", _("质量工匠"))
CULTIVATION = KINDS.declare("craftsman_programme", _("大国工匠培育工程"))
BEAUTIFUL = KINDS.declare("most_beautiful", _("最美职工（劳动者）"))
STAR_KEEPER = KINDS.declare("star_keeper", _("星级站长"))
SKILLED = KINDS.declare("skilled_worker", _("优秀技工和项目"))

CRAFTSMEN = (CRAFTSMAN, GREAT_CRAFTSMAN, QUALITY_CRAFTSMAN)
TITLES = (LABOUR_MODEL, MAY_DAY, PIONEER, WOMEN, *CRAFTSMEN, CULTIVATION, BEAUTIFUL, STAR_KEEPER, SKILLED)

REWARD = PAYMENTS.declare("honour_reward", _("荣誉奖励"), cause="commons_designations.designation")
FUND = PAYMENTS.declare("craftsman_fund", _("工匠基金"), cause="commons_designations.designation")
STUDIO_GRANT = "studio_grant"  # declared by the line of studios; their money is told together with that of the rewarded

POOL = ENTRIES.declare("talent_pool", _("产业工匠人才库"))
RULES = ENTRIES.declare("award_rules", _("评选表彰办法"))
FUND_RULES = ENTRIES.declare("craftsman_fund_rules", _("工匠基金管理办法"))
TRAINING = PLANS.declare("craftsman_training", _("工匠培育计划"))


class Theme(models.TextChoices):
    """What the federation itself was honoured for."""

    FAIR = "fair", _("会展与直播")
    IDEOLOGY = "ideology", _("思想政治工作")
    RELATIONS = "relations", _("和谐劳动关系")
    PUBLICITY = "publicity", _("新闻宣传")
    SAFETY = "safety", _("安全生产（安康杯）")
    FINANCE = "finance", _("财务与经审")
    OTHER = "other", _("其他")


class CourtesyKind(models.TextChoices):
    RECUPERATION = "recuperation", _("疗休养")
    HEALTH = "health", _("健康体检")
    SHOW = "show", _("文艺演出")
    SEAT = "seat", _("会议与观礼席位")
    TRANSPORT = "transport", _("交通与游园优待")


class CourtesyState(States):
    STANDING = "standing", _("有效")
    ENDED = "ended", _("已停止")


COURTESY = Lifecycle(
    CourtesyState,
    Step((), "honours.entitle", CourtesyState.STANDING),
    Step((CourtesyState.STANDING,), "honours.end_courtesy", CourtesyState.ENDED),
)


class UseState(States):
    OFFERED = "offered", _("已邀请")
    USED = "used", _("已享受")
    DECLINED = "declined", _("已谢绝")
    LAPSED = "lapsed", _("已失效")


U = UseState
USE = Lifecycle(
    UseState,
    Step((), "honours.offer", U.OFFERED),
    Step((U.OFFERED,), "honours.use", U.USED),
    Step((U.OFFERED,), "honours.decline", U.DECLINED),
    Step((U.OFFERED,), "honours.let_lapse", U.LAPSED),
)
