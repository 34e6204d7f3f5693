"""Visitors of an exhibition counted by day, and days on which somebody has read."""

from datetime import date
from typing import Annotated

from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.acts import MOST_HEADS, NAMES_OR_HEADS
from gonghui.commons.activities.filing import IN_FUTURE
from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.names import NO_PERSON, named
from gonghui.commons.activities.words import ActivityState
from gonghui.commons.parties.reads import member_paths, own_person
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal

from . import words
from .day_models import HeadSource, ReadingDay, VisitorDay

COUNTING = (ActivityState.ANNOUNCED, ActivityState.HELD, ActivityState.FILED)
RUNNING = (ActivityState.ANNOUNCED, ActivityState.HELD)
MOST_DAYS_TOLD = 3

NO_EXHIBITION = Refusal(
    "culture.no_exhibition",
    _("“{activity}”不是展览，或现在为“{state}”。"),
    instead=_("请先发布展览；已审核的不再改动。"),
    field="activity",
    kind=Kind.CONFLICT,
)
NOT_ITS_DAY = Refusal("culture.not_its_day", _("{day} 不在“{activity}”的日期内（{since} 至 {until}）。"), instead=_("请核对日期。"), field="on")
COUNTED_ALREADY = Refusal(
    "culture.counted_already", _("{day} 已填 {heads} 人次。"), instead=_("有误请在该日客流上更正。"), field="on", kind=Kind.CONFLICT
)
DAYS_MISSING = Refusal("culture.days_missing", _("还有 {count} 天没有客流：{days}。"), instead=_("闭馆或无人参观的日子填 0。"), kind=Kind.CONFLICT)
NOT_READING = Refusal("culture.not_reading", _("“{activity}”现在不能打卡，或不面向您所在的单位。"), field="activity", kind=Kind.CONFLICT)
READ_TODAY = Refusal("culture.read_today", _("今天已打卡。"), instead=_("明天再来。"), field="activity", kind=Kind.CONFLICT)


def exhibitions(rows, viewer):
    """Exhibitions within reach whose days may be counted."""
    return rows.within(viewer, count_visitors.power).filter(kind=words.EXHIBITION, state__in=COUNTING)


HEADS = Annotated[int, P(_("参观人次"), help=_("闭馆或无人参观填 0"), least=0, most=MOST_HEADS)]
SOURCE = Annotated[HeadSource, P(_("来源"))]


@act("culture.count_visitors", VisitorDay, label=_("填报日客流"), past=_("已填报"), by=OFFICERS, at="activity", icon="groups", main=True)
def count_visitors(
    ctx,
    *,
    activity: Annotated[Activity, P(_("展览"), pick=exhibitions)],
    on: Annotated[date, P(_("日期"))],
    heads: HEADS,
    source: SOURCE,
):
    """The visitors of one day. Refuses: NO_EXHIBITION, NAMES_OR_HEADS, NOT_ITS_DAY, IN_FUTURE, COUNTED_ALREADY."""
    activity = held(activity.pk)
    if not activity.held_on <= on <= activity.ended_on:
        raise NOT_ITS_DAY(day=on, activity=activity, since=activity.held_on, until=activity.ended_on)
    if on > ctx.day:
        raise IN_FUTURE(day=on, field="on")
    known = activity.visitor_days.for_act("one number a day").filter(on=on).first()
    if known is not None:
        raise COUNTED_ALREADY(day=on, heads=known.heads)
    row = ctx.create(VisitorDay, node=activity.node, activity=activity, on=on, heads=heads, source=source)
    add_up(activity)
    return row


def held(pk: int) -> Activity:
    """The exhibition, locked. Refuses: NO_EXHIBITION, NAMES_OR_HEADS."""
    activity = Activity.objects.for_act("its days").select_for_update(of=("self",), no_key=True).select_related("node").get(pk=pk)
    if activity.kind != words.EXHIBITION or activity.state not in COUNTING:
        raise NO_EXHIBITION(activity=activity, state=activity.get_state_display())
    if count := named(activity):
        raise NAMES_OR_HEADS(count=count, field="activity")
    return activity


def add_up(activity: Activity) -> None:
    """The heads of an exhibition are those of its days."""
    activity.head_count = activity.visitor_days.for_act("the sum").aggregate(sum=Sum("heads"))["sum"]
    activity.save()


@act("culture.correct_visitors", VisitorDay, label=_("更正客流"), past=_("已更正"), by=OFFICERS, icon="edit")
def correct_visitors(ctx, row, *, heads: HEADS, source: SOURCE, why: Annotated[str, WHY]):
    """Another number for a day, until the exhibition is checked. Refuses: NO_EXHIBITION, NAMES_OR_HEADS."""
    activity = held(row.activity_id)
    row.heads, row.source = heads, source
    row.save()
    add_up(activity)


@act(
    "culture.file_visitors", Activity, label=_("按日客流填报"), past=_("已填报"), by=OFFICERS, icon="functions",
    when=lambda a: a.kind == words.EXHIBITION and a.state == ActivityState.HELD and a.visitor_days.for_act("its page").exists(),
)  # fmt: skip
def file_visitors(ctx, activity):
    """The exhibition is over and every day has its number: the sum is filed as its heads. Refuses: IN_FUTURE, NAMES_OR_HEADS, DAYS_MISSING."""
    if activity.ended_on > ctx.day:
        raise IN_FUTURE(day=activity.ended_on, field="__all__")
    if count := named(activity):
        raise NAMES_OR_HEADS(count=count, field="__all__")
    there = set(activity.visitor_days.for_act("every day").values_list("on", flat=True))
    days = [date.fromordinal(n) for n in range(activity.held_on.toordinal(), activity.ended_on.toordinal() + 1)]
    if missing := [str(day) for day in days if day not in there]:
        raise DAYS_MISSING(count=len(missing), days="、".join(missing[:MOST_DAYS_TOLD]))
    add_up(activity)
    activity.state = Activity.lifecycle.step(activity.state, "activities.file").to


def programmes(viewer, on: date):
    """Reading programmes that run on a day, open to everybody or held by an organisation above one's own."""
    person = own_person(viewer)
    above = {int(pk) for path in member_paths([person.pk]).get(person.pk, []) for pk in path.split("/") if pk} if person else set()
    rows = Activity.objects.for_act("what is announced is for everybody").filter(kind=words.READING, state__in=RUNNING)
    return rows.filter(Q(open_to_public=True) | Q(node__in=above) | Q(host__in=above), held_on__lte=on, ended_on__gte=on)


def _mine(rows, viewer):
    return programmes(viewer, today())


@act("culture.read_today", ReadingDay, label=_("阅读打卡"), past=_("今天已打卡"), by=(MEMBER,), at="activity", icon="menu_book", main=True)
def read_today(
    ctx,
    *,
    activity: Annotated[Activity, P(_("阅读活动"), pick=_mine)],
    pages: Annotated[int | None, P(_("阅读页数"), help=_("可不填"), least=1, most=9999)] = None,
):
    """One has read today: once a day and programme. Refuses: NO_PERSON, NOT_READING, READ_TODAY."""
    person = own_person(ctx.viewer)
    if person is None:
        raise NO_PERSON()
    if not programmes(ctx.viewer, ctx.day).filter(pk=activity.pk).exists():
        raise NOT_READING(activity=activity)
    if ReadingDay.objects.for_act("once a day").filter(activity=activity, person=person, on=ctx.day).exists():
        raise READ_TODAY()
    return ctx.create(ReadingDay, node=activity.node, activity=activity, person=person, on=ctx.day, pages=pages)
