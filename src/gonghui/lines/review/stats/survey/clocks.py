"""What time does to returns: reminders before the last day, and those nobody checks go up."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import ahead, clock, mark, overdue
from gonghui.kernel.config import valued

from . import words
from .models import YearReturn

STEPS = (7, 3, 1)  # days before the last one; handbook, statistics, section 4: default


@clock("stats.unfiled", _("统计报表到期未报送"))
def unfiled(ctx):
    """Returns of an issued form that are not sent are announced seven, three and one day ahead, and go up when the day has passed."""
    rows = YearReturn.objects.for_act("clock").filter(form__state="issued", state__in=(*words.OPEN, words.S.SUMMED, words.S.SIGNED))
    mark(ctx, YearReturn, ahead(rows, "form__due_on", STEPS, ctx.day), "stats.accept_return")


@clock("stats.return_unchecked", _("统计报表逾期未审核"))
def unchecked(ctx):
    """Returns not checked within `stat.check_wd` working days go to the level above, marked. Source: handbook, statistics, section 4."""
    rows = YearReturn.objects.for_act("clock").filter(state__in=words.SENT)
    mark(ctx, YearReturn, overdue(rows, "sent_on", valued("stat.check_wd"), ctx.day, workdays=True), "stats.accept_return")
