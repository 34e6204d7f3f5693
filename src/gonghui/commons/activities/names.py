"""Who came, by name: entered one by one, by a list, by the QR on the door; never beside a head count."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.models import Person
from gonghui.kernel.access.roles import MEMBER, OFFICERS
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal

from .models import Activity, Attendance
from .words import OPEN_TO_NAMES, ActivityState, Method

HEADS_OR_NAMES = Refusal(
    "activities.heads_or_names",
    _("这场活动已填到场 {count} 人，不能再按姓名签到。"),
    instead=_("人数与签到从不相加；如要按姓名，请先改回未填报。"),
    kind=Kind.CONFLICT,
)
NOT_BEGUN = Refusal("activities.not_begun", _("活动 {day} 才开始。"), instead=_("请在活动当天签到。"), kind=Kind.CONFLICT)
BAD_CODE = Refusal("activities.bad_code", _("这个签到码无效。"), instead=_("请扫现场的二维码。"), field="code", kind=Kind.CONFLICT)
NOT_NOW = Refusal("activities.not_now", _("“{title}”现在不能签到。"), instead=_("签到只在活动当天开放。"), field="code", kind=Kind.CONFLICT)
NO_PERSON = Refusal("activities.no_person", _("还不知道您是谁。"), instead=_("请先申请入会，登记姓名后再签到。"), kind=Kind.CONFLICT)
ALREADY_IN = Refusal("activities.already_in", _("您已签到，不用再签。"), kind=Kind.CONFLICT)
THERE_ALREADY = Refusal("activities.there_already", _("{names}已在签到记录中。"), instead=_("请去掉后再提交。"), field="people", kind=Kind.CONFLICT)

KEPT_ELSEWHERE = Refusal("activities.kept_elsewhere", _("这场活动的名单随“{record}”办理。"), instead=_("请在那里点名。"), kind=Kind.CONFLICT)


@dataclass(frozen=True)
class Roll:
    """
    How a line keeps the roll of activities that belong to its records.

    record: activity -> the record, None where the activity stands alone. signs_for: (record, person, moment) -> the persons for whom
    somebody signs in by the code, or a refusal.
    """

    record: Callable
    signs_for: Callable


ROLLS: dict[str, Roll] = {}  # kind of activity -> how its line keeps the roll
signer = Signer(salt="activities.sign_in", sep=".")


def code_of(activity: Activity) -> str:
    """What the QR on the door says of the activity."""
    return signer.sign(str(activity.pk))


def by_code(code: str) -> Activity | None:
    """The activity of a code; None for a code nobody here has made."""
    try:
        pk = signer.unsign(code)
    except BadSignature:
        return None
    return Activity.objects.for_act("sign in by code").filter(pk=pk).select_related("node").first()


def for_whom(activity: Activity, person: Person, at) -> list[Person]:
    """For whom somebody signs in: oneself, or as the line says that keeps the roll. Refuses: what the line refuses."""
    record = kept_by(activity)
    return [person] if record is None else ROLLS[activity.kind].signs_for(record, person, at)


def kept_by(activity: Activity):
    """The record of a line that keeps the roll of an activity, if one does."""
    return ROLLS[activity.kind].record(activity) if activity.kind in ROLLS else None


def refuse_kept(activity: Activity) -> None:
    """Refuses: KEPT_ELSEWHERE."""
    record = kept_by(activity)
    if record is not None:
        raise KEPT_ELSEWHERE(record=record)


def named(activity: Activity) -> int:
    """How many names stand in the roll of an activity."""
    return activity.attendances.for_act("names or heads").filter(state="present").count()


def enter(ctx, activity: Activity, people, method: str = Method.LIST) -> None:
    """Enter people by name, in one statement. Refuses: THERE_ALREADY."""
    people = list({person.pk: person for person in people}.values())
    there = activity.attendances.for_act("once each").filter(person__in=people).select_related("person")
    if names := "、".join(str(row.person) for row in there[:3]):
        raise THERE_ALREADY(names=names)
    rows = Attendance.objects.for_act("roll").bulk_create([Attendance(activity=activity, person=p, at=ctx.at, method=method) for p in people])
    ctx.note_many(Attendance, [(row.pk, activity.node_id, "", "present", {"person_id": [None, row.person_id]}) for row in rows])


@act(
    "activities.call_roll",
    Activity,
    label=_("点名"),
    past=_("已登记到场人员"),
    by=OFFICERS,
    when=lambda a: a.state in OPEN_TO_NAMES,
    icon="checklist",
)
def call_roll(ctx, activity, *, people: Annotated[list[Person], P(_("到场人员"))]):
    """Enter those who came, from a list. Refuses: KEPT_ELSEWHERE, NOT_BEGUN, HEADS_OR_NAMES, THERE_ALREADY."""
    refuse_kept(activity)
    refuse_names(ctx, activity)
    enter(ctx, activity, people)


def refuse_names(ctx, activity: Activity) -> None:
    """Refuses: NOT_BEGUN before its first day, HEADS_OR_NAMES where a head count stands."""
    if activity.held_on > ctx.day:
        raise NOT_BEGUN(day=activity.held_on)
    if activity.head_count is not None:
        raise HEADS_OR_NAMES(count=activity.head_count)


@act("activities.sign_in", Attendance, label=_("签到"), past=_("已签到"), by=(MEMBER,), icon="qr_code_scanner", main=True)
def sign_in(ctx, *, code: Annotated[str, P(_("签到码"), max_length=80)]):
    """
    Sign in oneself by the code on the door, on a day of the activity; whom else, and when on the day, the line says that keeps the roll.

    Refuses: BAD_CODE, NOT_NOW, HEADS_OR_NAMES, NO_PERSON, ALREADY_IN, what `Roll.signs_for` refuses.
    """
    known = by_code(code)
    if known is None:
        raise BAD_CODE()
    activity = Activity.objects.for_act("sign in").select_for_update(of=("self",), no_key=True).get(pk=known.pk)
    if activity.state not in OPEN_TO_NAMES or not activity.held_on <= timezone.localdate(ctx.at) <= activity.ended_on:
        raise NOT_NOW(title=activity.title)
    refuse_names(ctx, activity)
    person = Person.objects.for_act("sign in").filter(account=ctx.viewer.account_id).first() if ctx.viewer.account_id else None
    if person is None:
        raise NO_PERSON()
    people = for_whom(activity, person, ctx.at)
    there = set(activity.attendances.for_act("once each").filter(person__in=people).values_list("person", flat=True))
    if len(there) == len(people):
        raise ALREADY_IN()
    return [ctx.create(Attendance, activity=activity, person=one, at=ctx.at, method=Method.QR) for one in people if one.pk not in there]


@act("activities.strike_out", Attendance, label=_("剔除"), past=_("已剔除"), by=OFFICERS, icon="person_remove")
def strike_out(ctx, attendance, *, why: Annotated[str, WHY]):
    """Take a name off the roll that was not there; the row stays, uncounted. Refuses: ROLL_CHECKED."""
    refuse_checked(attendance)


@act("activities.reinstate", Attendance, label=_("恢复"), past=_("已恢复"), by=OFFICERS, icon="person_add")
def reinstate(ctx, attendance, *, why: Annotated[str, WHY]):
    """Put a name back on the roll. Refuses: ROLL_CHECKED."""
    refuse_checked(attendance)


ROLL_CHECKED = Refusal("activities.roll_checked", _("这场活动已经审核，签到不再改动。"), instead=_("请与审核的上级组织联系。"), kind=Kind.CONFLICT)


def refuse_checked(attendance: Attendance) -> None:
    """Refuses: ROLL_CHECKED; and names of an activity with a head count stay out of it."""
    activity = Activity.objects.for_act("the roll's activity").select_for_update(of=("self",), no_key=True).get(pk=attendance.activity_id)
    if activity.state == ActivityState.CHECKED:
        raise ROLL_CHECKED()
    if activity.head_count is not None:
        raise HEADS_OR_NAMES(count=activity.head_count)
