"""What time does to bookings."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import clock, mark, overdue

from .models import Booking


@clock("places.bookings_unsettled", _("预约到期未签到"))
def bookings_unsettled(ctx):
    """Bookings whose day is over and of which nobody has said whether anybody came."""
    rows = Booking.objects.for_act("clock").filter(state="booked")
    mark(ctx, Booking, overdue(rows, "on", lambda path, day: 0, ctx.day), "places.note_no_show")
