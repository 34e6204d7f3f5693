"""What people see of studios and their alliances."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Designation
from gonghui.commons.parties.desk import members_of
from gonghui.kernel.desk import Column, Desk, facet

from . import acts, words
from .models import Alliance, Studio

GROUP = _("劳动经济")
IN_TEAM = Column("members", _("成员"), lambda row: members_of(row.team))


def titles_of(studio) -> str:
    """The titles a studio holds now."""
    rows = Designation.objects.for_act("titles of a studio in reach").filter(team=studio.team_id, state="standing").select_related("scheme")
    return "、".join(f"{d.scheme}（{d.get_tier_display()}，{d.awarded_on}）" for d in rows.order_by("-awarded_on")[:9])


Desk(
    noun=Studio, label=_("创新工作室"), group=GROUP, icon="handyman", related=("team", "node", "leader"), filters=("state", "since"),
    columns=("team", "leader", "node", "field", "chain", "since", "state"), search=("team__name", "field", "chain"), work=("leaderless",),
    detail=("team", "leader", "node", "field", "chain", Column("titles", _("称号"), titles_of), IN_TEAM, "since", "leaderless_on", "until", "state"),
    acts=(acts.found, acts.lose_leader, acts.name_leader, acts.close), personal=True, empty=_("还没有创新工作室。"),
)  # fmt: skip
Desk(
    noun=Alliance, label=_("工作室联盟"), group=GROUP, icon="hub", columns=("team", "node", "since", "until", "state"), related=("team", "node"),
    detail=("team", "node", IN_TEAM, "since", "until", "state"), filters=("state", "since"), search=("team__name",), work=("proposed",),
    acts=(acts.propose_alliance, acts.found_alliance, acts.end_alliance), empty=_("还没有联盟。"),
)  # fmt: skip
facet("commons_parties.team", "studio_teams", words.TEAM, words.LEAGUE, label=_("工作室和联盟成员"), group=GROUP)
facet("commons_parties.team", "service_teams", words.SERVICE, label=_("劳模工匠服务队"), group=GROUP, icon="flag")
facet(
    "commons_designations.designation",
    "studio_titles",
    words.NAMED,
    words.MODEL,
    words.LEAGUE_NAMED,
    words.PROJECT,
    label=_("工作室命名和项目"),
    group=GROUP,
)
facet("commons_money.payment", "studio_grants", words.GRANT, label=_("创新项目资助"), group=GROUP)
facet("commons_activities.activity", "alliance_sessions", words.SESSION, label=_("联盟活动"), group=GROUP, icon="handshake")
facet("commons_cases.case", "alliance_problems", words.PROBLEM, label=_("联盟技术难题"), group=GROUP, icon="build")
facet("commons_registers.registerentry", "studio_reports", words.REPORT, words.RULES, words.REVIEW, label=_("工作室报告和联盟章程"), group=GROUP)
facet("commons_plans.planitem", "studio_plans", words.UPGRADE, label=_("工作室提质增效"), group=GROUP)
