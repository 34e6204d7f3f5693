"""Founding and closing studios and alliances."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties import hooks
from gonghui.commons.parties.models import Person, TeamMember
from gonghui.commons.parties.team_acts import end_team, found_team
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import words
from .models import Alliance, Studio

LEADS_ANOTHER = Refusal(
    "studios.leads_another", _("“{person}”已是“{studio}”的负责人。"), because=_("一人只能负责一个工作室"), field="leader", kind=Kind.CONFLICT
)
ON_STUDIO = Refusal(
    "studios.on_studio", _("工作室的负责人不在成员名单中更换。"), instead=_("请在“创新工作室”中办理。"), field="part", kind=Kind.CONFLICT
)
TOO_FEW = Refusal(
    "studios.too_few", _("联盟须有两个以上单位的工作室参加，现有 {units} 个单位。"), instead=_("请先添加成员工作室。"), kind=Kind.CONFLICT
)
NAME = Annotated[str, P(_("名称"), max_length=100)]
LEADER = Annotated[Person, P(_("负责人"), help=_("劳模、工匠或高技能人才"))]
ON = Annotated[date, P(_("日期"))]


def refuse_second(leader: Person) -> None:
    """One leads one studio. Source: handbook 4."""
    other = Studio.objects.for_act("one studio a leader").filter(leader=leader, state="standing").select_related("team").first()
    if other is not None:
        raise LEADS_ANOTHER(person=leader, studio=other)


@act("studios.found", Studio, label=_("设立工作室"), past=_("已设立"), by=OFFICERS, icon="handyman", main=True)
def found(
    ctx, *, node: Annotated[Node, P(_("所在单位"))], name: NAME, leader: LEADER, since: Annotated[date, P(_("成立日期"))],
    field: Annotated[str, P(_("领域"), max_length=60)] = "", chain: Annotated[str, P(_("产业链"), max_length=40)] = "",
):  # fmt: skip
    """Set up a studio with its team. Refuses: LEADS_ANOTHER, a name that is taken."""
    refuse_second(leader)
    team = found_team.run(ctx, node=node, kind=words.TEAM, name=name, since=since, purpose=field)
    return ctx.create(Studio, node=node, team=team, leader=leader, field=field, chain=chain, since=since)


@act("studios.lose_leader", Studio, label=_("负责人离任"), past=_("已登记离任"), by=OFFICERS, icon="person_off")
def lose_leader(ctx, studio, *, on: ON, why: Annotated[str, WHY]):
    """The leader retired or changed post; another is to be named within `studio.change_leader_months`."""
    studio.leader, studio.leaderless_on = None, max(on, studio.since)


@act("studios.name_leader", Studio, label=_("更换负责人"), past=_("已更换负责人"), by=OFFICERS, icon="person_add", main=True)
def name_leader(ctx, studio, *, leader: LEADER):
    """Another leads from now on. Refuses: LEADS_ANOTHER."""
    refuse_second(leader)
    studio.leader, studio.leaderless_on = leader, None


@act("studios.close", Studio, label=_("撤销工作室"), past=_("已撤销"), by=OFFICERS, icon="stop")
def close(ctx, studio, *, on: ON, why: Annotated[str, WHY]):
    """It is no more; its titles are ended where they were given, its team with it."""
    studio.until = max(on, studio.since)
    end(ctx, studio.team, studio.until)


@act("studios.propose_alliance", Alliance, label=_("拟组建联盟"), past=_("已提出组建"), by=OFFICERS, icon="hub", main=True)
def propose_alliance(ctx, *, node: Annotated[Node, P(_("牵头组织"))], name: NAME, on: ON, purpose: Annotated[str, P(_("宗旨"), max_length=200)] = ""):
    """Propose an alliance; studios join its team before it is founded. Refuses a name that is taken."""
    team = found_team.run(ctx, node=node, kind=words.LEAGUE, name=name, since=on, purpose=purpose)
    return ctx.create(Alliance, node=node, team=team)


@act("studios.found_alliance", Alliance, label=_("成立联盟"), past=_("联盟已成立"), by=UPPER, icon="flag", main=True)
def found_alliance(ctx, alliance, *, on: ON):
    """It stands from a day on. Refuses: TOO_FEW unless studios of two units have joined."""
    joined = TeamMember.objects.for_act("who has joined").filter(team=alliance.team, until=None, group__kind=words.TEAM)
    units = joined.values("group__node").distinct().count()
    if units < 2:
        raise TOO_FEW(units=units)
    alliance.since, ctx.on = max(on, alliance.team.since), on


@act("studios.end_alliance", Alliance, label=_("解散联盟"), past=_("已解散"), by=UPPER, icon="stop")
def end_alliance(ctx, alliance, *, on: ON, why: Annotated[str, WHY]):
    """The alliance is dissolved; what it did stays."""
    alliance.until = max(on, alliance.since or on)
    end(ctx, alliance.team, alliance.until)


def end(ctx, team, on: date) -> None:
    """The team ends with what it stands for."""
    if team.until is None:
        end_team.run(ctx, team, on=on)
        team.save()


@hooks.before_leading.append
def not_in_the_list(ctx, team, person):
    """A studio's leader stands on the studio, where one leads one."""
    if team.kind == words.TEAM:
        raise ON_STUDIO()
