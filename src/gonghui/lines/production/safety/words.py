"""Kinds of record of safety, grades and states of a danger, and how this line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import KINDS as ACTIVITIES
from gonghui.commons.cases.words import STAGES, Limits, declare
from gonghui.commons.designations.words import KINDS as TITLES
from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.commons.returns.words import KINDS as RETURNS
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

CUP_UNIT = REGISTERS.declare("ankang_unit", _("安康杯参赛单位"))  # proposed: entered; registered: inspected by the level above
CUP_HEADS = RETURNS.declare("ankang.heads", _("安康杯竞赛参与人次"))
CUP_SELF = RETURNS.declare("ankang.self_check", _("安康杯自查整改问题数"))
CUP_CHECK = ACTIVITIES.declare("ankang_check", _("安康杯检查"))
CUP = TITLES.declare("ankang", _("安康杯竞赛优胜"))
ACCIDENT = declare("accident", _("生产安全事故调查"), Limits(call_back=""), brought=False)
for _slug, _label in (("took_part", _("参与调查")), ("opinion", _("提出意见")), ("follow_up", _("跟踪落实"))):
    STAGES.declare(f"accident.{_slug}", _label)


class Grade(models.TextChoices):
    GENERAL = "general", _("一般隐患")
    MAJOR = "major", _("重大隐患")


class HazardState(States):
    FOUND = "found", _("已发现")
    GRADED = "graded", _("已定级")
    REPORTED_ONCE = "reported_once", _("已报告一方")
    REPORTED = "reported", _("已双报告")
    RECTIFIED = "rectified", _("已整改")
    CHECKED = "checked", _("已复查销号")
    DISMISSED = "dismissed", _("不属隐患")


H = HazardState
CURING = (H.GRADED, H.REPORTED_ONCE, H.REPORTED)
HAZARD = Lifecycle(
    HazardState,
    Step((), "safety.find", H.FOUND),
    Step((), "safety.tell", H.FOUND),
    Step((H.FOUND,), "safety.grade", H.GRADED),
    Step((H.FOUND,), "safety.dismiss", H.DISMISSED),
    Step((H.GRADED,), "safety.report", H.REPORTED_ONCE),
    Step((H.REPORTED_ONCE,), "safety.report_again", H.REPORTED),
    Step((H.GRADED, H.REPORTED), "safety.rectify", H.RECTIFIED),
    Step((H.RECTIFIED,), "safety.send_back", H.GRADED),
    Step((H.RECTIFIED,), "safety.check", H.CHECKED),
)


def _no(code, says, instead, field, kind=Kind.INVALID):
    return Refusal(f"safety.{code}", says, instead=instead, field=field, kind=kind)


IN_FUTURE = _no("in_future", _("日期 {day} 还没到。"), _("请填写发现当日。"), "found_on")
DUE_PAST = _no("due_past", _("整改期限 {day} 已过。"), _("请填写今天或以后的日期。"), "due_on")
SAME_ADDRESSEE = _no("same_addressee", _("已向“{to}”报告过。"), _("重大隐患须向两个不同的单位报告。"), "to")
NOT_REPORTED = _no("not_reported", _("重大隐患还没有完成双报告。"), _("请先登记两份报告及其回执。"), "__all__", Kind.CONFLICT)
