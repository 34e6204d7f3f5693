"""What time does to studios: a leader long missing, a yearly report that has not come."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from gonghui.commons.designations.rules import months_later
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.clocks import Due, clock, mark
from gonghui.kernel.config import valued

from .models import Studio
from .words import REPORT


def late(rows, last, on: date):
    """Those of `rows` whose last day, by `last(path, studio)`, is over."""
    dues = (Due(s.pk, s.node_id, s.node.path, last(s)) for s in rows.select_related("node"))
    return [due for due in dues if due.due_on < on]


@clock("studios.leader_missing", _("工作室负责人逾期未更换"))
def leader_missing(ctx):
    """Studios without a leader for more than `studio.change_leader_months`. Source: handbook 4."""
    months = valued("studio.change_leader_months")
    rows = Studio.objects.for_act("clock").filter(state="leaderless")
    mark(ctx, Studio, late(rows, lambda s: months_later(s.leaderless_on, months(s.node.path, s.leaderless_on)), ctx.day), "studios.name_leader")


@clock("studios.report_missing", _("工作室年度报告逾期未交"))
def report_missing(ctx):
    """Studios that stood through New Year and have not reported on the year by `studio.report_by` January. Source: handbook 4."""
    day, year = valued("studio.report_by"), (ctx.day - timedelta(days=31)).year
    told = RegisterEntry.objects.for_act("clock").filter(kind=REPORT, team=OuterRef("team"), year=year - 1, registered_on__isnull=False)
    rows = Studio.objects.for_act("clock").exclude(state="closed").filter(~Exists(told), since__lt=date(year, 1, 1))
    mark(ctx, Studio, late(rows, lambda s: date(year, 1, day(s.node.path, ctx.day)), ctx.day), "registers.enter")
