"""Fixtures of a whole stage at once: a round robin of every group, a bracket from the tables."""

from datetime import date
from itertools import groupby
from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.kernel import config
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.tree.slots import slot_on

from . import fixtures, noes, words
from .bracket import fill, save_all
from .clashes import hold_venues
from .match_acts import KICK_OFF
from .models import LeagueSeason, Match
from .reads import overall, standing, tables
from .words import S

WEEKDAYS = [(str(n), label) for n, label in enumerate((_("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六"), _("周日")), 1)]
LINES = _("一行一个")
MOST_DAYS = 400  # a season is laid within so many days; default


@act(
    "leagues.schedule",
    LeagueSeason,
    label=_("编排赛程"),
    past=_("赛程已编排"),
    by=UPPER,
    when=lambda s: s.state == S.DRAWN,
    icon="calendar_month",
    main=True,
)
def schedule(
    ctx, season, *, legs: Annotated[str, P(_("循环"), choices=[("1", _("单循环")), ("2", _("双循环"))])],
    since: Annotated[date, P(_("首个比赛日不早于"))], until: Annotated[date, P(_("最后比赛日不晚于"))],
    weekdays: Annotated[list[str], P(_("比赛日"), choices=WEEKDAYS)], hours: Annotated[str, P(_("开赛时间"), help=LINES, long=True, max_length=200)],
    venues: Annotated[str, P(_("场地"), help=LINES, long=True, max_length=600)],
):  # fmt: skip
    """
    Set all matches of the groups: everybody meets everybody by the circle method, in the order drawn, on the days, hours and venues given.

    A team plays once a day and a venue holds one match at a time, also beside what the organiser's other seasons have set.
    Refuses: SCHEDULED, HOUR, NO_DAYS, NO_ROOM, which tells what there is and what it takes.
    """
    hold_venues(season)
    known = season.matches.for_act("set once").filter(state__in=words.STANDS, play_off=False).count()
    if known:
        raise noes.SCHEDULED(count=known)
    if not since <= until or (until - since).days > MOST_DAYS:
        raise noes.NO_DAYS()
    days = fixtures.match_days(since, until, set(map(int, weekdays)))
    if not days:
        raise noes.NO_DAYS()
    each, hours = config.value("leagues.match_minutes", season.node, since), hours_of(hours, season, since)
    venues = list(dict.fromkeys(line.strip()[:60] for line in venues.splitlines() if line.strip()))
    taken, busy = in_use(season, days, venues)
    slots = [
        (day, hour, venue) for day in days for hour in hours for venue in venues
        if not any(abs(fixtures.minute(hour) - at) < each for at in taken.get((day, venue), ()))
    ]  # fmt: skip
    entries = {entry.pk: entry for entry in standing(season)}
    pairs = meetings(entries.values(), int(legs))
    done, left = fixtures.laid(pairs, slots, busy_entries(entries.values(), busy))
    if left:
        longest = max(turn for turn, _home, _away in pairs)
        told = {"days": len(days), "venues": len(venues), "hours": len(hours), "slots": len(slots), "rounds": longest}
        what = now_("有 {days} 个比赛日、{venues} 个场地、{hours} 个开赛时间，空闲场次 {slots} 个；每队每天一场，至少需 {rounds} 个比赛日").format(
            **told
        )
        raise noes.NO_ROOM(count=len(pairs), left=left, what=what)
    at = {day: slot_on(season.node, day) for day in days}
    rows = [
        Match(
            season=season, node=season.node, slot=at[day], home=entries[home], away=entries[away], on=day, kick_off=hour,
            at_place=venue, round=turn, state=words.MATCH.born("leagues.set_match"),
        )
        for turn, home, away, (day, hour, venue) in done
    ]  # fmt: skip
    rows = Match.objects.for_act("fixtures").bulk_create(rows, batch_size=500)
    ctx.note_many(Match, [(row.pk, row.node_id, "", row.state, {"on": [None, row.on.isoformat()], "state": [None, row.state]}) for row in rows])


