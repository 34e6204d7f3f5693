"""Setting, moving and calling off a match; what came of it, confirmed by both leaders or by another officer, disputed and decided."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.reads import own_person
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.outbox import tell

from . import noes, rules, words
from .bracket import Bracket, fill
from .clashes import hold_venues, refuse_clash
from .models import LeagueEntry, LeagueSeason, Match
from .reads import held
from .referee_acts import hold, refuse_busy, standing
from .words import M

SEASON = Annotated[LeagueSeason, P(_("赛季"), pick=lambda rows, viewer: rows.within(viewer).filter(state__in=words.PLAYING))]
HOME, AWAY = (Annotated[int, P(label, least=0, most=999)] for label in (_("主队得分"), _("客队得分")))
ON = Annotated[date, P(_("比赛日期"))]
KICK_OFF = Annotated[str, P(_("开赛时间"), max_length=5, help=_("如 19:30；不填则不查时间冲突"))]
AT_PLACE = Annotated[str, P(_("场地"), max_length=60)]
TOLD_BY = ("leagues.report", "leagues.give_up")


@act("leagues.set_match", Match, label=_("编排比赛"), past=_("已编排"), by=UPPER, at="season", icon="event", main=True)
def set_match(
    ctx, *, season: SEASON, home: Annotated[LeagueEntry, P(_("主队"))], away: Annotated[LeagueEntry, P(_("客队"))], on: ON, at_place: AT_PLACE,
    kick_off: KICK_OFF = "",
):  # fmt: skip
    """Set a match of the stage the season is in. Refuses: OTHER_SEASON unless two teams of the season meet, HOUR, TEAM_BUSY, VENUE_BUSY."""
    if home == away or any(side.season_id != season.pk or side.left_on for side in (home, away)):
        raise noes.OTHER_SEASON()
    told = {"season": season, "home": home, "away": away, "on": on, "kick_off": kick_off, "at_place": at_place}
    hold_venues(season)
    refuse_clash(**told)
    return ctx.create(Match, node=season.node, play_off=season.state == words.S.PLAY_OFFS, **told)


@act("leagues.move", Match, label=_("改期"), past=_("已改期"), by=UPPER, icon="edit_calendar")
def move(ctx, match, *, on: ON, at_place: AT_PLACE, why: Annotated[str, WHY], kick_off: KICK_OFF = ""):
    """Another day, hour or venue for one match, also one that was postponed. Refuses: HOUR, TEAM_BUSY, VENUE_BUSY, REFEREE_BUSY."""
    hold_venues(match.season)
    refuse_clash(season=match.season, home=match.home, away=match.away, on=on, kick_off=kick_off, at_place=at_place, but=match.pk)
    match.on, match.kick_off, match.at_place = on, kick_off, at_place
    refuse_busy(match, [person.pk for person in hold(standing().filter(match=match).values("person"))])


@act("leagues.postpone", Match, label=_("延期"), past=_("已延期，待定"), by=UPPER, icon="update")
def postpone(ctx, match, *, why: Annotated[str, WHY]):
    """It is not played when it was to be; when is not known yet."""


@act("leagues.report", Match, label=_("报赛果"), past=_("已报，待确认"), by=OFFICERS, icon="scoreboard", main=True)
def report(
    ctx, match, *, home_score: HOME, away_score: AWAY, attendance: Annotated[int | None, P(_("现场观众"), least=0, most=200_000)] = None,
    forfeit: Annotated[bool, P(_("负方弃权"))] = False,
):  # fmt: skip
    """Tell how it ended; again until it is confirmed. Both leaders are asked to confirm. Refuses: NOT_YET, DRAWN_GAME."""
    if match.on > ctx.day:
        raise noes.NOT_YET(day=match.on)
    ended(match, home_score, away_score, forfeit)
    match.attendance, ctx.on = attendance, match.on
    ask_leaders(ctx, match)


def ended(match: Match, home_score: int, away_score: int, forfeit: bool) -> None:
    """What is told of its end; nobody has agreed to it yet. Refuses: DRAWN_GAME."""
    if home_score == away_score:
        raise noes.DRAWN_GAME()
    match.home_score, match.away_score, match.forfeit = home_score, away_score, forfeit
    match.home_agrees = match.away_agrees = False


def ask_leaders(ctx, match: Match) -> None:
    told = now_("“{match}”的赛果已报：{home}:{away}，请确认或提出异议。").format(match=match, home=match.home_score, away=match.away_score)
    for leader in {side.leader for side in (match.home, match.away) if side.leader}:
        tell(ctx, leader.account, told)


@act("leagues.give_up", Match, label=_("判弃权"), past=_("已判弃权，待确认"), by=UPPER, icon="front_hand")
def give_up(ctx, match, *, side: Annotated[words.Side, P(_("弃权方"))], why: Annotated[str, WHY]):
    """One side does not play 弃权: the other wins by the score that is set, once another has confirmed it. Setting: `leagues.forfeit_score`."""
    score = config.value("leagues.forfeit_score", match.node, match.on)
    ended(match, *((0, score) if side == words.Side.HOME else (score, 0)), True)
    ask_leaders(ctx, match)


def side_of(ctx, match: Match) -> words.Side:
    """The side the account leads. Refuses: NOT_YOURS."""
    person = own_person(ctx.viewer)
    led = {match.home.leader_id: words.Side.HOME, match.away.leader_id: words.Side.AWAY}
    if person is None or person.pk not in led:
        raise noes.NOT_YOURS()
    return led[person.pk]


@act(
    "leagues.agree",
    Match,
    label=_("确认赛果（领队）"),
    past=_("已确认"),
    by=(MEMBER,),
    when=lambda m: m.state == M.PLAYED,
    icon="thumb_up",
    main=True,
)
def agree(ctx, match):
    """The leader of a side agrees to what was reported; when both have, it stands. Refuses: NOT_YOURS, AGREED."""
    side = side_of(ctx, match)
    if match.home_agrees if side == words.Side.HOME else match.away_agrees:
        raise noes.AGREED(team=match.home if side == words.Side.HOME else match.away)
    if side == words.Side.HOME:
        match.home_agrees = True
    else:
        match.away_agrees = True
    if match.home_agrees and match.away_agrees:
        stands(ctx, match, "leagues.confirm")


@act("leagues.dispute", Match, label=_("对赛果有异议"), past=_("已提出，待裁定"), by=(MEMBER,), icon="thumb_down")
def dispute(ctx, match, *, says: Annotated[str, P(_("异议"), long=True, max_length=500)]):
    """The leader of a side objects to what was reported; an officer decides. Refuses: NOT_YOURS."""
    side_of(ctx, match)
    match.objection = says
    match.home_agrees = match.away_agrees = False


@act("leagues.confirm", Match, label=_("确认赛果"), past=_("已确认"), by=UPPER, apart_from=TOLD_BY, icon="check", main=True)
def confirm(ctx, match):
    """Another looks at the sheet; from now it stands in the table, and the season lasts from its first match to its last."""
    stands(ctx, match, "leagues.confirm")


@act("leagues.decide", Match, label=_("裁定赛果"), past=_("已裁定"), by=UPPER, apart_from=TOLD_BY, icon="gavel", main=True)
def decide(
    ctx, match, *, home_score: HOME, away_score: AWAY, why: Annotated[str, WHY], forfeit: Annotated[bool, P(_("负方弃权"))] = False
):  # fmt: skip
    """Another officer than the one who reported decides what was disputed, and it stands. Refuses: DRAWN_GAME."""
    ended(match, home_score, away_score, forfeit)
    stands(ctx, match, "leagues.decide")


def stands(ctx, match: Match, by: str) -> None:
    """The result is final: the season's days are kept, and in a bracket the winner moves on."""
    season = held(match.season)
    match.state = words.MATCH.step(match.state, by).to
    season.first, season.last = min(season.first or match.on, match.on), max(season.last or match.on, match.on)
    season.months = rules.whole_months(season.first, season.last)
    season.save()
    if match.place is not None:
        hold_venues(season)
        fill(ctx, season, match)


