"""What people see of leagues and sport."""

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.desk import Annex, Column, Desk, Line, Lines, facet

from . import acts, discipline, fixture_acts, match_acts, reads, referee_acts, rules, words
from .models import LeagueEntry, LeagueSeason, Match, Penalty, Player, Refereeing, SheetLine

GROUP = _("宣传教育")
HEADS = (_("小组"), _("名次"), _("球队"), _("赛"), _("胜"), _("负"), _("得分"), _("净胜"), _("积分"), _("同分依据"))


def by(line: rules.Line) -> str:
    """What separated a team from those with as many points."""
    return str(words.Tie(line.by).label) if line.by else ""


def table_of(season) -> str:
    """The tables of a season in one text: from confirmed results alone."""
    said = _("%(place)d. %(team)s %(points)d 分（%(won)d 胜 %(lost)d 负，净胜 %(more)+d%(by)s）")
    return "；".join(
        (group and n == 1 and str(_("%(group)s组 ") % {"group": group}) or "")
        + str(said) % {**vars(line), "place": n, "lost": line.lost, "by": f"，{by(line)}" if line.by else ""}
        for group, table in reads.tables(season).items()
        for n, line in enumerate(table, 1)
    )


def table_lines(season, viewer) -> list[Line]:
    """The tables of a season, group by group."""
    return [
        Line((group, n, line.team, line.played, line.won, line.lost, line.scored, line.more, line.points, by(line)), line.team)
        for group, table in reads.tables(season).items()
        for n, line in enumerate(table, 1)
    ]


def fixture_lines(season, viewer) -> Lines:
    """The fixtures of a season in their order."""
    rows = reads.matches_of(season).order_by("on", "kick_off", "pk")
    return Lines(rows, lambda m: (m.on, m.kick_off, m.at_place, m.home, score(m), m.away, m.get_state_display()))


def score(match) -> str:
    """How it stands."""
    return "—" if match.home_score is None else f"{match.home_score}:{match.away_score}"


def referees_of(match) -> str:
    """Who referees it."""
    return "、".join(str(row) for row in match.referees.for_act("referees of a match").filter(left_on=None).select_related("person").order_by("pk"))


