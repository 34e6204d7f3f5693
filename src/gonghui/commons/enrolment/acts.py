"""Enrolling, confirming, cancelling, being there or not."""

from typing import Annotated

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from gonghui.commons.parties import rules as numbers
from gonghui.commons.parties.acts import new_person
from gonghui.commons.parties.models import Person
from gonghui.commons.parties.reads import own_person, person_by_id
from gonghui.kernel import config
from gonghui.kernel.access.roles import MEMBER
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.refusal import Refused

from . import reads, words
from .hooks import see_it_stands_alone
from .keeping import asking
from .models import Enrolment, Offer
from .offer_acts import RUNNERS
from .rules import said
from .settle import Seats, one_at_a_time, release, settle
from .strikes import strike
from .words import E


def _open(rows, viewer):
    """What may be chosen by whoever wants to enrol."""
    return reads.open_offers(now())


def ask(ctx, offer: Offer, person: Person, guardian: Person | None, *, channel, healthy=False, consent=False) -> Enrolment:
    """One person asks for one seat. Refuses: every reason against it at once; FULL."""
    seats = Seats(ctx, offer.pk)
    one_at_a_time([person.pk])
    facts, against = reads.looked_at(seats.offer, person, guardian, ctx.at, healthy=healthy, consent=consent)
    if not against and (moment := reads.room_until(seats.offer, person, ctx.at)) is not None:
        against = [words.IN_ROOM(seconds=-int((ctx.at - moment).total_seconds() // 1)).refusals[0]]
    if against:
        raise Refused(*against)
    groups = reads.groups_at(seats.quotas.values(), [(person.pk, guardian and guardian.pk)], offer)[person.pk]
    return settle(seats, [asking(seats, person, guardian, channel=channel, paths=facts.paths, groups=groups, turns=facts.turns)])[0]


HEALTHY = Annotated[bool, P(_("我声明身体状况适合参加"))]
CHILD_NAME = Annotated[str, P(_("子女姓名"), max_length=60)]
CHILD_ID = Annotated[str, P(_("子女身份证号"), max_length=40)]
CONSENT = Annotated[bool, P(_("我是监护人，同意为本次报名处理子女信息"))]


@act("enrolment.enrol", Enrolment, label=_("报名"), past=_("已提交报名"), by=(MEMBER,), at="offer", icon="how_to_reg", main=True)
def enrol(
    ctx,
    *,
    offer: Annotated[Offer, P(_("报名项"), pick=_open)],
    healthy: HEALTHY = False,
    child_name: CHILD_NAME = "",
    child_id_no: CHILD_ID = "",
    consent: CONSENT = False,
):
    """
    A worker enrols, or a guardian enrols a child. Confirmed, held until confirmed, or waitlisted.

    Refuses: NOT_KNOWN, every reason of `rules.reasons` at once, FULL, what names and numbers refuse.
    """
    person, guardian = who_asks(ctx, offer, child_name, child_id_no)
    return ask(ctx, offer, person, guardian, channel=words.Channel.PORTAL, healthy=healthy, consent=consent)


def who_asks(ctx, offer: Offer, child_name: str, child_id_no: str) -> tuple[Person, Person | None]:
    """The person of the account, or their child and they as its guardian. Refuses: NOT_KNOWN, what `child_of` refuses."""
    person = own_person(ctx.viewer)
    if person is None:
        raise words.NOT_KNOWN()
    if offer.for_children and child_name and child_id_no:
        return child_of(ctx, person, child_name, child_id_no), person
    return person, None


def child_of(ctx, guardian: Person, name: str, number: str) -> Person:
    """The child's row, made if there is none. Refuses: what `id_number` and `person_name` refuse, NO_GUARDIAN for an adult, OTHER_NAME."""
    name, number = numbers.person_name(name), numbers.id_number(number, ctx.day)
    if numbers.age_on(numbers.birth_of(number), ctx.day) >= reads.rules.ADULT:
        raise words.NOT_A_CHILD()
    child = person_by_id(number)
    if child is not None and (child.name != name or child.pk == guardian.pk):
        raise words.OTHER_NAME()
    return child or new_person(ctx, name=name, id_no=number)


@act("enrolment.enter", Enrolment, label=_("代为报名"), past=_("已代为报名"), by=RUNNERS, at="offer", icon="person_add")
def enter(
    ctx,
    *,
    offer: Annotated[Offer, P(_("报名项"))],
    person: Annotated[Person, P(_("参加人"))],
    why: Annotated[str, WHY],
    guardian: Annotated[Person | None, P(_("监护人"))] = None,
    healthy: Annotated[bool, P(_("本人已声明身体适合"))] = False,
    consent: Annotated[bool, P(_("监护人已书面同意"))] = False,
):
    """An officer enters somebody on paper, by the same rules and in the same line; there is no back door. Refuses as `enrol`."""
    return ask(ctx, offer, person, guardian, channel=words.Channel.OFFICE, healthy=healthy, consent=consent)


def in_time(row: Enrolment) -> bool:
    """Whether cancelling now is free: a confirmed seat until `enrol.cancel_hours` before the beginning, anything else always."""
    return row.state != E.CONFIRMED or not late(row)


def late(row: Enrolment) -> bool:
    moment = now()
    hours = config.value("enrol.cancel_hours", row.offer.node, row.offer.starts_on)
    return (row.offer.starts_at - moment).total_seconds() < hours * 3600


@act("enrolment.confirm", Enrolment, label=_("确认报名"), past=_("已确认"), by=(MEMBER,), icon="check", main=True)
def confirm(ctx, row):
    """Confirm a held seat in time. Refuses: TOO_LATE."""
    keep_seat(ctx, row)


@act("enrolment.accept", Enrolment, label=_("接受递补名额"), past=_("已确认"), by=(MEMBER,), icon="check", main=True)
def accept(ctx, row):
    """Accept the seat that has come free. Refuses: TOO_LATE."""
    keep_seat(ctx, row)


def keep_seat(ctx, row: Enrolment) -> None:
    if row.held_until is not None and row.held_until <= ctx.at:
        raise words.TOO_LATE()
    row.held_until = None


@act("enrolment.cancel", Enrolment, label=_("取消报名"), past=_("已取消，不记爽约"), by=(MEMBER,), when=in_time, icon="close")
def cancel(ctx, row):
    """Give the seat back in time: no strike, and who waits longest is offered it."""
    release(ctx, row)


@act("enrolment.cancel_late", Enrolment, label=_("逾期取消（记一次爽约）"), past=_("已取消，记一次爽约"), by=(MEMBER,), when=late, icon="close")
def cancel_late(ctx, row):
    """Give the seat back so late that it is a strike. Source: handbook, 'Enrolment state machine'; `enrol.cancel_hours`."""
    strike(ctx, row)
    release(ctx, row)


@act("enrolment.promote", Enrolment, label=_("递补"), past=_("已递补"))
def promote_one(ctx, row):
    """The house offers a free seat to who waits longest. Refuses: FULL when there is none."""
    seats = Seats(ctx, row.offer_id)
    if not seats.take(row, words.Given.LIST):
        raise words.FULL()
    row.held_until = row.offer.starts_at
    seats.save()


@act("enrolment.lapse", Enrolment, label=_("收回逾期占位"), past=_("已收回"))
def lapse(ctx, row):
    """The house takes back a seat nobody confirmed."""
    release(ctx, row)


@act("enrolment.attend", Enrolment, label=_("到场"), past=_("已登记到场"), by=RUNNERS, icon="done_all", main=True)
def attend(ctx, row):
    """Was there. Refuses: NOT_BEGUN, what `see_it_stands_alone` refuses."""
    see_it_stands_alone(row.offer)
    begun(ctx, row.offer)


@act("enrolment.miss", Enrolment, label=_("未到"), past=_("已登记未到，记一次爽约"), by=RUNNERS, icon="person_off")
def miss(ctx, row):
    """Never came: a strike. Refuses: NOT_BEGUN, what `see_it_stands_alone` refuses."""
    see_it_stands_alone(row.offer)
    begun(ctx, row.offer)
    strike(ctx, row)


@act("enrolment.drop", Enrolment, label=_("缺席除名"), past=_("已除名，记一次爽约"), by=RUNNERS, icon="person_remove")
def drop(ctx, row, *, why: Annotated[str, WHY]):
    """Absent twice in a row without leave: a strike, and the seat may be used again. Refuses: NOT_BEGUN."""
    begun(ctx, row.offer)
    strike(ctx, row)
    release(ctx, row)


def begun(ctx, offer: Offer) -> None:
    if ctx.at < offer.starts_at:
        raise words.NOT_BEGUN(at=said(offer.starts_at))


@act("enrolment.rate", Enrolment, label=_("评价"), past=_("已评价"), by=(MEMBER,), when=lambda e: e.stars is None, icon="star")
def rate(ctx, row, *, stars: Annotated[int, P(_("评分（1—5）"), least=1, most=5)], says: Annotated[str, P(_("评价"), max_length=200)] = ""):
    """Rate what one has attended, once, after the last time one came together, else after its end. Refuses: NOT_OVER."""
    over = row.offer.sittings.for_act("after the last").aggregate(at=Max("ends_at"))["at"] or row.offer.ends_at
    if ctx.at < over:
        raise words.NOT_OVER(at=said(over))
    row.stars, row.says = stars, says
