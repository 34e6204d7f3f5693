"""Planning, holding and filing an activity."""

from datetime import date
from typing import Annotated

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.tree.models import Node

from .models import Activity, ActivityTag

IN_FUTURE = Refusal("activities.in_future", _("日期 {day} 还没到，不能填报为已举办。"), instead=_("请先登记为计划。"), field="held_on")
ENDS_BEFORE = Refusal("activities.ends_before", _("结束日期早于开始日期。"), instead=_("请核对日期。"), field="ended_on")
LOOKS_TWICE = Refusal(
    "activities.looks_twice",
    _("同一天、同一地点、同一系列已有“{title}”。"),
    instead=_("如确为另一场，请勾选“确为另一场”后再提交。"),
    field="another",
    kind=Kind.CONFLICT,
)
NAMES_OR_HEADS = Refusal(
    "activities.names_or_heads",
    _("这场活动已有 {count} 条签到记录，不能再填到场人数。"),
    instead=_("人数以签到为准。"),
    field="head_count",
    kind=Kind.CONFLICT,
)

MOST_HEADS = 1_000_000


def file_held(ctx, *, kind, title, node, held_on, head_count, series=(), photo=None, another=False, **more) -> Activity:
    """
    Save an activity that has been held, with its head count and photo; what lines call from their own acts.

    Refuses: IN_FUTURE, ENDS_BEFORE, LOOKS_TWICE (same day, place and series) unless `another`.
    """
    ended_on = more.pop("ended_on", None) or held_on
    if held_on > ctx.day or ended_on > ctx.day:
        raise IN_FUTURE(day=max(held_on, ended_on))
    if ended_on < held_on:
        raise ENDS_BEFORE()
    if not another:
        refuse_twice(kind, held_on, more.get("at_place", ""), node, more.get("host"), series)
    activity = Activity(kind=kind, title=title, node=node, held_on=held_on, ended_on=ended_on, head_count=head_count, state="filed", **more)
    ctx.on = held_on
    activity.save()
    ActivityTag.objects.bulk_create([ActivityTag(activity=activity, slug=slug) for slug in dict.fromkeys(series)])
    if photo:
        keep(ctx, activity, photo, accept=DOCUMENT, field="photo")
    return activity


def refuse_twice(kind, held_on, place, node, host, series) -> None:
    """Organiser and host file the same occasion: ask before it is counted twice."""
    ours = {n.pk for n in (node, host) if n is not None}
    list(Node.objects.for_act("duplicates").select_for_update(of=("self",), no_key=True).filter(pk__in=ours).order_by("pk"))
    same = Activity.objects.for_act("duplicates").filter(kind=kind, held_on=held_on, at_place=place).exclude(state="cancelled")
    for other in same.order_by("pk")[:200]:
        theirs = {other.node_id, other.host_id}
        tags = set(other.tags.values_list("slug", flat=True))
        if ours & theirs and tags == set(series):
            raise LOOKS_TWICE(title=other.title)


@act("activities.check", Activity, label=_("审核"), past=_("已审核"), by=UPPER, apart_from=(CREATING, "activities.file"), icon="fact_check")
def check(ctx, activity):
    """The level above has looked at head count and proof; not whoever filed it."""


@act("activities.approve", Activity, label=_("批准"), past=_("已批准"), by=UPPER, apart_from=(CREATING,), icon="check", main=True)
def approve(ctx, activity):
    """Approve a planned activity; not by whoever planned it."""


@act("activities.announce", Activity, label=_("发布"), past=_("已发布"), by=OFFICERS)
def announce(ctx, activity):
    """Let people know."""


@act("activities.hold", Activity, label=_("已举办"), past=_("已登记举办"), by=OFFICERS)
def hold(ctx, activity):
    """It has taken place. Refuses: IN_FUTURE."""
    if activity.held_on > ctx.day:
        raise IN_FUTURE(day=activity.held_on, field="__all__")
    ctx.on = activity.held_on


@act("activities.file", Activity, label=_("填报人数"), past=_("已填报"), by=OFFICERS, icon="groups", main=True)
def file(
    ctx,
    activity,
    *,
    head_count: Annotated[int, P(_("到场人数"), least=0, most=MOST_HEADS)],
    photo: Annotated[UploadedFile | None, P(_("现场照片"), accept=DOCUMENT)] = None,
):
    """File how many came, with proof. Refuses: NAMES_OR_HEADS."""
    named = activity.attendances.for_act("names or heads").count()
    if named:
        raise NAMES_OR_HEADS(count=named)
    activity.head_count = head_count
    ctx.on = activity.held_on
    if photo:
        keep(ctx, activity, photo, accept=DOCUMENT, field="photo")


@act("activities.postpone", Activity, label=_("延期"), past=_("已延期"), by=OFFICERS)
def postpone(ctx, activity, *, why: Annotated[str, WHY]):
    """Put it off; it stays visible."""


@act("activities.reschedule", Activity, label=_("重新排期"), past=_("已重新排期"), by=OFFICERS)
def reschedule(ctx, activity, *, held_on: Annotated[date, P(_("新日期"))]):
    """Give a postponed activity a new day."""
    activity.held_on = activity.ended_on = held_on


@act("activities.cancel", Activity, label=_("取消"), past=_("已取消"), by=OFFICERS, icon="event_busy")
def cancel(ctx, activity, *, why: Annotated[str, WHY]):
    """Call it off; it stays visible and is not counted."""
