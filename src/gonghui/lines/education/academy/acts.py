"""Building the academy, and a class from the request of a client to its settlement."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext_lazy as _

from gonghui.commons.activities.filing import file_held
from gonghui.commons.money.models import Receipt
from gonghui.commons.places.models import Place
from gonghui.kernel.access.roles import MEMBER, OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.tree.models import Node

from . import words
from .freeing import free_nights, free_rooms
from .house_words import UNEQUAL
from .models import Booking, Milestone, Project

ON = Annotated[date, P(_("日期"))]
ANY = Annotated[Place, P(_("学院"), pick=lambda rows, viewer: rows.for_act("guests come from anywhere").filter(kind=words.ACADEMY, state="open"))]
OWN = Annotated[Place | None, P(_("建成的阵地"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.ACADEMY))]
PAID = Annotated[Receipt, P(_("结算收入"), pick=lambda rows, viewer: rows.within(viewer).filter(kind=words.FEE))]


def past(ctx, on: date, first: date | None) -> None:
    """Refuses: IN_FUTURE, DAYS (before what went before)."""
    if on > ctx.day:
        raise words.IN_FUTURE(day=on)
    if first is not None and on < first:
        raise words.DAYS(day=first, field="on")
    ctx.on = on


@act("academy.plan_project", Project, label=_("项目立项"), past=_("已立项"), by=UPPER, icon="architecture", main=True)
def plan_project(
    ctx, *, node: Annotated[Node, P(_("建设组织"))], name: Annotated[str, P(_("项目名称"), max_length=100)],
    land: Annotated[Decimal, P(_("规划占地（亩）"), least=0, most=100_000)], investment: Annotated[Decimal, P(_("计划投资（元）"), least=0, most=10**12)], on: ON,
    brand_years: Annotated[int | None, P(_("形成品牌的目标年限"), least=1, most=50)] = None,
):  # fmt: skip
    """Plan something to be built, with what it is to measure and to reach. Refuses: IN_FUTURE."""
    past(ctx, on, None)
    return ctx.create(Project, node=node, name=name, land=land, investment=investment, brand_years=brand_years, planned_on=on)


@act("academy.start_project", Project, label=_("开工"), past=_("已开工"), by=UPPER, icon="construction", main=True)
def start_project(ctx, project, *, on: ON):
    """The ground is broken. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, project.planned_on)
    project.started_on = on


@act("academy.set_milestone", Milestone, label=_("设节点"), past=_("已设节点"), by=UPPER, at="project", icon="flag")
def set_milestone(
    ctx,
    *,
    project: Annotated[Project, P(_("建设项目"))],
    title: Annotated[str, P(_("节点"), max_length=100)],
    due_on: Annotated[date, P(_("计划日期"))],
):
    """Set a step of a project with its day. Refuses: DAYS before it was planned, or where there is one of that name."""
    if due_on < project.planned_on or project.milestones.for_act("once each").filter(title=title).exists():
        raise words.DAYS(day=project.planned_on, field="due_on" if due_on < project.planned_on else "title")
    return ctx.create(Milestone, node=project.node, project=project, title=title, due_on=due_on)


@act("academy.reach", Milestone, label=_("完成节点"), past=_("已完成"), by=UPPER, when=lambda m: m.reached_on is None, icon="done")
def reach(ctx, milestone, *, on: ON):
    """The step is done. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, milestone.project.planned_on)
    milestone.reached_on = on


@act("academy.accept_project", Project, label=_("验收"), past=_("已验收"), by=UPPER, apart_from=(CREATING,), icon="fact_check", main=True)
def accept_project(ctx, project, *, on: ON):
    """Another accepts what was built. Refuses: OPEN_MILESTONES, IN_FUTURE, DAYS."""
    count = project.milestones.for_act("all done").filter(reached_on=None).count()
    if count:
        raise words.OPEN_MILESTONES(count=count)
    past(ctx, on, project.started_on)
    project.accepted_on = on


@act("academy.open_project", Project, label=_("启用"), past=_("已启用"), by=UPPER, icon="celebration", main=True)
def open_project(ctx, project, *, on: ON, place: OWN = None):
    """It is opened; the years of building are those from the start. Refuses: IN_FUTURE, DAYS."""
    past(ctx, on, project.accepted_on)
    project.opened_on, project.place = on, place
    project.build_years = round((on - project.started_on).days / 365.25)


@act("academy.review_target", Project, label=_("评估目标"), past=_("已评估"), by=UPPER, icon="rate_review")
def review_target(ctx, project, *, reached: Annotated[str, P(_("目标评估"), long=True, max_length=300)]):
    """What became of the target; the plan's number stays what was planned."""
    project.reached = reached


