"""What time does to terms and congresses: a term that ends without a congress, a request or a result that waits."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.clocks import ahead, clock, mark, overdue
from gonghui.kernel.config import valued

from . import words
from .models import Congress, Term


@clock("governance.term_ends", _("届满应换届"))
def term_ends(ctx):
    """A term ends in 180, 90, 30 days, or has ended, and no congress is in hand. Source: 《工会法》第十六条; handbook."""
    steps = tuple(config.value(f"elect.remind_{step}", None, ctx.day) for step in ("first", "next", "last"))
    begun = Congress.objects.for_act("clock").filter(node=OuterRef("node"), state__in=words.RUNNING)
    mark(ctx, Term, ahead(Term.objects.for_act("clock").filter(~Exists(begun), ended_on=None), "until", steps, ctx.day), "governance.request")


def waits(ctx, state: str, since: str, key: str, power: str) -> None:
    rows = Congress.objects.for_act("clock").filter(state=state)
    mark(ctx, Congress, overdue(rows, since, valued(key), ctx.day), power)


@clock("governance.request_waits", _("换届请示逾期未批"))
def request_waits(ctx):
    """Requests not answered within `elect.approve_days`. Source: handbook."""
    waits(ctx, "requested", "requested_on", "elect.approve_days", "governance.approve")


@clock("governance.result_unfiled", _("选举结果逾期未报"))
def result_unfiled(ctx):
    """Results not reported within `elect.report_days` of the election. Source: handbook."""
    waits(ctx, "held", "closed_on", "elect.report_days", "governance.file")


@clock("governance.result_waits", _("选举结果逾期未批"))
def result_waits(ctx):
    """Results not decided on within `elect.approve_days` of the report. Source: handbook."""
    waits(ctx, "filed", "filed_on", "elect.approve_days", "governance.accept")
