"""Making an offer: seats, window, who it is for; quotas; publishing, closing, calling off."""

import secrets
from datetime import datetime, timedelta
from typing import Annotated

from django.utils import timezone
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties.words import Gender
from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.tree.models import Node
from gonghui.kernel.turnstile import draw as lots

from . import words
from .hooks import see_it_stands_alone
from .models import Enrolment, Offer, Quota, Sitting
from .settle import Seats, move, owner_of, promote

RUNNERS = (*OFFICERS, "keeper")
MOST_SEATS = 1_000_000
MODE = Annotated[words.Mode, P(_("名额办法"))]
PRIORITY = Annotated[list[str] | None, P(_("优先顺序"), choices=words.priorities, help=_("抽签时的优先顺序，同档抽签；先到先得和摇号不填"))]
DRAWN_SEATS = Annotated[int, P(_("其中抽签名额"), least=0, most=MOST_SEATS, help=_("部分先到先得、部分抽签时填"))]


def save_offer(ctx, *, node, title, seats, opens_at, closes_at, starts_at, ends_at=None, about=None, drawn_seats=0, **more) -> Offer:
    """
    Save an offer; what lines call from their own acts. about: the record that is offered.

    Refuses: DAYS, AGES, NO_PRIORITY, NO_SHARE.
    """
    ends_at = ends_at or closes_at
    if not opens_at < closes_at <= ends_at or not starts_at <= ends_at:
        raise words.DAYS()
    low, high = more.get("least_age"), more.get("most_age")
    limited = low is not None or high is not None or more.get("gender")
    if (low is not None and high is not None and low > high) or (limited and not more.get("why_limits")):
        raise words.AGES()
    more["priority"] = ",".join(more.get("priority") or ())
    mode = more.get("mode", words.Mode.FIRST)
    if mode != words.Mode.MIXED and (mode == words.Mode.REVIEW) != bool(more["priority"]):
        raise words.NO_PRIORITY()
    if not (0 < drawn_seats < seats if mode == words.Mode.MIXED else drawn_seats == 0):
        raise words.NO_SHARE()
    named = {"about_noun": about._meta.label_lower, "about_id": about.pk} if about is not None else {}
    more["for_node"] = more.get("for_node") or node
    offer = ctx.create(
        Offer, node=node, title=title, seats=seats, opens_at=opens_at, closes_at=closes_at, starts_at=starts_at, ends_at=ends_at,
        state=words.O.DRAFT, drawn_seats=drawn_seats, **named, **more,
    )  # fmt: skip
    if timezone.localdate(starts_at) == timezone.localdate(ends_at) and starts_at < ends_at:
        Sitting(offer=offer, begins_at=starts_at, ends_at=ends_at).save()
    return offer


@act("enrolment.draft", Offer, label=_("拟定报名项"), past=_("已拟定"), by=RUNNERS, icon="playlist_add", main=True)
def draft(
    ctx,
    *,
    node: Annotated[Node, P(_("主办组织"))],
    title: Annotated[str, P(_("名称"), max_length=100)],
    seats: Annotated[int, P(_("名额"), least=1, most=MOST_SEATS)],
    opens_at: Annotated[datetime, P(_("报名开始"))],
    closes_at: Annotated[datetime, P(_("报名截止"))],
    starts_at: Annotated[datetime, P(_("开始时间"))],
    ends_at: Annotated[datetime, P(_("结束时间"))],
    kind: Annotated[str, P(_("类别"), choices=words.kinds)] = words.GENERAL,
    at_place: Annotated[str, P(_("地点"), max_length=100)] = "",
    audience: Annotated[words.Audience, P(_("面向"))] = words.Audience.MEMBERS,
    for_node: Annotated[Node | None, P(_("面向组织"), help=_("不填为主办组织及下级"))] = None,
    plan: Annotated[PlanItem | None, P(_("期次"), help=_("同一期每人最多报几项由参数规定"))] = None,
    least_age: Annotated[int | None, P(_("年龄下限"), least=0, most=120)] = None,
    most_age: Annotated[int | None, P(_("年龄上限"), least=0, most=120)] = None,
    gender: Annotated[Gender | None, P(_("性别要求"))] = None,
    why_limits: Annotated[str, P(_("限制理由"), max_length=100)] = "",
    for_children: Annotated[bool, P(_("面向会员子女"))] = False,
    needs_health: Annotated[bool, P(_("须健康声明"))] = False,
    holds: Annotated[bool, P(_("占位后须确认"))] = False,
    waiting: Annotated[int | None, P(_("候补上限"), least=0, most=MOST_SEATS)] = None,
    mode: MODE = words.Mode.FIRST,
    priority: PRIORITY = None,
    drawn_seats: DRAWN_SEATS = 0,
):
    """Draft an offer. Refuses: DAYS (opening, closing, beginning and end out of order), AGES, NO_PRIORITY, NO_SHARE."""
    return save_offer(
        ctx, node=node, title=title, seats=seats, opens_at=opens_at, closes_at=closes_at, starts_at=starts_at, ends_at=ends_at, kind=kind,
        at_place=at_place, audience=audience, for_node=for_node, plan=plan, least_age=least_age, most_age=most_age, gender=gender or "",
        why_limits=why_limits, for_children=for_children, needs_health=needs_health, holds=holds, waiting=waiting, mode=mode,
        priority=priority, drawn_seats=drawn_seats,
    )  # fmt: skip


