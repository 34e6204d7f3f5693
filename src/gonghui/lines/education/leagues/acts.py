"""Opening a season, entering teams and players, drawing groups, its stages and its end."""

import secrets
from collections import Counter
from datetime import date
from typing import Annotated

from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.commons.parties.reads import member_paths
from gonghui.commons.parties.team_acts import refuse_ended
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.tree.models import Node
from gonghui.kernel.turnstile import draw as lots

from . import noes, words
from .bracket import ranked, refuse_other_champion, save_all
from .models import LeagueEntry, LeagueSeason, Player
from .reads import held, standing

ENTERING = Annotated[LeagueSeason, P(_("赛季"), pick=lambda rows, viewer: rows.for_act("teams enter upward").filter(state=words.S.OPEN))]
TEAM = Annotated[Team, P(_("球队"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.TEAM, until=None))]


@act("leagues.open", LeagueSeason, label=_("开设赛季"), past=_("报名已开始"), by=UPPER, icon="sports_basketball", main=True)
def open_season(
    ctx, *, node: Annotated[Node, P(_("主办组织"))], name: Annotated[str, P(_("联赛"), max_length=60)],
    number: Annotated[int, P(_("届次"), least=1, most=999)], least: Annotated[int, P(_("每队最少人数"), least=1, most=50)] = 1,
    ties: Annotated[str, P(_("同分排名次序"), choices=words.tie_orders)] = words.FIBA,
    transfers_until: Annotated[date | None, P(_("转会截止日"), help=_("不填则名单锁定后不能转队"))] = None,
):  # fmt: skip
    """Open an edition of a league for teams to enter; the checksum of the seed that will draw it stands from now on. Refuses: TAKEN."""
    if LeagueSeason.objects.for_act("an edition once").filter(node=node, name=name, number=number).exists():
        raise noes.TAKEN(number=number)
    seed = secrets.token_hex(16)
    return ctx.create(
        LeagueSeason, node=node, name=name, number=number, least=least, opened_on=ctx.day, ties=ties, transfers_until=transfers_until, seed=seed,
        salt=new_salt(), commitment=lots.commitment(seed),
    )  # fmt: skip


@act("leagues.enter", LeagueEntry, label=_("球队报名"), past=_("已报名"), by=OFFICERS, at="team", icon="group_add", main=True)
def enter(ctx, *, season: ENTERING, team: TEAM, leader: Annotated[Person | None, P(_("领队"), help=_("在手机上确认赛果；不填为球队负责人"))] = None):
    """Enter a team; who leads the team leads it here unless told otherwise. Refuses: NOT_OPEN, IN_ALREADY, LEADS_TWICE, a team that has ended."""
    refuse_ended(team)
    if held(season).state != words.S.OPEN:
        raise noes.NOT_OPEN(field="season")
    if season.entries.for_act("once a season").filter(team=team).exists():
        raise noes.IN_ALREADY(who=team, field="team")
    lead = team.members.for_act("who leads").filter(part="lead", until=None).select_related("person").first()
    leader = leader or (lead.person if lead else None)
    refuse_leading_twice(season, leader)
    return ctx.create(LeagueEntry, node=team.node, season=season, team=team, leader=leader, entered_on=ctx.day)


def refuse_leading_twice(season, leader: Person | None) -> None:
    led = season.entries.for_act("one team a leader").filter(leader=leader, left_on=None).select_related("team").first() if leader else None
    if led is not None:
        raise noes.LEADS_TWICE(person=leader, team=led)


@act("leagues.name_leader", LeagueEntry, label=_("更换领队"), past=_("领队已更换"), by=OFFICERS, when=lambda e: e.left_on is None, icon="badge")
def name_leader(ctx, entry, *, leader: Annotated[Person, P(_("领队"))]):
    """Another leads the team from now on. Refuses: LEADS_TWICE."""
    refuse_leading_twice(held(entry.season), leader)
    entry.leader = leader


@act("leagues.list_player", LeagueEntry, label=_("登记球员"), past=_("已登记"), by=OFFICERS, when=lambda e: e.left_on is None, icon="person_add")
def list_player(ctx, entry, *, person: Annotated[Person, P(_("球员"))], shirt: Annotated[int | None, P(_("号码"), least=0, most=99)] = None):
    """Put a member of the unit on the roster until it is locked. Refuses: NOT_OPEN, NOT_MEMBER, IN_ALREADY (in another team, or the number worn)."""
    if held(entry.season).state != words.S.OPEN:
        raise noes.NOT_OPEN()
    refuse_stranger(entry, person)
    players = Player.objects.for_act("one team a season").filter(season=entry.season)
    if players.filter(person=person).exists():
        raise noes.IN_ALREADY(who=person)
    refuse_worn(entry, shirt)
    ctx.create(Player, node=entry.node, season=entry.season, entry=entry, person=person, shirt=shirt, listed_on=ctx.day)


def refuse_stranger(entry: LeagueEntry, person: Person) -> None:
    """Refuses NOT_MEMBER for whoever is no member of the unit that sends the team."""
    if not any(path.startswith(entry.node.path) for path in member_paths([person.pk]).get(person.pk, ())):
        raise noes.NOT_MEMBER(person=person, node=entry.node)


def refuse_worn(entry: LeagueEntry, shirt: int | None) -> None:
    """Refuses IN_ALREADY for a number that is worn in the team."""
    if shirt is not None and entry.players.for_act("a number once").filter(shirt=shirt).exists():
        raise noes.IN_ALREADY(who=shirt, field="shirt")


