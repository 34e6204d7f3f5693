"""Pages for a worker's phone: polls, voting with a receipt, finding one's ballot by it, posted results."""

from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.clock import now
from gonghui.kernel.clock import today as clock_today
from gonghui.kernel.page import page
from gonghui.kernel.turnstile.ticket import signed

from . import acts, reads
from .gate import ticket_of
from .models import Turnout


def how_many(viewer) -> str:
    """How many polls run now."""
    return str(reads.open_polls(now()).count() or "")


@page("votes/", "votes", label=_("投票"), who="worker", note=how_many)
def votes(request, kit):
    """Polls that run or are to open, then results that are posted."""
    return kit.render(
        "ballots/votes.html", now=now(), polls=reads.open_polls(now()).select_related("node").order_by("closes_at", "pk")[:50],
        page=kit.page(reads.posted().select_related("node").order_by("-posted_on", "-pk")),
    )  # fmt: skip


@page("votes/<int:pk>/", "vote")
def vote(request, kit, pk):
    """One poll: vote and be told the receipt once; posted, its result."""
    poll = (reads.open_polls(now()) | reads.posted()).filter(pk=pk).select_related("node", "for_node").first()
    if poll is None:
        raise Http404
    options = reads.options_of(poll)
    if poll.state == "posted":
        return kit.render("ballots/result.html", poll=poll, options=options)
    form = kit.form(acts.cast, {"poll": poll})
    done = kit.done(form)
    if done:
        messages.success(request, f"{acts.cast.past}{done.said['receipt']}" if done.said else str(_("已投票。")))
        return kit.go("vote", poll.pk)
    no = reads.may_vote(poll, kit.viewer)
    own = Turnout.objects.for_act("own turnout").filter(poll=poll, account=kit.viewer.account_id)
    cast, today = own.count(), own.filter(on=clock_today()).count()
    chosen = request.POST.getlist("options")
    return kit.form_page(
        "ballots/vote.html", form, poll=poll, options=options, no=no.text if no else "", cast=cast, chosen=chosen, early=poll.opens_at > now(),
        full=cast and not poll.each_day, today=today,
        ticket="" if no else signed(ticket_of(poll, kit.viewer.account, now(), kit.viewer.device), request.session.session_key or ""),
    )  # fmt: skip


@page("votes/receipt/", "receipt", open=True)
def receipt(request, kit):
    """Whether the ballot of a receipt is there and counts; never what it says."""
    code = request.GET.get("code", "").replace("\0", "").strip()[:40]
    ballot = reads.ballot_by(code) if code else None
    return kit.render("ballots/receipt.html", 404 if code and ballot is None else 200, code=code, ballot=ballot)