SCORE = Column("score", _("比分"), score)
SEED = _("抽签种子校验值（SHA-256）")
Desk(
    noun=LeagueSeason, label=_("联赛赛季"), group=GROUP, icon="sports_basketball", columns=("name", "number", "node", "opened_on", "state"), related=("node",),
    detail=("name", "number", "node", "opened_on", "least", "ties", "transfers_until", Column("commitment", SEED, lambda s: s.commitment.upper()), "first", "last", "months",
            Column("table", _("积分榜"), table_of), "champion", "state"),
    annexes=(
        Annex("standings", _("积分榜"), HEADS, table_lines),
        Annex("fixtures", _("赛程"), (_("日期"), _("开赛"), _("场地"), _("主队"), _("比分"), _("客队"), _("状态")), fixture_lines),
    ),
    filters=("state", "opened_on"), search=("name",), work=("open", "locked", "drawn", "play_offs"), empty=_("还没有联赛。"),
    acts=(acts.open_season, acts.lock, acts.draw, fixture_acts.schedule, referee_acts.rota, acts.begin_play_offs, fixture_acts.make_bracket, acts.finish,
          acts.cancel),
)  # fmt: skip
Desk(
    noun=LeagueEntry, label=_("参赛队"), group=GROUP, icon="groups", columns=("team", "season", "node", "leader", "group", "rank", "entered_on", "left_on"),
    detail=("team", "season", "node", "leader", "group", "drawn", "seeding", "rank", Column("commitment", SEED, lambda e: e.season.commitment.upper()), "entered_on", "left_on"),
    related=("team", "season", "node", "leader"), filters=("entered_on",), search=("team__name", "season__name"),
    acts=(acts.enter, acts.name_leader, acts.list_player, acts.withdraw),
)  # fmt: skip
Desk(
    noun=Player, label=_("参赛球员"), group=GROUP, icon="person", columns=("person", "entry", "shirt", "season", "node", "listed_on"), personal=True,
    related=("person", "entry__team", "season", "node"), filters=("listed_on",), search=("^person__name", "entry__team__name"), own=True,
    own_label=_("我的联赛"), own_columns=("season", "entry", "shirt", "listed_on"), acts=(acts.transfer,),
)  # fmt: skip
SHOWN = ("season", "home", SCORE, "away", "on", "kick_off", "at_place", "state")
Desk(
    noun=Match, label=_("联赛比赛"), group=GROUP, icon="scoreboard",
    columns=("home", SCORE, "away", "season", "on", "kick_off", "at_place", "play_off", "state"),
    detail=("season", "home", SCORE, "away", "on", "kick_off", "at_place", "round", "play_off", "forfeit", "attendance",
            Column("referees", _("裁判"), referees_of), "home_agrees", "away_agrees", "objection", "state"),
    related=("home__team", "away__team", "season", "node"), filters=("state", "on", "play_off"), search=("home__team__name", "away__team__name"),
    order=("-on", "-pk"), work=("played", "disputed", "postponed"), empty=_("还没有编排比赛。"), own=True, own_label=_("我领队的比赛"), own_columns=SHOWN,
    own_detail=(*SHOWN, "forfeit", "home_agrees", "away_agrees", "objection"),
    acts=(match_acts.set_match, match_acts.report, match_acts.agree, match_acts.dispute, match_acts.confirm, match_acts.decide, discipline.name_sheet,
          referee_acts.name_referee, match_acts.move, match_acts.postpone, match_acts.give_up, match_acts.call_off, match_acts.annul),
)  # fmt: skip
Desk(
    noun=SheetLine, label=_("上场名单"), group=GROUP, icon="checklist", columns=("player", "entry", "match", "node", "named_on"), personal=True,
    related=("player__person", "entry__team", "match__home__team", "match__away__team", "node"), filters=("named_on",),
    search=("^player__person__name", "entry__team__name"), own=True, own_label=_("我上场的比赛"), own_columns=("match", "entry", "named_on"),
)  # fmt: skip
Desk(
    noun=Penalty, label=_("球员处罚"), group=GROUP, icon="style", columns=("player", "entry", "card", "suspended", "match", "on", "lifted_on", "node"),
    detail=("player", "entry", "card", "suspended", "match", "says", "on", "lifted_on", "node"), personal=True,
    related=("player__person", "entry__team", "match__home__team", "match__away__team", "node"), filters=("card", "on"),
    search=("^player__person__name", "entry__team__name"), own=True, own_label=_("我的处罚"), own_columns=("match", "card", "suspended", "on", "lifted_on"),
    acts=(discipline.penalise, discipline.lift),
)  # fmt: skip
Desk(
    noun=Refereeing, label=_("裁判安排"), group=GROUP, icon="sports", columns=("person", "match", "named_on", "left_on", "node"), personal=True,
    related=("person", "match__home__team", "match__away__team", "node"), filters=("named_on", "left_on"), search=("^person__name",), own=True,
    own_label=_("我执裁的比赛"), own_columns=("match", Column("when", _("比赛时间"), lambda r: f"{r.match.on} {r.match.kick_off}"), "left_on"),
    acts=(referee_acts.free_referee,),
)  # fmt: skip
facet("commons_parties.team", "league_teams", words.TEAM, words.REFEREES, label=_("联赛球队和裁判组"), group=GROUP)
facet("commons_registers.registerentry", "league_entries", words.DISCIPLINE, words.CHANNEL, label=_("联赛纪律和直播渠道"), group=GROUP, icon="gavel")
facet("commons_readings.reading", "league_viewers", words.VIEWERS, label=_("联赛观众（外部数）"), group=GROUP, icon="visibility")
facet("commons_activities.activity", "sports", words.SPORT, label=_("健身运动"), group=GROUP, icon="directions_run")
