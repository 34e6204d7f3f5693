"""Sorts, levels and states of what is watched, and how this line says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.commons.registers.words import KINDS as REGISTERS
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

GRADE = REGISTERS.declare("stability_grade", _("政治安全年度考核"))
EXCELLENT = "优秀"  # the topic of an entry: the grade as it is printed
MECHANISM = REGISTERS.declare("stability_rule", _("政治安全工作机制"))
RESTRICTED = ("city_officer", "province_officer")


class Sort(models.TextChoices):
    RISK = "risk", _("风险")
    SCREENING = "screening", _("专项排查")
    ANALYSIS = "analysis", _("职工思想动态分析")
    TASK = "task", _("意识形态安全任务")


class Source(models.TextChoices):
    SCREENING = "screening", _("排查发现")
    HOTLINE = "hotline", _("热线信访")
    BELOW = "below", _("下级报告")
    PARTNER = "partner", _("部门通报")
    PLAN = "plan", _("工作部署")


class Level(models.TextChoices):
    LOW = "low", _("一般")
    MIDDLE = "middle", _("较大")
    HIGH = "high", _("重大")


class WatchState(States):
    FOUND = "found", _("已登记")
    GRADED = "graded", _("已定级")
    ASSIGNED = "assigned", _("已交办")
    HANDLED = "handled", _("已报结果")
    CLOSED = "closed", _("已销号")
    CHECKED = "checked", _("已复核")


W = WatchState
WATCH = Lifecycle(
    WatchState,
    Step((), "stability.enter", W.FOUND),
    Step((W.FOUND,), "stability.grade", W.GRADED),
    Step((W.FOUND, W.GRADED), "stability.assign", W.ASSIGNED),
    Step((W.ASSIGNED,), "stability.handle", W.HANDLED),
    Step((W.HANDLED,), "stability.send_back", W.ASSIGNED),
    Step((W.HANDLED,), "stability.close", W.CLOSED),
    Step((W.CLOSED,), "stability.check", W.CHECKED),
    Step((W.CLOSED, W.CHECKED), "stability.reopen", W.ASSIGNED),
)

NAMED = Refusal("stability.named", _("文字里有身份证号或手机号。"), because=_("只作汇总，不记个人"), instead=_("请去掉号码。"), field="says")
NOT_GRADED = Refusal("stability.not_graded", _("风险还没有定级。"), instead=_("请先定级再交办。"), kind=Kind.CONFLICT)
DUE_PAST = Refusal("stability.due_past", _("期限 {day} 已过。"), instead=_("请填写今天或以后的日期。"), field="due_on")
NO_NUMBERS = Refusal("stability.no_numbers", _("排查和分析须填写覆盖人数。"), instead=_("只填人数，不填姓名。"), field="covered")
