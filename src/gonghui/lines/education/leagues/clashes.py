"""Whether a team or a venue would be in use at the time of a match."""

from django.db.models import Q

from gonghui.kernel import config
from gonghui.kernel.refusal import Refused

from . import fixtures, noes, words
from .models import LeagueSeason, Match


def hold_venues(season) -> None:
    """Lock the seasons under way that share the organiser's venues: nobody else sets a match there meanwhile."""
    rows = LeagueSeason.objects.for_act("venues of an organiser").filter(node=season.node_id, state__in=words.PLAYING).order_by("pk")
    list(rows.select_for_update(of=("self",), no_key=True).values_list("pk"))


def clash(*, season, home, away, on, kick_off: str, at_place: str, but: int | None = None) -> Refused | None:
    """
    What stands in the way of a match: HOUR, TEAM_BUSY in whatever season, VENUE_BUSY by the organiser's matches there; None where nothing does.

    A match whose kick-off nobody has said is in nobody's way. Setting: `leagues.match_minutes`. but: the match itself.
    """
    if not kick_off:
        return None
    each, at = config.value("leagues.match_minutes", season.node, on), fixtures.minute(kick_off)
    if at is None:
        return noes.HOUR(text=kick_off, minutes=each)
    teams = (home.team_id, away.team_id)
    ours = Q(home__team__in=teams) | Q(away__team__in=teams)
    rows = Match.objects.for_act("nobody twice at a time").filter(ours | Q(node=season.node_id, at_place=at_place), on=on, state__in=words.AT_AN_HOUR)
    for other in rows.exclude(kick_off="").exclude(pk=but).select_related("home__team", "away__team").order_by("kick_off"):
        then = fixtures.minute(other.kick_off)
        if then is None or abs(then - at) >= each:
            continue
        both = [side for side in (home, away) if side.team_id in (other.home.team_id, other.away.team_id)]
        told = {"day": on, "hour": other.kick_off, "match": other, "minutes": each}
        return noes.TEAM_BUSY(team=both[0], **told) if both else noes.VENUE_BUSY(place=at_place, **told)
    return None


def refuse_clash(**told) -> None:
    """Refuses what `clash` says."""
    no = clash(**told)
    if no is not None:
        raise no
