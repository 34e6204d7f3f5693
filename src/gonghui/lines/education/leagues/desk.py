"""What people see of leagues and sport."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Column, Desk, facet

from . import acts, rules, words
from .models import LeagueEntry, LeagueSeason, Match, Player

GROUP = _("宣传教育")


def table_of(season) -> str:
    """The table of a season: from confirmed results alone."""
    rows = Match.objects.for_act("of a season in reach").filter(season=season, state="confirmed").select_related("home__team", "away__team")
    rows = rules.standings((m.home, m.away, m.home_score, m.away_score, m.forfeit) for m in rows)
    said = _("%(place)d. %(team)s %(points)d 分（%(won)d 胜 %(lost)d 负，净胜 %(more)+d）")
    return "；".join(
        str(said) % {"place": n, "team": team, "points": points, "won": won, "lost": played - won, "more": more}
        for n, (team, played, won, points, more) in enumerate(rows, 1)
    )


SCORE = Column("score", _("比分"), lambda m: "—" if m.home_score is None else f"{m.home_score}:{m.away_score}")
Desk(
    noun=LeagueSeason, label=_("联赛赛季"), group=GROUP, icon="sports_basketball", columns=("name", "number", "node", "opened_on", "state"), related=("node",),
    detail=("name", "number", "node", "opened_on", "least", "first", "last", "months", Column("table", _("积分榜"), table_of), "champion", "state"),
    filters=("state", "opened_on"), search=("name",), work=("open", "locked", "drawn", "play_offs"), empty=_("还没有联赛。"),
    acts=(acts.open_season, acts.lock, acts.draw, acts.begin_play_offs, acts.finish, acts.cancel),
)  # fmt: skip
Desk(
    noun=LeagueEntry, label=_("参赛队"), group=GROUP, icon="groups", columns=("team", "season", "node", "group", "entered_on", "left_on"),
    related=("team", "season", "node"), filters=("entered_on",), search=("team__name", "season__name"), acts=(acts.enter, acts.list_player, acts.withdraw),
)  # fmt: skip
Desk(
    noun=Player, label=_("参赛球员"), group=GROUP, icon="person", columns=("person", "entry", "shirt", "season", "node", "listed_on"), personal=True,
    related=("person", "entry__team", "season", "node"), filters=("listed_on",), search=("^person__name", "entry__team__name"), own=True,
    own_label=_("我的联赛"), own_columns=("season", "entry", "shirt", "listed_on"),
)  # fmt: skip
Desk(
    noun=Match, label=_("联赛比赛"), group=GROUP, icon="scoreboard", columns=("home", SCORE, "away", "season", "on", "at_place", "play_off", "state"),
    detail=("season", "home", SCORE, "away", "on", "at_place", "play_off", "forfeit", "attendance", "state"), related=("home__team", "away__team", "season", "node"),
    filters=("state", "on", "play_off"), search=("home__team__name", "away__team__name"), order=("-on", "-pk"), work=("played",),
    acts=(acts.set_match, acts.report, acts.confirm, acts.call_off), empty=_("还没有编排比赛。"),
)  # fmt: skip
facet("commons_parties.team", "league_teams", words.TEAM, label=_("联赛球队"), group=GROUP)
facet("commons_registers.registerentry", "league_entries", words.DISCIPLINE, words.CHANNEL, label=_("联赛纪律和直播渠道"), group=GROUP, icon="gavel")
facet("commons_readings.reading", "league_viewers", words.VIEWERS, label=_("联赛观众（外部数）"), group=GROUP, icon="visibility")
facet("commons_activities.activity", "sports", words.SPORT, label=_("健身运动"), group=GROUP, icon="directions_run")
