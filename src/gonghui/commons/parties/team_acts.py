"""Founding and ending teams, and who is in them."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from .models import Person, Team, TeamMember
from .words import Part, team_kinds

TEAM_TAKEN = Refusal("parties.team_taken", _("该组织已有同名的同类队伍。"), field="name", kind=Kind.CONFLICT)
TEAM_ENDED = Refusal("parties.team_ended", _("“{team}”已撤销。"), field="team", kind=Kind.CONFLICT)
IN_ALREADY = Refusal("parties.in_team_already", _("“{who}”已在“{team}”中。"), kind=Kind.CONFLICT)
PERSON_OR_UNIT = Refusal("parties.person_or_unit", _("请选择一名人员或一个单位。"), instead=_("二者选一，不能都选。"), field="person")
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
    """End a team, and with it who is in it; what it has done stays."""
    team.until = max(on, team.since)
    for member in TeamMember.objects.for_act("ended with the team").filter(team=team, until=None):
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
    part: Annotated[Part | None, P(_("身份"))] = None,
):
    """Let a person or a unit join. Refuses: PERSON_OR_UNIT, BEFORE_TEAM, IN_ALREADY; who leads takes the lead over."""
    if (person is None) == (unit is None):
        raise PERSON_OR_UNIT()
    if since < team.since:
        raise BEFORE_TEAM(day=team.since)
    if TeamMember.objects.for_act("uniqueness").filter(team=team, until=None, person=person, unit=unit).exists():
        raise IN_ALREADY(who=person or unit, team=team.name, field="person" if person else "unit")
    if part == Part.LEAD:
        hand_over(team)
    ctx.create(TeamMember, node=team.node, team=team, person=person, unit=unit, part=part or Part.MEMBER, since=since)


@act(
    "parties.lead_team",
    TeamMember,
    label=_("设为负责人"),
    past=_("已设为负责人"),
    by=OFFICERS,
    when=lambda m: m.until is None and m.part != Part.LEAD,
)
def lead_team(ctx, member):
    """Make a member the one who leads; who led before is a member."""
    hand_over(member.team)
    member.part = Part.LEAD


@act("parties.leave_team", TeamMember, label=_("退出队伍"), past=_("已退出"), by=OFFICERS, when=lambda m: m.until is None, icon="person_remove")
def leave_team(ctx, member, *, on: Annotated[date, P(_("最后一日"))]):
    """A member leaves; what they did with the team stays."""
    member.until = max(on, member.since)


def hand_over(team: Team) -> None:
    """Nobody leads the team any more; the caller has locked it or one of its members."""
    for lead in TeamMember.objects.for_act("who led").filter(team=team, until=None, part=Part.LEAD):
        lead.part = Part.MEMBER
        lead.save()


def refuse_ended(team: Team | None) -> None:
    """Refuses TEAM_ENDED for a team that is no more; for acts that name one."""
    if team is not None and team.until is not None:
        raise TEAM_ENDED(team=team.name)
