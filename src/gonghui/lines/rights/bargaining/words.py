"""Kinds, states, numbers a province decides, and refusals of collective bargaining."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.commons.tasks.words import KINDS as TASKS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

config.declare(
    config.Config("cb.reply_days", 20, _("协商要约答复天数"), "《集体合同规定》第三十二条", least=1),
    config.Config("cb.file_days", 10, _("集体合同签订后报送天数"), "《集体合同规定》第四十二条", least=1),
    config.Config("cb.review_days", 15, _("集体合同审查天数，期满无异议生效"), "《劳动合同法》第五十四条", least=1),
    config.Config("cb.term_max_years", 3, _("集体合同最长年限"), "《集体合同规定》第三十八条", least=1, most=10),
    config.Config("cb.renew_days", 90, _("到期前几日提醒续签"), "《集体合同规定》第三十八条", least=1),
)

MECHANISM = REGISTERS.declare("consult_mechanism", _("协商协调机制"))  # employer as holder, workers covered as number, rhythm as note
FOCUS = REGISTERS.declare("platform_focus", _("重点头部平台企业"))
GUIDANCE = ACTIVITIES.declare("bargain_guidance", _("集体协商指导"))
MEETING = ACTIVITIES.declare("consult_meeting", _("协商协调会议"))
AGREED = TASKS.declare("consult_items", _("协商议定事项"))
BEST_CASE = TITLES.declare("bargain_case", _("十佳集体协商案例"))


class Sort(models.TextChoices):
    """What a contract is about."""

    WHOLE = "comp", _("综合集体合同")
    WAGE = "wage", _("工资专项")
    WOMEN = "women", _("女职工权益专项")
    SAFETY = "safety", _("劳动安全卫生专项")
    SKILL = "skill", _("能级工资专项")  # with a table of pay by skill
    OTHER = "other", _("其他专项")


class Reach(models.TextChoices):
    OWN = "own", _("本企业")
    REGION = "region", _("区域性")
    SECTOR = "sector", _("行业性")


class ContractState(States):
    OFFERED = "offered", _("已发要约")
    REFUSED = "refused", _("已拒绝")
    TALKING = "talking", _("协商中")
    DRAFTED = "drafted", _("草案待表决")
    PASSED = "passed", _("已通过")
    SIGNED = "signed", _("已签订")
    FILED = "filed", _("审查中")
    EFFECTIVE = "effective", _("已生效")
    PUBLISHED = "published", _("履行中")
    ENDED = "ended", _("已终止")


S = ContractState
LIVE = (S.EFFECTIVE, S.PUBLISHED)
CONTRACT = Lifecycle(
    ContractState,
    Step((), "bargaining.offer", S.OFFERED),
    Step((), "bargaining.enter", S.EFFECTIVE),
    Step((S.OFFERED,), "bargaining.accept", S.TALKING),
    Step((S.OFFERED,), "bargaining.refuse", S.REFUSED),
    Step((S.TALKING,), "bargaining.meet", S.TALKING),
    *(Step((state,), "bargaining.cover", state) for state in (S.TALKING, S.DRAFTED, S.PASSED)),
    Step((S.TALKING,), "bargaining.draft", S.DRAFTED),
    Step((S.DRAFTED,), "bargaining.carry", S.PASSED),
    Step((S.DRAFTED,), "bargaining.vote_down", S.TALKING),
    Step((S.PASSED,), "bargaining.sign", S.SIGNED),
    Step((S.SIGNED,), "bargaining.file", S.FILED),
    Step((S.FILED,), "bargaining.object", S.TALKING),
    Step((S.FILED,), "bargaining.take_effect", S.EFFECTIVE),
    Step((S.EFFECTIVE,), "bargaining.publish", S.PUBLISHED),
    Step((S.PUBLISHED,), "bargaining.inspect", S.PUBLISHED),
    Step((S.EFFECTIVE,), "bargaining.renew", S.EFFECTIVE),
    Step((S.PUBLISHED,), "bargaining.renew", S.PUBLISHED),
    Step(LIVE, "bargaining.end", S.ENDED),
)

IN_FUTURE = Refusal("bargaining.day", _("日期须在 {first} 至 {last} 之间。"), field="on")
NO_EMPLOYER = Refusal("bargaining.no_employer", _("本企业的合同请选择企业；区域性、行业性的逐家列入覆盖单位。"), field="employer")
NOT_PASSED = Refusal(
    "bargaining.not_passed", _("须三分之二以上到会、全体的半数以上同意：至少到会 {present}、同意 {yes}。"), because=_("《集体合同规定》第三十六条"),
    instead=_("请办理“未通过”，重新协商。"), field="yes",
)  # fmt: skip
MORE_THAN_ALL = Refusal("bargaining.more_than_all", _("同意人数不能多于到会人数，到会人数不能多于全体人数。"), field="yes")
TERM = Refusal("bargaining.term", _("合同期限不得超过 {years} 年，终止日期不得早于起始日期。"), field="until")
COVERED = Refusal("bargaining.covered", _("“{employer}”已在覆盖单位中。"), field="employer", kind=Kind.CONFLICT)
NOBODY = Refusal("bargaining.nobody", _("还没有覆盖单位。"), instead=_("请先列入覆盖单位和职工人数。"), kind=Kind.CONFLICT)
NO_TABLE = Refusal("bargaining.no_table", _("能级工资专项须附技能等级工资表。"), field="terms")
UNDER_REVIEW = Refusal("bargaining.under_review", _("审查期到 {day}，期满无异议方可生效。"), because=_("《劳动合同法》第五十四条"), field="on")
NUMBER_TAKEN = Refusal("bargaining.number_taken", _("备案号已登记。"), field="number", kind=Kind.CONFLICT)
RENEWED = Refusal("bargaining.renewed", _("已发出过续签要约。"), instead=_("请在续签的合同上继续办理。"), kind=Kind.CONFLICT)
