"""Signs, facilities, hours and the keeper of a place."""

from datetime import date
from typing import Annotated

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gonghui.kernel.access.models import Account
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.access.viewer import colleagues
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Kind, Refusal

from .acts import KIND, ON, past, set_week
from .models import Facility, Place, Sign
from .rules import span_of, week_of
from .visit_models import OpeningException
from .words import DAYS, DAYS_TAKEN, FACILITIES, KEEPERS, LAST_SIGN, NO_SIGN, SIGN_HANGS, ExceptionState, PlaceState

NO_KEEPER = Refusal("places.no_keeper", _("没有管理员。"), kind=Kind.CONFLICT)


def is_open(place) -> bool:
    return place.state == PlaceState.OPEN


def not_closed(place) -> bool:
    return place.state != PlaceState.CLOSED


@act("places.hang_sign", Place, label=_("加挂牌子"), past=_("已加挂牌子"), by=UPPER, icon="signpost", when=is_open)
def hang_sign(ctx, place, *, kind: KIND, since: Annotated[date, P(_("起"))]):
    """One more sign on the same place, which stays one place. Refuses: SIGN_HANGS, IN_FUTURE, DAYS."""
    past(ctx, since, place.opened_on, "since")
    last = Sign.objects.for_act("one sign of a kind").filter(place=place, kind=kind).order_by("-since").first()
    if last is not None and (last.until is None or last.until >= since):
        raise SIGN_HANGS(sign=last.get_kind_display())
    ctx.create(Sign, place=place, kind=kind, since=since)


@act("places.take_sign", Place, label=_("摘下牌子"), past=_("已摘下牌子"), by=UPPER, icon="remove", when=is_open)
def take_sign(ctx, place, *, kind: KIND, on: Annotated[date, P(_("最后一日"))], why: Annotated[str, WHY]):
    """Take one of several signs down. Refuses: NO_SIGN, LAST_SIGN, IN_FUTURE, DAYS."""
    hanging = list(Sign.objects.for_act("one sign of a kind").select_for_update(of=("self",)).filter(place=place, until=None))
    sign = next((one for one in hanging if one.kind == kind), None)
    if sign is None:
        raise NO_SIGN(sign=Sign(kind=kind).get_kind_display())
    if len(hanging) == 1:
        raise LAST_SIGN()
    past(ctx, on, sign.since)
    sign.until = on
    sign.save()


@act("places.equip", Place, label=_("登记设施（功能）"), past=_("已登记设施"), by=KEEPERS, icon="widgets", when=not_closed)
def equip(ctx, place, *, facilities: Annotated[list[str], P(_("设施（功能）"), help=_("全部现有的，可多选"), choices=FACILITIES.choices)], on: ON):
    """Say what it has from a day on; what is no longer named ends that day. Refuses: IN_FUTURE, DAYS."""
    standing = {
        one.slug: one for one in Facility.objects.for_act("facilities of a place").select_for_update(of=("self",)).filter(place=place, until=None)
    }
    past(ctx, on, max((one.since for one in standing.values()), default=None))
    for slug, one in sorted(standing.items()):
        if slug not in facilities:
            one.until = on
            one.save()
    for slug in dict.fromkeys(facilities):
        if slug not in standing:
            ctx.create(Facility, place=place, slug=slug, since=on)


@act("places.set_hours", Place, label=_("设定开放时间"), past=_("已设定开放时间"), by=KEEPERS, icon="schedule", when=not_closed)
def set_hours(
    ctx, place, *, hours: Annotated[str, P(_("开放时间"), help=_("周一至周五 09:00-17:00；周六 10:00-16:00；或：每天 00:00-24:00"), max_length=200)]
):
    """Set the hours of a week. Refuses: HOURS, OVERLAP."""
    set_week(place, week_of(hours))


@act("places.assign_keeper", Place, label=_("指定管理员"), past=_("已指定管理员"), by=OFFICERS, icon="badge", when=not_closed)
def assign_keeper(ctx, place, *, keeper: Annotated[Account, P(_("管理员"), pick=colleagues)]):
    """Put the place into somebody's hands, who then sees it as their own."""
    place.keeper = keeper


@act("places.free_keeper", Place, label=_("解除管理员"), past=_("已解除管理员"), by=OFFICERS, icon="person_off", when=not_closed)
def free_keeper(ctx, place):
    """Nobody keeps it any more. Refuses: NO_KEEPER."""
    if place.keeper_id is None:
        raise NO_KEEPER()
    place.keeper = None


@act("places.propose_days", Place, label=_("提出开放安排"), past=_("已提出，待公布"), by=KEEPERS, icon="event_busy", when=is_open)
def propose_days(
    ctx, place, *, since: Annotated[date, P(_("起"))], until: Annotated[date, P(_("止"))], reason: Annotated[str, P(_("事由"), max_length=100)],
    hours: Annotated[str, P(_("开放时间"), help=_("如 08:00-20:00；不填即这些天关闭"), max_length=20)] = "",
    supplies: Annotated[str, P(_("备用物资"), max_length=200)] = "",
):  # fmt: skip
    """Propose days on which it is open otherwise, or closed: a spring festival. Refuses: HOURS, DAYS, DAYS_TAKEN."""
    if until < since or until < ctx.day:
        raise DAYS(day=max(since, ctx.day), field="until")
    opens, closes = span_of(hours) if hours else (None, None)
    clash = OpeningException.objects.for_act("one arrangement a day").filter(
        ~Q(state=ExceptionState.CANCELLED), place=place, since__lte=until, until__gte=since
    )
    other = clash.order_by("since").first()
    if other is not None:
        raise DAYS_TAKEN(since=other.since, until=other.until)
    ctx.create(
        OpeningException, place=place, node=place.node, since=since, until=until, opens=opens, closes=closes, reason=reason, supplies=supplies,
        state=ExceptionState.PROPOSED,
    )  # fmt: skip


@act("places.publish_days", OpeningException, label=_("公布"), past=_("已公布"), by=OFFICERS, icon="campaign", main=True)
def publish_days(ctx, arrangement):
    """Let people know; from now on these days hold."""


@act("places.confirm_duty", OpeningException, label=_("确认值守"), past=_("已确认值守"), by=KEEPERS, icon="how_to_reg")
def confirm_duty(
    ctx, arrangement, *, duty: Annotated[str, P(_("值守人员"), max_length=60)], supplies: Annotated[str, P(_("备用物资"), max_length=200)] = ""
):
    """Say who is there on these days, and what is laid in."""
    arrangement.duty, arrangement.supplies = duty, supplies or arrangement.supplies


@act("places.cancel_days", OpeningException, label=_("取消安排"), past=_("已取消"), by=KEEPERS, icon="undo")
def cancel_days(ctx, arrangement, *, why: Annotated[str, WHY]):
    """The week holds again."""
