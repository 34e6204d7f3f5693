"""What is counted of innovation: results of ours, titles given to them, outside awards, help given to firms."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.cases.models import Case
from gonghui.commons.designations.models import Designation, Nomination, Round
from gonghui.commons.designations.reads import titles
from gonghui.commons.parties.models import Team, TeamMember
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Distinct, Flow, Ordinal, Ratio, Stock

from . import words
from .models import Author, Result, Visit

BOTH = (("slot", "node"), ("host_slot", "host"))
HANDS = (("slot", "node"), ("hand_slot", "hand"))
PROVINCE = ("province",)


def held(kind: str) -> dict:
    """Occasions of a kind that were held, counted once at organiser and host."""
    return {"counts": Activity, "where": Q(kind=kind, state__in=COUNTED), "nodes": BOTH, "dated_by": "held_on"}


def entered(at: str = "") -> Q:
    """Results handed in for a call of the province."""
    return Q(**{f"{at}round__node__kind": "province", f"{at}round__kind__in": words.WORKS}) & ~Q(**{f"{at}round__state": "cancelled"})


def named(key: str, label, kind: str) -> None:
    """Results that were given a provincial title, by the day of the document."""
    Flow(f"innovation.{key}", label, "item", Designation, titles(kind, tiers=PROVINCE), dated_by="awarded_on")


def outside(key: str, label, kind: str, **more) -> None:
    """What somebody else gave to a result of ours: an entry with its proof."""
    Flow(f"innovation.{key}", label, "item", RegisterEntry, Q(kind=kind, registered_on__isnull=False), **{"dated_by": "year_on"} | more)


Ordinal("innovation.festival.ordinal", _("职工科技节届次"), adds="edition", **held(words.FESTIVAL))
Ordinal("innovation.national_fair.ordinal", _("全国工匠创新交流大会届次"), adds="edition", **held(words.FAIR))
Flow("innovation.national_fair.days", _("全国工匠创新交流大会天数"), "day", adds="days", **held(words.FAIR))
Ordinal(
    "innovation.gold_award.ordinal",
    _("职工创新金奖设置次第"),
    counts=Round,
    where=Q(kind=words.GOLD) & ~Q(state="cancelled"),
    dated_by="opens_on",
    adds="edition",
)

Flow(
    "innovation.projects_submitted", _("参加省级活动创新项目数"), "item", Result, entered(), dated_by="entered_on",
    meaning=_("报送省级评选的成果，评审之前"),
)  # fmt: skip
Distinct(
    "innovation.participants", _("参加省级活动职工数"), "person", Author, entered("result__"), nodes=(("result__slot", "result__node"),),
    dated_by="result__entered_on", of="person", personal=True, meaning=_("报送省级评选的成果的完成人，一人只计一次"),
)  # fmt: skip
named("results_named", _("优秀创新成果命名数"), words.NAMED_RESULT)
named("methods_named", _("先进操作法命名数"), words.NAMED_METHOD)
named("ideas_named", _("优秀创意作品数"), words.NAMED_IDEA)
named("special_skills_named", _("绝招绝技绝活数"), words.NAMED_SKILL)
named("five_small_named", _("五小创新成果命名数"), words.NAMED_SMALL)
for key, label, kind in (("inventors_named", _("工人发明家命名数"), words.INVENTOR), ("mentors_named", _("带徒名师命名数"), words.MENTOR)):
    Distinct(f"innovation.{key}", label, "person", Designation, titles(kind, tiers=PROVINCE), dated_by="awarded_on", of="holder_key", personal=True)
Flow(
    "innovation.science_prize_nominations", _("推荐科学技术奖项目数"), "item", Nomination, Q(kind=words.SCIENCE_PRIZE, state__in=("forwarded", "named")),
    dated_by="nominated_on",
)  # fmt: skip
outside("national_awards", _("获全国职工技术创新成果奖数"), words.NATIONAL_AWARD)
outside("patent_awards", _("获中国专利奖项数"), words.PATENT_AWARD)
outside("international_awards", _("获国际双创示范奖数"), words.WORLD_AWARD)
outside("patents_applied", _("申请专利数"), words.PATENT, dated_by="since", meaning=_("已提出申请的专利，授权与否都算"))
outside("patents_granted", _("授权专利数"), words.PATENT, dated_by="in_force_from", meaning=_("申请之后获得授权的专利"))

ideas = Flow(
    "innovation.suggestions",
    _("征集金点子数"),
    "item",
    Result,
    Q(kind=words.Sort.SUGGESTION),
    dated_by="submitted_on",
    main=True,
    meaning=_("期内提交的金点子，采纳与否都计"),
)
adopted = Flow(
    "innovation.suggestions_adopted", _("采纳金点子数"), "item", Result, Q(kind=words.Sort.SUGGESTION, state__in=words.TAKEN), dated_by="submitted_on"
)
Ratio("innovation.adoption_pct", _("金点子采纳率"), "percent", top=adopted, bottom=ideas, main=True, meaning=_("期内提交的金点子中现已采纳的比例"))
Stock(
    "innovation.five_small_types", _("五小活动类型数"), "item", RegisterEntry, Q(kind=words.SMALL_TYPE, registered_on__isnull=False),
    meaning=_("活动通知列明、在期末有效的类型"),
)  # fmt: skip
Flow(
    "innovation.projects_completed",
    _("完成创新项目数"),
    "item",
    Result,
    Q(kind=words.Sort.PROJECT, state="verified"),
    dated_by="finished_on",
    meaning=_("已完成且效益已核定"),
)
Flow(
    "innovation.economic_benefit", _("创新经济效益"), "yuan", Result, Q(state="verified"), dated_by="verified_on", adds="benefit",
    meaning=_("核定的第一年效益；助企解难的效益随难题只计一次"),
    main=True,
)  # fmt: skip
Stock("innovation.groups", _("创新小组数"), "team", Team, Q(kind=words.GROUP))

Flow(
    "innovation.problems_solved",
    _("助企解决技术难题数"),
    "item",
    Case,
    Q(kind=words.HELP, state="closed", resolved=True),
    nodes=HANDS,
    dated_by="closed_on",
    main=True,
    meaning=_("办结且已解决的难题，按办结日期"),
)
Stock("innovation.helpers", _("助企劳模工匠人数"), "person", TeamMember, Q(team__kind=words.HELPERS), of="person", personal=True)
Flow("innovation.outreach_sessions", _("助企活动期数"), "session", **held(words.OUTREACH))
Distinct(
    "innovation.outreach_units", _("助企活动走进单位数"), "org", **held(words.OUTREACH), of="host", meaning=_("期内助企活动走进的单位，一家只计一次")
)
Distinct(
    "innovation.outreach_teams", _("助企活动走进班组数"), "team", Visit, dated_by="on", of="crew", meaning=_("期内助企活动走进的班组，一个只计一次")
)
