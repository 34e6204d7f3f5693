"""What time does to filed numbers: those nobody checks go up."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import clock, mark, overdue
from gonghui.kernel.config import valued

from .models import HeadCount


@clock("returns.unchecked", _("填报数逾期未审核"))
def unchecked(ctx):
    """Numbers not checked within `returns.check_wd` working days go to the level above, marked. Source: handbook, statistics, section 4."""
    rows = HeadCount.objects.for_act("clock").filter(state="submitted")
    mark(ctx, HeadCount, overdue(rows, "submitted_on", valued("returns.check_wd"), ctx.day, workdays=True), "returns.accept")