@act("enrolment.add_time", Offer, label=_("添加场次时间"), past=_("已添加"), by=RUNNERS, when=lambda o: o.state == words.O.DRAFT, icon="schedule")
def add_time(ctx, offer, *, begins_at: Annotated[datetime, P(_("开始"))], ends_at: Annotated[datetime, P(_("结束"))]):
    """Add a time at which those enrolled come together. Refuses: DAYS, what `see_it_stands_alone` refuses."""
    see_it_stands_alone(offer)
    if not offer.starts_at <= begins_at < ends_at <= offer.ends_at:
        raise words.DAYS(field="begins_at")
    Sitting(offer=offer, begins_at=begins_at, ends_at=ends_at).save()


@act("enrolment.publish", Offer, label=_("发布报名"), past=_("已发布，规则不再改动"), by=RUNNERS, icon="campaign", main=True)
def publish(ctx, offer):
    """Publish; from now the rules stand as they are. Refuses: OVER after the closing time, what `see_it_stands_alone` refuses."""
    see_it_stands_alone(offer)
    if ctx.at >= offer.closes_at:
        raise words.OVER()
    commit_to(offer)


def commit_to(offer: Offer) -> None:
    """Draw the seed of an offer that is published, and tell its checksum with the rules; who comes first by setting is among them from now."""
    offer.salt = new_salt()
    offer.seed = secrets.token_hex(16)
    offer.commitment = lots.commitment(offer.seed)
    if offer.mode != words.Mode.FIRST:
        first = [key for key, setting in words.BY_SETTING if config.value(setting, offer.node, today())]
        offer.priority = ",".join(dict.fromkeys(filter(None, [*first, *offer.priority.split(",")])))


@act("enrolment.close", Offer, label=_("提前截止"), past=_("已截止"), by=RUNNERS)
def close(ctx, offer):
    """Take nobody new; who waits is still promoted until it begins."""


@act("enrolment.reopen", Offer, label=_("重新开放"), past=_("已重新开放"), by=RUNNERS)
def reopen(ctx, offer, *, closes_at: Annotated[datetime, P(_("新的截止时间"))], why: Annotated[str, WHY]):
    """Open again until another moment. Refuses: DAYS."""
    if not ctx.at < closes_at <= offer.ends_at:
        raise words.DAYS()
    offer.closes_at = closes_at


@act("enrolment.call_off", Offer, label=_("取消报名项"), past=_("已取消并通知"), by=RUNNERS, icon="event_busy")
def call_off(ctx, offer, *, why: Annotated[str, WHY]):
    """Call it off: everybody is told, nobody gets a strike, all seats are free. Refuses: what `see_it_stands_alone` refuses."""
    see_it_stands_alone(offer)
    call_all_off(ctx, offer)


def call_all_off(ctx, offer: Offer) -> None:
    """Everybody who was to come is told; no strikes, all seats free. What lines call from their own acts."""
    seats = Seats(ctx, offer.pk)
    rows = Enrolment.objects.for_act("called off").filter(offer=offer, state__in=words.COMING).select_related("person__account", "guardian__account")
    for row in rows.select_for_update(of=("self",)).order_by("pk"):
        if row.state in words.SEATED:
            seats.give_back(row)
        row.state = words.E.CALLED_OFF
        row.save()
        tell(ctx, owner_of(row), now_("“{title}”已由主办方取消，不记爽约。").format(title=offer))
    seats.save()
    take_over(offer, seats.offer)


