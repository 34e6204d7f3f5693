"""From the quota to the settled trip. Source: handbook, programmes 8."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment import reads
from gonghui.commons.enrolment.acts import ask
from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.enrolment.offer_acts import MOST_SEATS, save_offer
from gonghui.commons.enrolment.offer_acts import call_off as call_offer_off
from gonghui.commons.enrolment.rules import months_after
from gonghui.commons.enrolment.settle import move
from gonghui.commons.enrolment.words import Channel, E, O
from gonghui.commons.parties.models import Person
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.plans.reads import to_point_to
from gonghui.kernel import config
from gonghui.kernel.access.roles import OFFICERS, UPPER
from gonghui.kernel.ledger.act import CREATING, WHY, P, act
from gonghui.kernel.notices.posting import PHONE, put_up, see_it_over
from gonghui.kernel.tree.models import Node

from . import words
from .models import Trip

OPEN = P(_("疗休养批次"), pick=lambda rows, viewer: rows.for_act("a batch above is open to the unions below").filter(state="open"))
MONEY = {"least": 0, "most": 100_000_000}


def moment(day: date, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, at))


@act("recuperation.plan", Trip, label=_("安排批次"), past=_("已安排，可分配名额"), by=UPPER, icon="luggage", main=True)
def plan(
    ctx, *, node: Annotated[Node, P(_("组织单位"))], title: Annotated[str, P(_("名称"), max_length=100)], site: Annotated[str, P(_("疗休养地"), max_length=60)],
    since: Annotated[date, P(_("出发日期"))], until: Annotated[date, P(_("返回日期"))], closes_on: Annotated[date, P(_("推荐截止日期"))],
    seats: Annotated[int, P(_("名额"), least=1, most=MOST_SEATS)], far: Annotated[bool, P(_("省外"))] = False,
    route: Annotated[str, P(_("交通与行程"), max_length=200)] = "", plan: Annotated[PlanItem | None, P(_("年度名额"), pick=to_point_to)] = None,
):  # fmt: skip
    """Plan a batch; its offer takes nominations at once, and quotas by organisation. Refuses: DAYS, TOO_LONG (config by distance)."""
    if not ctx.day <= closes_on < since <= until:
        raise words.DAYS()
    most = config.value("recuperation.days_far" if far else "recuperation.days_near", node, since)
    if (days := (until - since).days + 1) > most:
        raise words.TOO_LONG(days=days, most=most)
    batch = ctx.create(Trip, node=node, title=title, site=site, far=far, since=since, until=until, route=route, plan=plan)
    batch.offer = save_offer(
        ctx, node=node, title=title, seats=seats, opens_at=ctx.at, closes_at=moment(closes_on, time(23, 59)), starts_at=moment(since, time()),
        ends_at=moment(until, time(23, 59)), about=batch, kind=words.SEATS, at_place=site,
    )  # fmt: skip
    batch.offer.state = O.OPEN
    batch.offer.save()
    batch.save()
    return batch


@act("recuperation.nominate", Enrolment, label=_("推荐疗休养人员"), past=_("已推荐"), by=OFFICERS, icon="person_add", main=True)
def nominate(ctx, *, node: Annotated[Node, P(_("推荐工会"))], batch: Annotated[Trip, OPEN], person: Annotated[Person, P(_("职工"))]):
    """A union puts a worker forward, on its quota if it has one. Refuses: AGAIN and every reason of `enrolment.rules.reasons`."""
    return ask(ctx, batch.offer, person, None, channel=Channel.OFFICE)


def travelled_before(offer, found: dict) -> None:
    """Who has been to another province within the years a province sets does not go again; what enrolment asks of this kind."""
    batch = Trip.objects.for_act("the batch of an offer").filter(pk=offer.about_id, far=True).select_related("node").first()
    if batch is None:
        return
    years = config.value("recuperation.again_years", batch.node, batch.since)
    far = Trip.objects.for_act("repeat rule").filter(far=True, since__gt=months_after(batch.since, -12 * years), since__lt=batch.since)
    gone = Enrolment.objects.for_act("repeat rule").filter(person__in=found, state=E.ATTENDED, offer__in=far.values("offer"))
    for person, day in gone.values_list("person", "offer__starts_on"):
        found[person].further.append(words.AGAIN(day=day, years=years).refusals[0])


reads.FURTHER[words.SEATS] = travelled_before


def roster(batch: Trip):
    """Who has a seat."""
    return (
        Enrolment.objects.for_act("roster of a batch")
        .filter(offer=batch.offer_id, state=E.CONFIRMED)
        .select_related("person", "offer")
        .order_by("number")
    )


@act("recuperation.post", Trip, label=_("公示名单"), past=_("已公示"), by=UPPER, icon="campaign", main=True)
def post(ctx, batch, *, phone: PHONE):
    """Post who is to travel; nominations end. Refuses: NOBODY and what `put_up` refuses."""
    names = "、".join(row.name for row in roster(batch))
    if not names:
        raise words.NOBODY()
    text = f"{batch.title}（{batch.site}，{batch.since} 至 {batch.until}）\n{names}"
    put_up(ctx, node=batch.node, title=batch.title, text=text, phone=phone, about=batch)
    batch.offer.state = O.CLOSED
    batch.offer.save()


@act(
    "recuperation.lock",
    Trip,
    label=_("批准并锁定名单"),
    past=_("已锁定"),
    by=UPPER,
    apart_from=(CREATING, "recuperation.post"),
    icon="lock",
    main=True,
)
def lock(ctx, batch):
    """Approve the roster once its posting is over; not by whoever planned or posted it. Refuses what `see_it_over` refuses."""
    see_it_over(ctx, batch)


@act("recuperation.depart", Trip, label=_("出发"), past=_("已出发"), by=UPPER, icon="directions_bus", main=True)
def depart(ctx, batch):
    """The batch sets out. Refuses: NOT_YET."""
    if ctx.day < batch.since:
        raise words.NOT_YET(day=batch.since)


@act("recuperation.come_back", Trip, label=_("返回"), past=_("已返回"), by=UPPER, icon="home", main=True)
def come_back(ctx, batch, *, missing: Annotated[list[Person], P(_("未成行人员"), help=_("未成行的不计人数"))] = ()):
    """The batch is back; everybody on the roster travelled but those who are named. Refuses: NONE_WENT."""
    stayed, batch.went = {person.pk for person in missing}, 0
    for row in roster(batch).select_for_update(of=("self",)):
        move(ctx, row, "enrolment.miss" if row.person_id in stayed else "enrolment.attend")
        batch.went += row.person_id not in stayed
    if not batch.went:
        raise words.NONE_WENT()


@act("recuperation.settle", Trip, label=_("结算"), past=_("已结算"), by=UPPER, apart_from=(CREATING,), icon="receipt_long", main=True)
def settle(
    ctx, batch, *, cost: Annotated[Decimal, P(_("总费用（元）"), **MONEY)], own: Annotated[Decimal, P(_("个人承担（元）"), **MONEY)] = Decimal(0)
):
    """Settle what it cost a person and day; what goes over the rate the persons bear. Refuses: OVER_RATE. Source: `recuperation.day_rate`."""
    most, rate = config.value("recuperation.day_rate", batch.node, batch.since), (cost - own) / (batch.went * batch.days)
    if rate > most or cost <= 0 or own > cost:
        raise words.OVER_RATE(rate=round(rate, 2), most=most)
    batch.cost, batch.own = cost, own


@act("recuperation.call_off", Trip, label=_("取消批次"), past=_("已取消"), by=UPPER, icon="event_busy")
def call_off(ctx, batch, *, why: Annotated[str, WHY]):
    """Call it off; everybody is told."""
    call_offer_off.run(ctx, batch.offer, why=why)
    batch.offer.state = O.CANCELLED
    batch.offer.save()
