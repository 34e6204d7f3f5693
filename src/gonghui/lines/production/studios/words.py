"""States of a studio and an alliance, and the kinds studios give the common records."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.cases.words import declare as matter
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step


class StudioState(States):
    STANDING = "standing", _("运行中")
    LEADERLESS = "leaderless", _("负责人空缺")
    CLOSED = "closed", _("已撤销")


S = StudioState
STUDIO = Lifecycle(
    StudioState,
    Step((), "studios.found", S.STANDING),
    Step((S.STANDING,), "studios.lose_leader", S.LEADERLESS),
    Step((S.LEADERLESS,), "studios.name_leader", S.STANDING, clock="studio.change_leader_months"),
    Step((S.STANDING, S.LEADERLESS), "studios.close", S.CLOSED),
)


class AllianceState(States):
    PROPOSED = "proposed", _("拟组建")
    FOUNDED = "founded", _("已成立")
    ENDED = "ended", _("已解散")


A = AllianceState
ALLIANCE = Lifecycle(
    AllianceState,
    Step((), "studios.propose_alliance", A.PROPOSED),
    Step((A.PROPOSED,), "studios.found_alliance", A.FOUNDED),
    Step((A.PROPOSED, A.FOUNDED), "studios.end_alliance", A.ENDED),
)

config.declare(
    config.Config("studio.change_leader_months", 3, _("工作室更换负责人月数"), "handbook; default", least=1, most=24),
    config.Config("studio.report_by", 31, _("工作室年度报告截止（1 月几日）"), "handbook; default", least=1, most=31),
)
TEAM = TEAM_KINDS.declare("studio", _("创新工作室"))
LEAGUE = TEAM_KINDS.declare("studio_alliance", _("创新工作室联盟"))
SERVICE = TEAM_KINDS.declare("service_team", _("劳模工匠服务队"))
NAMED = TITLES.declare("studio", _("劳模和工匠人才创新工作室"))
MODEL = TITLES.declare("studio_model", _("示范性创新工作室"))
LEAGUE_NAMED = TITLES.declare("studio_alliance", _("创新工作室联盟"))
PROJECT = TITLES.declare("studio_project", _("工作室优秀创新项目"))
GRANT = PAYMENTS.declare("studio_grant", _("工作室创新项目资助"), cause="commons_designations.designation")
SESSION = ACTIVITIES.declare("alliance_session", _("联盟技术协作活动"))
PROBLEM = matter("alliance_problem", _("联盟技术难题"), brought=False)
REPORT = ENTRIES.declare("studio_report", _("工作室年度报告"))
RULES = ENTRIES.declare("alliance_rules", _("联盟章程和共享资源"))
REVIEW = ENTRIES.declare("alliance_review", _("联盟年度评价"))
UPGRADE = PLANS.declare("studio_upgrade", _("工作室提质增效计划"))
