"""What is counted of honours. A title counts from its award day; one withdrawn later was given all the same."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Designation, Nomination, Round
from gonghui.commons.designations.reads import standing, titles
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.registers.words import AWARD
from gonghui.kernel.indicators import Distinct, Flow, Stock

from . import words
from .models import CourtesyUse

TOP = ("national", "province")
GIVEN = {"counts": Designation, "dated_by": "awarded_on"}
ONCE = GIVEN | {"of": "holder_key"}


def given(key: str, label, where: Q, unit: str = "person", **more) -> Flow:
    """Titles given in the period."""
    return Flow(f"honours.{key}", label, unit, where=where, **GIVEN, **more)


def holders(key: str, label, where: Q, **more) -> Distinct:
    """Different holders of titles given in the period."""
    return Distinct(f"honours.{key}", label, "person", where=where, **ONCE, **more)


given("labour_models", _("全国和省部级劳模（先进工作者）人数"), titles(words.LABOUR_MODEL, tiers=TOP))
given("may_day_awards", _("五一劳动奖数"), titles(words.MAY_DAY, tiers=TOP), "item")
given("pioneer_teams", _("工人先锋号数"), titles(words.PIONEER, tiers=TOP), "item")
given("women_pacesetters", _("五一巾帼标兵数"), titles(words.WOMEN, tiers=TOP), "item")
given("may_day_and_pioneer", _("五一劳动奖、工人先锋号、五一巾帼标兵数"), titles(words.MAY_DAY, words.PIONEER, words.WOMEN, tiers=TOP), "item",
    meaning=_("全国和省两级，个人和集体合计；可分别查看三项"), main=True)  # fmt: skip
given("may_day_and_pioneer@provincial", _("省五一劳动奖和工人先锋号数"), titles(words.MAY_DAY, words.PIONEER, tiers=("province",)), "item",
    meaning=_("不含五一巾帼标兵"))  # fmt: skip


def forwarded(key: str, label, kind: str) -> Flow:
    """Nominations from below that an issuer above has granted."""
    return Flow(f"honours.{key}@forwarded", label, "item", Nomination, Q(kind=kind, state="named", designation__tier__in=TOP),
        dated_by="designation__awarded_on", meaning=_("本级推荐上报并已获授予的；推荐未获授予的不计"))  # fmt: skip


forwarded("may_day_awards", _("推荐获评五一劳动奖数"), words.MAY_DAY)
forwarded("pioneer_teams", _("推荐获评工人先锋号数"), words.PIONEER)

holders("craftsmen.provincial", _("省级工匠人数"), titles(words.CRAFTSMAN, tiers=("province",)), meaning=_("一人只计一次"))
holders("craftsmen.national", _("大国工匠人数"), titles(words.GREAT_CRAFTSMAN), meaning=_("一人只计一次"))
given("craftsmen.quality", _("中国质量工匠人数"), titles(words.QUALITY_CRAFTSMAN))
given("craftsmen.sector", _("行业工匠人数"), titles(words.CRAFTSMAN, tiers=("sector",)))
given("craftsmen.all_levels", _("各级各类工匠命名数"), titles(*words.CRAFTSMEN), meaning=_("各级命名合计；一人获多级命名的各计一次"), main=True)
holders("craftsmen.persons", _("工匠人数"), titles(*words.CRAFTSMEN), meaning=_("一人获多级命名的只计一次"))


def pooled(day) -> Q:
    """Titles that stand on a day and whose holder is in the talent pool then."""
    entries = RegisterEntry.objects.for_act("the pool a craftsman is in").filter(
        kind=words.POOL, person=OuterRef("person"), in_force_from__lte=day, registered_on__isnull=False
    )
    return standing(day) & Q(Exists(entries.filter(Q(until=None) | Q(until__gte=day))))


Stock("honours.craftsmen.city", _("纳入人才库的市级工匠人数"), "person", Designation, titles(words.CRAFTSMAN, tiers=("city",)), since="awarded_on", until="",
    of="holder_key", on_day=pooled, meaning=_("市级工匠称号有效，且在产业工匠人才库中"))  # fmt: skip
Stock("honours.holders", _("在册荣誉获得者人数"), "person", Designation, titles(*words.TITLES) & Q(holder="person"), since="awarded_on", until="",
    of="holder_key", on_day=standing, meaning=_("有效称号的个人，一人只计一次"), main=True)  # fmt: skip
given("national_craftsman_programme", _("入选大国工匠培育工程人数"), titles(words.CULTIVATION))
given("most_beautiful_workers", _("最美职工（劳动者）人数"), titles(words.BEAUTIFUL))
Flow(
    "honours.most_beautiful_rounds",
    _("最美职工（劳动者）选树届数"),
    "ordinal",
    Round,
    Q(kind=words.BEAUTIFUL, state="finished"),
    dated_by="finished_on",
)

RECEIVED = Q(kind=AWARD, registered_on__isnull=False, holder_node__isnull=False)
Flow(
    "honours.org_received",
    _("工会所获荣誉数"),
    "item",
    RegisterEntry,
    RECEIVED,
    dated_by="year_on",
    meaning=_("外单位授予工会组织的荣誉，与本级命名的称号分开"),
)
for theme, label in words.Theme.choices:
    Flow(
        f"honours.org_received@{theme}",
        _("工会所获荣誉数（%(theme)s）") % {"theme": label},
        "item",
        RegisterEntry,
        RECEIVED & Q(topic=theme),
        dated_by="year_on",
    )

given("rewarded_workers_projects", _("优秀技工和项目奖励数"), titles(words.SKILLED), "item", meaning=_("个人和项目合计，按表彰日期；可分别查看"))
given("rewarded_workers_projects@persons", _("受奖励优秀技工人数"), titles(words.SKILLED) & Q(holder="person"))
given("rewarded_workers_projects@projects", _("受奖励项目数"), titles(words.SKILLED) & Q(holder="work"), "item")
REWARDS, ALL = Q(kind=words.REWARD, state__in=PAID), Q(kind__in=(words.REWARD, words.STUDIO_GRANT), state__in=PAID)
YEARLY = {"dated_by": "award_year", "yearly": True}
Flow("honours.rewarded_workers_projects@award_year", _("优秀技工和项目奖励数（按所属年度）"), "item", Payment, REWARDS, **YEARLY)
Flow("honours.reward_amount", _("奖励补助资金总额"), "yuan", Payment, ALL, dated_by="paid_on", adds="amount", personal=True,
    meaning=_("当期实际支付的荣誉奖励和工作室创新项目资助，不论所属年度"), main=True)  # fmt: skip
Flow("honours.reward_amount@workers", _("荣誉奖励支付金额"), "yuan", Payment, REWARDS, dated_by="paid_on", adds="amount", personal=True)
Flow("honours.reward_amount@award_year", _("荣誉奖励金额（按所属年度）"), "yuan", Payment, REWARDS, **YEARLY, adds="amount", personal=True)
Flow("honours.craftsman_fund_amount", _("工匠基金支付金额"), "yuan", Payment, Q(kind=words.FUND, state__in=PAID), dated_by="paid_on", adds="amount",
    personal=True)  # fmt: skip
Flow("honours.courtesies_used", _("享受礼遇人次"), "person_time", CourtesyUse, Q(state="used"), dated_by="answered_on")
Stock(
    "honours.award_rules", _("有效的评选表彰办法数"), "item", RegisterEntry, Q(kind=words.RULES, registered_on__isnull=False), since="in_force_from"
)
