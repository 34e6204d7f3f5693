"""States of a building project and a booking, the kinds the academy gives the common records, and how the line says no."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.activities.words import SERIES
from gonghui.commons.money.words import PAYMENTS, RECEIPTS
from gonghui.commons.places.words import KINDS as PLACES
from gonghui.commons.registers.words import KINDS as ENTRIES
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal


class ProjectState(States):
    PLANNED = "planned", _("已立项")
    STARTED = "started", _("建设中")
    ACCEPTED = "accepted", _("已验收")
    OPENED = "opened", _("已启用")
    REVIEWED = "reviewed", _("目标已评估")
    DROPPED = "dropped", _("已取消")


J = ProjectState
PROJECT = Lifecycle(
    ProjectState, Step((), "academy.plan_project", J.PLANNED), Step((J.PLANNED,), "academy.start_project", J.STARTED),
    Step((J.STARTED,), "academy.accept_project", J.ACCEPTED), Step((J.ACCEPTED,), "academy.open_project", J.OPENED),
    Step((J.OPENED,), "academy.review_target", J.REVIEWED), Step((J.PLANNED, J.STARTED), "academy.drop_project", J.DROPPED),
)  # fmt: skip


class BookingState(States):
    REQUESTED = "requested", _("已申请")
    SCHEDULED = "scheduled", _("已排期")
    ARRIVED = "arrived", _("已报到")
    CONCLUDED = "concluded", _("已结班")
    SETTLED = "settled", _("已结算")
    DECLINED = "declined", _("未安排")
    CANCELLED = "cancelled", _("已取消")


B = BookingState
BOOKING = Lifecycle(
    BookingState, Step((), "academy.request", B.REQUESTED), Step((B.REQUESTED,), "academy.schedule", B.SCHEDULED),
    Step((B.REQUESTED,), "academy.decline", B.DECLINED), Step((B.REQUESTED, B.SCHEDULED), "academy.cancel", B.CANCELLED),
    Step((B.SCHEDULED,), "academy.arrive", B.ARRIVED), Step((B.ARRIVED,), "academy.conclude", B.CONCLUDED),
    Step((B.CONCLUDED,), "academy.settle", B.SETTLED),
)  # fmt: skip
LIVE = (B.SCHEDULED, B.ARRIVED)  # takes places of the house

ACADEMY = PLACES.declare("academy", _("劳模工匠学院"))
CLASS = ACTIVITIES.declare("academy_class", _("学院培训班"))
EVENT = ACTIVITIES.declare("academy_event", _("学院承办活动和参观教学"))
MAIN = SERIES.declare("academy_main", _("学院主体班"), CLASS)
COURSE = ENTRIES.declare("academy_course", _("学院课程和教材"))
TEACHER = ENTRIES.declare("academy_teacher", _("学院师资"))
CAPITAL = PAYMENTS.declare("capital", _("建设项目支付"), cause="education_academy.milestone")
FEE = RECEIPTS.declare("academy_fee", _("学院培训收入"))


def _no(code, says, instead="", field="__all__"):
    return Refusal(f"academy.{code}", says, instead=instead, field=field, kind=Kind.CONFLICT)


DAYS = _no("days", _("日期先后不对：不能早于 {day}。"), _("请核对日期。"), "until")
IN_FUTURE = _no("in_future", _("日期 {day} 还没到。"), _("请填写已经发生的日期。"), "on")
FULL = _no("full", _("{day} 已安排 {taken} 人，可同时培训 {seats} 人，放不下 {people} 人。"), _("请改期、分班或减少人数。"), "people")
NO_SEATS = _no("no_seats", _("“{place}”没有登记可同时培训的人数。"), _("请先在阵地中登记。"))
OPEN_MILESTONES = _no("open_milestones", _("还有 {count} 个节点没有完成。"), _("请先登记完成情况。"))
NOT_BOOKED = _no("not_booked", _("这笔收入还没有入账，或已用于另一次结算。"), _("请先在收入中复核入账。"), "receipt")
