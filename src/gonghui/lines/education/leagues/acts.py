"""Opening a season, entering teams and players, drawing groups, matches and their results."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.commons.parties.reads import member_paths
from gonghui.commons.parties.team_acts import refuse_ended
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.tree.models import Node

from . import rules, words
from .models import LeagueEntry, LeagueSeason, Match, Player

OPEN = Annotated[LeagueSeason, P(_("赛季"), pick=lambda rows, viewer: rows.for_act("teams enter upward").filter(state=words.S.OPEN))]
TEAM = Annotated[Team, P(_("球队"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.TEAM, until=None))]
HOME, AWAY = (Annotated[int, P(label, least=0, most=999)] for label in (_("主队得分"), _("客队得分")))


def held(season: LeagueSeason) -> LeagueSeason:
    """The season as it stands now, locked: nobody locks its rosters while a name is written on one."""
    return LeagueSeason.objects.for_act("a season and its teams").select_for_update(of=("self",), no_key=True).get(pk=season.pk)


def standing(season) -> list[LeagueEntry]:
    return list(season.entries.for_act("teams of a season").filter(left_on=None).select_related("team").order_by("pk"))


@act("leagues.open", LeagueSeason, label=_("开设赛季"), past=_("报名已开始"), by=UPPER, icon="sports_basketball", main=True)
def open_season(
    ctx, *, node: Annotated[Node, P(_("主办组织"))], name: Annotated[str, P(_("联赛"), max_length=60)],
    number: Annotated[int, P(_("届次"), least=1, most=999)], least: Annotated[int, P(_("每队最少人数"), least=1, most=50)] = 1,
):  # fmt: skip
    """Open an edition of a league for teams to enter. Refuses: TAKEN."""
    if LeagueSeason.objects.for_act("an edition once").filter(node=node, name=name, number=number).exists():
        raise words.TAKEN(number=number)
    return ctx.create(LeagueSeason, node=node, name=name, number=number, least=least, opened_on=ctx.day)


@act("leagues.enter", LeagueEntry, label=_("球队报名"), past=_("已报名"), by=OFFICERS, at="team", icon="group_add", main=True)
def enter(ctx, *, season: OPEN, team: TEAM):
    """Enter a team. Refuses: NOT_OPEN, IN_ALREADY, a team that has ended."""
    refuse_ended(team)
    if held(season).state != words.S.OPEN:
        raise words.NOT_OPEN(field="season")
    if season.entries.for_act("once a season").filter(team=team).exists():
        raise words.IN_ALREADY(who=team, field="team")
    return ctx.create(LeagueEntry, node=team.node, season=season, team=team, entered_on=ctx.day)


@act("leagues.list_player", LeagueEntry, label=_("登记球员"), past=_("已登记"), by=OFFICERS, when=lambda e: e.left_on is None, icon="person_add")
def list_player(ctx, entry, *, person: Annotated[Person, P(_("球员"))], shirt: Annotated[int | None, P(_("号码"), least=0, most=99)] = None):
    """Put a member of the unit on the roster until it is locked. Refuses: NOT_OPEN, NOT_MEMBER, IN_ALREADY (in another team, or the number worn)."""
    if held(entry.season).state != words.S.OPEN:
        raise words.NOT_OPEN()
    if not any(path.startswith(entry.node.path) for path in member_paths([person.pk]).get(person.pk, ())):
        raise words.NOT_MEMBER(person=person, node=entry.node)
    players = Player.objects.for_act("one team a season").filter(season=entry.season)
    if players.filter(person=person).exists():
        raise words.IN_ALREADY(who=person)
    if shirt is not None and players.filter(entry=entry, shirt=shirt).exists():
        raise words.IN_ALREADY(who=shirt, field="shirt")
    ctx.create(Player, node=entry.node, season=entry.season, entry=entry, person=person, shirt=shirt, listed_on=ctx.day)


@act(
    "leagues.withdraw", LeagueEntry, label=_("退出比赛"), past=_("已退出"), by=OFFICERS,
    when=lambda e: e.left_on is None and e.season.state == words.S.OPEN,
)  # fmt: skip
def withdraw(ctx, entry, *, why: Annotated[str, WHY]):
    """Take a team out before rosters are locked; its players are free for another. Refuses: NOT_OPEN."""
    if held(entry.season).state != words.S.OPEN:
        raise words.NOT_OPEN()
    for player in entry.players.for_act("free again").order_by("pk"):
        player.delete()
    entry.left_on = ctx.day


@act("leagues.lock", LeagueSeason, label=_("锁定名单"), past=_("名单已锁定"), by=UPPER, icon="lock", main=True)
def lock(ctx, season):
    """Rosters stand from now on. Refuses: TOO_FEW teams, or players in one of them."""
    entries = standing(season)
    if len(entries) < 2:
        raise words.TOO_FEW(what=now_("只有 {count} 支球队").format(count=len(entries)))
    for entry in entries:
        if entry.players.for_act("roster").count() < season.least:
            raise words.TOO_FEW(what=now_("“{team}”不足 {least} 人").format(team=entry, least=season.least))


@act("leagues.draw", LeagueSeason, label=_("抽签分组"), past=_("已分组"), by=UPPER, icon="shuffle", main=True)
def draw(ctx, season, *, groups: Annotated[int, P(_("组数"), least=1, most=26)], order: Annotated[list[LeagueEntry], P(_("抽签次序"))]):
    """Deal the teams to groups in the order drawn; teams left out follow. Refuses: OTHER_SEASON."""
    entries = {entry.pk: entry for entry in standing(season)}
    if any(entry.pk not in entries for entry in order):
        raise words.OTHER_SEASON(field="order")
    for n, pk in enumerate(dict.fromkeys([*(entry.pk for entry in order), *entries])):
        entries[pk].group = chr(ord("A") + n % groups)
        entries[pk].save()


@act("leagues.begin_play_offs", LeagueSeason, label=_("进入淘汰赛"), past=_("淘汰赛开始"), by=UPPER, icon="account_tree")
def begin_play_offs(ctx, season):
    """The group stage is over. Refuses: STILL_OPEN."""
    refuse_open(season)


def refuse_open(season) -> None:
    count = season.matches.for_act("results").filter(state__in=(words.M.SET, words.M.PLAYED)).count()
    if count:
        raise words.STILL_OPEN(count=count)


@act("leagues.set_match", Match, label=_("编排比赛"), past=_("已编排"), by=UPPER, at="season", icon="event", main=True)
def set_match(
    ctx, *, season: Annotated[LeagueSeason, P(_("赛季"), pick=lambda rows, viewer: rows.within(viewer).filter(state__in=words.PLAYING))],
    home: Annotated[LeagueEntry, P(_("主队"))], away: Annotated[LeagueEntry, P(_("客队"))], on: Annotated[date, P(_("比赛日期"))],
    at_place: Annotated[str, P(_("场地"), max_length=60)],
):  # fmt: skip
    """Set a match of the stage the season is in. Refuses: OTHER_SEASON unless two teams of the season meet."""
    if home == away or any(side.season_id != season.pk or side.left_on for side in (home, away)):
        raise words.OTHER_SEASON()
    return ctx.create(
        Match, node=season.node, season=season, home=home, away=away, on=on, at_place=at_place, play_off=season.state == words.S.PLAY_OFFS
    )


@act("leagues.report", Match, label=_("报赛果"), past=_("已报，待确认"), by=OFFICERS, icon="scoreboard", main=True)
def report(
    ctx, match, *, home_score: HOME, away_score: AWAY, attendance: Annotated[int | None, P(_("现场观众"), least=0, most=200_000)] = None,
    forfeit: Annotated[bool, P(_("负方弃权"))] = False,
):  # fmt: skip
    """Tell how it ended; again until it is confirmed. Refuses: NOT_YET, DRAWN_GAME."""
    if match.on > ctx.day:
        raise words.NOT_YET(day=match.on)
    if home_score == away_score:
        raise words.DRAWN_GAME()
    match.home_score, match.away_score, match.attendance, match.forfeit = home_score, away_score, attendance, forfeit
    ctx.on = match.on


@act("leagues.confirm", Match, label=_("确认赛果"), past=_("已确认"), by=UPPER, apart_from=("leagues.report",), icon="check", main=True)
def confirm(ctx, match):
    """Another looks at the sheet; from now it stands in the table, and the season lasts from its first match to its last."""
    season = held(match.season)
    season.first, season.last = min(season.first or match.on, match.on), max(season.last or match.on, match.on)
    season.months = rules.whole_months(season.first, season.last)
    season.save()


@act("leagues.call_off", Match, label=_("取消比赛"), past=_("已取消"), by=UPPER, icon="event_busy")
def call_off(ctx, match, *, why: Annotated[str, WHY]):
    """It is not played; it stays visible and counts nowhere."""


@act("leagues.finish", LeagueSeason, label=_("结束赛季"), past=_("赛季结束"), by=UPPER, icon="emoji_events", main=True)
def finish(ctx, season, *, champion: Annotated[LeagueEntry, P(_("冠军"))]):
    """The season is over and has its champion. Refuses: STILL_OPEN, OTHER_SEASON."""
    refuse_open(season)
    if champion.season_id != season.pk:
        raise words.OTHER_SEASON(field="champion")
    season.champion = champion


@act("leagues.cancel", LeagueSeason, label=_("取消赛季"), past=_("已取消"), by=UPPER, icon="event_busy")
def cancel(ctx, season, *, why: Annotated[str, WHY]):
    """It is called off; what was played stays visible and counts nowhere."""
