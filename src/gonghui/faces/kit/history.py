"""What was done to a record, for whoever sees the record."""

from django.utils.translation import gettext as now_

from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.models import Event


def history(row) -> list[tuple]:
    """
    The last twenty (when, what, by whom, why), newest first.

    A record may name accounts it withholds (`withheld`): whoever asked for confidence is not told here.
    """
    events = Event.objects.for_act("history of a record in reach").filter(noun=row._meta.label_lower, subject=row.pk)
    told, withheld = [], getattr(row, "withheld", ())
    for event in events.select_related("link__actor").order_by("-link__at", "-pk")[:20]:
        act = ACTS.get(event.link.act)
        actor = now_("（保密）") if event.link.actor_id in withheld else event.link.actor or now_("系统")
        told.append((event.link.at, act.past if act else event.link.act, actor, event.link.why))
    return told
