"""TaskList 任务清单, Finding 问题, Task 任务 and Result 成果: the links of the chain from a report to a policy."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.access.scope import Kept, Scope
from gonghui.kernel.lifecycle import check_known
from gonghui.kernel.tree.models import Record
from gonghui.kernel.tree.slots import reslotted

from .words import LIST, TASK, ListState, Origin, Outcome, TaskState, kind_choices


@reslotted
class TaskList(Record):
    """What a node has resolved to carry out, from one origin."""

    kind = models.CharField(_("类别"), max_length=24, choices=kind_choices)
    title = models.CharField(_("清单名称"), max_length=120)
    origin = models.CharField(_("来源"), max_length=12, choices=Origin)
    basis = models.CharField(_("依据"), max_length=160, blank=True)
    on = models.DateField(_("日期"))
    closed_on = models.DateField(_("销号日期"), null=True, blank=True)
    plan = models.ForeignKey("commons_plans.PlanItem", models.PROTECT, null=True, blank=True, verbose_name=_("计划项目"), related_name="+")
    state = models.CharField(_("状态"), max_length=12, choices=ListState)

    lifecycle = LIST
    scope = Scope(node=("node",), named=True)  # its name stands on what others have to do
    slot_day = "on"

    class Meta:
        verbose_name = verbose_name_plural = _("任务清单")
        constraints = [
            models.CheckConstraint(condition=check_known(LIST), name="task_list_state_known"),
            models.CheckConstraint(condition=Q(closed_on=None) | Q(closed_on__gte=F("on")), name="task_list_days_in_order"),
        ]
        indexes = [models.Index(fields=["slot", "kind", "on"], name="task_list_slot")]

    def __str__(self):
        return self.title


@reslotted
class Finding(Record):
    """
    Something found, on a list: by a report, in a review, by an audit.

    area: the field it belongs to. source: the report it comes from, in words; noun and subject: the record of it where
    there is one. source_key: what tells one report from another.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=kind_choices)
    tasks_of = models.ForeignKey(TaskList, models.PROTECT, related_name="findings", verbose_name=_("清单"))
    title = models.CharField(_("问题（发现）"), max_length=200)
    area = models.CharField(_("方面"), max_length=60, blank=True)
    source = models.CharField(_("来源报告"), max_length=160, blank=True)
    noun = models.CharField(max_length=60, blank=True, editable=False)
    subject = models.BigIntegerField(null=True, editable=False)
    source_key = models.CharField(max_length=200, blank=True, editable=False)
    on = models.DateField(_("日期"))

    slot_day = "on"
    unlogged_fields = ("slot", "source_key")

    class Meta:
        verbose_name = verbose_name_plural = _("问题（发现）")
        constraints = [models.UniqueConstraint(fields=["tasks_of", "title"], name="finding_once")]
        indexes = [models.Index(fields=["slot", "kind", "on"], name="finding_slot")]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.source_key = f"{self.noun}:{self.subject}" if self.noun else self.source
        super().save(*args, **kwargs)


@reslotted
class Task(Record):
    """
    One measure: what is done by whom until when. `node` carries it out; the list's node sees it as well.

    owner: the account of whoever is responsible. done_on: the day the result was reached; figures count a closed task by it.
    """

    kind = models.CharField(_("类别"), max_length=24, choices=kind_choices)
    tasks_of = models.ForeignKey(TaskList, models.PROTECT, related_name="tasks", verbose_name=_("清单"))
    finding = models.ForeignKey(Finding, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("针对问题"))
    title = models.CharField(_("措施（任务）"), max_length=200)
    department = models.CharField(_("责任部门"), max_length=60, blank=True)
    owner = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, verbose_name=_("责任人"), related_name="+")
    set_on = models.DateField(_("列入日期"))
    due_on = models.DateField(_("办理期限"))
    result = models.CharField(_("办理结果"), max_length=500, blank=True)
    done_on = models.DateField(_("完成日期"), null=True, blank=True)
    checked_on = models.DateField(_("复核日期"), null=True, blank=True)
    state = models.CharField(_("状态"), max_length=12, choices=TaskState)

    lifecycle = TASK
    scope = Scope(node=("node", "tasks_of__node"), owner=("owner",))
    slot_day = "set_on"
    named_by = ("tasks_of",)

    class Meta:
        verbose_name = verbose_name_plural = _("任务")
        constraints = [
            models.CheckConstraint(condition=check_known(TASK), name="task_state_known"),
            models.CheckConstraint(condition=Q(due_on__gte=F("set_on")), name="task_days_in_order"),
            models.CheckConstraint(condition=Q(done_on=None) | Q(done_on__gte=F("set_on")), name="task_done_after_set"),
            models.UniqueConstraint(fields=["tasks_of", "title", "node"], condition=~Q(state="dropped"), name="task_once"),
        ]
        indexes = [models.Index(fields=["slot", "kind", "set_on"], name="task_slot"), models.Index(fields=["state", "due_on"], name="task_due")]

    def __str__(self):
        return self.title


class Result(Kept):
    """What came of a task: a policy, a mechanism, a use in appraisal; noun and subject name its record where there is one."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="results", verbose_name=_("任务"))
    outcome = models.CharField(_("成果类型"), max_length=12, choices=Outcome)
    title = models.CharField(_("成果名称"), max_length=160)
    number = models.CharField(_("文号"), max_length=60, blank=True)
    on = models.DateField(_("日期"))
    noun = models.CharField(max_length=60, blank=True, editable=False)
    subject = models.BigIntegerField(null=True, editable=False)

    scope = Scope(node=("task__node", "task__tasks_of__node"), owner=("task__owner",))
    seen_as, named_by = ("commons_tasks.task", "task_id"), ("task",)

    class Meta:
        verbose_name = verbose_name_plural = _("任务成果")
        constraints = [models.UniqueConstraint(fields=["task", "outcome", "title"], name="task_result_once")]

    def __str__(self):
        return self.title

    @property
    def node_id(self):
        return self.task.node_id
