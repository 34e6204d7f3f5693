"""Planning, holding and filing an activity."""

from datetime import date, timedelta
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person, Team
from gonghui.commons.parties.team_acts import refuse_ended
from gonghui.commons.places.models import Place
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.reads import to_point_to
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from . import filing
from .filing import IN_FUTURE, file_held
from .models import Activity, ActivityTag
from .names import enter, named, refuse_kept
from .words import COMING, KINDS, SERIES, Level, Venue

NAMES_OR_HEADS = Refusal(
    "activities.names_or_heads",
    _("这场活动已有 {count} 条签到记录，不能再填到场人数。"),
    instead=_("人数以签到为准，请点“签到完成”。"),
    field="head_count",
    kind=Kind.CONFLICT,
)
ONE_OF_TWO = Refusal("activities.one_of_two", _("到场人数与到场人员只填一项，两者从不相加。"), instead=_("有名单就只选人员。"), field="head_count")
NOBODY_CAME = Refusal("activities.nobody", _("还没有填到场人数，也没有选到场人员。"), instead=_("确无人到场请填 0。"), field="head_count")
NO_NAMES = Refusal("activities.no_names", _("这场活动还没有签到记录。"), instead=_("请先点名、扫码或导入，或填到场人数。"), kind=Kind.CONFLICT)
NEEDS_PERMIT = Refusal(
    "activities.needs_permit",
    _("预计 {expected} 人、面向公众，须先取得{who}的安全许可。"),
    because=_("《大型群众性活动安全管理条例》（国务院令第505号）"),
    instead=_("请至少提前 {days} 天申请，取得后登记许可文号。"),
    kind=Kind.CONFLICT,
)

MOST_HEADS = 1_000_000
NODE = Annotated[Node, P(_("主办组织"))]
KIND = Annotated[str, P(_("类别"), choices=KINDS.choices)]
TITLE = Annotated[str, P(_("名称"), max_length=100)]
PLACE = Annotated[str, P(_("地点"), max_length=100)]
IN_SERIES = Annotated[list[str], P(_("系列"), help=_("可多选"), choices=SERIES.choices)]
HOST = Annotated[Node | None, P(_("承接组织"), help=_("与主办同一场，只计一次"))]
HEADS = Annotated[int | None, P(_("到场人数"), least=0, most=MOST_HEADS)]
SITE = Annotated[
    Place | None,
    P(_("工会阵地"), help=_("在登记的阵地举办时选"), pick=lambda rows, viewer: rows.for_act("a place may receive anybody").filter(state="open")),
]
PLAN = Annotated[PlanItem | None, P(_("计划项目"), pick=to_point_to)]
ANOTHER = Annotated[bool, P(_("确为另一场"))]
PHOTO = Annotated[UploadedFile | None, P(_("现场照片"), accept=DOCUMENT)]


@act("activities.record", Activity, label=_("填报活动"), past=_("已填报活动"), by=OFFICERS, icon="edit_calendar", main=True)
def record(
    ctx,
    *,
    kind: KIND,
    node: NODE,
    title: TITLE,
    held_on: Annotated[date, P(_("日期"))],
    at_place: PLACE,
    series: IN_SERIES = (),
    head_count: HEADS = None,
    people: Annotated[list[Person], P(_("到场人员"), help=_("有名单时选人，不再填人数"))] = (),
    photo: PHOTO = None,
    host: HOST = None,
    ended_on: Annotated[date | None, P(_("结束日期"), help=_("一天以内不填"))] = None,
    place: SITE = None,
    plan: PLAN = None,
    another: ANOTHER = False,
):
    """
    File what has been held, in one screen: a head count or names.

    Refuses: ONE_OF_TWO, NOBODY_CAME and what `file_held` refuses.
    """
    if people and head_count is not None:
        raise ONE_OF_TWO()
    if not people and head_count is None:
        raise NOBODY_CAME()
    activity = file_held(
        ctx, kind=kind, title=title, node=node, host=host, held_on=held_on, ended_on=ended_on, at_place=at_place, series=series,
        head_count=head_count, photo=photo, place=place, plan=plan, another=another,
    )  # fmt: skip
    enter(ctx, activity, people)
    return activity


@act("activities.plan", Activity, label=_("登记活动计划"), past=_("已登记计划"), by=OFFICERS, icon="event")
def plan(
    ctx,
    *,
    kind: KIND,
    node: NODE,
    title: TITLE,
    held_on: Annotated[date, P(_("拟定日期"))],
    at_place: PLACE,
    series: IN_SERIES = (),
    hours: Annotated[str, P(_("时间"), help=_("如 14:00-16:00"), max_length=20)] = "",
    ended_on: Annotated[date | None, P(_("结束日期"), help=_("一天以内不填"))] = None,
    venue: Annotated[Venue | None, P(_("场所类型"))] = None,
    host: HOST = None,
    team: Annotated[Team | None, P(_("队伍"))] = None,
    expected: Annotated[int | None, P(_("预计人数"), least=1, most=MOST_HEADS)] = None,
    open_to_public: Annotated[bool, P(_("面向公众"))] = False,
    place: SITE = None,
    plan: PLAN = None,
    another: ANOTHER = False,
):
    """Plan an activity; it is approved, announced, held and filed later. Refuses: TEAM_ENDED and what `filing.create` refuses."""
    refuse_ended(team)
    return filing.create(
        ctx, state=Activity.lifecycle.born("activities.plan"), kind=kind, title=title, node=node, host=host, held_on=held_on, ended_on=ended_on,
        hours=hours, at_place=at_place, venue=venue or "", team=team, series=series, expected=expected, open_to_public=open_to_public, place=place, plan=plan,
        another=another,
    )  # fmt: skip


