"""Referees: a rota for all matches at once, or one by one; nobody two matches at a time, nobody a team of their own unit."""

from collections import Counter
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.commons.parties.reads import member_paths
from gonghui.kernel import config
from gonghui.kernel.access.roles import UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.tree.slots import slot_on

from . import fixtures, noes, words
from .models import LeagueSeason, Match, Refereeing
from .words import M

PANEL = Annotated[Team, P(_("裁判组"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.REFEREES, until=None))]


def at_once(one: Match, other: Match, minutes: int) -> bool:
    """Tell whether two matches are at one time; without a kick-off, whether they are on one day."""
    here, there = fixtures.minute(one.kick_off), fixtures.minute(other.kick_off)
    return one.on == other.on and (here is None or there is None or abs(here - there) < minutes)


def standing():
    """Who referees what."""
    return Refereeing.objects.for_act("nobody referees two at once").filter(left_on=None)


def duties(persons, days) -> list[Refereeing]:
    """What people referee on these days, in whatever season."""
    rows = standing().filter(person__in=persons, match__on__in=days, match__state__in=words.AT_AN_HOUR)
    return list(rows.select_related("person", "match__home__team", "match__away__team"))


def own_team(paths: list[str], match: Match):
    """The side of a match that is sent by a unit somebody is a member of, if one is."""
    return next((side for side in (match.home, match.away) if any(path.startswith(side.node.path) for path in paths)), None)


def refuse_busy(match: Match, persons) -> None:
    """Refuses REFEREE_BUSY for whoever of these referees another match at the time of this one. The caller holds them."""
    each = config.value("leagues.match_minutes", match.node, match.on)
    for duty in duties(persons, [match.on]):
        if duty.match_id != match.pk and at_once(duty.match, match, each):
            raise noes.REFEREE_BUSY(person=duty.person, day=match.on, hour=duty.match.kick_off, match=duty.match)


def hold(persons) -> list[Person]:
    """Lock these people: nobody gives them another match meanwhile."""
    return list(Person.objects.for_act("referees").filter(pk__in=persons).select_for_update(of=("self",), no_key=True).order_by("pk"))


@act(
    "leagues.rota", LeagueSeason, label=_("排裁判"), past=_("裁判已排"), by=UPPER, when=lambda s: s.state in words.PLAYING, icon="sports",
)  # fmt: skip
def rota(ctx, season, *, panel: PANEL):
    """
    Give every match that is to be played the referees it lacks, those with the fewest matches first, in the order of the fixtures.

    Refuses: NO_REFEREE, which names the first match that lacks some and how many do. Setting: `leagues.referees`.
    """
    persons = hold(panel.members.for_act("referees").filter(until=None, person__isnull=False).values("person"))
    rows = Match.objects.for_act("a rota").filter(season=season, state=M.SET)
    matches = list(rows.select_related("home__team", "home__node", "away__team", "away__node").order_by("on", "kick_off", "pk"))
    each, heads = (config.value(f"leagues.{name}", season.node, ctx.day) for name in ("match_minutes", "referees"))
    paths = member_paths([person.pk for person in persons])
    known = Counter(standing().filter(match__in=[m.pk for m in matches]).values_list("match", flat=True))
    load = Counter(standing().filter(match__season=season).values_list("person", flat=True))
    on_duty: dict[int, list[Match]] = {}
    for duty in duties([person.pk for person in persons], {match.on for match in matches}):
        on_duty.setdefault(duty.person_id, []).append(duty.match)
    given, short = [], []
    for match in matches:
        for _n in range(heads - known[match.pk]):
            free = (
                p for p in persons if own_team(paths.get(p.pk, []), match) is None and not any(at_once(m, match, each) for m in on_duty.get(p.pk, ()))
            )
            one = min(free, key=lambda person: (load[person.pk], person.pk), default=None)
            if one is None:
                short.append(match)
                continue
            load[one.pk] += 1
            on_duty.setdefault(one.pk, []).append(match)
            given.append((match, one))
    if short:
        first, count = short[0], Counter(match.pk for match in short)
        raise noes.NO_REFEREE(match=first, day=first.on, hour=first.kick_off, missing=count[first.pk], count=len(count))
    slot = slot_on(season.node, ctx.day)
    made = [Refereeing(node=season.node, slot=slot, match=match, person=person, named_on=ctx.day) for match, person in given]
    made = Refereeing.objects.for_act("a rota").bulk_create(made, batch_size=500)
    ctx.note_many(Refereeing, [(r.pk, r.node_id, "", "", {"match": [None, r.match_id], "person": [None, r.person_id]}) for r in made])


@act(
    "leagues.name_referee", Match, label=_("安排裁判"), past=_("裁判已安排"), by=UPPER, when=lambda m: m.state in (M.SET, M.POSTPONED), icon="sports"
)
def name_referee(ctx, match, *, person: Annotated[Person, P(_("裁判"))]):
    """One more referee for one match. Refuses: REFEREES_ALREADY, REFEREE_BUSY, OWN_UNIT."""
    hold([person.pk])
    if standing().filter(match=match, person=person).exists():
        raise noes.REFEREES_ALREADY(person=person)
    refuse_busy(match, [person.pk])
    own = own_team(member_paths([person.pk]).get(person.pk, []), match)
    if own is not None:
        raise noes.OWN_UNIT(person=person, team=own)
    ctx.create(Refereeing, node=match.node, match=match, person=person, named_on=ctx.day)


@act(
    "leagues.free_referee",
    Refereeing,
    label=_("取消裁判安排"),
    past=_("已取消安排"),
    by=UPPER,
    when=lambda r: r.left_on is None,
    icon="person_remove",
)
def free_referee(ctx, row, *, why: Annotated[str, WHY]):
    """They do not referee it after all."""
    row.left_on = ctx.day
