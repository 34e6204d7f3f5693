"""What was done to a record, for whoever sees the record."""

from django.utils.translation import gettext as now_

from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.models import Event


def history(row) -> list[tuple]:
    """The last twenty (when, what, by whom, why), newest first."""
    events = Event.objects.for_act("history of a record in reach").filter(noun=row._meta.label_lower, subject=row.pk)
    told = []
    for event in events.select_related("link__actor").order_by("-link__at", "-pk")[:20]:
        act = ACTS.get(event.link.act)
        told.append((event.link.at, act.past if act else event.link.act, event.link.actor or now_("系统"), event.link.why))
    return told
