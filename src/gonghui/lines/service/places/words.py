"""Kinds of place, what they are equipped with, titles of places, and states of a booking."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.places.words import CENTRE, FACILITIES, KINDS
from gonghui.commons.returns.words import KINDS as RETURNS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

STATION = KINDS.declare("station", _("户外劳动者服务站点（工会驿站）"))
MOTHER_ROOM = KINDS.declare("mother_room", _("母婴室（妈妈小屋）"))
READING_ROOM = KINDS.declare("reading_room", _("职工书屋"))
TRAINING_BASE = KINDS.declare("training_base", _("培训实训基地"))
PALACE = KINDS.declare("palace", _("工人文化宫（俱乐部）"))
CHILDCARE = KINDS.declare("childcare", _("爱心托管班"))
HISTORIC = KINDS.declare("historic", _("工运旧址（教育基地）"))
MUSEUM = KINDS.declare("museum", _("工运史馆（展馆）"))
PARK = KINDS.declare("park", _("劳动（劳模）主题公园"))
NURSERY = KINDS.declare("nursery", _("工会幼儿园"))
SANATORIUM = KINDS.declare("sanatorium", _("工人疗养院"))
PRESS = KINDS.declare("press", _("工会报刊宣传阵地"))

SHOWN = (HISTORIC, MUSEUM, PARK, NURSERY, SANATORIUM, PRESS)
FOUND = (STATION, MOTHER_ROOM, READING_ROOM, PALACE, CHILDCARE, CENTRE, HISTORIC, MUSEUM, PARK)  # what the public looks for

EXTRA = tuple(
    FACILITIES.declare(slug, label)
    for slug, label in (
        ("policy_advice", _("政策咨询")), ("health_check", _("健康检测")), ("defibrillator", _("除颤急救（AED）")), ("legal_advice", _("法律咨询")),
        ("job_service", _("就业服务")), ("volunteers", _("志愿服务")), ("haircut", _("理发")), ("discount_meals", _("优惠餐")),
    )
)  # fmt: skip
USES = tuple(
    FACILITIES.declare(slug, label)
    for slug, label in (
        ("dance", _("舞蹈")), ("yoga", _("瑜伽")), ("gym", _("健身")), ("billiards", _("台球")), ("art", _("书画")), ("music", _("声乐器乐")),
        ("table_tennis", _("乒乓球")),
    )
)  # fmt: skip

BEST_STATION = TITLES.declare("best_station", _("最美户外劳动者服务站点"))
MODEL_STATION = TITLES.declare("model_station", _("示范户外劳动者服务站点"))
READING_TITLE = TITLES.declare("reading_room_title", _("职工书屋命名"))
BASE_TITLE = TITLES.declare("training_base_title", _("培训实训基地命名"))
CHILDCARE_TITLE = TITLES.declare("childcare_title", _("爱心托管托育机构"))
PATRIOTIC_BASE = TITLES.declare("patriotic_base", _("职工爱国主义教育基地"))
STAR_KEEPER = "star_keeper"  # declared by honours

PALACE_VISITS = RETURNS.declare("palace_visits", _("文化宫活动人次"))


class BookingState(States):
    BOOKED = "booked", _("已预约")
    CHECKED_IN = "checked_in", _("已签到")
    FINISHED = "finished", _("已结束")
    NO_SHOW = "no_show", _("未到")
    DISPLACED = "displaced", _("已让位")
    CANCELLED = "cancelled", _("已取消")


B = BookingState
CAME = (B.CHECKED_IN, B.FINISHED)
BOOKING = Lifecycle(
    BookingState,
    Step((), "places.book", B.BOOKED),
    Step((), "places.reserve", B.BOOKED),
    Step((B.BOOKED,), "places.check_in", B.CHECKED_IN),
    Step((B.CHECKED_IN,), "places.finish_booking", B.FINISHED),
    Step((B.BOOKED,), "places.note_no_show", B.NO_SHOW),
    Step((B.BOOKED,), "places.cancel_booking", B.CANCELLED),
)


class Purpose(models.TextChoices):
    """What a room is booked for, the weightiest first. Source: handbook, places, section 3."""

    EVENT = "event", _("工会活动")
    COURSE = "course", _("培训课程")
    VISIT = "visit", _("参观交流")
    PUBLIC = "public", _("职工自用")


WEIGHT = {Purpose.EVENT: 3, Purpose.COURSE: 2, Purpose.PUBLIC: 1}

config.declare(
    config.Config("palace.book_ahead_days", 14, _("活动室最多提前几天预约"), least=1, most=365),
    config.Config("palace.hours_most", 4, _("一次最多预约几小时"), least=1, most=24),
    config.Config("palace.no_show_most", 3, _("未到几次后暂停预约"), least=1, most=100),
    config.Config("palace.no_show_days", 90, _("未到次数的计算天数"), least=1, most=366),
)

NOT_OPEN = Refusal("places.not_open", _("“{place}”在 {day} {hours} 不开放。"), instead=_("请按开放时间选择。"), field="begins")
TAKEN = Refusal("places.taken", _("{hours} 已有预约。"), instead=_("请换一个时段。"), field="begins", kind=Kind.CONFLICT)
HOURS_MOST = Refusal("places.hours_most", _("一次最多预约 {most} 小时，且结束晚于开始。"), field="ends")
TOO_AHEAD = Refusal("places.too_ahead", _("只能预约今天起 {days} 天内的时段。"), field="on")
NO_SHOWS = Refusal("places.no_shows", _("{days} 天内有 {count} 次预约未到，暂不能预约。"), instead=_("请联系阵地管理员。"), kind=Kind.CONFLICT)
TOO_MANY = Refusal("places.too_many", _("“{place}”最多容纳 {seats} 人。"), field="heads")
NOT_THE_DAY = Refusal("places.not_the_day", _("预约日期是 {day}。"), instead=_("请在当天签到。"), kind=Kind.CONFLICT)
NOT_OVER = Refusal("places.not_over", _("预约时段还没有结束。"), kind=Kind.CONFLICT)
NO_ROOM = Refusal("places.no_room", _("“{place}”不能预约。"), instead=_("请选择开放的活动室或场馆。"), field="place")
