"""Entering for a meeting, being looked at, and choosing."""

from typing import Annotated

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.acts import ask
from gonghui.commons.enrolment.models import Offer
from gonghui.commons.enrolment.reads import open_offers
from gonghui.commons.enrolment.rules import said
from gonghui.commons.enrolment.settle import move, release
from gonghui.commons.enrolment.words import COMING, Channel, E
from gonghui.commons.parties.reads import own_person
from gonghui.kernel.access.roles import MEMBER, UPPER
from gonghui.kernel.clock import now
from gonghui.kernel.ledger.act import WHY, P, act
from gonghui.kernel.notices.outbox import tell
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.store import hold

from . import words
from .models import Entrant, Pick

OPEN = P(_("联谊活动"), pick=lambda rows, viewer: open_offers(now()).filter(kind=words.SEATS))


@act("family.enter", Entrant, label=_("报名联谊"), past=_("已报名，待核验"), by=(MEMBER,), at="offer", icon="favorite", main=True)
def enter(
    ctx, *, offer: Annotated[Offer, OPEN], contact: Annotated[str, P(_("联系方式"), help=_("互选成功后才告知对方"), max_length=50)],
    single: Annotated[bool, P(_("本人声明单身"))] = False, consent: Annotated[bool, P(_("同意互选后交换联系方式"))] = False,
    says: Annotated[str, P(_("自我介绍"), long=True, max_length=300)] = "",
):  # fmt: skip
    """Ask for a seat at a meeting. Refuses: NO_PERSON, NOT_SINGLE, NO_CONSENT, and every reason of enrolment (age, identity, seats)."""
    person = own_person(ctx.viewer)
    if person is None:
        raise words.NO_PERSON()
    if not single:
        raise words.NOT_SINGLE()
    if not consent:
        raise words.NO_CONSENT()
    row = ask(ctx, offer, person, None, channel=Channel.PORTAL, consent=True)
    return ctx.create(
        Entrant, node=row.node, offer=offer, enrolment=row, person=person, badge=row.number, says=says, salt=new_salt(), contact=contact, on=ctx.day
    )


@act("family.check", Entrant, label=_("核验通过"), past=_("已核验"), by=UPPER, icon="verified_user", main=True)
def check(ctx, entrant):
    """Identity and marital status have been looked at."""
    tell(ctx, entrant.person.account, _("您的联谊报名已通过核验。"))


@act("family.turn_down", Entrant, label=_("核验不通过"), past=_("已告知"), by=UPPER, icon="block")
def turn_down(ctx, entrant, *, why: Annotated[str, WHY]):
    """The check does not hold; the seat is free, and the contact is blanked."""
    leave(ctx, entrant)
    tell(ctx, entrant.person.account, _("您的联谊报名未通过核验，如有疑问请联系主办方。"))


@act("family.withdraw", Entrant, label=_("退出并删除联系方式"), past=_("已退出"), by=(MEMBER,), icon="logout")
def withdraw(ctx, entrant):
    """Take the consent back: the contact is blanked, and no pair tells it any more."""
    leave(ctx, entrant)


def leave(ctx, entrant: Entrant) -> None:
    entrant.contact, entrant.says = "", ""
    if entrant.enrolment.state in COMING:
        release(ctx, entrant.enrolment)
        move(ctx, entrant.enrolment, "enrolment.cancel")


@act(
    "family.choose",
    Entrant,
    label=_("互选"),
    past=_("已选择，对方不会看到"),
    by=(MEMBER,),
    icon="favorite",
    main=True,
    when=lambda e: e.state == "checked",
)
def choose(ctx, entrant, *, badge: Annotated[int, P(_("对方胸牌号"), least=1, most=1_000_000)]):
    """
    Choose somebody who is there, by the badge. Only where both have chosen are both told.

    Refuses: NOT_BEGUN, NO_BADGE, ONESELF, CHOSEN.
    """
    if ctx.at < entrant.offer.starts_at:
        raise words.NOT_BEGUN(at=said(entrant.offer.starts_at))
    hold(f"choices {entrant.offer_id}")  # two who choose each other at one moment are a pair once
    there = (
        Entrant.objects.for_act("choosing")
        .filter(offer=entrant.offer_id, state="checked", enrolment__state=E.ATTENDED)
        .select_related("person__account")
    )
    other = there.filter(badge=badge).first()
    if other is None or not there.filter(pk=entrant.pk).exists():
        raise words.NO_BADGE(badge=badge)
    if other.pk == entrant.pk:
        raise words.ONESELF()
    made = Pick.objects.for_act("choosing")
    if made.filter(entrant=entrant, other=other).exists():
        raise words.CHOSEN(badge=badge)
    pair = made.filter(entrant=other, other=entrant).exists()
    ctx.create(Pick, entrant=entrant, other=other, pair=pair, on=timezone.localdate(ctx.at))
    for one in (entrant, other) if pair else ():
        tell(ctx, one.person.account, _("有人与您互相选择，请在“我的联谊”查看联系方式。"))


def pairs_of(entrant: Entrant) -> str:
    """Badge and contact of everybody with whom the choice is mutual; for the entrant alone."""
    back = Pick.objects.for_act("one's own pairs").filter(other=entrant).values("entrant")
    mine = Pick.objects.for_act("one's own pairs").filter(entrant=entrant, other__in=back, other__state="checked").select_related("other")
    return "；".join(f"{row.other.badge}号：{row.other.contact}" for row in mine.order_by("pk"))
