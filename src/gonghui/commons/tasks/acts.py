"""Lists, findings and tasks: setting, assigning, reporting, closing, and checking by another."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.access.models import Account
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.access.viewer import colleagues
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.tree.models import Node

from .models import Finding, Result, Task, TaskList
from .words import (
    BEFORE_LIST,
    DOERS,
    DUE_PAST,
    EARLIER_DUE,
    IN_FUTURE,
    KINDS,
    LIST_CLOSED,
    OTHER_LIST,
    RUNNING,
    STILL_OPEN,
    TWICE,
    ListState,
    Origin,
    Outcome,
    TaskState,
)

NODE = Annotated[Node, P(_("组织"))]
TITLE = Annotated[str, P(_("措施（任务）"), max_length=200)]
OPEN_LIST = Annotated[TaskList, P(_("清单"), pick=lambda rows, viewer: rows.within(viewer).filter(state=ListState.OPEN))]
DUE = Annotated[date, P(_("办理期限"))]
DEPARTMENT = Annotated[str, P(_("责任部门"), max_length=60)]
FINDING = Annotated[Finding | None, P(_("针对问题"))]
PROOF = Annotated[UploadedFile | None, P(_("佐证材料"), accept=DOCUMENT)]
NOT_MINE = ("tasks.report_result",)


def typed(record) -> dict:
    """A record of any room as two columns."""
    return {"noun": record._meta.label_lower, "subject": record.pk} if record is not None else {}


def held(tasks_of: TaskList) -> TaskList:
    """The list as it stands now, locked: nobody closes it while something is set on it. Refuses: LIST_CLOSED."""
    row = TaskList.objects.for_act("a list and its tasks").select_for_update(of=("self",), no_key=True).get(pk=tasks_of.pk)
    if row.state != ListState.OPEN:
        raise LIST_CLOSED(title=row.title)
    return row


def new_list(ctx, *, node, kind, title, origin, on, **more) -> TaskList:
    """Save a list; what lines call from their own acts. Refuses: IN_FUTURE."""
    if on > ctx.day:
        raise IN_FUTURE(day=on)
    ctx.on = on
    return ctx.create(TaskList, node=node, kind=kind, title=title, origin=origin, on=on, state=ListState.OPEN, **more)


def new_finding(ctx, *, tasks_of, title, on, record=None, **more) -> Finding:
    """Save a finding on a list; `record`: the report it comes from. Refuses: LIST_CLOSED, IN_FUTURE, BEFORE_LIST, TWICE."""
    row = held(tasks_of)
    if on > ctx.day:
        raise IN_FUTURE(day=on)
    if on < row.on:
        raise BEFORE_LIST(day=row.on)
    if Finding.objects.for_act("once on a list").filter(tasks_of=row, title=title).exists():
        raise TWICE(title=title)
    ctx.on = on
    return ctx.create(Finding, node=row.node, kind=row.kind, tasks_of=row, title=title, on=on, **typed(record), **more)


def new_task(ctx, *, tasks_of, title, due_on, finding=None, **more) -> Task:
    """Save a task on a list. Refuses: LIST_CLOSED, DUE_PAST, OTHER_LIST, TWICE."""
    row = held(tasks_of)
    if due_on < ctx.day:
        raise DUE_PAST(day=due_on)
    if finding is not None and finding.tasks_of_id != row.pk:
        raise OTHER_LIST()
    refuse_twice(row, title, row.node)
    return ctx.create(
        Task, node=row.node, kind=row.kind, tasks_of=row, title=title, due_on=due_on, finding=finding, set_on=ctx.day, state=TaskState.SET, **more
    )


def refuse_twice(tasks_of, title, node, but=None) -> None:
    same = Task.objects.for_act("once on a list").filter(tasks_of=tasks_of, title=title, node=node).exclude(state=TaskState.DROPPED).exclude(pk=but)
    if same.exists():
        raise TWICE(title=title)


@act("tasks.open_list", TaskList, label=_("立清单"), past=_("已立清单"), by=OFFICERS, icon="playlist_add", main=True)
def open_list(
    ctx, *, node: NODE, kind: Annotated[str, P(_("类别"), choices=KINDS.choices)], title: Annotated[str, P(_("清单名称"), max_length=120)],
    origin: Annotated[Origin, P(_("来源"))], on: Annotated[date, P(_("日期"))], basis: Annotated[str, P(_("依据"), max_length=160)] = "",
    plan: Annotated[PlanItem | None, P(_("计划项目"))] = None,
):  # fmt: skip
    """Begin a list. Refuses: IN_FUTURE."""
    return new_list(ctx, node=node, kind=kind, title=title, origin=origin, on=on, basis=basis, plan=plan)


@act("tasks.close_list", TaskList, label=_("销号"), past=_("已销号"), by=OFFICERS, icon="task_alt")
def close_list(ctx, tasks_of):
    """Close a list whose tasks are all closed. Refuses: STILL_OPEN."""
    count = Task.objects.for_act("a list and its tasks").filter(tasks_of=tasks_of, state__in=(*RUNNING, TaskState.EVIDENCED)).count()
    if count:
        raise STILL_OPEN(count=count)
    tasks_of.closed_on = ctx.day


@act("tasks.find", Finding, label=_("列入问题"), past=_("已列入问题"), by=OFFICERS, at="tasks_of", icon="report")
def find(
    ctx, *, tasks_of: OPEN_LIST, title: Annotated[str, P(_("问题（发现）"), max_length=200)], on: Annotated[date, P(_("日期"))],
    area: Annotated[str, P(_("方面"), max_length=60)] = "", source: Annotated[str, P(_("来源报告"), max_length=160)] = "",
):  # fmt: skip
    """Put something found on a list. Refuses: LIST_CLOSED, IN_FUTURE, BEFORE_LIST, TWICE."""
    return new_finding(ctx, tasks_of=tasks_of, title=title, on=on, area=area, source=source)


@act("tasks.set", Task, label=_("列入任务"), past=_("已列入"), by=OFFICERS, at="tasks_of", icon="add_task", main=True)
def set_(
    ctx, *, tasks_of: OPEN_LIST, title: TITLE, due_on: DUE, finding: FINDING = None, department: DEPARTMENT = "",
):  # fmt: skip
    """Put a measure on a list. Refuses: LIST_CLOSED, DUE_PAST, OTHER_LIST, TWICE."""
    return new_task(ctx, tasks_of=tasks_of, title=title, due_on=due_on, finding=finding, department=department)


@act("tasks.assign", Task, label=_("分派"), past=_("已分派"), by=OFFICERS, icon="assignment_ind", main=True)
def assign(
    ctx, task, *, node: Annotated[Node, P(_("责任组织"))], owner: Annotated[Account | None, P(_("责任人"), pick=colleagues)] = None, department: DEPARTMENT = "",
    due_on: Annotated[date | None, P(_("办理期限"), help=_("不填即不变"))] = None,
):  # fmt: skip
    """Say who carries it out until when. Refuses: DUE_PAST, TWICE."""
    if due_on is not None and due_on < ctx.day:
        raise DUE_PAST(day=due_on)
    held(task.tasks_of)
    refuse_twice(task.tasks_of, task.title, node, task.pk)
    task.node, task.owner, task.due_on = node, owner, due_on or task.due_on
    task.department = department or task.department


@act("tasks.begin", Task, label=_("开始办理"), past=_("已开始办理"), by=DOERS, icon="play_arrow")
def begin(ctx, task):
    """Work on it begins."""


@act("tasks.report_result", Task, label=_("报办理结果"), past=_("已报结果"), by=DOERS, icon="assignment_turned_in", main=True)
def report_result(
    ctx, task, *, result: Annotated[str, P(_("办理结果"), long=True, max_length=500)], on: Annotated[date, P(_("完成日期"))], proof: PROOF = None
):
    """Say what has been done, with proof. Refuses: IN_FUTURE, BEFORE_LIST."""
    if on > ctx.day:
        raise IN_FUTURE(day=on)
    if on < task.set_on:
        raise BEFORE_LIST(day=task.set_on)
    task.result, task.done_on, ctx.on = result, on, on
    if proof:
        keep(ctx, task, proof, accept=DOCUMENT, field="proof")


@act("tasks.send_back", Task, label=_("退回"), past=_("已退回"), by=OFFICERS, apart_from=NOT_MINE, icon="undo")
def send_back(ctx, task, *, why: Annotated[str, WHY]):
    """Not done yet; not by whoever reported it."""
    task.done_on = None


@act("tasks.close", Task, label=_("办结"), past=_("已办结"), by=OFFICERS, apart_from=NOT_MINE, icon="done", main=True)
def close(ctx, task):
    """It is done; not by whoever reported it."""


@act("tasks.check", Task, label=_("复核"), past=_("已复核"), by=OFFICERS, apart_from=(*NOT_MINE, "tasks.close"), icon="fact_check", main=True)
def check(ctx, task):
    """A third has looked at the result: neither who reported nor who closed it."""
    task.checked_on = ctx.day


@act("tasks.reopen", Task, label=_("重新办理"), past=_("已重新办理"), by=OFFICERS, icon="restart_alt")
def reopen(ctx, task, *, due_on: DUE, why: Annotated[str, WHY]):
    """It does not hold and is to be done again. Refuses: LIST_CLOSED, DUE_PAST."""
    if due_on < ctx.day:
        raise DUE_PAST(day=due_on)
    held(task.tasks_of)
    task.due_on, task.done_on, task.checked_on = due_on, None, None


@act("tasks.extend", Task, label=_("延长期限"), past=_("已延长"), by=OFFICERS, icon="more_time", when=lambda t: t.state in RUNNING)
def extend(ctx, task, *, due_on: DUE, why: Annotated[str, WHY]):
    """Give it more time. Refuses: EARLIER_DUE, DUE_PAST."""
    if due_on <= task.due_on:
        raise EARLIER_DUE(day=task.due_on)
    if due_on < ctx.day:
        raise DUE_PAST(day=due_on)
    task.due_on = due_on


@act("tasks.drop", Task, label=_("撤销任务"), past=_("已撤销"), by=OFFICERS, icon="delete")
def drop(ctx, task, *, why: Annotated[str, WHY]):
    """It is not carried out; it stays visible and is not counted."""


@act(
    "tasks.note_outcome",
    Task,
    label=_("登记成果"),
    past=_("已登记成果"),
    by=OFFICERS,
    icon="emoji_objects",
    when=lambda t: t.state != TaskState.DROPPED,
)
def note_outcome(
    ctx, task, *, outcome: Annotated[Outcome, P(_("成果类型"))], title: Annotated[str, P(_("成果名称"), max_length=160)],
    on: Annotated[date, P(_("日期"))], number: Annotated[str, P(_("文号"), max_length=60)] = "",
):  # fmt: skip
    """Note a policy, a mechanism or a use that came of it. Refuses: IN_FUTURE, TWICE."""
    add_result(ctx, task, outcome=outcome, title=title, on=on, number=number)


def add_result(ctx, task, *, outcome, title, on, number="", record=None) -> Result:
    """Save what came of a task; `record`: its record in another room. Refuses: IN_FUTURE, TWICE."""
    if on > ctx.day:
        raise IN_FUTURE(day=on)
    if Result.objects.for_act("once on a task").filter(task=task, outcome=outcome, title=title).exists():
        raise TWICE(title=title)
    return ctx.create(Result, task=task, outcome=outcome, title=title, on=on, number=number, **typed(record))
