"""What is counted of the academy. Its series runs from the opening: a figure tells what was held by a day, by one definition of a class."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.models import Activity, tagged
from gonghui.commons.activities.words import COUNTED
from gonghui.commons.money.models import Payment, Receipt
from gonghui.commons.money.words import PAID
from gonghui.commons.places.models import Place
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.indicators import Flow, Latest, Stock

from . import words
from .models import BedNight, Booking, Lesson, Project

STANDS = {"counts": Project, "where": ~Q(state="dropped"), "dated_by": "planned_on"}
HOUSE = {"counts": Place, "where": Q(kind=words.ACADEMY), "since": "opened_on", "until": "closed_on"}
BY_NOW = {"counts": Activity, "since": "held_on", "until": ""}
CLASSES = Q(kind=words.CLASS, state__in=COUNTED)
ALL = Q(kind__in=(words.CLASS, words.EVENT), state__in=COUNTED)
HEADS = {"adds": "head_count", "source": "head_count"}

Flow("academy.land_area", _("学院规划占地"), "mu", **STANDS, adds="land", meaning=_("立项时的规划数"))
Flow("academy.investment", _("学院计划投资额"), "yuan", **STANDS, adds="investment", meaning=_("立项时的计划数；已付的另列"), main=True)
Flow("academy.paid", _("学院建设已付金额"), "yuan", Payment, Q(kind=words.CAPITAL, state__in=PAID), dated_by="paid_on", adds="amount")
Flow("academy.brand_years", _("学院品牌效应目标年限"), "year", **STANDS, adds="brand_years", meaning=_("目标，不是结果"))
Flow("academy.build_years", _("学院建设年限"), "year", Project, Q(state__in=("opened", "reviewed")), dated_by="opened_on", adds="build_years")
Stock("academy.floor_area", _("学院建筑面积"), "sqm", **HOUSE, adds="area")
Stock("academy.capacity", _("学院同时培训容量"), "person", **HOUSE, adds="seats")
Stock(
    "academy.classes", _("学院培训班次"), "session", where=CLASSES, **BY_NOW, meaning=_("启用以来举办的培训班，承办的会议和参观教学不计"), main=True
)
Stock(
    "academy.classes@with_events", _("学院培训期数（含承办活动）"), "session", where=ALL, **BY_NOW, meaning=_("启用以来的培训班、承办的会议和参观教学"),
)  # fmt: skip
Stock("academy.attendances", _("学院参训人次"), "person_time", where=CLASSES, **BY_NOW, **HEADS, meaning=_("各培训班到场人数之和"), main=True)
Stock(
    "academy.attendances@with_events", _("学院参训人次（含承办活动）"), "person_time", where=ALL, **BY_NOW, **HEADS, meaning=_("含会议和参观教学的到场人数"),
)  # fmt: skip
Latest(
    "academy.class_ordinal", _("学院主体培训班期次"), "ordinal", Activity, lambda: CLASSES & tagged(words.MAIN), dated_by="held_on", shows="edition"
)
Flow("academy.bookings", _("学院受理预订数"), "item", Booking, ~Q(state__in=("requested", "declined", "cancelled")), dated_by="since")
Flow("academy.fees", _("学院培训收入"), "yuan", Receipt, Q(kind=words.FEE, state="booked"), dated_by="on", adds="amount")
Stock("academy.courses", _("学院课程教材数"), "item", RegisterEntry, Q(kind=words.COURSE, registered_on__isnull=False))
Stock("academy.teachers", _("学院师资人数"), "person", RegisterEntry, Q(kind=words.TEACHER, registered_on__isnull=False), personal=True)
Flow("academy.bed_nights", _("学院住宿床晚数"), "item", BedNight, dated_by="night", meaning=_("已安排的床位，每床每晚一次"))
Flow(
    "academy.room_half_days",
    _("学院教室使用（间·半天）"),
    "item",
    Lesson,
    Q(state="booked"),
    dated_by="on",
    meaning=_("已安排的教室，每间每半天一次"),
)
