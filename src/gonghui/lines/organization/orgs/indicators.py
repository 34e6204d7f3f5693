"""What is counted of unions."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.designations.models import Designation
from gonghui.commons.designations.reads import standing, titles
from gonghui.commons.parties.models import Team, TeamMember
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING
from gonghui.commons.tasks.models import Task
from gonghui.kernel.indicators import Change, Flow, Ratio, Stock
from gonghui.kernel.tree.kinds import slugs
from gonghui.kernel.tree.models import Placement

from . import words
from .models import Coverage, Founding, Site, Union


def kinds(*tags):
    return lambda: Q(node__kind__in=slugs(*tags))


total_all = Stock("orgs.total@all", _("工会组织数（全口径）"), "org", Placement, lambda: Q(node__kind__in=slugs("union")) | Q(node__kind__in=slugs("federation")),
    meaning=_("时点在册的全部工会组织：总工会、乡镇街道工会、联合会和基层工会，不含分工会、小组、筹备组和内设机构"))  # fmt: skip
total_basic = Stock("orgs.total@basic", _("基层工会组织数"), "org", Placement, kinds("basic"),
    meaning=_("时点在册的基层工会：单独、联合和社团工会"), main=True)  # fmt: skip
net_growth = Change("orgs.net_growth@all", _("工会组织净增数"), "org", stock=total_all)
net_growth_basic = Change("orgs.net_growth@basic", _("基层工会净增数"), "org", stock=total_basic)
founded = Flow(
    "orgs.founded",
    _("本期新建工会"),
    "org",
    Founding,
    Q(state="established"),
    dated_by="founded_on",
    main=True,
    meaning=_("办完建会流程的工会，按成立日期"),
)
federations_city = Stock(
    "orgs.federations.city", _("市级区域性行业性联合会数"), "org", Placement, lambda: Q(node__kind__in=slugs("league"), parent__kind="city")
)
federations_county = Stock(
    "orgs.federations.county", _("县级区域性行业性联合会数"), "org", Placement, lambda: Q(node__kind__in=slugs("league"), parent__kind="county")
)
federations_city_courier = Stock(
    "orgs.federations.city@courier", _("市级快递行业联合会数"), "org", Placement,
    lambda: Q(node__kind="sector_league", parent__kind="city", node__union__segments__segment="courier"),
)  # fmt: skip
new_class = Flow("orgs.new_class_unions", _("新成立的新联会工会数"), "org", Union, Q(node__kind="association"), dated_by="founded_on")
covered_units = Stock("orgs.covered_units", _("涵盖单位数"), "org", Coverage, of="employer", meaning=_("期末基层工会涵盖的用人单位，一家只计一次"))
realname = Stock(
    "orgs.realname_records",
    _("组织实名库信息条数"),
    "org",
    Placement,
    kinds("basic"),
    on_day=lambda day: Q(node__union__verified_on__lte=day),
    meaning=_("期末已实名核验的基层工会；期后核验的不计"),
)
realname_rate = Ratio(
    "orgs.realname_rate", _("组织实名率"), "percent", top=realname, bottom=total_basic, meaning=_("期末已实名核验的基层工会，除以期末基层工会")
)
unverified = Stock(
    "orgs.check.unverified", _("未实名核验的基层工会"), "org", Placement, kinds("basic"), check=True,
    on_day=lambda day: Q(node__union__verified_on=None) | Q(node__union__verified_on__gt=day),
)  # fmt: skip
ended_employer = Stock(
    "orgs.check.ended_employer", _("单位已终止而工会未撤"), "org", Coverage, check=True, on_day=lambda day: Q(employer__until__lt=day),
    meaning=_("涵盖的用人单位已注销，工会仍在册"),
)  # fmt: skip
expired = Stock(
    "orgs.check.certificate_expired", _("法人证书已过期的工会"), "org", Placement, check=True,
    on_day=lambda day: Q(node__union__valid_until__lt=day),
)  # fmt: skip
past_term = Stock(
    "orgs.check.term_expired", _("委员会届满未换届的工会"), "org", Placement, check=True, on_day=lambda day: Q(node__union__term_until__lt=day)
)
workers = Stock(
    "orgs.workers_covered", _("建会单位职工数"), "person", Coverage, kinds("basic"), adds="employer__workers",
    meaning=_("基层工会涵盖的用人单位申报的职工人数；未申报的计零"),
)  # fmt: skip
sites = Stock("orgs.sites", _("易地搬迁安置点数"), "org", Site)
sites_covered = Stock("orgs.sites_covered", _("已建会的安置点数"), "org", Site, Q(union__isnull=False, union__dissolved_on=None), since="covered_on")
resettlement = Ratio(
    "orgs.resettlement_coverage_pct",
    _("易地搬迁安置点建会覆盖率"),
    "percent",
    top=sites_covered,
    bottom=sites,
    meaning=_("期末已建会的安置点，除以期末在册安置点"),
)
campaign_years = Flow(
    "orgs.campaign_years", _("基层组建攻坚行动年限"), "year", PlanItem, Q(kind="drive") & Q(state__in=STANDING), dated_by="until", adds="years"
)
segments = Flow("orgs.focus_segments", _("建会重点领域数"), "item", PlanItem, Q(kind="drive.segment") & Q(state__in=STANDING), dated_by="since")

institutions = Stock("orgs.institutions", _("工会直属事业单位数"), "org", Placement, Q(node__kind="institution"))
contact_groups = Stock("governance.contact_groups", _("对口联系工作组数"), "team", Team, Q(kind=words.CONTACT_GROUP), told_by="orgs")
contacted = Stock(
    "governance.contact_counties", _("对口联系县级工会数"), "org", TeamMember, Q(team__kind=words.CONTACT_GROUP, unit__kind="county"), of="unit",
    meaning=_("时点有工作组联系的县级工会，每家只计一次"), told_by="orgs",
)  # fmt: skip
counties = Stock("orgs.counties", _("县级工会数"), "org", Placement, Q(node__kind="county"))
contact_pct = Ratio(
    "governance.contact_coverage_pct",
    _("对口联系县级工会覆盖率"),
    "percent",
    top=contacted,
    bottom=counties,
    told_by="orgs",
    meaning=_("期末有对口联系工作组的县级工会，除以期末县级工会"),
)
contact_visits = Flow(
    "orgs.contact_visits", _("对口联系走访次数"), "session", Activity, Q(kind=words.CONTACT_VISIT, state__in=COUNTED),
    nodes=(("slot", "node"), ("host_slot", "host")), dated_by="held_on",
)  # fmt: skip
county_measures = Flow(
    "governance.county_measures",
    _("县级工会加强年保障措施数"),
    "item",
    Task,
    Q(kind=words.COUNTY_MEASURES) & ~Q(state="dropped"),
    dated_by="set_on",
    told_by="orgs",
)
NAMED = {"counts": Designation, "dated_by": "awarded_on"}
Flow("orgs.county_model", _("五强示范县级工会数"), "org", where=titles(words.COUNTY_MODEL), **NAMED)
Flow("orgs.county_model@first_batch", _("首批五强示范县级工会数"), "org", where=titles(words.COUNTY_MODEL) & Q(batch="第一批"), **NAMED)
Flow("orgs.model_homes.provincial", _("省级模范职工之家（小家）数"), "org", where=titles(words.MODEL_HOME, tiers=("province",)), **NAMED)
Flow("orgs.model_homes.national", _("全国模范职工之家（小家）数"), "org", where=titles(words.MODEL_HOME, tiers=("national",)), **NAMED)
Stock("orgs.model_homes", _("在册模范职工之家（小家）数"), "org", Designation, titles(words.MODEL_HOME), since="awarded_on", until="", of="holder_key",
    on_day=standing, meaning=_("各级称号有效的；有全国和省两级的只计一次"))  # fmt: skip
Flow("orgs.township_standard", _("达标规范化乡镇街道开发区工会数"), "org", where=titles(words.STANDARD), **NAMED)
