"""What time does to messages: no answer."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clocks import clock, mark, overdue
from gonghui.kernel.config import valued

from .models import ExchangeMessage


@clock("integration.unanswered", _("对接消息逾期无回执"))
def unanswered(ctx):
    """Messages sent and not answered within `integration.answer_days`."""
    rows = ExchangeMessage.objects.for_act("clock").filter(state="sent")
    mark(ctx, ExchangeMessage, overdue(rows, "sent_on", valued("integration.answer_days"), ctx.day), "integration.acknowledge")
