"""What is counted of culture."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, Attendance, tagged
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.money.models import Payment
from gonghui.commons.money.words import PAID
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.words import STANDING
from gonghui.commons.readings.counting import Readings
from gonghui.kernel.indicators import Distinct, Flow, Mean, Ordinal

from . import words
from .models import Marking, ReadingDay, ShowRequest, VisitorDay, Work
from .visit_words import COST, R

BOTH = (("slot", "node"), ("host_slot", "host"))
BY_NAME = (("activity__slot", "activity__node"), ("activity__host_slot", "activity__host"))
HELD = Q(state__in=COUNTED)
SHOWS, CULTURE = HELD & Q(kind=words.SHOW), HELD & Q(kind__in=words.CULTURE)
NAMED = Q(state="present", activity__state__in=COUNTED)
NATIONAL = CULTURE & Q(level="nation")
HEADS = {"adds": "head_count", "source": "head_count", "nodes": BOTH, "dated_by": "held_on"}
HELD_ON = {"nodes": BOTH, "dated_by": "held_on"}
NAMES = {"nodes": BY_NAME, "dated_by": "activity__held_on", "personal": True}
NOT_NAMES = _("各场填报的到场人数之和，不去重；按姓名签到的场次另计，两者从不相加")


def tagged_names(slug: str) -> Q:
    """Names in the rolls of activities of a series."""
    return NAMED & Q(activity__in=Activity.objects.for_act("a series").filter(tagged(slug)).values("pk"))


activities = Flow("culture.activities", _("宣教文化阅读活动场次"), "session", Activity, CULTURE, **HELD_ON,
    meaning=_("已举办的演出、文化、阅读、展览和文艺赛事；主办、承接各看到同一场，上级合计时计一次"), main=True)  # fmt: skip
sports = Flow("culture.sports", _("体育健身活动场次"), "session", Activity, HELD & Q(kind=words.SPORTS), **HELD_ON)
performances = Flow(
    "culture.performances",
    _("文艺演出场次"),
    "session",
    Activity,
    SHOWS,
    **HELD_ON,
    main=True,
    meaning=_("已举办的文艺演出；主办、承接各看到同一场，上级合计时计一次"),
)
benefit = Flow("culture.performances@benefit", _("公益慰问演出场次"), "session", Activity, lambda: SHOWS & tagged(words.BENEFIT), **HELD_ON)
drama = Flow("culture.performances@drama", _("职工文工团剧目演出场次"), "session", Activity, lambda: SHOWS & tagged(words.DRAMA), **HELD_ON)

attendances = Flow("culture.attendances", _("文化活动参与人次"), "person_time", Activity, CULTURE, **HEADS, meaning=NOT_NAMES, main=True)
at_shows = Flow("culture.attendances@shows", _("文艺下基层影响职工人次"), "person_time", Activity, SHOWS, **HEADS, meaning=NOT_NAMES)
at_sports = Flow("culture.attendances@sports", _("体育健身活动参与人次"), "person_time", Activity, HELD & Q(kind=words.SPORTS), **HEADS)
with_sports = Flow("culture.attendances@with_sports", _("文体活动覆盖人次"), "person_time", Activity, HELD & Q(kind__in=(*words.CULTURE, words.SPORTS)),
    **HEADS, meaning=_("文化与体育合计；两者可分别查看"))  # fmt: skip
by_name = Flow("culture.attendances@named", _("文化活动签到人次"), "person_time", Attendance, NAMED & Q(activity__kind__in=words.CULTURE), **NAMES)
audience = Flow("culture.performance_audience", _("演出观看人次"), "person_time", Activity, SHOWS, **HEADS, meaning=NOT_NAMES)
drama_audience = Flow(
    "culture.performance_audience@drama", _("剧目观看人次"), "person_time", Activity, lambda: SHOWS & tagged(words.DRAMA), **HEADS, meaning=NOT_NAMES
)
concert_audience = Flow("culture.performance_audience@concert", _("音乐会检票入场人次"), "person_time", Attendance, lambda: tagged_names(words.CONCERT),
    **NAMES, meaning=_("在剧场门口按姓名检票的人；座席名额另见演出座席"))  # fmt: skip
festival = Flow("culture.festival.attendances", _("传统节日活动签到人次"), "person_time", Attendance, lambda: tagged_names(words.FESTIVAL), **NAMES)
visiting = Distinct(
    "culture.visiting_troupes",
    _("邀请外来文艺团体数"),
    "org",
    Activity,
    SHOWS & Q(team__kind=words.VISITING),
    **HELD_ON,
    of="team",
    meaning=_("期内来演出过的外来团体，一家只计一次"),
)

hosted = Flow("culture.national_events_hosted", _("承办全国性活动数"), "item", Activity, NATIONAL, **HELD_ON)
painting = Ordinal(
    "culture.national_event.painting_ordinal", _("全国职工书画展届次"), counts=Activity, where=lambda: NATIONAL & tagged(words.PAINTING), **HELD_ON,
    adds="edition",
)  # fmt: skip
photo = Ordinal(
    "culture.national_event.photo_ordinal",
    _("全国职工摄影展届次"),
    counts=Activity,
    where=lambda: NATIONAL & tagged(words.PHOTO),
    **HELD_ON,
    adds="edition",
)
opera = Ordinal(
    "culture.opera_contest.ordinal",
    _("职工戏迷票友大赛届次"),
    counts=Activity,
    where=lambda: CULTURE & tagged(words.OPERA),
    **HELD_ON,
    adds="edition",
)
views = Readings("culture.broadcast_views", _("戏迷大赛观看人次"), "person_time", kinds=(words.OPERA_VIEWS,),
    meaning=_("播出方提供的观看次数；不与本系统的人次相加"))  # fmt: skip

ITEMS = Q(kind=words.SEASON_ITEM, state__in=STANDING)
season_items = Flow(
    "culture.season.activities", _("艺术季活动项数"), "item", PlanItem, ITEMS, dated_by="since", meaning=_("计划项，不是已举办的场次")
)
categories = Distinct("culture.season.categories", _("艺术季活动类别数"), "item", PlanItem, ITEMS & ~Q(category=""), dated_by="since", of="category")
works = Flow("culture.works", _("征集作品数"), "item", Work, ~Q(state="withdrawn"), dated_by="entered_on", personal=True)
awarded = Flow("culture.works@awarded", _("获奖作品数"), "item", Work, Q(state="awarded"), dated_by="entered_on", personal=True)
markings = Flow("culture.markings", _("评委评分份数"), "item", Marking, Q(state="marked"), dated_by="assigned_on", personal=True,
    meaning=_("期内分派、已交回的评分表；回避的不计"))  # fmt: skip

asked = Flow("culture.show_requests", _("送演出申请数"), "item", ShowRequest, ~Q(state=R.CALLED_OFF), dated_by="asked_on",
    meaning=_("基层单位提出的申请，撤回的不计；演出场次另计"))  # fmt: skip
granted = Flow("culture.show_requests@performed", _("已演出的申请数"), "item", ShowRequest, Q(state=R.PERFORMED), dated_by="asked_on")
rated = Flow("culture.show_requests@rated", _("已评价的送演出"), "item", ShowRequest, Q(stars__isnull=False), dated_by="rated_on")
stars = Flow("culture.show_rating_sum", _("送演出评价合计"), "item", ShowRequest, Q(stars__isnull=False), dated_by="rated_on", adds="stars")
Mean("culture.show_rating", _("送演出平均评价"), "item", top=stars, bottom=rated, meaning=_("期内申请单位评价的平均分，五分为满"))
Flow("culture.show_cost", _("演出经费支出"), "yuan", Payment, Q(kind=COST, state__in=PAID), dated_by="paid_on", adds="amount")

visitors = Flow("culture.exhibition_visitors", _("展览参观人次（按日）"), "person_time", VisitorDay, dated_by="on", adds="heads",
    meaning=_("按日填报的参观人次，按参观日期；同一批人次已并入该展览的到场人数（按开展日期），两者从不相加"))  # fmt: skip
visitor_days = Flow("culture.exhibition_days", _("有客流记录的展览天数"), "day", VisitorDay, dated_by="on")
check_ins = Flow("culture.reading_check_ins", _("阅读打卡次数"), "person_time", ReadingDay, dated_by="on", personal=True,
    meaning=_("每人每项每天一次；与签到人次、到场人数从不相加"))  # fmt: skip
readers = Distinct("culture.readers", _("阅读打卡人数"), "person", ReadingDay, dated_by="on", of="person", personal=True,
    meaning=_("期内打过卡的人，一人只计一次"))  # fmt: skip