@act("leagues.annul", Match, label=_("赛果作废"), past=_("赛果已作废"), by=UPPER, icon="block")
def annul(ctx, match, *, why: Annotated[str, WHY]):
    """
    A result that stood counts nowhere any more; in a bracket the match is set anew, and one that its teams had moved on to is called off.

    Refuses: MOVED_ON where that has been played.
    """
    season = held(match.season)
    match.state = words.MATCH.step(match.state, "leagues.annul").to
    days = season.matches.for_act("days that are left").filter(state=M.CONFIRMED).exclude(pk=match.pk).order_by("on").values_list("on", flat=True)
    season.first, season.last = days.first(), days.last()
    season.months = rules.whole_months(season.first, season.last) if season.first else 0
    season.save()
    if match.place is None:
        return
    hold_venues(season)
    for later in Bracket(season).next_of(match):
        if later.state not in (M.SET, M.POSTPONED):
            raise noes.MOVED_ON(match=later)
        later.state = words.MATCH.step(later.state, "leagues.call_off").to
        later.save()
    match.save()  # its place is free before it is set anew
    fill(ctx, season, match)


@act("leagues.call_off", Match, label=_("取消比赛"), past=_("已取消"), by=UPPER, when=lambda m: m.place is None, icon="event_busy")
def call_off(ctx, match, *, why: Annotated[str, WHY]):
    """It is not played; it stays visible and counts nowhere. In a bracket somebody moves on: there one side gives up."""