@act("academy.drop_project", Project, label=_("取消项目"), past=_("已取消"), by=UPPER, icon="delete")
def drop_project(ctx, project, *, why: Annotated[str, WHY]):
    """It is not built; it stays visible and counts nowhere."""


@act("academy.request", Booking, label=_("预订培训"), past=_("已提交预订"), by=(MEMBER,), at="place", icon="event_seat", main=True)
def request(
    ctx, *, place: ANY, client: Annotated[str, P(_("委托单位"), max_length=100)], theme: Annotated[str, P(_("培训主题"), max_length=100)],
    people: Annotated[int, P(_("人数"), least=1, most=5000)], since: Annotated[date, P(_("报到日期"))], until: Annotated[date, P(_("离院日期"))],
):  # fmt: skip
    """Ask for a class; anybody with an account may, for whomever. Refuses: DAYS."""
    if not ctx.day <= since <= until <= since + timedelta(days=120):
        raise words.DAYS(day=max(since, ctx.day))
    return ctx.create(Booking, node=place.node, place=place, client=client, theme=theme, people=people, since=since, until=until, account=ctx.account)


@act("academy.schedule", Booking, label=_("排期"), past=_("已排期"), by=OFFICERS, icon="event_available", main=True)
def schedule(ctx, booking):
    """Fit it in: on none of its days more people than the house takes at once. Refuses: NO_SEATS, FULL."""
    place = Place.objects.for_act("places of the house").select_for_update(of=("self",), no_key=True).get(pk=booking.place_id)
    if not place.seats:
        raise words.NO_SEATS(place=place)
    rows = Booking.objects.for_act("places of the house").filter(
        place=place, state__in=words.LIVE, since__lte=booking.until, until__gte=booking.since
    )
    there = list(rows.values_list("since", "until", "people"))
    for n in range((booking.until - booking.since).days + 1):
        day = booking.since + timedelta(days=n)
        taken = sum(people for since, until, people in there if since <= day <= until)
        if taken + booking.people > place.seats:
            raise words.FULL(day=day, taken=taken, seats=place.seats, people=booking.people)


@act("academy.decline", Booking, label=_("不予安排"), past=_("未安排"), by=OFFICERS, icon="close")
def decline(ctx, booking, *, why: Annotated[str, WHY]):
    """It cannot be fitted in."""


@act("academy.cancel", Booking, label=_("取消预订"), past=_("已取消"), by=(MEMBER, *OFFICERS), icon="event_busy")
def cancel(ctx, booking, *, why: Annotated[str, WHY]):
    """The client, or the academy, gives it up; its places, beds and rooms are free."""
    free_nights(ctx, booking, booking.since)
    free_rooms(ctx, booking)


@act("academy.arrive", Booking, label=_("报到"), past=_("已报到"), by=OFFICERS, icon="login", main=True)
def arrive(ctx, booking, *, arrived: Annotated[int, P(_("实到人数"), least=0, most=5000)]):
    """They have come. Refuses: IN_FUTURE before the first day."""
    if ctx.day < booking.since:
        raise words.IN_FUTURE(day=booking.since, field="arrived")
    booking.arrived = arrived


@act("academy.conclude", Booking, label=_("结班评价"), past=_("已结班"), by=OFFICERS, icon="school", main=True)
def conclude(ctx, booking, *, stars: Annotated[int, P(_("学员评价（1—5）"), least=1, most=5)]):
    """The class is over and is counted from now on; what its people thought of it. Refuses: IN_FUTURE, what an activity refuses."""
    if ctx.day < booking.until:
        raise words.IN_FUTURE(day=booking.until, field="stars")
    booking.stars = stars
    booking.held = file_held(
        ctx, kind=words.CLASS, title=booking.theme, node=booking.node, held_on=booking.since, ended_on=booking.until, place=booking.place,
        at_place=booking.place.name, head_count=booking.arrived, partner=booking.client, another=True,
    )  # fmt: skip


@act("academy.settle", Booking, label=_("结算"), past=_("已结算"), by=OFFICERS, icon="receipt_long", main=True)
def settle(ctx, booking, *, receipt: PAID):
    """The fee has come in and was booked. Refuses: NOT_BOOKED for one that has not been, or that settled another; UNEQUAL to what was quoted."""
    receipt = Receipt.objects.for_act("as it stands now").select_for_update(of=("self",), no_key=True).get(pk=receipt.pk)
    if receipt.state != "booked" or Booking.objects.for_act("once each").filter(receipt=receipt).exists():
        raise words.NOT_BOOKED()
    if booking.quoted is not None and booking.quoted != receipt.amount:
        raise UNEQUAL(quoted=booking.quoted, paid=receipt.amount)
    booking.receipt = receipt
