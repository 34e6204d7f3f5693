"""What time does to unions: applications nobody decides, certificates and terms that end."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.clocks import ahead, clock, mark, overdue
from gonghui.kernel.config import valued

from . import words
from .models import Founding, Union


@clock("orgs.preparation_waits", _("建会申请逾期未批"))
def preparation_waits(ctx):
    """Applications to found a union not decided within `org.prep_approve_days` go to the level above, marked."""
    rows = Founding.objects.for_act("clock").filter(state="submitted")
    mark(ctx, Founding, overdue(rows, "submitted_on", valued("org.prep_approve_days"), ctx.day), "orgs.approve_preparation")


@clock("orgs.result_waits", _("选举结果逾期未批"))
def result_waits(ctx):
    """Results of elections not approved within `org.result_approve_days` of receipt go to the level above, marked."""
    rows = Founding.objects.for_act("clock").filter(state="result_submitted", filed_on__isnull=False)
    mark(ctx, Founding, overdue(rows, "filed_on", valued("org.result_approve_days"), ctx.day), "orgs.establish")


@clock("orgs.certificate_ends", _("工会法人证书到期"))
def certificate_ends(ctx):
    """The certificate ends in 90, in 30 days, or has ended: the union is reminded, then the level above. Source: 总工办发〔2020〕20号 第27条."""
    remind(ctx, "valid_until")


@clock("orgs.term_ends", _("工会委员会届满"))
def term_ends(ctx):
    """The committee's term ends in 90, in 30 days, or has ended without an election. Source: 《工会法》第十六条."""
    remind(ctx, "term_until")


@clock("orgs.registration_waits", _("新建工会逾期未登记法人"))
def registration_waits(ctx):
    """Unions founded here and not registered within `org.lp_first_apply_days` of founding. Source: handbook, [CHECK]."""
    rows = Union.objects.for_act("clock").filter(state="established", founding__isnull=False)
    mark(ctx, Union, overdue(rows, "founded_on", valued("org.lp_first_apply_days"), ctx.day), "orgs.register_legal_person")


@clock("orgs.change_waits", _("法人变更逾期未登记"))
def change_waits(ctx):
    """A new name or chair of a legal person is registered within `org.lp_change_days`. Source: 总工办发〔2020〕20号."""
    rows = Union.objects.for_act("clock").filter(state="legal_person", changed_on__isnull=False)
    mark(ctx, Union, overdue(rows, "changed_on", valued("org.lp_change_days"), ctx.day), "orgs.register_change")


def remind(ctx, until: str) -> None:
    steps = tuple(config.value(key, None, ctx.day) for key in ("org.remind_first", "org.remind_last"))
    mark(ctx, Union, ahead(Union.objects.for_act("clock").filter(state__in=words.LIVE), until, steps, ctx.day), "orgs.declare_chair")
