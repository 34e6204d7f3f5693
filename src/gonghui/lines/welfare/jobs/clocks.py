"""What time does to intents: agreed on, and nobody has asked what came of it."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import clock, mark, overdue
from gonghui.kernel.config import valued

from .models import JobIntent


@clock("jobs.follow_up", _("就业意向逾期未回访"))
def follow_up(ctx):
    """Intents agreed on more than `job.follow_up_days` ago, neither hired nor not. Source: handbook, places and jobs 4."""
    rows = JobIntent.objects.for_act("clock").filter(state="agreed")
    mark(ctx, JobIntent, overdue(rows, "on", valued("job.follow_up_days"), ctx.day), "jobs.hire")
