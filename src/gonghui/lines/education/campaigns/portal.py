"""Pages for a worker's phone: campaigns that run, taking part in one, a quiz question by question."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.utils.translation import gettext_lazy as _

from gonghui.commons.ballots.words import S as POLL_STATE
from gonghui.kernel.clock import today
from gonghui.kernel.page import page

from . import acts, coupon_portal, coupon_reads, reads, suggest_acts  # noqa: F401  (more pages are declared by being read)
from .models import Participation, Round
from .rules import points
from .words import Sort


def how_many(viewer) -> str:
    """How many campaigns run now."""
    return str(reads.live().count() or "")


@page("campaigns/", "campaigns", label=_("网上活动"), who="worker", note=how_many)
def campaigns(request, kit):
    """Campaigns that run now, those that end first on top."""
    return kit.render(
        "campaigns/campaigns.html",
        page=kit.page(reads.live().select_related("node").order_by("closes_on", "pk")),
        told=reads.told().select_related("node").order_by("-closes_on", "-pk")[:20],
    )


@page("campaigns/<int:pk>/", "campaign")
def campaign(request, kit, pk):
    """One campaign: its rule, why I cannot take part now, else the paper or the button; what I have done in it."""
    row = reads.live().filter(pk=pk).select_related("node", "for_node").first()
    if row is None:
        raise Http404
    if row.sort == Sort.SUGGEST:
        return kit.go("campaign_suggest", row.pk)
    form, day = kit.form(acts.take_part, {"campaign": row}), today()
    quiz = row.sort == Sort.QUIZ
    if quiz and form.is_bound:
        asked = reads.paper(row, request.user, day)
        form.data = {**form.data.dict(), "answers": ",".join("".join(request.POST.getlist(f"q{q.pk}")) for q in asked)}
    done = kit.done(form)
    if done:
        messages.success(request, " ".join([str(acts.take_part.past), *map(str, done.said.values())]))
        return kit.go("campaign", row.pk)
    no = reads.why_not(row, kit.viewer, day)
    mine = Participation.objects.within(kit.viewer).own(kit.viewer).filter(campaign=row).order_by("-pk")[:20]
    paper = [(q, request.POST.getlist(f"q{q.pk}")) for q in reads.paper(row, request.user, day)] if quiz and no is None else []
    polls = (
        Round.objects.for_act("rounds of a campaign")
        .filter(campaign=row, poll__state__in=(POLL_STATE.OPEN, POLL_STATE.POSTED))
        .select_related("poll")
    )
    return kit.form_page(
        "campaigns/campaign.html",
        form,
        campaign=row,
        no=no.text if no else "",
        mine=mine,
        paper=paper,
        ticket=reads.my_ticket(row, kit.viewer) if row.prizes else "",
        coupons=list(coupon_reads.offered().filter(campaign=row)),
        polls=[r.poll for r in polls],
        act=acts.take_part,
    )


@page("campaigns/<int:pk>/result/", "campaign_result", open=True)
def campaign_result(request, kit, pk):
    """How an award was ranked or prizes were drawn: what anybody may know of it."""
    row = reads.told().filter(pk=pk).select_related("node").first()
    if row is None:
        raise Http404
    ranking = [(c, points(c.mark), points(c.total), c.rank <= row.places) for c in reads.ranking(row)]
    return kit.render("campaigns/result.html", campaign=row, ranking=ranking, rest=100 - (row.vote_share or 0), drawn=reads.published(row),
        ticket=reads.my_ticket(row, kit.viewer) if row.drawn_on else "",
    )  # fmt: skip


@page("campaigns/<int:pk>/draw.json", "campaign_draw", open=True)
def campaign_draw(request, kit, pk):
    """The draw as a file that anybody can draw again: `gonghui lottery verify FILE`."""
    row = reads.told().filter(pk=pk).first()
    told = row and reads.published(row)
    if not told:
        raise Http404
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})


@page("campaigns/<int:pk>/suggest/", "campaign_suggest", does=suggest_acts.suggest)
def campaign_suggest(request, kit, pk):
    """A collection: what it asks for, the field for a suggestion or why not, and what has been published."""
    row = reads.collecting().filter(pk=pk).select_related("node", "for_node").first()
    if row is None:
        raise Http404
    form = kit.form(suggest_acts.suggest, {"campaign": row})
    if kit.done(form):
        messages.success(request, str(suggest_acts.suggest.past))
        return kit.go("campaign_suggest", row.pk)
    no, typed = reads.why_not(row, kit.viewer, today(), claiming=True), request.POST.get("says", "")
    return kit.form_page(
        "campaigns/suggest.html", form, campaign=row, no=no.text if no else "", typed=typed, told=reads.suggested(row)[:50], act=suggest_acts.suggest
    )
