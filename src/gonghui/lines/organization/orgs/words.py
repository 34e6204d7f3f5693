"""Kinds of union, states of founding and of a union, and how this line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.parties.words import TEAM_KINDS
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.commons.tasks.words import KINDS as TASKS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.kinds import NodeKind, declare

COUNTY_MODEL = TITLES.declare("county_model", _("五强示范县级工会"))
MODEL_HOME = TITLES.declare("model_home", _("模范职工之家（小家）"))
STANDARD = TITLES.declare("township_standard", _("乡镇街道规范化工会"))
PLANS.declare("drive", _("建会行动"))
COUNTY_YEAR = PLANS.declare("county_year", _("县级工会加强年"))
CONTACT_GROUP = TEAM_KINDS.declare("contact_group", _("对口联系工作组"))
CONTACT_VISIT = ACTIVITIES.declare("contact_visit", _("对口联系走访"))
COUNTY_MEASURES = TASKS.declare("county_measures", _("县级工会加强年措施"))
PLANS.declare("drive.segment", _("建会重点领域"))

T = frozenset
declare(
    NodeKind("national", _("全国总工会"), 61, tags=T({"federation"})),
    NodeKind("province", _("省总工会"), 56, tags=T({"federation"})),
    NodeKind("city", _("市总工会"), 49, tags=T({"federation"})),
    NodeKind("county", _("县（区）总工会"), 43, tags=T({"federation", "county"})),
    NodeKind("industry", _("产业工会"), 43, tags=T({"federation", "county"})),
    NodeKind("town", _("乡镇（街道）工会"), 36, tags=T({"union", "area", "local"})),
    NodeKind("zone", _("开发区（园区）工会"), 36, tags=T({"union", "area", "local"})),
    NodeKind("village", _("村（社区）工会"), 24, tags=T({"union", "area", "local"})),
    NodeKind("work_committee", _("工会工作委员会"), 30, tags=T({"outpost"})),
    NodeKind("area_league", _("区域性工会联合会"), 26, tags=T({"union", "league"})),
    NodeKind("sector_league", _("行业性工会联合会"), 26, tags=T({"union", "league"})),
    NodeKind("single", _("单独基层工会"), 22, tags=T({"union", "basic"})),
    NodeKind("joint", _("联合基层工会"), 22, tags=T({"union", "basic"})),
    NodeKind("association", _("社团（新联会）工会"), 22, tags=T({"union", "basic"})),
    NodeKind("institution", _("直属事业单位"), 20, tags=T({"institution"})),
    NodeKind("department", _("机关部门"), 4, tags=T({"department"})),
    NodeKind("branch", _("分工会"), 8, tags=T({"inner"})),
    NodeKind("group", _("工会小组"), 0, tags=T({"inner"})),
)


class UnionKind(models.TextChoices):
    """What can be founded by application; federations stand by appointment."""

    SINGLE = "single", _("单独基层工会")
    JOINT = "joint", _("联合基层工会")
    ASSOCIATION = "association", _("社团（新联会）工会")
    AREA_LEAGUE = "area_league", _("区域性工会联合会")
    SECTOR_LEAGUE = "sector_league", _("行业性工会联合会")
    TOWN = "town", _("乡镇（街道）工会")
    ZONE = "zone", _("开发区（园区）工会")
    VILLAGE = "village", _("村（社区）工会")


NEEDS_ONE_EMPLOYER = (UnionKind.SINGLE,)
NEEDS_EMPLOYERS = (UnionKind.JOINT,)


class FoundingState(States):
    SUBMITTED = "submitted", _("已申请")
    RETURNED = "returned", _("已退回")
    PREPARING = "preparing", _("筹备中")
    ELECTED = "elected", _("已选举")
    RESULT_SUBMITTED = "result_submitted", _("已报选举结果")
    ESTABLISHED = "established", _("已成立")


F = FoundingState
FOUNDING = Lifecycle(
    FoundingState,
    Step((), "orgs.apply_founding", F.SUBMITTED),
    Step((F.SUBMITTED,), "orgs.approve_preparation", F.PREPARING, clock="org.prep_approve_days"),
    Step((F.SUBMITTED,), "orgs.return_founding", F.RETURNED),
    Step((F.RETURNED,), "orgs.resubmit_founding", F.SUBMITTED),
    Step((F.PREPARING,), "orgs.hold_election", F.ELECTED),
    Step((F.ELECTED,), "orgs.file_result", F.RESULT_SUBMITTED),
    Step((F.RESULT_SUBMITTED,), "orgs.establish", F.ESTABLISHED, clock="org.result_approve_days"),
)


class UnionState(States):
    ESTABLISHED = "established", _("已成立")
    LEGAL_PERSON = "legal_person", _("已取得法人资格")
    DISSOLVING = "dissolving", _("撤销中")
    DISSOLVED = "dissolved", _("已撤销")


U = UnionState
LIVE = (U.ESTABLISHED, U.LEGAL_PERSON)
UNION = Lifecycle(
    UnionState,
    Step((U.ESTABLISHED,), "orgs.register_legal_person", U.LEGAL_PERSON, clock="org.lp_first_apply_days"),
    Step((U.LEGAL_PERSON,), "orgs.renew_certificate", U.LEGAL_PERSON),
    Step((U.LEGAL_PERSON,), "orgs.register_change", U.LEGAL_PERSON, clock="org.lp_change_days"),
    Step(LIVE, "orgs.begin_dissolving", U.DISSOLVING),
    Step((U.DISSOLVING,), "orgs.dissolve", U.DISSOLVED),
)


class Segment(models.TextChoices):
    """Focus segments of founding drives; a union may carry several."""

    NEW_FORM = "new_form", _("新业态企业")
    TWO_NEW = "two_new", _("两新组织")
    INTERNET = "internet", _("互联网企业")
    THREE_TIER = "three_tier", _("小三级工会")
    NEW_CLASS = "new_class", _("新的社会阶层")
    COURIER = "courier", _("快递行业")
    RESETTLEMENT = "resettlement", _("易地搬迁安置点")
    UNION_OWNED = "union_owned", _("工会企事业")


config.declare(
    config.Config("org.prep_approve_days", 15, _("筹备组批复天数")),
    config.Config("org.result_approve_days", 15, _("选举结果批复天数"), "[CHECK]"),
    config.Config("org.lp_first_apply_days", 60, _("首次申请法人登记天数"), "[CHECK]"),
    config.Config("org.lp_renew_before_days", 30, _("法人证书换领提前天数"), "总工办发〔2020〕20号 第27条"),
    config.Config("org.term_years", 5, _("基层委员会每届年数"), "《工会法》第十六条", least=3, most=5),
    config.Config("org.remind_first", 90, _("到期首次提醒天数"), least=1, most=365),
    config.Config("org.remind_last", 30, _("到期再次提醒天数"), least=1, most=365),
    config.Config("org.lp_change_days", 30, _("法人变更登记天数"), "总工办发〔2020〕20号"),
    config.Config("org.women_committee_min", 10, _("设女职工委员会的女会员数")),
)

NO_EMPLOYER = Refusal(
    "orgs.no_employer", _("单独基层工会须对应一个用人单位。"), because=_("《工会法》第十一条"), instead=_("请选择用人单位。"), field="employers"
)
TWO_EMPLOYERS = Refusal("orgs.two_employers", _("联合基层工会至少涵盖两个用人单位。"), instead=_("一个单位请单独建会。"), field="employers")
HAS_UNION = Refusal(
    "orgs.has_union",
    _("“{employer}”已有工会“{union}”。"),
    because=_("一个单位一个工会"),
    instead=_("请核对，或先办理原工会的撤并。"),
    field="employers",
    kind=Kind.CONFLICT,
)
TOO_MANY_TO_SHARE = Refusal(
    "orgs.too_many_to_share",
    _("“{employer}”有会员 {members} 人，应单独建立工会委员会。"),
    because=_("《工会法》第十一条"),
    instead=_("请退回申请人，改为单独建会。"),
    field="employers",
)
NOT_THE_LEVEL_ABOVE = Refusal(
    "orgs.not_the_level_above",
    _("建立基层工会，由上一级工会批准。"),
    because=_("《工会法》第十二条"),
    instead=_("请转交“{approver}”办理。"),
    kind=Kind.FORBIDDEN,
)
NOT_UNDER = Refusal("orgs.not_under", _("“{kind}”不能建在“{parent}”之下。"), instead=_("请选择联合会、乡镇或总工会作为上级。"), field="node")
EMPLOYER_CODE = Refusal(
    "orgs.employer_code",
    _("这是用人单位的代码；工会的代码以 81 开头。"),
    because=_("GB 32100-2015"),
    instead=_("请填写工会自己的代码。"),
    field="uscc",
)
CODE_TAKEN = Refusal("orgs.code_taken", _("该代码已属于“{union}”。"), field="uscc", kind=Kind.CONFLICT)
STILL_MEMBERS = Refusal(
    "orgs.still_members", _("该工会还有 {count} 名会员。"), because=_("《工会法》第十三条"), instead=_("请先办理会籍转接或保留。"), kind=Kind.CONFLICT
)
CERTIFICATE_TERM = Refusal(
    "orgs.certificate_term",
    _("法人证书有效期 {years} 年，应为三至五年，且不超过委员会届期。"),
    because=_("总工办发〔2020〕20号 第26条"),
    field="valid_until",
)
PAST_TERM = Refusal(
    "orgs.past_term",
    _("法人证书有效期超过委员会届满日期 {day}。"),
    because=_("总工办发〔2020〕20号 第26条"),
    instead=_("有效期应与届期一致。"),
    field="valid_until",
)
TOO_EARLY = Refusal(
    "orgs.too_early",
    _("证书有效期至 {day}，届满前 {days} 天内方可换领。"),
    because=_("总工办发〔2020〕20号 第27条"),
    instead=_("请在 {first} 之后办理。"),
    kind=Kind.CONFLICT,
)
NOT_LIVE = Refusal("orgs.not_live", _("“{union}”已撤销或正在撤销。"), kind=Kind.CONFLICT)
EARLIER = Refusal("orgs.earlier", _("日期早于成立日期 {day}。"), field="on")
COVERED_ALREADY = Refusal("orgs.covered_already", _("该单位已在涵盖名单中。"), field="employer", kind=Kind.CONFLICT)
CODE_KNOWN = Refusal("orgs.code_known", _("组织编码“{code}”已被使用。"), instead=_("请换一个编码。"), field="code", kind=Kind.CONFLICT)
CODE_SHAPE = Refusal("orgs.code_shape", _("组织编码只能用字母、数字和短横线。"), field="code")
IN_FUTURE = Refusal("orgs.in_future", _("日期不能在将来。"), field="on")
SEGMENT_KNOWN = Refusal("orgs.segment_known", _("已有该重点领域标记。"), field="segment", kind=Kind.CONFLICT)
SITE_LINKED = Refusal("orgs.site_linked", _("该安置点已建会。"), kind=Kind.CONFLICT)
