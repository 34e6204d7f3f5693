"""What time does to titles."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.clocks import ahead, clock, mark

from .acts import begin_recheck
from .models import Designation
from .words import LIVE

config.declare(config.Config("designations.recheck_ahead", 30, _("复核提前提醒天数"), least=1, most=365))


@clock("designations.recheck_comes", _("称号到期复核"))
def recheck_comes(ctx):
    """Titles whose next look, or whose time to mend, is near or past."""
    rows = Designation.objects.for_act("clock").filter(state__in=LIVE)
    mark(ctx, Designation, ahead(rows, "recheck_due", (config.value("designations.recheck_ahead", None, ctx.day),), ctx.day), begin_recheck.power)
