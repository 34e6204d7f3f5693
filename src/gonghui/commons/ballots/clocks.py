"""What time does to polls: the window ends."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import now
from gonghui.kernel.clocks import clock
from gonghui.kernel.store import hold

from . import words
from .models import Poll


def over(at):
    return Poll.objects.for_act("clock").filter(state=words.S.OPEN, closes_at__lte=at)


@clock("ballots.window_ends", _("投票到时截止"), when=lambda: over(now()).exists())
def window_ends(ctx):
    """A poll whose window is over is closed."""
    for poll in over(ctx.at).select_for_update(of=("self",), no_key=True).order_by("pk"):
        hold(f"poll {poll.pk}")
        poll.state = words.POLL.step(poll.state, "ballots.close").to
        poll.save()
