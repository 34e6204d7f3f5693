"""Kinds, origins and states of lists and tasks, and how this room says no."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.kinds import Kinds
from gonghui.kernel.lifecycle import Lifecycle, States, Step
from gonghui.kernel.refusal import Kind, Refusal

KINDS = Kinds()
MEASURES = KINDS.declare("measures", _("措施清单"))
RECTIFICATION = KINDS.declare("rectification", _("问题整改清单"))
CONVERSION = KINDS.declare("conversion", _("成果转化清单"))
DOERS = (*OFFICERS, MEMBER)  # MEMBER: whoever is responsible for the task


def kind_choices():
    """What the models name, so that a new kind needs no migration."""
    return KINDS.choices()


class Origin(models.TextChoices):
    """What gave rise to a list."""

    REPORT = "report", _("调研报告")
    FINDING = "finding", _("检查发现")
    MEETING = "meeting", _("会议议定")
    AUDIT = "audit", _("审计")
    PROGRAMME = "programme", _("工作部署")


class Outcome(models.TextChoices):
    """What came of a task."""

    POLICY = "policy", _("政策文件")
    MECHANISM = "mechanism", _("制度机制")
    USE = "use", _("结果运用")
    SOLVED = "solved", _("解决事项")


class ListState(States):
    OPEN = "open", _("办理中")
    CLOSED = "closed", _("已销号")


LIST = Lifecycle(
    ListState,
    Step((), "tasks.open_list", ListState.OPEN),
    Step((ListState.OPEN,), "tasks.close_list", ListState.CLOSED),
)


class TaskState(States):
    SET = "set", _("已列入")
    ASSIGNED = "assigned", _("已分派")
    IN_PROGRESS = "in_progress", _("办理中")
    EVIDENCED = "evidenced", _("已报结果")
    CLOSED = "closed", _("已办结")
    CHECKED = "checked", _("已复核")
    DROPPED = "dropped", _("已撤销")


T = TaskState
RUNNING = (T.SET, T.ASSIGNED, T.IN_PROGRESS)
STANDING = (*RUNNING, T.EVIDENCED, T.CLOSED, T.CHECKED)
DONE = (T.CLOSED, T.CHECKED)
TASK = Lifecycle(
    TaskState,
    Step((), "tasks.set", T.SET),
    Step((T.SET, T.ASSIGNED), "tasks.assign", T.ASSIGNED),
    Step((T.ASSIGNED,), "tasks.begin", T.IN_PROGRESS),
    Step((T.ASSIGNED, T.IN_PROGRESS), "tasks.report_result", T.EVIDENCED),
    Step((T.EVIDENCED,), "tasks.send_back", T.IN_PROGRESS),
    Step((T.EVIDENCED,), "tasks.close", T.CLOSED),
    Step((T.CLOSED,), "tasks.check", T.CHECKED),
    Step((T.CLOSED, T.CHECKED), "tasks.reopen", T.IN_PROGRESS),
    Step((T.SET, T.ASSIGNED, T.IN_PROGRESS), "tasks.drop", T.DROPPED),
)

config.declare(config.Config("tasks.ahead_days", 7, _("任务到期提醒天数"), least=1, most=90))

DUE_PAST = Refusal("tasks.due_past", _("期限 {day} 已过。"), instead=_("请填写今天或以后的日期。"), field="due_on")
EARLIER_DUE = Refusal("tasks.earlier_due", _("新期限不晚于原期限 {day}。"), instead=_("请核对日期。"), field="due_on")
IN_FUTURE = Refusal("tasks.in_future", _("日期 {day} 还没到。"), instead=_("请填写已经发生的日期。"), field="on")
BEFORE_LIST = Refusal("tasks.before_list", _("日期早于清单日期 {day}。"), instead=_("请核对日期。"), field="on")
LIST_CLOSED = Refusal("tasks.list_closed", _("清单“{title}”已销号。"), instead=_("请另立清单。"), kind=Kind.CONFLICT)
OTHER_LIST = Refusal("tasks.other_list", _("该问题属于另一清单。"), instead=_("请选择本清单的问题。"), field="finding")
STILL_OPEN = Refusal("tasks.still_open", _("还有 {count} 项任务没有办结。"), instead=_("请办结后再销号。"), kind=Kind.CONFLICT)
TWICE = Refusal("tasks.twice", _("清单中已有“{title}”。"), instead=_("请核对后填写不同的内容。"), field="title", kind=Kind.CONFLICT)
