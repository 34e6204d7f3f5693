"""What time does to household files: applications nobody accepts, files nobody reviews, households to be watched."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import clock, mark, overdue
from gonghui.kernel.config import valued

from .models import Household


def months(key: str):
    """The value of a key in months, as days."""
    of = valued(key)
    return lambda path, day: of(path, day) * 365 // 12


@clock("aid.accept_late", _("建档申请逾期未受理"))
def accept_late(ctx):
    """Applications not accepted within `aid.accept_wd` working days go to the level above, marked. Source: handbook A5, default."""
    rows = Household.objects.for_act("clock").filter(state="applied")
    mark(ctx, Household, overdue(rows, "applied_on", valued("aid.accept_wd"), ctx.day, workdays=True), "aid.accept")


@clock("aid.visit_late", _("逾期未入户"))
def visit_late(ctx):
    """Accepted applications nobody has visited within `aid.visit_wd` working days. Source: handbook A5, default."""
    rows = Household.objects.for_act("clock").filter(state="accepted", accepted_on__isnull=False)
    mark(ctx, Household, overdue(rows, "accepted_on", valued("aid.visit_wd"), ctx.day, workdays=True), "aid.visit")


@clock("aid.review_due", _("年度复核到期"))
def review_due(ctx):
    """Files not looked at for `aid.review_months`. Source: handbook A5 (at least once a year)."""
    rows = Household.objects.for_act("clock").filter(state="in_file", reviewed_on__isnull=False)
    mark(ctx, Household, overdue(rows, "reviewed_on", months("aid.review_months"), ctx.day), "aid.review")


@clock("aid.watch_ends", _("脱困监测期满"))
def watch_ends(ctx):
    """Households lifted out `aid.watch_months` ago: their watching ends, the file may be closed. Source: handbook A5, default."""
    rows = Household.objects.for_act("clock").filter(state="lifted", left_on__isnull=False)
    mark(ctx, Household, overdue(rows, "left_on", months("aid.watch_months"), ctx.day), "aid.close")
