"""Founding and ending teams, and who is in them."""

from datetime import date
from typing import Annotated

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import hooks
from .models import Person, Team, TeamMember
from .words import Part, team_kinds

TEAM_TAKEN = Refusal("parties.team_taken", _("该组织已有同名的同类队伍。"), field="name", kind=Kind.CONFLICT)
TEAM_ENDED = Refusal("parties.team_ended", _("“{team}”已撤销。"), field="team", kind=Kind.CONFLICT)
IN_ALREADY = Refusal("parties.in_team_already", _("“{who}”已在“{team}”中。"), kind=Kind.CONFLICT)
ONE_OF = Refusal("parties.one_of", _("请选择一名人员、一个单位或一支队伍。"), instead=_("只能选一项。"), field="person")
ITSELF = Refusal("parties.team_itself", _("队伍不能是自己的成员。"), field="group")
BEFORE_TEAM = Refusal("parties.before_team", _("日期早于队伍成立日期 {day}。"), field="since")


@act("parties.found_team", Team, label=_("组建队伍"), past=_("已组建"), by=OFFICERS, icon="group_add", main=True)
def found_team(
    ctx,
    *,
    node: Annotated[Node, P(_("所属组织"))],
    kind: Annotated[str, P(_("类别"), choices=team_kinds)],
    name: Annotated[str, P(_("名称"), max_length=100)],
    since: Annotated[date, P(_("成立日期"))],
    purpose: Annotated[str, P(_("任务"), max_length=200)] = "",
):
    """Found a team. Refuses: TEAM_TAKEN."""
    if Team.objects.for_act("uniqueness").filter(node=node, kind=kind, name=name, until=None).exists():
        raise TEAM_TAKEN()
    return ctx.create(Team, node=node, kind=kind, name=name, since=since, purpose=purpose)


@act("parties.end_team", Team, label=_("撤销队伍"), past=_("已撤销"), by=OFFICERS, when=lambda t: t.until is None)
def end_team(ctx, team, *, on: Annotated[date, P(_("最后一日"))]):
    """End a team, and with it who is in it and what it is in; what it has done stays."""
    team.until = max(on, team.since)
    for member in TeamMember.objects.for_act("ended with the team").filter(Q(team=team) | Q(group=team), until=None).order_by("pk"):
        member.until = max(team.until, member.since)
        member.save()


@act("parties.add_member", Team, label=_("添加成员"), past=_("已添加成员"), by=OFFICERS, when=lambda t: t.until is None, icon="person_add")
def add_member(
    ctx,
    team,
    *,
    since: Annotated[date, P(_("加入日期"))],
    person: Annotated[Person | None, P(_("人员"))] = None,
    unit: Annotated[Node | None, P(_("单位"))] = None,
    group: Annotated[Team | None, P(_("队伍"))] = None,
    part: Annotated[Part | None, P(_("身份"))] = None,
):
    """
    Let a person, a unit or another team join; who joins as the one who leads takes the lead over.

    Refuses: ONE_OF, ITSELF, TEAM_ENDED, BEFORE_TEAM, IN_ALREADY, and what lines refuse of who leads.
    """
    who = [one for one in (person, unit, group) if one is not None]
    if len(who) != 1:
        raise ONE_OF()
    if group == team:
        raise ITSELF()
    if group is not None:
        group = Team.objects.for_act("lock").select_for_update(of=("self",)).get(pk=group.pk)
        refuse_ended(group, "group")
    if since < team.since:
        raise BEFORE_TEAM(day=team.since)
    if TeamMember.objects.for_act("uniqueness").filter(team=team, until=None, person=person, unit=unit, group=group).exists():
        raise IN_ALREADY(who=who[0], team=team.name, field="person" if person else "unit" if unit else "group")
    if part == Part.LEAD:
        hand_over(ctx, team, person)
    ctx.create(TeamMember, node=team.node, team=team, person=person, unit=unit, group=group, part=part or Part.MEMBER, since=since)


@act(
    "parties.lead_team",
    TeamMember,
    label=_("设为负责人"),
    past=_("已设为负责人"),
    by=OFFICERS,
    when=lambda m: m.until is None and m.part != Part.LEAD,
)
def lead_team(ctx, member):
    """Make a member the one who leads; who led before is a member. Refuses what lines refuse of who leads."""
    hand_over(ctx, member.team, member.person)
    member.part = Part.LEAD


@act("parties.leave_team", TeamMember, label=_("退出队伍"), past=_("已退出"), by=OFFICERS, when=lambda m: m.until is None, icon="person_remove")
def leave_team(ctx, member, *, on: Annotated[date, P(_("最后一日"))]):
    """A member leaves; what they did with the team stays."""
    member.until = max(on, member.since)


def hand_over(ctx, team: Team, person: Person | None) -> None:
    """Nobody leads the team any more, `person` is about to; the caller has locked the team or one of its members."""
    for refuse in hooks.before_leading:
        refuse(ctx, team, person)
    for lead in TeamMember.objects.for_act("who led").filter(team=team, until=None, part=Part.LEAD):
        lead.part = Part.MEMBER
        lead.save()


def refuse_ended(team: Team | None, field: str = "team") -> None:
    """Refuses TEAM_ENDED for a team that is no more; for acts that name one."""
    if team is not None and team.until is not None:
        raise TEAM_ENDED(team=team.name, field=field)
