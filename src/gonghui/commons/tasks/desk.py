"""What people see of lists, findings and tasks."""

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Column, Desk

from . import acts
from .models import Finding, Result, Task, TaskList
from .words import DONE, STANDING

GROUP = _("综合")


def chain_of(tasks_of) -> str:
    """The links of the chain, each counted: reports, findings, measures, done, policies."""
    findings = Finding.objects.for_act("of a list in reach").filter(tasks_of=tasks_of)
    tasks = Task.objects.for_act("of a list in reach").filter(tasks_of=tasks_of, state__in=STANDING)
    counted = tasks.aggregate(all=Count("pk"), done=Count("pk", filter=Q(state__in=DONE)))
    reports = findings.exclude(source_key="").values("source_key").distinct().count()
    policies = Result.objects.for_act("of a list in reach").filter(task__tasks_of=tasks_of, outcome__in=("policy", "mechanism")).count()
    return str(_("报告 %d、问题 %d、措施 %d（办结 %d）、政策机制 %d")) % (reports, findings.count(), counted["all"], counted["done"], policies)


def results_of(task) -> str:
    rows = Result.objects.for_act("of a task in reach").filter(task=task).order_by("pk")
    return "；".join(f"{one.get_outcome_display()}：{one.title}{f'（{one.number}）' if one.number else ''}" for one in rows)


LIST = {
    "noun": TaskList, "columns": ("title", "kind", "origin", "node", "on", "state"), "related": ("node",),
    "detail": ("title", "kind", "origin", "basis", "node", "on", "closed_on", "plan", Column("chain", _("转化链条"), chain_of), "state"),
    "filters": ("kind", "origin", "state", "on"), "search": ("title", "basis"), "acts": (acts.open_list, acts.close_list),
    "empty": _("还没有清单。点“立清单”开始。"),
}  # fmt: skip


def list_facet(slug: str, label, group, icon: str, *kinds: str) -> Desk:
    """The lists of a line as a desk of its own."""
    return Desk(slug=slug, kinds=kinds, label=label, group=group, icon=icon, **LIST)


Desk(label=_("任务清单"), group=GROUP, icon="checklist", **LIST)

Desk(
    noun=Finding, label=_("问题（发现）"), group=GROUP, icon="report", columns=("title", "tasks_of", "area", "source", "node", "on"),
    related=("tasks_of", "node"), filters=("kind", "on"), search=("title", "area", "source"), acts=(acts.find,),
)  # fmt: skip

Desk(
    noun=Task, label=_("任务"), group=GROUP, icon="task", columns=("title", "tasks_of", "node", "owner", "due_on", "done_on", "state"),
    related=("tasks_of", "node", "owner"),
    detail=(
        "title", "kind", "tasks_of", "finding", "node", "department", "owner", "set_on", "due_on", "result", "done_on", "checked_on",
        Column("results", _("成果"), results_of), "state",
    ),
    filters=("kind", "state", "due_on"), search=("%title", "%department"), order=("due_on", "-pk"), work=("set", "assigned", "in_progress", "evidenced", "closed"),
    acts=(
        acts.set_, acts.assign, acts.begin, acts.report_result, acts.send_back, acts.close, acts.check, acts.note_outcome, acts.extend, acts.reopen, acts.drop,
    ),
    own=True, own_label=_("我负责的任务"), empty=_("还没有任务。"),
)  # fmt: skip
