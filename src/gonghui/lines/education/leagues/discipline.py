"""Sheets of players, cards and suspensions: who may not play in which match."""

from collections.abc import Iterable
from typing import Annotated

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.reads import member_paths
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Refused
from gonghui.kernel.tree.slots import slot_on

from . import noes, words
from .match_acts import side_of
from .models import Match, Penalty, Player, SheetLine
from .reads import held
from .words import Card, M, Side


def left_before(target: tuple, matches: Iterable[tuple], penalties: Iterable[tuple[tuple, int]]) -> int:
    """
    How many matches a player has still to miss when `target` begins, it included; 0: may play.

    target, matches: (day, kick-off, number) of the team's matches that are played or to be played. penalties: the match of each, and
    how many it costs. Each match of the team after a penalty serves one; penalties add up.
    """
    told = sorted([(match, 0, 0) for match in matches if match < target] + [(match, 1, cost) for match, cost in penalties if match < target])
    left = 0
    for _match, penalty, cost in told:
        left = left + cost if penalty else max(left - 1, 0)
    return left


def order(on, kick_off: str, pk: int) -> tuple:
    """Where a match stands in the order of a season; one whose kick-off nobody has said comes last of its day."""
    return on, kick_off or "24:00", pk


def suspended(match: Match, entry_id: int, players: list[Player]) -> dict[int, int]:
    """Of these players of a team those who miss the match, by number, with how many they have still to miss."""
    theirs = Match.objects.for_act("what serves a suspension").filter(Q(home=entry_id) | Q(away=entry_id), season=match.season_id)
    matches = [order(*row) for row in theirs.filter(state__in=words.AT_AN_HOUR).values_list("on", "kick_off", "pk")]
    rows = Penalty.objects.for_act("suspensions").filter(player__in=[p.pk for p in players], lifted_on=None, suspended__gt=0)
    costs: dict[int, list] = {}
    for player, *when, cost in rows.values_list("player", "match__on", "match__kick_off", "match", "suspended"):
        costs.setdefault(player, []).append((order(*when), cost))
    found = {player: left_before(order(match.on, match.kick_off, match.pk), matches, told) for player, told in costs.items()}
    return {player: left for player, left in found.items() if left}


def nameable(rows, viewer):
    """Players within reach, and those of the teams one leads."""
    return rows.for_act("a sheet").filter(Q(pk__in=rows.within(viewer).values("pk")) | Q(entry__leader__account=viewer.account_id or 0))


@act(
    "leagues.name_sheet", Match, label=_("提交上场名单"), past=_("上场名单已提交"), by=(MEMBER, *OFFICERS), when=lambda m: m.state in (M.SET, M.POSTPONED),
    icon="checklist",
)  # fmt: skip
def name_sheet(ctx, match, *, side: Annotated[Side, P(_("球队"))], players: Annotated[list[Player], P(_("上场球员"), pick=nameable)]):
    """
    Who of a team is to play, by its leader or an officer; again until the result is told.

    Refuses: NOT_YOURS, OFF_ROSTER, NO_LONGER_MEMBER of the unit that sends the team, SUSPENDED.
    """
    if not ctx.viewer.reach("leagues.name_sheet").covers(match.node.path) and side_of(ctx, match) != side:
        raise noes.NOT_YOURS(field="side")
    held(match.season)  # nobody changes teams meanwhile
    entry = match.home if side == Side.HOME else match.away
    wanted = {player.pk: player for player in players}
    roster = {p.pk: p for p in Player.objects.for_act("a roster").filter(entry=entry).select_related("person")}
    strange = next((player for pk, player in wanted.items() if pk not in roster), None)
    if strange is not None:
        raise noes.OFF_ROSTER(player=strange, team=entry)
    paths = member_paths([player.person_id for player in wanted.values()])
    gone = [p for p in wanted.values() if not any(path.startswith(entry.node.path) for path in paths.get(p.person_id, ()))]
    if gone:
        raise noes.NO_LONGER_MEMBER(players="、".join(str(roster[p.pk]) for p in gone[:3]), node=entry.node)
    out = suspended(match, entry.pk, list(wanted.values()))
    if out:
        raise Refused(*(no for pk, left in out.items() for no in noes.SUSPENDED(player=roster[pk], left=left).refusals))
    put(ctx, match, entry, set(wanted))


def put(ctx, match: Match, entry, wanted: set[int]) -> None:
    """Let the sheet of a team be these players."""
    known = SheetLine.objects.for_act("a sheet").filter(match=match, entry=entry)
    there = dict(known.values_list("player", "pk"))
    gone = {player: pk for player, pk in there.items() if player not in wanted}
    ctx.note_many(SheetLine, [(pk, match.node_id, "", "", {"player": [player, None]}) for player, pk in gone.items()])
    known.filter(pk__in=gone.values()).delete()
    told = {"node": match.node, "slot": slot_on(match.node, ctx.day), "match": match, "entry": entry, "named_on": ctx.day}
    for row in known.bulk_create([SheetLine(player_id=player, **told) for player in sorted(wanted - there.keys())]):
        ctx.note(row, born=True)


@act("leagues.penalise", Penalty, label=_("记球员处罚"), past=_("已记处罚"), by=UPPER, at="match", icon="style", main=True)
def penalise(
    ctx, *, match: Annotated[Match, P(_("比赛"))], player: Annotated[Player, P(_("球员"))], card: Annotated[Card, P(_("处罚"))],
    suspended: Annotated[int | None, P(_("停赛场数"), least=1, most=50, help=_("红牌不填按参数；黄牌按累计自动计算"))] = None,
    says: Annotated[str, P(_("事由"), max_length=200)] = "",
):  # fmt: skip
    """
    A card, or matches added afterwards. So many yellow cards of a season cost matches; a red one does at once.

    Refuses: NOT_IN_MATCH, FUTURE, SENT_OFF, HOW_MANY. Settings: `leagues.yellows`, `leagues.yellow_matches`, `leagues.red_matches`.
    """
    if player.entry_id not in (match.home_id, match.away_id):
        raise noes.NOT_IN_MATCH(player=player)
    if match.on > ctx.day:
        raise noes.FUTURE(day=match.on)
    season = held(match.season)
    if card == Card.RED and season.penalties.for_act("sent off once").filter(match=match, player=player, card=card, lifted_on=None).exists():
        raise noes.SENT_OFF(player=player)
    if card == Card.FURTHER and not suspended:
        raise noes.HOW_MANY()
    if card == Card.YELLOW:
        earlier = season.penalties.for_act("yellow cards add up").filter(player=player, card=Card.YELLOW, lifted_on=None).count()
        over = (earlier + 1) % config.value("leagues.yellows", season.node, match.on) == 0
        suspended = config.value("leagues.yellow_matches", season.node, match.on) if over else 0
    told = {"match": match, "player": player, "card": card, "says": says, "on": match.on}
    cost = suspended if suspended is not None else config.value("leagues.red_matches", season.node, match.on)
    return ctx.create(Penalty, node=season.node, season=season, entry_id=player.entry_id, suspended=cost, **told)


@act("leagues.lift", Penalty, label=_("撤销处罚"), past=_("已撤销"), by=UPPER, when=lambda p: p.lifted_on is None, icon="undo")
def lift(ctx, penalty, *, why: Annotated[str, WHY]):
    """It is taken back: it costs no match any more."""
    penalty.lifted_on = ctx.day
