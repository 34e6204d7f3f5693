"""Finding memberships."""

from gonghui.commons.parties.models import Person
from gonghui.kernel.notices.models import Message
from gonghui.lines.organization.orgs import words as orgs_words
from gonghui.lines.organization.orgs.reads import JOINABLE

from . import words
from .models import Card, Membership, Transfer


def receiving(unions):
    """Unions that take members."""
    return unions.for_act("choosing a union to join").filter(state__in=orgs_words.LIVE, node__kind__in=JOINABLE)


def phone_of(account) -> str:
    """The number an account was opened with, from the code that was sent to it."""
    message = Message.objects.for_act("own number").filter(to_hash=account.phone_hash).order_by("-pk").first()
    return message.to if message else ""


def own_person(viewer) -> Person | None:
    return Person.objects.within(viewer).filter(account=viewer.account_id).first() if viewer.account_id else None


def own_membership(viewer) -> Membership | None:
    """The viewer's open membership, else the last one."""
    if not viewer.account_id:
        return None
    rows = Membership.objects.for_act("own membership").filter(person__account=viewer.account_id).select_related("union__node__parent", "person")
    return rows.filter(state__in=words.OPEN).first() or rows.order_by("-pk").first()


def own_card(membership: Membership) -> Card | None:
    return Card.objects.for_act("own card").filter(membership=membership).exclude(state="cancelled").first()


def open_transfer(membership: Membership) -> Transfer | None:
    return Transfer.objects.for_act("own transfer").filter(membership=membership, state="asked").select_related("to__node").first()