def put_off(ctx, seats: Seats, shift: timedelta, ends_at: datetime) -> None:
    """Everything begins later by `shift`; who is confirmed holds the seat until then and confirms again."""
    offer = seats.offer
    offer.starts_at, offer.ends_at = offer.starts_at + shift, ends_at
    for sitting in Sitting.objects.for_act("put off").filter(offer=offer):
        sitting.begins_at, sitting.ends_at = sitting.begins_at + shift, sitting.ends_at + shift
        sitting.save()
    rows = Enrolment.objects.for_act("put off").filter(offer=offer, state=words.E.CONFIRMED).select_related("person__account", "guardian__account")
    for row in rows.select_for_update(of=("self",)).order_by("pk"):
        row.held_until = offer.starts_at
        move(ctx, row, "enrolment.put_off")
        tell(ctx, owner_of(row), now_("“{title}”延期至 {day}，请在此之前重新确认。").format(title=offer, day=timezone.localdate(offer.starts_at)))
    seats.save()


@act(
    "enrolment.put_off",
    Offer,
    label=_("延期"),
    past=_("已延期并通知"),
    by=RUNNERS,
    when=lambda o: o.state in (words.O.OPEN, words.O.CLOSED),
    icon="update",
)
def put_off_offer(ctx, offer, *, starts_at: Annotated[datetime, P(_("新的开始时间"))], why: Annotated[str, WHY]):
    """Begin later, times and end move along; everybody confirmed has to confirm again. Refuses: DAYS, what `see_it_stands_alone` refuses."""
    see_it_stands_alone(offer)
    if starts_at <= offer.starts_at:
        raise words.DAYS(field="starts_at")
    seats, shift = Seats(ctx, offer.pk), starts_at - offer.starts_at
    put_off(ctx, seats, shift, offer.ends_at + shift)
    offer.starts_at, offer.ends_at = seats.offer.starts_at, seats.offer.ends_at


@act(
    "enrolment.change_seats", Offer, label=_("调整名额"), past=_("已调整"), by=RUNNERS, when=lambda o: o.state != words.O.CANCELLED, icon="event_seat"
)
def change_seats(ctx, offer, *, seats: Annotated[int, P(_("名额"), least=1, most=MOST_SEATS)], why: Annotated[str, WHY]):
    """Change the number of seats; new ones go to who waits. Refuses: SEATS_TAKEN below what is taken or kept for quotas."""
    held = Seats(ctx, offer.pk)
    least = held.offer.taken + held.offer.left - held.free
    if seats < least:
        raise words.SEATS_TAKEN(taken=least)
    held.offer.seats = seats
    promote(held)
    held.save()
    take_over(offer, held.offer)


@act(
    "enrolment.give_quota",
    Offer,
    label=_("分配组织名额"),
    past=_("已分配"),
    by=RUNNERS,
    when=lambda o: o.state in (words.O.DRAFT, words.O.OPEN) and not o.commitment,
    icon="groups",
)
def give_quota(
    ctx,
    offer,
    *,
    node: Annotated[Node, P(_("组织"))],
    seats: Annotated[int, P(_("名额"), least=1, most=MOST_SEATS)],
    release_at: Annotated[datetime, P(_("释放时间"), help=_("未用的名额此时转给候补和所有人"))],
    priority: Annotated[str | None, P(_("限于"), choices=words.priorities, help=_("只给其中这一类职工；不填为该组织所有人"))] = None,
):
    """
    Keep seats for those below a node, or for those of them whom a priority means, until a moment; before the rules are published.

    Refuses: QUOTA_TWICE, NO_SEATS_LEFT, DAYS.
    """
    held = Seats(ctx, offer.pk)
    if any((quota.node_id, quota.priority) == (node.pk, priority or "") for quota in held.quotas.values()):
        raise words.QUOTA_TWICE(node=node)
    if seats > held.free:
        raise words.NO_SEATS_LEFT(free=held.free)
    if not ctx.at < release_at <= offer.starts_at:
        raise words.DAYS(field="release_at")
    ctx.create(Quota, offer=offer, node=node, priority=priority or "", seats=seats, release_at=release_at)


@act("enrolment.settle", Offer, label=_("清理到期占位并递补"), past=_("已递补"), by=RUNNERS, when=lambda o: o.state in (words.O.OPEN, words.O.CLOSED))
def settle_now(ctx, offer):
    """Let go what was held too long, release quotas whose time has come, promote who waits. The house does this every minute too."""
    settle_offer(ctx, offer)


def settle_offer(ctx, offer) -> None:
    seats = Seats(ctx, offer.pk)
    promote(seats)
    seats.save()
    take_over(offer, seats.offer)


def take_over(offer: Offer, settled: Offer) -> None:
    """What the settling has written on its own copy of the row."""
    for name in ("seats", "taken", "queue", "full_at", "full_hours", "drawn_at"):
        setattr(offer, name, getattr(settled, name))
