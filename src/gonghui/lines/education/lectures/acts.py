"""Filing and planning lectures."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.acts import MOST_HEADS, file_held
from gonghui.commons.activities.models import Activity, ActivityTag
from gonghui.commons.activities.words import Venue
from gonghui.commons.parties.models import Team
from gonghui.commons.parties.team_acts import refuse_ended
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.evidence.files import PHOTO
from gonghui.kernel.ledger.act import P, act
from gonghui.kernel.refusal import Refusal
from gonghui.kernel.tree.models import Node

from . import words

NO_SERIES = Refusal("lectures.no_series", _("请至少选一个系列。"), field="series")

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
    refuse_ended(team)
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
    refuse_ended(team)
    activity = ctx.create(
        Activity, kind=words.LECTURE, title=title, node=node, host=host, held_on=held_on, ended_on=held_on, at_place=at_place,
        venue=venue or "", team=team, state="planned",
    )  # fmt: skip
    ActivityTag.objects.bulk_create([ActivityTag(activity=activity, slug=str(s)) for s in dict.fromkeys(series)])
    return activity
