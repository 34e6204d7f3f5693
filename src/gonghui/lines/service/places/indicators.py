"""What is counted of places."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.models import Designation
from gonghui.commons.places.models import Facility, Inspection, Place, signed
from gonghui.commons.places.words import ROOM
from gonghui.commons.returns.counting import HeadCounts
from gonghui.kernel.indicators import Distinct, Flow, Ratio, Stock

from . import words
from .models import Booking

OF_PLACE = (("place__slot", "place__node"),)


def standing(key: str, label, kind: str, **more) -> Stock:
    """Places open under a sign of a kind on the day; one place with several signs is one in each."""
    return Stock(
        key,
        label,
        "place",
        Place,
        since="opened_on",
        until="",
        on_day=lambda day: signed(kind, day),
        meaning=_("报告日挂牌开放的阵地，一处多牌只计一处"),
        **more,
    )


def titles(*kinds: str, **more) -> Q:
    return Q(kind__in=kinds, **more) & ~Q(state="mistaken")


def named(key: str, label, unit: str, where: Q) -> Flow:
    """Titles given in the period."""
    return Flow(key, label, unit, Designation, where, dated_by="awarded_on")


def holding(key: str, label, where: Q) -> Stock:
    """Places that hold a title on the day, each once."""
    return Stock(
        key, label, "place", Designation, where, since="awarded_on", until="", of="holder_key",
        on_day=lambda day: (Q(ended_on=None) | Q(ended_on__gt=day)) & (Q(until=None) | Q(until__gte=day)),
    )  # fmt: skip


stations = standing("places.stations", _("户外劳动者服务站点数"), words.STATION, main=True)
stations_new = Flow(
    "places.stations_new", _("新建户外劳动者服务站点数"), "place", Place, lambda: signed(words.STATION), dated_by="opened_on",
    meaning=_("开放日期在期间内的站点；改造后重新开放的不算新建"),
)  # fmt: skip
extra = Distinct(
    "places.station_extra_functions", _("驿站增设功能种类"), "item", Facility, Q(slug__in=words.EXTRA, place__kind=words.STATION),
    nodes=OF_PLACE, dated_by="since", of="slug",
)  # fmt: skip
best = holding("places.stations_national_best", _("全国最美服务站点数"), titles(words.BEST_STATION, tier="national"))
model = holding("places.stations_provincial_model", _("省级示范站点数"), titles(words.MODEL_STATION, tier="province"))
masters = named("places.station_masters", _("明星站长人数"), "person", titles(words.STAR_KEEPER, holder="person"))
mother_rooms = standing("places.mother_rooms@open", _("母婴室数"), words.MOTHER_ROOM)
supported = Flow(
    "places.mother_rooms@supported", _("支持建设妈妈小屋数"), "place", Place, Q(kind=words.MOTHER_ROOM), dated_by="supported_on",
    meaning=_("期间内获得工会建设支持的母婴室；支持不等于建成"),
)  # fmt: skip
READING = titles(words.READING_TITLE)
reading_national = named("places.reading_rooms.national", _("全国职工书屋数"), "place", READING & Q(tier="national"))
reading_provincial = named("places.reading_rooms.provincial", _("省级职工书屋数"), "place", READING & Q(tier="province"))
reading_city = named("places.reading_rooms.city", _("市级职工书屋数"), "place", READING & Q(tier="city"))
bases = named("places.training_bases.provincial", _("省级培训实训基地数"), "place", titles(words.BASE_TITLE, tier="province"))
rooms_and_bases = named(
    "places.reading_rooms_and_bases", _("书屋与培训实训基地命名数"), "place",
    titles(words.READING_TITLE, tier__in=("national", "province")) | titles(words.BASE_TITLE, tier="province"),
)  # fmt: skip
palaces = standing("places.palaces", _("工人文化宫数"), words.PALACE)
palace_rooms = Stock(
    "places.palace_rooms", _("文化宫功能室种类"), "place", Facility, Q(slug__in=words.USES, place__kind=ROOM, place__part_of__kind=words.PALACE),
    nodes=OF_PLACE, of="slug",
)  # fmt: skip
palace_visits = HeadCounts("places.palace_visits", _("文化宫活动人次"), "person_time", kinds=(words.PALACE_VISITS,))
checked_in = Flow(
    "places.checked_in", _("场馆预约到场人次"), "person_time", Booking, Q(state__in=words.CAME), dated_by="on", adds="heads",
    meaning=_("预约并签到的人数；与填报的活动人次不相加"),
)  # fmt: skip
visit_points = Distinct(
    "places.visit_points",
    _("现场交流参观点位数"),
    "place",
    Booking,
    Q(purpose="visit", state__in=words.CAME),
    dated_by="on",
    of="place",
    meaning=_("期内接待过参观的阵地，一处只计一次"),
)
childcare = standing("places.childcare", _("爱心托管班数"), words.CHILDCARE)
childcare_national = named("places.childcare_national", _("全国爱心托管托育单位数"), "place", titles(words.CHILDCARE_TITLE, tier="national"))
patriotic = named("places.patriotic_bases", _("全国职工爱国主义教育基地数"), "place", titles(words.PATRIOTIC_BASE, tier="national"))
inspected = Distinct(
    "places.inspected",
    _("抽查阵地数"),
    "place",
    Inspection,
    Q(kind="sample") & ~Q(state="drawn"),
    dated_by="on",
    of="place",
    main=True,
    meaning=_("期内抽查过的阵地，一处只计一次"),
)
rectified = Flow("places.rectified", _("整改合格数"), "item", Inspection, Q(state="passed", rectified_on__isnull=False), dated_by="rectified_on")
ordered = Flow("places.rectifications", _("责令整改数"), "item", Inspection, Q(ordered_on__isnull=False), dated_by="ordered_on")
rectified_pct = Ratio(
    "places.rectified_pct", _("阵地整改完成率"), "percent", top=rectified, bottom=ordered, main=True, meaning=_("期内整改合格的，除以期内责令整改的")
)
