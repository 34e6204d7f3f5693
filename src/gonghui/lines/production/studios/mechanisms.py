"""What the line does, mechanism by mechanism."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.mechanisms import Mechanism

Mechanism(
    "STU-1", _("工作室和分级命名"), "studios.found studios.lose_leader studios.name_leader studios.close designations.record registers.enter",
    "studios.total studios.national_model studios.provincial studios.provincial_model studios.plan_years",
)  # fmt: skip
Mechanism(
    "STU-2", _("跨企业跨区域联盟"), "studios.propose_alliance parties.add_member studios.found_alliance studios.end_alliance activities.record cases.register",
    "studios.alliances studios.alliance_member_orgs studios.alliance_member_studios studios.alliance_sessions studios.alliance_session_ordinal "
    "studios.alliance_industry_chains",
)  # fmt: skip
Mechanism("STU-3", _("创新项目资助"), "money.open_batch money.add", "studios.project_grants studios.project_grants@paid studios.project_grant_each")
Mechanism("STU-4", _("授旗服务队"), "parties.found_team parties.add_member", "studios.service_teams")
