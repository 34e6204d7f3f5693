"""What time does to members: applications and corrections nobody decides, transfers nobody receives."""

from contextlib import suppress

from django.db.models import Q
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.clocks import clock, mark, overdue
from gonghui.kernel.config import valued
from gonghui.kernel.ledger.do import do
from gonghui.kernel.marks import Mark
from gonghui.kernel.refusal import Refused

from .models import Correction, Membership, Transfer
from .stay_acts import accept_transfer, return_transfer


@clock("membership.undecided", _("入会申请逾期未批"))
def undecided(ctx):
    """Applications not decided within `member.approve_days` go to the level above, marked. Source: handbook, default 15 days."""
    rows = Membership.objects.for_act("clock").filter(state="applied")
    mark(ctx, Membership, overdue(rows, "applied_on", valued("member.approve_days"), ctx.day), "membership.approve")


@clock("membership.pass_on", _("会籍接转逾期未收"))
def pass_on(ctx):
    """
    Transfers not received within `member.transfer_days` are received, or returned, as `member.transfer_then` says.

    One to a union that no longer stands is returned. The mark stays as a trace and is closed the next day.
    """
    today = Mark.objects.for_act("clock").filter(what=ctx.act.key, on=ctx.day)  # a second strike leaves their marks standing
    rows = Transfer.objects.for_act("clock").filter(Q(state="asked") | Q(pk__in=today.values("subject")))
    late, then = list(overdue(rows, "asked_on", valued("member.transfer_days"), ctx.day)), valued("member.transfer_then")
    mark(ctx, Transfer, late, "membership.accept_transfer")
    for transfer in rows.filter(state="asked", pk__in=[d.subject for d in late]).select_related("to", "node").order_by("pk"):
        with suppress(Refused):  # what cannot pass stays marked, in the hand of the level above
            if transfer.to.live and then(transfer.node.path, transfer.asked_on) == "accept":
                do(accept_transfer, SYSTEM, transfer.pk)
            else:
                do(return_transfer, SYSTEM, transfer.pk, why=now_("转入工会逾期未接收"))


@clock("membership.unanswered", _("信息更正请求逾期未答复"))
def unanswered(ctx):
    """Corrections not answered within `rights.reply_wd` working days go to the level above, marked. Source: PIPL arts 46, 50."""
    rows = Correction.objects.for_act("clock").filter(state="filed")
    mark(ctx, Correction, overdue(rows, "asked_on", valued("rights.reply_wd"), ctx.day, workdays=True), "membership.settle_correction")
