"""Leagues on the phone, for everybody: tables, fixtures, the bracket, what was drawn; a leader finds there what waits for a word."""

from django.http import Http404, JsonResponse
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.page import page

from . import reads, words
from .bracket import Bracket
from .desk import by, score
from .models import LeagueSeason, Match


def told():
    """Seasons whose rosters stand: from then on everybody may read them."""
    return LeagueSeason.objects.for_act("a league is for everybody").filter(state__in=words.TOLD).select_related("node")


def season_of(pk: int) -> LeagueSeason:
    season = told().filter(pk=pk).select_related("champion__team").first()
    if season is None:
        raise Http404
    return season


@page("leagues/", "leagues", label=_("职工联赛"), icon="sports_basketball", who="worker", open=True)
def leagues(request, kit):
    """The seasons, newest first."""
    return kit.render("leagues/seasons.html", page=kit.page(told().order_by("-opened_on", "-pk")))


@page("leagues/<int:pk>/", "league", open=True)
def league(request, kit, pk):
    """One season: the table of every group with what decided a tie, the fixtures by day, the bracket, the checksum of the draw."""
    season = season_of(pk)
    fixtures = kit.page(reads.matches_of(season).exclude(state=words.M.CALLED_OFF).order_by("on", "kick_off", "pk"))
    rows = [{"match": match, "score": score(match)} for match in fixtures]
    tables = (
        [(group, [(line, by(line)) for line in table]) for group, table in reads.tables(season).items()] if season.state != words.S.LOCKED else []
    )
    ranks = season.entries.for_act("a league is for everybody").exclude(rank=None).select_related("team").order_by("rank")
    waiting = Match.objects.within(kit.viewer).own(kit.viewer).filter(season=season, state=words.M.PLAYED) if kit.viewer.account_id else []
    return kit.render(
        "leagues/season.html", season=season, tables=tables, rows=rows, page=fixtures, rounds=rounds(season), ranks=ranks, waiting=waiting,
        drawn=season.commitment and season.state != words.S.LOCKED,
    )  # fmt: skip


def rounds(season) -> list[tuple]:
    """The bracket round by round: (round, is it for the third place, the two sides, score)."""
    bracket = Bracket(season) if season.bracket_on else None
    found = []
    for turn, place in bracket.places() if bracket else ():
        match, (home, away) = bracket.done.get((turn, place)), bracket.sides(turn, place)
        bye = turn == 1 and bracket.first[place][1] is None
        found.append({"turn": turn, "last": turn == bracket.last, "third": turn == bracket.last and place == 1, "home": home, "away": away, "bye": bye,
                      "score": score(match) if match else "", "match": match})  # fmt: skip
    return found


@page("leagues/<int:pk>/draw.json", "league_draw", open=True)
def draw(request, kit, pk):
    """The draw, for anybody to draw it again: checksum, seed, list and order."""
    found = reads.published(season_of(pk))
    if found is None:
        raise Http404
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 1})


@page("leagues/matches/<int:pk>/", "league_match", open=True)
def match(request, kit, pk):
    """One match: when and where, how it ended; to whoever leads a side, where to say so."""
    rows = Match.objects.for_act("a league is for everybody").filter(season__state__in=words.TOLD, pk=pk)
    one = rows.select_related("season__node", "home__team", "away__team").first()
    if one is None:
        raise Http404
    leads = kit.viewer.account_id and Match.objects.within(kit.viewer).own(kit.viewer).filter(pk=pk).exists()
    return kit.render("leagues/match.html", match=one, score=score(one), leads=leads)
