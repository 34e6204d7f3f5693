"""Who files which form, states and refusals of yearly statistics."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

RECORDS, LAST, REMARK = _("系统取数："), _("上年："), _("退回意见：")


class Who(models.TextChoices):
    """The units that file a form. Source: handbook, statistics, section 1."""

    BASIC = "basic", _("基层工会调查表")
    ABOVE = "above", _("基层以上工会调查表")


FILERS = {Who.BASIC: ("basic",), Who.ABOVE: ("federation", "area", "league")}  # tags of kinds of node


class FormState(States):
    ISSUED = "issued", _("已布置")
    FROZEN = "frozen", _("已定格")


FORM = Lifecycle(
    FormState,
    Step((), "stats.issue_form", FormState.ISSUED),
    Step((FormState.ISSUED,), "stats.open_returns", FormState.ISSUED),
    Step((FormState.ISSUED,), "stats.freeze_form", FormState.FROZEN),
)


class ReturnState(States):
    FILLING = "filling", _("填报中")
    SUMMED = "summed", _("已汇总")
    SUBMITTED = "submitted", _("待审核")
    SIGNED = "signed", _("已签章")
    REPORTED = "reported", _("已上报")
    ACCEPTED = "accepted", _("已通过")
    RETURNED = "returned", _("已退回")
    FROZEN = "frozen", _("已定格")


S = ReturnState
OPEN, SENT, DONE = (S.FILLING, S.RETURNED), (S.SUBMITTED, S.REPORTED), (S.ACCEPTED, S.FROZEN)
RETURN = Lifecycle(
    ReturnState,
    Step((), "stats.open_return", S.FILLING),
    Step(OPEN, "stats.fill_return", S.FILLING),
    Step((S.SUMMED,), "stats.fill_return", S.SUMMED),
    Step((*OPEN, S.SUMMED), "stats.sum_up", S.SUMMED),
    Step(OPEN, "stats.submit_return", S.SUBMITTED, clock="stat.check_wd"),
    Step((S.SUMMED,), "stats.sign_return", S.SIGNED),
    Step((S.SIGNED,), "stats.report_return", S.REPORTED, clock="stat.check_wd"),
    Step(SENT, "stats.accept_return", S.ACCEPTED),
    Step((*SENT, S.SIGNED, S.ACCEPTED), "stats.send_back_return", S.RETURNED),
)

# handbook, statistics, sections 4, 5 and 12: defaults
config.declare(
    config.Config("stat.check_wd", 3, _("统计报表审核时限（工作日）"), least=1, most=60),
    config.Config("stat.jump_pct", 30, _("统计报表同比变动须说明的幅度（%）"), most=1000),
)

NOT_OVER = Refusal("stats.form_not_over", _("期间 {period} 到 {end} 才结束。"), instead=_("报表以期末为准，请在期末后布置。"), field="period")
NOT_A_SPAN = Refusal(
    "stats.form_no_span", _("“{text}”不是报表期间。"), instead=_("请写年、半年或起止日期，如 2024、2024H1、2023-10-01..2024-09-30。"), field="period"
)
DUE_EARLY = Refusal("stats.due_early", _("报送截止 {due} 早于期末 {end}。"), instead=_("请改截止日期。"), field="due_on")
ISSUED_TWICE = Refusal("stats.issued_twice", _("{period} 的“{label}”已经布置。"), instead=_("请在原表上办理。"), field="who", kind=Kind.CONFLICT)
BAD_TABLE = Refusal("stats.bad_table", _("报表定义有误：{codes}。"), instead=_("请核对代码、取数指标、分子分母和校验公式。"), field="table")
NOT_ASKED = Refusal("stats.not_asked", _("“{unit}”不填这张表。"), instead=_("基层工会填基层表，各级总工会和乡镇街道工会填基层以上表。"), field="node")
NO_AREA = Refusal("stats.no_area", _("“{unit}”没有下级可以汇总。"), instead=_("请不勾选“汇总表”。"), field="summed")
OPENED_TWICE = Refusal("stats.opened_twice", _("“{unit}”已经有这张表。"), instead=_("请在原表上填报。"), field="form", kind=Kind.CONFLICT)
FORM_FROZEN = Refusal("stats.form_frozen", _("“{form}”已经定格。"), instead=_("有误的请由布置单位更正。"), kind=Kind.CONFLICT)
NO_CELL = Refusal("stats.no_cell", _("表中没有可填的“{code}”。"), instead=_("代码见报表。"))
NO_NUMBER = Refusal(
    "stats.no_number", _("“{code}”的“{text}”不是数。"), because=_("约数、文字和百分号都不能填"), instead=_("请填数字；没有发生填 0，尚未统计留空。")
)
NOTHING_BELOW = Refusal("stats.nothing_below", _("下级还没有审核通过的报表。"), instead=_("请先审核下级报表。"), kind=Kind.CONFLICT)
HARD = Refusal("stats.hard", _("有 {count} 处错误须先改正：{first}。"), instead=_("全部错误见报表的“校验结果”。"), kind=Kind.CONFLICT)
NEEDS_REASON = Refusal("stats.needs_reason", _("{codes} 须写明理由。"), instead=_("请核对；无误的逐项说明。"), field="whys")
SAME_LEVEL = Refusal("stats.same_level", _("应由上一级审核或退回。"), instead=_("请由上级工会办理。"), kind=Kind.FORBIDDEN)
TOP = Refusal("stats.top", _("本级是布置单位，签章后直接定格。"), instead=_("请在调查表上点“定格”。"), kind=Kind.CONFLICT)
SIGNED_ABOVE = Refusal("stats.signed_above", _("上级“{unit}”的汇总表已经签章。"), instead=_("请先退回上级的汇总表。"), kind=Kind.CONFLICT)
NO_CELL_MARKED = Refusal("stats.no_cell_marked", _("没有指出哪些单元格有问题。"), instead=_("请在有问题的单元格旁写明意见。"), field="remarks")
NOT_SIGNED = Refusal("stats.not_signed", _("“{unit}”的汇总表尚未签章。"), instead=_("请先汇总并签章。"), kind=Kind.CONFLICT)
NOT_FROZEN = Refusal("stats.cell_not_frozen", _("报表尚未定格，不需要更正。"), instead=_("请退回后修改。"), kind=Kind.CONFLICT)
NOT_ISSUER = Refusal("stats.not_issuer", _("定格后的数只能由布置单位更正。"), instead=_("请联系“{unit}”。"), kind=Kind.FORBIDDEN)
UNCHANGED = Refusal("stats.unchanged", _("与原数相同，无需更正。"), field="value", kind=Kind.CONFLICT)
