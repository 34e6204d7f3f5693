"""Sorts and states of a result, and the kinds innovation gives the common records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.cases.words import declare as matter
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.readings.words import KINDS as READINGS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step


class Sort(models.TextChoices):
    """What a result is; the first five are the five smalls."""

    INVENTION = "invention", _("小发明")
    CREATION = "creation", _("小创造")
    REFORM = "reform", _("小革新")
    DESIGN = "design", _("小设计")
    SUGGESTION = "suggestion", _("小建议（金点子）")
    RESULT = "result", _("创新成果")
    METHOD = "method", _("先进操作法")
    IDEA = "idea", _("创意作品")
    SKILL = "skill", _("绝招绝技绝活")
    PROJECT = "project", _("创新项目")
    SOLUTION = "solution", _("助企解难成果")


FIVE_SMALLS = (Sort.INVENTION, Sort.CREATION, Sort.REFORM, Sort.DESIGN, Sort.SUGGESTION)


class ResultState(States):
    SUBMITTED = "submitted", _("已提交")
    SORTED = "sorted", _("已受理")
    ADOPTED = "adopted", _("已采纳（立项）")
    DECLINED = "declined", _("未采纳")
    COMPLETED = "completed", _("已完成")
    VERIFIED = "verified", _("效益已核定")


S = ResultState
RESULT = Lifecycle(
    ResultState,
    Step((), "innovation.suggest", S.SUBMITTED),
    Step((), "innovation.file", S.SUBMITTED),
    Step((), "innovation.declare_solution", S.COMPLETED),
    Step((S.SUBMITTED,), "innovation.sort", S.SORTED, clock="innovation.reply_days"),
    Step((S.SUBMITTED, S.SORTED), "innovation.adopt", S.ADOPTED),
    Step((S.SUBMITTED, S.SORTED), "innovation.decline", S.DECLINED),
    Step((S.ADOPTED,), "innovation.complete", S.COMPLETED),
    Step((S.COMPLETED,), "innovation.verify", S.VERIFIED),
    Step((S.COMPLETED,), "innovation.send_back", S.ADOPTED),
)
TAKEN = (S.ADOPTED, S.COMPLETED, S.VERIFIED)
WAITING = (S.SUBMITTED, S.SORTED)
DONE = (S.COMPLETED, S.VERIFIED)

config.declare(
    config.Config("result.proof_threshold", 500_000, _("创新效益须附证明的金额（元）"), "handbook; default", most=10**12),
    config.Config("result.authors_max", 10, _("成果署名人数上限"), "handbook; default", least=1, most=50),
    config.Config("innovation.reply_days", 30, _("职工建议答复天数"), least=1, most=365),
)

FESTIVAL = ACTIVITIES.declare("innovation_festival", _("职工科技节"))
FAIR = ACTIVITIES.declare("craftsman_fair", _("工匠创新交流大会"))
OUTREACH = ACTIVITIES.declare("firm_outreach", _("劳模工匠助企行"))
EXHIBITION = ACTIVITIES.declare("innovation_show", _("创新成果展"))
HELP = matter("firm_help", _("企业技术难题"), brought=False)
GROUP = TEAM_KINDS.declare("innovation_group", _("创新小组"))
HELPERS = TEAM_KINDS.declare("firm_helpers", _("助企劳模工匠队"))
CREW = TEAM_KINDS.declare("crew", _("班组"))
NAMED_RESULT = TITLES.declare("innovation_result", _("优秀创新成果"))
NAMED_METHOD = TITLES.declare("operating_method", _("先进操作法"))
NAMED_IDEA = TITLES.declare("creative_idea", _("优秀创意作品"))
NAMED_SKILL = TITLES.declare("unique_skill", _("绝招绝技绝活"))
NAMED_SMALL = TITLES.declare("five_small", _("五小创新成果"))
GOLD = TITLES.declare("innovation_gold", _("职工创新金奖"))
INVENTOR = TITLES.declare("worker_inventor", _("工人发明家"))
MENTOR = TITLES.declare("apprentice_mentor", _("带徒名师"))
SCIENCE_PRIZE = TITLES.declare("science_prize", _("科学技术奖提名"))
WORKS = (NAMED_RESULT, NAMED_METHOD, NAMED_IDEA, NAMED_SKILL, NAMED_SMALL, GOLD, SCIENCE_PRIZE)
TITLE_KINDS = (*WORKS, INVENTOR, MENTOR)
PATENT = ENTRIES.declare("patent", _("专利"))
NATIONAL_AWARD = ENTRIES.declare("tech_award", _("全国职工优秀技术创新成果奖"))
PATENT_AWARD = ENTRIES.declare("patent_award", _("中国专利奖"))
WORLD_AWARD = ENTRIES.declare("world_award", _("国际创新创业示范奖"))
SMALL_TYPE = ENTRIES.declare("small_type", _("五小活动类型"))
OUTSIDE = (PATENT, NATIONAL_AWARD, PATENT_AWARD, WORLD_AWARD)
FAIR_VIEWS = READINGS.declare("fair_views", _("交流大会直播观看"))
REWARD = PAYMENTS.declare("idea_reward", _("金点子奖励"), cause="production_innovation.result")
