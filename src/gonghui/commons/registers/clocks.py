"""What time does to entries with a term: a reminder ahead of it, the end on it."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.clocks import ahead, clock, mark
from gonghui.kernel.ledger.run import dumps

from .models import RegisterEntry
from .words import EntryState

CHUNK = 20_000


@clock("registers.term_ends", _("台账到期"))
def term_ends(ctx):
    """Entries in force are marked when their last day is near, and ended when it is over."""
    expire(ctx)
    rows = RegisterEntry.objects.for_act("clock").filter(state=EntryState.IN_FORCE, until__gte=ctx.day)
    days = config.value("registers.term_ahead_days", None, ctx.day)
    mark(ctx, RegisterEntry, ahead(rows, "until", (days,), ctx.day), "registers.revise")


def expire(ctx) -> None:
    """End what was in force until yesterday or earlier. Set statements."""
    rows = RegisterEntry.objects.for_act("clock").filter(state=EntryState.IN_FORCE, until__lte=ctx.day - timedelta(days=1))
    over = list(rows.order_by("pk").values_list("pk", "node_id")[:CHUNK])
    RegisterEntry.objects.for_act("clock").filter(pk__in=[pk for pk, _node in over]).update(state=EntryState.ENDED)
    changes = dumps({"state": [EntryState.IN_FORCE, EntryState.ENDED]})
    ctx.note_many(RegisterEntry, ((pk, node, EntryState.IN_FORCE, EntryState.ENDED, changes) for pk, node in over))
