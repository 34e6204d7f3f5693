"""What time does to activities: a day that has passed with nobody telling what came of it."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import clock, mark, overdue
from gonghui.kernel.config import valued

from .models import Activity


@clock("activities.unfiled", _("活动举办后逾期未填报"))
def unfiled(ctx):
    """Activities whose last day is `event.file_days` past and that were neither filed nor called off go to the level above, marked."""
    rows = Activity.objects.for_act("clock").filter(state__in=("approved", "announced", "held"))
    mark(ctx, Activity, overdue(rows, "ended_on", valued("event.file_days"), ctx.day), "activities.file")