def hours_of(text: str, season, on: date) -> list[str]:
    """Kick-off hours, one a line, in order and far enough apart. Refuses: HOUR."""
    each, hours = config.value("leagues.match_minutes", season.node, on), sorted({line.strip() for line in text.splitlines() if line.strip()})
    ahead = None
    for hour in hours:
        at = fixtures.minute(hour)
        if at is None or (ahead is not None and at - ahead < each):
            raise noes.HOUR(text=hour, minutes=each, field="hours")
        ahead = at
    return hours


def meetings(entries, legs: int) -> list[tuple]:
    """(round, home, away) of all groups, round by round."""
    ordered = sorted(entries, key=lambda entry: (entry.group, entry.drawn or 0, entry.pk))
    told = []
    for _group, some in groupby(ordered, key=lambda entry: entry.group):
        for turn, pairs in enumerate(fixtures.round_robin([entry.pk for entry in some], legs), 1):
            told += [(turn, home, away) for home, away in pairs]
    return sorted(told, key=lambda pair: pair[0])


def in_use(season, days: list[date], venues: list[str]) -> tuple[dict, set]:
    """Minutes at which matches begin already, by (day, venue) of the organiser; (team, day) of teams that play elsewhere."""
    rows = Match.objects.for_act("what is set").filter(on__range=(days[0], days[-1]), state__in=words.AT_AN_HOUR).exclude(kick_off="")
    taken = {}
    for day, venue, hour in rows.filter(node=season.node_id, at_place__in=venues).values_list("on", "at_place", "kick_off"):
        taken.setdefault((day, venue), []).append(fixtures.minute(hour))
    teams = season.entries.for_act("teams").filter(left_on=None).values("team")
    busy = {(home, on) for home, on in rows.filter(home__team__in=teams).values_list("home__team", "on")}
    return taken, busy | {(away, on) for away, on in rows.filter(away__team__in=teams).values_list("away__team", "on")}


def busy_entries(entries, busy: set) -> set:
    by_team = {entry.team_id: entry.pk for entry in entries}
    return {(by_team[team], on) for team, on in busy}


@act(
    "leagues.make_bracket", LeagueSeason, label=_("编排淘汰赛"), past=_("淘汰赛对阵已编排"), by=UPPER, icon="account_tree", main=True,
    when=lambda s: s.state == S.PLAY_OFFS and s.bracket_on is None,
)  # fmt: skip
def make_bracket(
    ctx, season, *, through: Annotated[int, P(_("每组出线队数"), least=1, most=64)], since: Annotated[date, P(_("首轮日期"))],
    at_place: Annotated[str, P(_("场地"), max_length=60)], every: Annotated[int, P(_("两轮间隔天数"), least=1, most=60)] = 7,
    kick_off: KICK_OFF = "", third: Annotated[bool, P(_("设三四名决赛"))] = False,
):  # fmt: skip
    """
    A bracket of the first teams of every group: seeded by place, then points, difference and scored a match; byes go to the best.

    In the first round no two of a group meet where it can be. Later matches are set by themselves as results become final.
    Refuses: BRACKET_TWICE, FEW_THROUGH, HOUR.
    """
    if season.bracket_on is not None:
        raise noes.BRACKET_TWICE()
    best = {line.team.pk for table in tables(season).values() for line in table[:through]}
    if len(best) < 2:
        raise noes.FEW_THROUGH(count=len(best))
    if kick_off and fixtures.minute(kick_off) is None:
        raise noes.HOUR(text=kick_off, minutes=config.value("leagues.match_minutes", season.node, since))
    entries = fixtures.apart([entry for entry in overall(season) if entry.pk in best], lambda entry: entry.group)
    for n, entry in enumerate(entries, 1):
        entry.seeding = n
    save_all(ctx, entries, "seeding")
    season.bracket_on, season.bracket_every, season.bracket_place, season.bracket_hour, season.third = since, every, at_place, kick_off, third
    hold_venues(season)
    fill(ctx, season)
