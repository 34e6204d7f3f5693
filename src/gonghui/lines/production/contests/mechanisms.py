"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "CON-1", _("年度竞赛计划与实施"), "plans.propose plans.approve activities.record activities.plan returns.fill returns.submit returns.accept money.open_batch",
    "contests.planned contests.held contests.participations@held contests.participations@filed contests.labour.participations "
    "contests.skill.participations@named contests.enterprise_coverage_pct contests.reward_amount",
)  # fmt: skip
Mechanism(
    "CON-2", _("省级技能决赛"),
    "contests.open_item contests.enter contests.check_entry contests.score contests.sign_scores contests.correct_score contests.rank contests.award",
    "contests.teams contests.contestants contests.trades contests.ordinal",
)  # fmt: skip
Mechanism(
    "CON-3", _("一类、二类竞赛"), "registers.enter registers.bring_into_force registers.revise contests.open_item", "contests.provincial_classes"
)
Mechanism("CON-4", _("果园亩均效益冠军"), "contests.enter_work contests.measure contests.rank contests.award", "contests.orchard.champions")
Mechanism(
    "CON-5", _("跨区域和全国竞赛"), "contests.enter registers.enter", "contests.contestants contests.rank contests.ordinal@outside"
)  # fmt: skip
Mechanism("CON-6", _("重点产业链标签"), "registers.enter contests.open_item", "contests.industry_chains")
Mechanism("CON-8", _("竞赛启动活动"), "activities.plan activities.announce activities.hold activities.file")
Mechanism("CON-9", _("竞赛电视节目"), "activities.plan readings.receive readings.accept", "contests.broadcast_views")