@act("leagues.transfer", Player, label=_("转队"), past=_("已转队"), by=UPPER, when=lambda p: p.season.state in words.TRANSFERRING, icon="swap_horiz")
def transfer(ctx, player, *, to: Annotated[LeagueEntry, P(_("转入球队"))], why: Annotated[str, WHY], shirt: Annotated[int | None, P(_("号码"), least=0, most=99)] = None):  # fmt: skip
    """
    A player goes to another team of the season while its window is open; what they played for the former stays.

    Refuses: WINDOW_SHUT, OTHER_SEASON, NOT_MEMBER of the unit that sends the other team, IN_ALREADY (the number worn).
    """
    season = held(player.season)
    if season.state not in words.TRANSFERRING or not season.transfers_until or ctx.day > season.transfers_until:
        raise noes.WINDOW_SHUT(until=season.transfers_until or now_("未设转会期"))
    if to.season_id != season.pk or to.left_on or to.pk == player.entry_id:
        raise noes.OTHER_SEASON(field="to")
    refuse_stranger(to, player.person)
    refuse_worn(to, shirt)
    player.entry, player.node, player.shirt = to, to.node, shirt


@act(
    "leagues.withdraw", LeagueEntry, label=_("退出比赛"), past=_("已退出"), by=OFFICERS,
    when=lambda e: e.left_on is None and e.season.state == words.S.OPEN,
)  # fmt: skip
def withdraw(ctx, entry, *, why: Annotated[str, WHY]):
    """Take a team out before rosters are locked; its players are free for another. Refuses: NOT_OPEN."""
    if held(entry.season).state != words.S.OPEN:
        raise noes.NOT_OPEN()
    for player in entry.players.for_act("free again").order_by("pk"):
        player.delete()
    entry.left_on = ctx.day


@act("leagues.lock", LeagueSeason, label=_("锁定名单"), past=_("名单已锁定"), by=UPPER, icon="lock", main=True)
def lock(ctx, season):
    """Rosters stand from now on. Refuses: TOO_FEW teams, or players in one of them."""
    entries = standing(season)
    if len(entries) < 2:
        raise noes.TOO_FEW(what=now_("只有 {count} 支球队").format(count=len(entries)))
    sizes = Counter(season.players.for_act("rosters").values_list("entry", flat=True))
    for entry in entries:
        if sizes[entry.pk] < season.least:
            raise noes.TOO_FEW(what=now_("“{team}”不足 {least} 人").format(team=entry, least=season.least))


@act("leagues.draw", LeagueSeason, label=_("抽签分组"), past=_("已分组，任何人可以复算"), by=UPPER, icon="shuffle", main=True)
def draw(
    ctx, season, *, groups: Annotated[int, P(_("组数"), least=1, most=26)],
    order: Annotated[list[LeagueEntry] | None, P(_("种子队"), help=_("按次序排在抽签之前；不填则全部抽签"))] = None,
):  # fmt: skip
    """
    Deal the teams to groups: seeded teams first in their order, the others as the seed draws them, whose checksum was told before they entered.

    Refuses: OTHER_SEASON, SEED_LOST.
    """
    entries = {str(entry.pk): entry for entry in standing(season)}
    if season.commitment and lots.commitment(season.seed) != season.commitment:
        raise noes.SEED_LOST()
    first = list(dict.fromkeys(str(entry.pk) for entry in order or ()))
    if any(pk not in entries for pk in first):
        raise noes.OTHER_SEASON(field="order")
    places = {pk: n for n, pk in enumerate(first)}
    for n, pk in enumerate(sorted(lots.drawn(season.seed or "", entries), key=lambda pk: places.get(pk, len(first)))):
        entries[pk].group, entries[pk].drawn = chr(ord("A") + n % groups), n + 1
    save_all(ctx, list(entries.values()), "group", "drawn")
    season.seeded = len(first)


@act("leagues.begin_play_offs", LeagueSeason, label=_("进入淘汰赛"), past=_("淘汰赛开始"), by=UPPER, icon="account_tree")
def begin_play_offs(ctx, season):
    """The group stage is over. Refuses: STILL_OPEN."""
    refuse_open(season)


def refuse_open(season) -> None:
    count = season.matches.for_act("results").filter(state__in=words.OPEN).count()
    if count:
        raise noes.STILL_OPEN(count=count)


@act("leagues.finish", LeagueSeason, label=_("结束赛季"), past=_("赛季结束"), by=UPPER, icon="emoji_events", main=True)
def finish(ctx, season, *, champion: Annotated[LeagueEntry | None, P(_("冠军"), help=_("有淘汰赛对阵或只有一个组的，不填即可"))] = None):
    """
    The season is over: every team has its rank, from the bracket and the tables; the first is the champion.

    Refuses: STILL_OPEN, OTHER_SEASON, NO_CHAMPION where several groups played without a bracket and nobody says, NOT_CHAMPION.
    """
    refuse_open(season)
    if champion is not None and (champion.season_id != season.pk or champion.left_on):
        raise noes.OTHER_SEASON(field="champion")
    entries = ranked(season)
    refuse_other_champion(season, entries, champion)
    if champion is not None:
        entries.sort(key=lambda entry: entry.pk != champion.pk)
    for n, entry in enumerate(entries, 1):
        entry.rank = n
    save_all(ctx, entries, "rank")
    season.champion = entries[0] if entries else None


@act("leagues.cancel", LeagueSeason, label=_("取消赛季"), past=_("已取消"), by=UPPER, icon="event_busy")
def cancel(ctx, season, *, why: Annotated[str, WHY]):
    """It is called off; what was played stays visible and counts nowhere."""
