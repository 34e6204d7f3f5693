"""What time does to tasks: a reminder ahead of the due day, a step up the tree after it."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.clocks import ahead, clock, mark

from .models import Task
from .words import RUNNING


@clock("tasks.due", _("任务到期"))
def due(ctx):
    """Tasks without a result whose due day is near, or has passed, are marked."""
    days = config.value("tasks.ahead_days", None, ctx.day)
    mark(ctx, Task, ahead(Task.objects.for_act("clock").filter(state__in=RUNNING), "due_on", (days,), ctx.day), "tasks.assign")
