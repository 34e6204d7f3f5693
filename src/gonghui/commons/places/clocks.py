"""What time does to places: rectification that is late."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import clock, mark, overdue
from gonghui.kernel.config import valued

from .visit_models import Inspection


@clock("places.rectification_waits", _("阵地整改逾期"))
def rectification_waits(ctx):
    """Rectification not reported within `station.rectify_days` of the order goes to the level above, marked."""
    rows = Inspection.objects.for_act("clock").filter(state="rectify", ordered_on__isnull=False)
    mark(ctx, Inspection, overdue(rows, "ordered_on", valued("station.rectify_days"), ctx.day), "places.order_rectification")
