"""Reading checked in to day by day by the reader, and the visitors of an exhibition counted day by day by whoever keeps it."""

from datetime import date, timedelta
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities import names
from gonghui.commons.activities.models import Activity
from gonghui.commons.activities.words import OPEN_TO_NAMES, Method
from gonghui.commons.parties.reads import own_person
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.act import WHY, P, act

from . import words
from .day_models import CheckIn, DayCount

NUMBER = Annotated[int, P(_("参观人次"), least=0, most=10**6)]
COUNTED = Annotated[words.Counted, P(_("计数方式"))]


def reading(day: date):
    """Reading programmes that go on on a day, for whoever wants to read along."""
    rows = Activity.objects.for_act("reading along").filter(kind=words.READING, state__in=OPEN_TO_NAMES, head_count=None)
    return rows.filter(held_on__lte=day, ended_on__gte=day)


def _shown(rows, viewer):
    return rows.within(viewer).filter(kind=words.EXHIBITION, state__in=OPEN_TO_NAMES)


@act("culture.check_in", CheckIn, label=_("阅读打卡"), past=_("今日已打卡"), by=(MEMBER,), icon="menu_book", main=True)
def check_in(
    ctx, *, activity: Annotated[Activity, P(_("阅读活动"), pick=lambda rows, viewer: reading(today()))],
    says: Annotated[str, P(_("心得"), long=True, max_length=200)] = "",
):  # fmt: skip
    """
    Say that one has read today; on the first day one's name goes onto the roll of the programme, once.

    Refuses: NO_PERSON, NOT_READING (no such programme, or not its days), READ_TODAY.
    """
    person = own_person(ctx.viewer)
    if person is None:
        raise names.NO_PERSON()
    activity = Activity.objects.for_act("check in").select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    if not reading(ctx.day).filter(pk=activity.pk).exists():
        raise words.NOT_READING(title=activity)
    if CheckIn.objects.for_act("once a day").filter(activity=activity, person=person, on=ctx.day).exists():
        raise words.READ_TODAY()
    if not activity.attendances.for_act("the roll").filter(person=person).exists():
        names.enter(ctx, activity, [person], Method.QR)
    return ctx.create(CheckIn, activity=activity, person=person, on=ctx.day, says=says)


def days_read(activity: Activity, person) -> tuple[int, int]:
    """On how many days somebody has read, and how many in a row up to today or yesterday."""
    on = set(CheckIn.objects.for_act("own days").filter(activity=activity, person=person).values_list("on", flat=True))
    day, row = today() if today() in on else today() - timedelta(days=1), 0
    while day in on:
        day, row = day - timedelta(days=1), row + 1
    return len(on), row


@act("culture.count_day", DayCount, label=_("登记日客流"), past=_("已登记"), by=OFFICERS, at="activity", icon="groups", main=True)
def count_day(
    ctx, *, activity: Annotated[Activity, P(_("展览"), pick=_shown)], on: Annotated[date, P(_("日期"))], number: NUMBER, counted: COUNTED,
):  # fmt: skip
    """Note how many came to an exhibition on one of its days. Refuses: NOT_SHOWN (no exhibition, or not its days), COUNTED_ALREADY."""
    activity = Activity.objects.for_act("a day of it").select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    if activity.kind != words.EXHIBITION or activity.state not in OPEN_TO_NAMES or not activity.held_on <= on <= min(activity.ended_on, ctx.day):
        raise words.NOT_SHOWN(title=activity)
    if DayCount.objects.for_act("once a day").filter(activity=activity, on=on).exists():
        raise words.COUNTED_ALREADY(day=on)
    return ctx.create(DayCount, activity=activity, on=on, number=number, counted=counted)


@act("culture.recount_day", DayCount, label=_("更正日客流"), past=_("已更正"), by=OFFICERS, icon="edit")
def recount_day(ctx, day, *, number: NUMBER, counted: COUNTED, why: Annotated[str, WHY]):
    """Put another number in place of a day's, until the exhibition has been checked. Refuses: NOT_SHOWN."""
    activity = Activity.objects.for_act("a day of it").select_for_update(of=("self",), no_key=True).get(pk=day.activity_id)
    if activity.state not in OPEN_TO_NAMES:
        raise words.NOT_SHOWN(title=activity)
    day.number, day.counted, day.why = number, counted, why
