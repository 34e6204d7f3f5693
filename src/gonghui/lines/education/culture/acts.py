"""Seasons from the announcement to the awards, and the works sent to them."""

from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.words import Level
from gonghui.commons.parties.models import Person, Team
from gonghui.commons.parties.team_acts import refuse_ended
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.reads import to_point_to
from gonghui.commons.plans.words import STANDING
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.tree.models import Node

from . import rules, words
from .marks import decide, sheet_of
from .models import Season, Work
from .words import Stage

DEVIATES = Annotated[str, P(_("与名次不符的理由"), help=_("按评分名次办理的不填"), max_length=500, long=True)]


def _season_plans(rows, viewer):
    return rows.within(viewer).filter(kind=words.SEASON_PLAN, state__in=STANDING, season=None)


def _open_seasons(rows, viewer):
    return rows.for_act("works are sent up to whoever calls for them").filter(state=words.S.ENTRY)


def items(rows, viewer):
    """The items of seasons."""
    return to_point_to(rows, viewer).filter(kind=words.SEASON_ITEM)


@act("culture.open_season", Season, label=_("筹备艺术季"), past=_("已登记"), by=UPPER, at="plan", icon="palette", main=True)
def open_season(
    ctx,
    *,
    plan: Annotated[PlanItem, P(_("艺术季计划"), pick=_season_plans)],
    title: Annotated[str, P(_("名称"), max_length=100)],
    level: Annotated[Level | None, P(_("级别"))] = None,
    edition: Annotated[int | None, P(_("届次"), least=1, most=999)] = None,
):
    """Open a season on an approved plan. Refuses: NOT_A_SEASON."""
    if plan.kind != words.SEASON_PLAN or plan.state not in STANDING or Season.objects.for_act("one a plan").filter(plan=plan).exists():
        raise words.NOT_A_SEASON(plan=plan)
    return ctx.create(Season, node=plan.node, plan=plan, title=title, level=level or "", edition=edition, since=plan.since, until=plan.until)


@act("culture.announce_season", Season, label=_("发布"), past=_("已发布"), by=UPPER, icon="campaign", main=True)
def announce_season(ctx, season):
    """Make it known, with its items. Refuses: NO_ITEMS."""
    if not season.plan.parts.for_act("items of a season").filter(kind=words.SEASON_ITEM, state__in=STANDING).exists():
        raise words.NO_ITEMS()


@act("culture.call_for_works", Season, label=_("开始征集"), past=_("已开始征集"), by=UPPER, main=True)
def call_for_works(ctx, season):
    """Works may be sent."""


@act("culture.close_entries", Season, label=_("截止征集"), past=_("已转入初评"), by=UPPER, main=True)
def close_entries(ctx, season):
    """No more works; the preliminary judging begins."""


@act("culture.go_to_final", Season, label=_("转入终评"), past=_("已转入终评"), by=UPPER, main=True)
def go_to_final(ctx, season):
    """What is shortlisted goes to the final; every work has been judged. Refuses: STILL_OPEN."""
    _refuse_open(season, words.W.ENTERED)


@act("culture.close_season", Season, label=_("颁奖结束"), past=_("已颁奖"), by=UPPER, icon="emoji_events", main=True)
def close_season(ctx, season):
    """The awards are given. Refuses: STILL_OPEN."""
    _refuse_open(season, words.W.SHORTLISTED)


@act("culture.cancel_season", Season, label=_("取消"), past=_("已取消"), by=UPPER, icon="event_busy")
def cancel_season(ctx, season, *, why: Annotated[str, WHY]):
    """Call it off; works and items stay visible."""


def _refuse_open(season: Season, state: str) -> None:
    count = season.works.for_act("works left to judge").filter(state=state).count()
    if count:
        raise words.STILL_OPEN(count=count)


