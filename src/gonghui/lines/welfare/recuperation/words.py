"""States of a batch, what a province decides, and how this line says no."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.words import KINDS as OFFERS
from gonghui.commons.money.words import PAYMENTS
from gonghui.commons.plans.words import KINDS as PLANS
from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

SEATS = OFFERS.declare("recuperation", _("疗休养"))
COST = PAYMENTS.declare("recuperation_cost", _("疗休养费用"), cause="welfare_recuperation.trip", each=("payee",))
QUOTA = PLANS.declare("recuperation_year", _("疗休养年度名额"))
config.declare(  # Source: handbook, programmes 8, defaults
    config.Config("recuperation.days_near", 5, _("省内疗休养最多天数（含往返）"), "default", least=1, most=60),
    config.Config("recuperation.days_far", 7, _("省外疗休养最多天数（含往返）"), "default", least=1, most=60),
    config.Config("recuperation.day_rate", 400, _("疗休养每人每天费用上限（元）"), "default", least=1, most=100_000),
    config.Config("recuperation.again_years", 3, _("省外疗休养几年内不重复参加"), "default", most=20),
)


class TripState(States):
    OPEN = "open", _("推荐中")
    POSTED = "posted", _("公示中")
    LOCKED = "locked", _("名单已锁定")
    DEPARTED = "departed", _("已出发")
    RETURNED = "returned", _("已返回")
    SETTLED = "settled", _("已结算")
    CALLED_OFF = "called_off", _("已取消")


B = TripState
TRIP = Lifecycle(
    TripState,
    Step((), "recuperation.plan", B.OPEN),
    Step((B.OPEN,), "recuperation.post", B.POSTED),
    Step((B.POSTED,), "recuperation.lock", B.LOCKED),
    Step((B.LOCKED,), "recuperation.depart", B.DEPARTED),
    Step((B.DEPARTED,), "recuperation.come_back", B.RETURNED),
    Step((B.RETURNED,), "recuperation.settle", B.SETTLED),
    Step((B.OPEN, B.POSTED, B.LOCKED), "recuperation.call_off", B.CALLED_OFF),
)


def _no(code, says, instead, field="__all__", kind=Kind.CONFLICT):
    return Refusal(f"recuperation.{code}", says, instead=instead, field=field, kind=kind)


DAYS = _no("days", _("推荐截止、出发、返回的日期先后不对。"), _("请核对日期。"), "until", Kind.INVALID)
TOO_LONG = _no("too_long", _("共 {days} 天，最多 {most} 天（含往返）。"), _("请调整行程。"), "until", Kind.INVALID)
AGAIN = _no("again", _("{day} 已参加过省外疗休养。"), _("{years} 年内不重复参加省外疗休养。"))
NOBODY = _no("nobody", _("还没有推荐人员。"), _("请先由工会推荐。"))
NOT_YET = _no("not_yet", _("{day} 才出发。"), _("请在出发当日办理。"))
NONE_WENT = _no("none_went", _("没有人成行。"), _("请取消本批次。"), "missing")
OVER_RATE = _no("over_rate", _("每人每天 {rate} 元，超过 {most} 元。"), _("超出部分由个人承担，请填入“个人承担”。"), "cost", Kind.INVALID)
