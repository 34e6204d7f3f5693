"""What time does to a danger that is not put right."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import ahead, clock, mark

from .models import Hazard
from .words import CURING


@clock("safety.overdue", _("隐患整改期限"))
def overdue(ctx):
    """A danger is marked three days before its day, and with the level above once the day has passed."""
    rows = Hazard.objects.for_act("clock").filter(state__in=CURING)
    mark(ctx, Hazard, ahead(rows, "due_on", (3,), ctx.day), "safety.check")
