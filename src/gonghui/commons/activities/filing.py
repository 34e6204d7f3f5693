"""How an activity is written: the checks every way of filing shares, and the question whether it is there already."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.viewer import after
from gonghui.kernel.evidence.files import DOCUMENT, keep
from gonghui.kernel.refusal import Kind, Refusal
from gonghui.kernel.store import hold

from . import rules
from .models import Activity, ActivityTag
from .words import KINDS, SERIES

IN_FUTURE = Refusal("activities.in_future", _("日期 {day} 还没到，不能填报为已举办。"), instead=_("请先登记为计划。"), field="held_on")
ENDS_BEFORE = Refusal("activities.ends_before", _("结束日期早于开始日期。"), instead=_("请核对日期。"), field="ended_on")
TOO_LONG = Refusal("activities.too_long", _("一场活动最长 {most} 天。"), instead=_("请核对日期，或分场填报。"), field="ended_on")
NO_TIME = Refusal("activities.no_time", _("“{typed}”不是时间。"), instead=_("请写成 14:00 或 14:00-16:00。"), field="hours")
OTHER_SERIES = Refusal("activities.other_series", _("“{kind}”没有系列“{series}”。"), instead=_("请重新选择系列。"), field="series")
LOOKS_TWICE = Refusal(
    "activities.looks_twice",
    _("同一天、同一地点、同一系列已有“{title}”（{node}）。"),
    instead=_("如确为另一场，请勾选“确为另一场”后再提交。"),
    field="another",
    kind=Kind.CONFLICT,
)
MOST_DAYS = 3660  # default: ten years


def create(ctx, *, state, kind, title, node, held_on, series=(), another=False, ended_on=None, hours="", photo=None, **more) -> Activity:
    """
    Save an activity in a state with its series and photo.

    Refuses: ENDS_BEFORE, TOO_LONG, NO_TIME, OTHER_SERIES, and LOOKS_TWICE (same day, place and series, at the same unit
    or one above or below it) unless `another`.
    """
    ended_on, series = ended_on or held_on, list(dict.fromkeys(map(str, series)))
    check_days(held_on, ended_on)
    told = rules.hours(hours)
    if told is None:
        raise NO_TIME(typed=hours)
    check_series(kind, series)
    if not another:
        refuse_twice(kind, held_on, more.get("at_place", ""), [n for n in (node, more.get("host")) if n is not None], series)
    activity = Activity(kind=kind, title=title, node=node, held_on=held_on, ended_on=ended_on, hours=told, state=state, **more)
    activity.save()
    ActivityTag.objects.bulk_create([ActivityTag(activity=activity, slug=slug) for slug in series])
    if photo:
        keep(ctx, activity, photo, accept=DOCUMENT, field="photo")
    return activity


def file_held(ctx, *, held_on, ended_on=None, **what) -> Activity:
    """Save an activity that has been held; what lines call from their own acts. Refuses: IN_FUTURE and what `create` refuses."""
    last = max(held_on, ended_on or held_on)
    if last > ctx.day:
        raise IN_FUTURE(day=last)
    ctx.on = held_on
    return create(ctx, state="filed", held_on=held_on, ended_on=ended_on, **what)


def check_series(kind: str, series) -> None:
    """Refuses: OTHER_SERIES, for a series that is none of the kind's."""
    fits = dict(SERIES.of(kind))
    for slug in series:
        if slug not in fits:
            raise OTHER_SERIES(kind=KINDS.label(kind), series=SERIES.label(slug))


def check_days(held_on, ended_on) -> None:
    """Refuses: ENDS_BEFORE, TOO_LONG."""
    if ended_on < held_on:
        raise ENDS_BEFORE()
    if (ended_on - held_on).days >= MOST_DAYS:
        raise TOO_LONG(most=MOST_DAYS)


def refuse_twice(kind, held_on, place, nodes, series) -> None:
    """Organiser and host file the same occasion: ask before it is counted twice. Refuses: LOOKS_TWICE."""
    place = rules.same_place(place)
    if not place:
        return
    hold(f"activity {held_on}")  # the two may file at the same moment, from two levels
    near = Q(pk__in=[])
    for node in nodes:
        above = [int(pk) for pk in node.path.split("/") if pk]
        for side in ("node", "host"):
            near |= Q(**{f"{side}__in": above}) | Q(**{f"{side}__path__gte": node.path, f"{side}__path__lt": after(node.path)})
    same = Activity.objects.for_act("duplicates").filter(near, kind=kind, held_on=held_on).exclude(state="cancelled").order_by("pk")
    there = [pk for pk, at in same.values_list("pk", "at_place") if rules.same_place(at) == place]
    for other in Activity.objects.for_act("duplicates").filter(pk__in=there[:500]).select_related("node").prefetch_related("tags"):
        if rules.same_series(series, [tag.slug for tag in other.tags.all()]):
            raise LOOKS_TWICE(title=other.title, node=other.node.name)
