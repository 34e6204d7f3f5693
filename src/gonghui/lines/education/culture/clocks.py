"""What time does to numbered seats."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import now
from gonghui.kernel.clocks import clock

from . import seating


@clock("culture.seats_settle", _("座位号自动排定"), when=lambda: bool(seating.due(now())))
def seats_settle(ctx):
    """Every minute there is cause: a number that came back goes to who is next, whoever has got a place gets one."""
    for pk in seating.due(ctx.at):
        seating.settle(ctx, pk)
