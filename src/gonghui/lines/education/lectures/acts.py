"""Filing and planning lectures, and the groups that give them."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.acts import MOST_HEADS, file_held
from gonghui.commons.activities.models import Activity, ActivityTag
from gonghui.commons.activities.words import Venue
from gonghui.commons.parties.models import Team
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import PHOTO
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import words

NO_SERIES = Refusal("lectures.no_series", _("请至少选一个系列。"), field="series")
TEAM_ENDED = Refusal("lectures.team_ended", _("“{team}”已撤销。"), field="team", kind=Kind.CONFLICT)
TEAM_TAKEN = Refusal("lectures.team_taken", _("已有同名宣讲队。"), field="name", kind=Kind.CONFLICT)

NODE = Annotated[Node, P(_("主办工会"))]
SERIES = Annotated[list[words.Series], P(_("系列"), help=_("可多选"))]
HOST = Annotated[Node | None, P(_("承办（听讲）工会"), help=_("与主办同一场，只计一次"))]
TEAM = Annotated[Team | None, P(_("宣讲队"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.LECTURER_TEAM))]


@act("lectures.file", Activity, label=_("填报宣讲"), past=_("已填报宣讲"), by=OFFICERS, icon="campaign", main=True)
def file(
    ctx,
    *,
    node: NODE,
    series: SERIES,
    title: Annotated[str, P(_("题目"), max_length=100)],
    held_on: Annotated[date, P(_("日期"))],
    at_place: Annotated[str, P(_("地点"), max_length=100)],
    head_count: Annotated[int, P(_("到场人数"), least=1, most=MOST_HEADS)],
    venue: Annotated[Venue | None, P(_("场所类型"))] = None,
    host: HOST = None,
    team: TEAM = None,
    photo: Annotated[UploadedFile | None, P(_("现场照片"), accept=PHOTO)] = None,
    another: Annotated[bool, P(_("确为另一场"))] = False,
):
    """File a lecture that has been held, in one screen. Refuses: NO_SERIES and what `file_held` refuses."""
    check_team(team)
    if not series:
        raise NO_SERIES()
    return file_held(
        ctx, kind=words.LECTURE, title=title, node=node, held_on=held_on, at_place=at_place, head_count=head_count, venue=venue or "",
        host=host, team=team, series=[str(s) for s in series], photo=photo, another=another,
    )  # fmt: skip


@act("lectures.file_class", Activity, label=_("填报读书班"), past=_("已填报读书班"), by=OFFICERS, icon="menu_book")
def file_class(
    ctx,
    *,
    node: NODE,
    title: Annotated[str, P(_("名称"), max_length=100)],
    held_on: Annotated[date, P(_("开始日期"))],
    ended_on: Annotated[date, P(_("结束日期"))],
    at_place: Annotated[str, P(_("地点"), max_length=100)],
    head_count: Annotated[int, P(_("到场人数"), least=1, most=MOST_HEADS)],
    another: Annotated[bool, P(_("确为另一场"))] = False,
):
    """File a study class of several days."""
    return file_held(
        ctx, kind=words.STUDY_CLASS, title=title, node=node, held_on=held_on, ended_on=ended_on, at_place=at_place,
        head_count=head_count, another=another,
    )  # fmt: skip


@act("lectures.plan", Activity, label=_("登记宣讲计划"), past=_("已登记计划"), by=OFFICERS, icon="event")
def plan(
    ctx,
    *,
    node: NODE,
    series: SERIES,
    title: Annotated[str, P(_("题目"), max_length=100)],
    held_on: Annotated[date, P(_("拟定日期"))],
    at_place: Annotated[str, P(_("地点"), max_length=100)],
    venue: Annotated[Venue | None, P(_("场所类型"))] = None,
    host: HOST = None,
    team: TEAM = None,
):
    """Plan a lecture; it is approved, announced, held and filed later."""
    check_team(team)
    activity = ctx.create(
        Activity, kind=words.LECTURE, title=title, node=node, host=host, held_on=held_on, ended_on=held_on, at_place=at_place,
        venue=venue or "", team=team, state="planned",
    )  # fmt: skip
    ActivityTag.objects.bulk_create([ActivityTag(activity=activity, slug=str(s)) for s in dict.fromkeys(series)])
    return activity


def check_team(team: Team | None) -> None:
    if team is not None and team.until is not None:
        raise TEAM_ENDED(team=team.name)


@act("lectures.found_team", Team, label=_("组建宣讲队"), past=_("已组建宣讲队"), by=UPPER, icon="groups_3", main=True)
def found_team(
    ctx, *, node: Annotated[Node, P(_("所属组织"))], name: Annotated[str, P(_("名称"), max_length=100)], since: Annotated[date, P(_("成立日期"))]
):
    """Found a lecturer group. Refuses: TEAM_TAKEN."""
    if Team.objects.for_act("uniqueness").filter(node=node, kind=words.LECTURER_TEAM, name=name, until=None).exists():
        raise TEAM_TAKEN()
    return ctx.create(Team, node=node, kind=words.LECTURER_TEAM, name=name, since=since)


@act("lectures.end_team", Team, label=_("撤销宣讲队"), past=_("已撤销"), by=UPPER, when=lambda t: t.until is None)
def end_team(ctx, team, *, on: Annotated[date, P(_("最后一日"))]):
    """End a lecturer group; its lectures stay."""
    team.until = max(on, team.since)