@act(
    "activities.describe",
    Activity,
    label=_("补充说明"),
    past=_("已补充"),
    by=OFFICERS,
    when=lambda a: a.state not in ("checked", "cancelled"),
    icon="notes",
)
def describe(
    ctx,
    activity,
    *,
    title: Annotated[str | None, P(_("名称"), help=_("不改的留空"), max_length=100)] = None,
    at_place: Annotated[str | None, P(_("地点"), max_length=100)] = None,
    venue: Annotated[Venue | None, P(_("场所类型"))] = None,
    team: Annotated[Team | None, P(_("队伍"))] = None,
    partner: Annotated[str | None, P(_("合作方"), max_length=100)] = None,
    level: Annotated[Level | None, P(_("活动级别"))] = None,
    edition: Annotated[int | None, P(_("届次"), least=1, most=999)] = None,
    place: SITE = None,
    plan: PLAN = None,
    series: IN_SERIES = (),
):
    """Correct or complete what is told of an activity until it is checked; what is left empty stays. Refuses: TEAM_ENDED, OTHER_SERIES."""
    refuse_ended(team)
    told = {
        "title": title,
        "at_place": at_place,
        "venue": venue,
        "team": team,
        "partner": partner,
        "level": level,
        "edition": edition,
        "place": place,
        "plan": plan,
    }
    for name, value in told.items():
        if value is not None:
            setattr(activity, name, value)
    if series:
        filing.check_series(activity.kind, series)
        activity.tags.all().delete()
        ActivityTag.objects.bulk_create([ActivityTag(activity=activity, slug=slug) for slug in dict.fromkeys(series)])


@act(
    "activities.check",
    Activity,
    label=_("审核"),
    past=_("已审核"),
    by=UPPER,
    apart_from=(CREATING, "activities.file", "activities.close_roll"),
    icon="fact_check",
)
def check(ctx, activity):
    """The level above has looked at head count and proof; not whoever filed it."""


@act("activities.approve", Activity, label=_("批准"), past=_("已批准"), by=UPPER, apart_from=(CREATING,), icon="check", main=True)
def approve(ctx, activity):
    """Approve a planned activity; not by whoever planned it."""


@act("activities.permit", Activity, label=_("登记安全许可"), past=_("已登记许可"), by=OFFICERS, when=lambda a: a.state in COMING, icon="local_police")
def permit(ctx, activity, *, permit: Annotated[str, P(_("许可文号"), max_length=60)]):
    """Note the permit of the police for an event of many people. Source: State Council Order 505, art 11-14."""
    activity.permit = permit


@act("activities.announce", Activity, label=_("发布"), past=_("已发布"), by=OFFICERS)
def announce(ctx, activity):
    """Let people know. Refuses: NEEDS_PERMIT (State Council Order 505, art 2, 12)."""
    expected, at = activity.expected or 0, (activity.node, activity.held_on)
    if activity.open_to_public and expected >= config.value("event.permit_threshold", *at) and not activity.permit:
        city = expected >= config.value("event.permit_city", *at)
        who = _("设区的市公安机关") if city else _("县级公安机关")
        raise NEEDS_PERMIT(expected=expected, who=who, days=config.value("event.permit_days", *at))


@act("activities.hold", Activity, label=_("已举办"), past=_("已登记举办"), by=OFFICERS)
def hold(ctx, activity):
    """It has taken place. Refuses: IN_FUTURE."""
    if activity.held_on > ctx.day:
        raise IN_FUTURE(day=activity.held_on, field="__all__")
    ctx.on = activity.held_on


@act("activities.file", Activity, label=_("填报人数"), past=_("已填报"), by=OFFICERS, icon="groups", main=True)
def file(ctx, activity, *, head_count: Annotated[int, P(_("到场人数"), least=0, most=MOST_HEADS)], photo: PHOTO = None):
    """File how many came, with proof. Refuses: KEPT_ELSEWHERE, NAMES_OR_HEADS."""
    refuse_kept(activity)
    count = named(activity)
    if count:
        raise NAMES_OR_HEADS(count=count)
    activity.head_count = head_count
    _prove(ctx, activity, photo)


@act("activities.close_roll", Activity, label=_("签到完成"), past=_("已按签到填报"), by=OFFICERS, icon="how_to_reg")
def close_roll(ctx, activity, *, photo: PHOTO = None):
    """The names entered are everybody who came. Refuses: KEPT_ELSEWHERE, NO_NAMES."""
    refuse_kept(activity)
    if not named(activity):
        raise NO_NAMES()
    _prove(ctx, activity, photo)


def _prove(ctx, activity, photo) -> None:
    ctx.on = activity.held_on
    if photo:
        keep(ctx, activity, photo, accept=DOCUMENT, field="photo")


@act("activities.postpone", Activity, label=_("延期"), past=_("已延期"), by=OFFICERS)
def postpone(ctx, activity, *, why: Annotated[str, WHY]):
    """Put it off; it stays visible."""


@act("activities.reschedule", Activity, label=_("重新排期"), past=_("已重新排期"), by=OFFICERS)
def reschedule(ctx, activity, *, held_on: Annotated[date, P(_("新日期"))]):
    """Give a postponed activity a new day; it lasts as long as before. A permit holds for its day alone (Order 505, art 15)."""
    activity.held_on, activity.ended_on = held_on, held_on + timedelta(days=activity.days - 1)
    activity.permit = ""


@act("activities.cancel", Activity, label=_("取消"), past=_("已取消"), by=OFFICERS, icon="event_busy")
def cancel(ctx, activity, *, why: Annotated[str, WHY]):
    """Call it off; it stays visible and is not counted."""
