"""Kinds, facilities and states of places, inspections and changed hours, and how this room says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

KINDS = Kinds()
ROOM = KINDS.declare("room", _("活动室（功能室）"))
CENTRE = KINDS.declare("centre", _("职工服务中心"))

FACILITIES = Kinds()
for slug, label in (
    ("water", _("饮水")), ("seats", _("桌椅休息")), ("heating", _("取暖")), ("cooling", _("纳凉")), ("charging", _("充电")), ("microwave", _("微波炉")),
    ("fridge", _("冰箱")), ("first_aid", _("应急药箱")), ("wifi", _("无线网络")), ("rain_gear", _("雨具")), ("tools", _("维修工具")), ("reading", _("图书阅览")),
    ("toilet", _("卫生间")), ("battery_swap", _("电池换电")),
):  # fmt: skip
    FACILITIES.declare(slug, label)  # the check-list of stations; lines declare their own
KEEPERS = (*OFFICERS, "keeper", MEMBER)  # MEMBER: whoever keeps the place


def kind_choices():
    """What the models name, so that a new kind needs no migration."""
    return KINDS.choices()


def facility_choices():
    return FACILITIES.choices()


class PlaceState(States):
    PLANNED = "planned", _("计划建设")
    BUILT = "built", _("已建成")
    ACCEPTED = "accepted", _("已验收")
    OPEN = "open", _("开放")
    RENOVATED = "renovated", _("改造中")
    CLOSED = "closed", _("已关闭")


S = PlaceState
STANDING = (S.BUILT, S.ACCEPTED, S.OPEN, S.RENOVATED)
PLACE = Lifecycle(
    PlaceState,
    Step((), "places.plan", S.PLANNED),
    Step((), "places.enter", S.OPEN),
    Step((S.PLANNED,), "places.build", S.BUILT),
    Step((S.BUILT,), "places.accept", S.ACCEPTED),
    Step((S.ACCEPTED, S.RENOVATED), "places.open", S.OPEN),
    Step((S.OPEN,), "places.renovate", S.RENOVATED),
    Step((S.PLANNED, S.BUILT, S.ACCEPTED, S.OPEN, S.RENOVATED), "places.close", S.CLOSED),
)


class ExceptionState(States):
    PROPOSED = "proposed", _("已提出")
    PUBLISHED = "published", _("已公布")
    CONFIRMED = "confirmed", _("值守已确认")
    CANCELLED = "cancelled", _("已取消")


X = ExceptionState
EXCEPTION = Lifecycle(
    ExceptionState,
    Step((X.PROPOSED,), "places.publish_days", X.PUBLISHED),
    Step((X.PUBLISHED,), "places.confirm_duty", X.CONFIRMED),
    Step((X.PROPOSED, X.PUBLISHED, X.CONFIRMED), "places.cancel_days", X.CANCELLED),
)
HOLDS = (X.PUBLISHED, X.CONFIRMED)


class InspectionState(States):
    DRAWN = "drawn", _("已抽中，待检查")
    PASSED = "passed", _("合格")
    RECTIFY = "rectify", _("限期整改")
    RECTIFIED = "rectified", _("已报整改，待复核")
    FAILED = "failed", _("整改不合格")


I = InspectionState  # noqa: E741
INSPECTION = Lifecycle(
    InspectionState,
    Step((I.DRAWN,), "places.pass_inspection", I.PASSED),
    Step((I.DRAWN,), "places.order_rectification", I.RECTIFY, clock="station.rectify_days"),
    Step((I.RECTIFY,), "places.report_rectified", I.RECTIFIED),
    Step((I.RECTIFIED,), "places.confirm_rectified", I.PASSED),
    Step((I.RECTIFIED,), "places.refuse_rectified", I.FAILED),
)


class Inspected(models.TextChoices):
    """On what ground a place is looked at."""

    ACCEPTANCE = "acceptance", _("验收")
    SAMPLE = "sample", _("抽查")
    VISIT = "visit", _("巡查")
    SELF = "self", _("自查")


class Built(models.TextChoices):
    """Build modes of a place."""

    OWN = "own", _("自建")
    SHARED = "shared", _("共建")


config.declare(
    config.Config("station.accept_radius_m", 200, _("验收拍照与阵地的最大距离（米）")),
    config.Config("station.rectify_days", 30, _("阵地整改天数"), least=1, most=365),
    config.Config("station.check_ratio", 10, _("每季度抽查比例（%）"), least=1, most=100),
    config.Config("station.hide_after_days", 7, _("临时停业超过几天不在地图显示"), least=1, most=365),
    config.Config("station.same_radius_m", 50, _("视为同一处阵地的距离（米）"), most=1000),
)

SAME_PLACE = Refusal(
    "places.same_place",
    _("附近已有“{name}”（{address}）。"),
    because=_("一处多牌只计一处"),
    instead=_("如为同一处，请在原阵地上“加挂牌子”；如确为另一处，请勾选“确为另一处”。"),
    field="another",
    kind=Kind.CONFLICT,
)
POINT = Refusal(
    "places.point",
    _("坐标应为“纬度,经度”，纬度在 3 至 54 之间，经度在 73 至 136 之间。"),
    because=_("GCJ-02，中国境内"),
    instead=_("请核对是否写反。"),
    field="point",
)
HOURS = Refusal(
    "places.hours",
    _("看不懂开放时间“{text}”。"),
    instead=_("请写成：周一至周五 09:00-17:00；周六 10:00-16:00，或：每天 00:00-24:00。"),
    field="hours",
)
OVERLAP = Refusal("places.hours_overlap", _("{day}的开放时间有重叠。"), instead=_("请核对起止时间。"), field="hours")
DAYS = Refusal("places.days", _("日期早于 {day}。"), instead=_("请核对日期。"), field="on")
IN_FUTURE = Refusal("places.in_future", _("日期 {day} 还没到。"), instead=_("请填写已经发生的日期。"), field="on")
TOO_FAR = Refusal(
    "places.too_far", _("拍照位置距阵地 {metres} 米，超过 {radius} 米。"), instead=_("请到现场拍照验收，或先更正阵地坐标。"), field="at_point"
)
ALONE = Refusal("places.alone", _("验收至少两人，请选另一位在场人员。"), field="beside")
PHOTO_USED = Refusal("places.photo_used", _("这张照片已用于别的阵地或检查。"), instead=_("请现场重新拍照。"), field="photo", kind=Kind.CONFLICT)
SIGN_HANGS = Refusal("places.sign_hangs", _("已挂有“{sign}”牌子。"), field="kind", kind=Kind.CONFLICT)
NO_SIGN = Refusal("places.no_sign", _("没有挂“{sign}”牌子。"), field="kind", kind=Kind.CONFLICT)
LAST_SIGN = Refusal("places.last_sign", _("这是最后一块牌子。"), instead=_("请办理“关闭”。"), field="kind", kind=Kind.CONFLICT)
DAYS_TAKEN = Refusal("places.days_taken", _("{since} 至 {until} 已有开放安排。"), instead=_("请先取消原安排。"), field="since", kind=Kind.CONFLICT)
NOTHING_TO_DRAW = Refusal("places.nothing_to_draw", _("没有可抽的开放阵地。"), instead=_("本季度都已抽过，或请换一个类别。"), kind=Kind.CONFLICT)
INSIDE_ITSELF = Refusal("places.inside_itself", _("“{name}”自己就在别处之内。"), instead=_("请选择外层的阵地。"), field="part_of")
CODE_TAKEN = Refusal("places.code_taken", _("编码“{code}”已被使用。"), field="code", kind=Kind.CONFLICT)