@act("culture.enter_work", Work, label=_("报送作品"), past=_("已报送"), by=OFFICERS, icon="brush", main=True)
def enter_work(
    ctx,
    *,
    node: Annotated[Node, P(_("报送组织"))],
    season: Annotated[Season, P(_("艺术季"), pick=_open_seasons)],
    item: Annotated[PlanItem, P(_("活动项"), pick=items)],
    title: Annotated[str, P(_("作品（节目）名称"), max_length=100)],
    author: Annotated[str, P(_("作者（署名）"), max_length=100)] = "",
    person: Annotated[Person | None, P(_("作者（人员）"))] = None,
    team: Annotated[Team | None, P(_("作者（队伍）"))] = None,
    file: Annotated[UploadedFile | None, P(_("作品图片"), accept=DOCUMENT)] = None,
):
    """Send a work to an item of a season. Refuses: NOT_OPEN, OTHER_ITEM, NO_AUTHOR, TEAM_ENDED, ENTERED_TWICE."""
    season = Season.objects.for_act("the season as it stands").select_for_update(of=("self",), no_key=True).get(pk=season.pk)
    if season.state != words.S.ENTRY:
        raise words.NOT_OPEN(season=season)
    if item.part_of_id != season.plan_id or item.kind != words.SEASON_ITEM:
        raise words.OTHER_ITEM(item=item, season=season)
    if [bool(author), person is not None, team is not None].count(True) != 1:
        raise words.NO_AUTHOR()
    refuse_ended(team)
    twin = Work.objects.for_act("once").filter(item=item, node=node, title=title).exclude(state=words.W.WITHDRAWN)
    if twin.exists():
        raise words.ENTERED_TWICE(title=title)
    work = ctx.create(Work, node=node, season=season, item=item, title=title, author=author, person=person, team=team, entered_on=ctx.day)
    if file:
        keep(ctx, work, file, accept=DOCUMENT)
    return work


@act("culture.shortlist", Work, label=_("初评入围"), past=_("已入围"), by=UPPER, icon="thumb_up", main=True)
def shortlist(ctx, work, *, why: DEVIATES = ""):
    """It goes to the final. Refuses: NOT_THIS_STAGE and what `decide` refuses."""
    season = _at_stage(work, Stage.PRELIMINARY)
    sheet = sheet_of(season.pk, Stage.PRELIMINARY)
    decide(work, season, Stage.PRELIMINARY, rules.lines(sheet.places)[0][0] if sheet else "", why, ctx.day)


@act("culture.put_out", Work, label=_("未入围"), past=_("已登记"), by=UPPER)
def put_out(ctx, work, *, why: DEVIATES = ""):
    """It goes no further. Refuses: NOT_THIS_STAGE and what `decide` refuses."""
    stage = Stage.PRELIMINARY if work.state == words.W.ENTERED else Stage.FINAL
    decide(work, _at_stage(work, stage), stage, str(words.W.OUT.label), why, ctx.day)


@act("culture.award_work", Work, label=_("评奖"), past=_("已评奖"), by=UPPER, icon="emoji_events", main=True)
def award_work(ctx, work, *, award: Annotated[str, P(_("奖项"), max_length=40)], why: DEVIATES = ""):
    """It is given an award of the season. Refuses: NOT_THIS_STAGE and what `decide` refuses."""
    decide(work, _at_stage(work, Stage.FINAL), Stage.FINAL, award, why, ctx.day)
    work.award = award


@act("culture.withdraw_work", Work, label=_("撤回作品"), past=_("已撤回"), by=OFFICERS, icon="undo")
def withdraw_work(ctx, work, *, why: Annotated[str, WHY]):
    """Whoever sent it takes it back."""


def _at_stage(work: Work, stage: str) -> Season:
    season = Season.objects.for_act("the season as it stands").select_for_update(of=("self",), no_key=True).get(pk=work.season_id)
    if season.state != stage:
        raise words.NOT_THIS_STAGE(season=season, state=season.get_state_display())
    return season
