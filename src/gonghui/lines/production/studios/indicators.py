"""What is counted of studios and their alliances."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.reads import standing, titles
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.parties.models import Team, TeamMember
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING as PLANNED
from gonghui.kernel.indicators import Flow, Mean, Stock

from . import words
from .models import Alliance

STUDIO = (words.NAMED, words.MODEL)
HELD = {"counts": Designation, "since": "awarded_on", "until": "", "of": "holder_key", "on_day": standing}
JOINED = {"counts": TeamMember, "where": Q(team__kind=words.LEAGUE, group__kind=words.TEAM)}
SESSIONS = {"counts": Activity, "where": Q(kind=words.SESSION, state__in=COUNTED)}

Stock(
    "studios.total",
    _("劳模工匠创新工作室总数"),
    "org",
    where=titles(*STUDIO),
    **HELD,
    meaning=_("各级命名且仍有效的工作室；有几级称号的只计一次"),
    main=True,
)
Stock("studios.national_model", _("全国示范性工作室数"), "org", where=titles(words.MODEL, tiers=("national",)), **HELD)
Stock("studios.provincial", _("省级工作室数"), "org", where=titles(*STUDIO, tiers=("province",)), **HELD)
Stock("studios.alliances", _("创新工作室联盟数"), "org", Alliance, main=True, meaning=_("期末在册的联盟"))
NEW = {"counts": Designation, "dated_by": "awarded_on"}
Flow("studios.provincial_model", _("新命名省级示范性工作室数"), "org", where=titles(words.MODEL, tiers=("province",)), **NEW)
Flow("studios.alliances@provincial", _("命名省级工作室联盟数"), "org", where=titles(words.LEAGUE_NAMED, tiers=("province",)), **NEW)
Stock("studios.alliance_member_studios", _("联盟成员工作室数"), "org", of="group", **JOINED)
Stock("studios.alliance_member_orgs", _("联盟成员单位数"), "org", of="group__node", **JOINED)
Stock(
    "studios.alliance_industry_chains", _("联盟涉及产业链数"), "item", of="group__studio__chain",
    **JOINED | {"where": JOINED["where"] & ~Q(group__studio__chain="")},
)  # fmt: skip
Flow(
    "studios.alliance_sessions",
    _("联盟技术协作活动次数"),
    "session",
    dated_by="held_on",
    **SESSIONS,
    main=True,
    meaning=_("已举办的技术协作活动，按活动日期"),
)
Stock(
    "studios.alliance_session_ordinal", _("联盟技术协作活动次第"), "ordinal", since="held_on", until="", **SESSIONS, meaning=_("自成立起到该日的次数")
)
Flow("studios.plan_years", _("工作室提质增效计划年限"), "year", PlanItem, Q(kind=words.UPGRADE, state__in=PLANNED), dated_by="since", adds="years")
Stock("studios.service_teams", _("劳模工匠服务队数"), "team", Team, Q(kind=words.SERVICE))
paid = {"counts": Payment, "where": Q(kind=words.GRANT, state__in=PAID)}
BY_YEAR = paid | {"dated_by": "award_year", "yearly": True}
grants = Flow("studios.project_grants", _("工作室创新项目资助数"), "item", **BY_YEAR, meaning=_("按资助所属年度；钱可以在次年支付"), main=True)
Flow("studios.project_grants@paid", _("工作室创新项目资助数（按支付）"), "item", **paid, dated_by="paid_on")
total = Flow("studios.project_grant_amount", _("工作室创新项目资助金额"), "yuan", **BY_YEAR, adds="amount")
Mean("studios.project_grant_each", _("每个创新项目资助额"), "yuan", top=total, bottom=grants, meaning=_("资助金额除以资助项数，按资助所属年度"))
