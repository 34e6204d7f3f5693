"""What hangs on unions: members pass over with them, and a union ends only without members."""

from gonghui.commons.parties import hooks as persons
from gonghui.lines.organization.orgs import hooks
from gonghui.lines.organization.orgs.words import STILL_MEMBERS

from . import words
from .models import Correction, Membership, Spell
from .stay_acts import ONE_DAY


def refuse_with_members(ctx, union) -> None:
    count = Membership.objects.for_act("dissolve").filter(union=union, state__in=words.OPEN).count()
    if count:
        raise STILL_MEMBERS(count=count)


def members_follow(ctx, union, into, employers, on) -> None:
    """Members of a merged union, or of the employers that pass over, belong to the other union from `on`: set statements."""
    rows = Membership.objects.for_act("pass over").filter(union=union, state__in=words.OPEN)
    if employers is not None:
        rows = rows.filter(employer__in=employers)
    picked = list(rows.values_list("pk", flat=True))
    spells = Spell.objects.for_act("pass over").filter(membership__in=picked, until=None)
    standing = list(spells)
    spells.filter(since__lt=on).update(until=on - ONE_DAY)
    spells.filter(since__gte=on).update(node=into.node, slot=into.node.slot)
    fresh = [
        Spell(
            membership_id=s.membership_id,
            person_id=s.person_id,
            node=into.node,
            slot=into.node.slot,
            since=on,
            retained=s.retained,
            new_form=s.new_form,
        )
        for s in standing
        if s.since < on
    ]
    Spell.objects.for_act("pass over").bulk_create(fresh, batch_size=500)
    Membership.objects.for_act("pass over").filter(pk__in=picked).update(union=into, node=into.node, slot=into.node.slot)
    ctx.note_many(Membership, [(pk, into.node_id, "", "", {"union_id": [union.pk, into.pk]}) for pk in picked])


def keep_while_member(ctx, person) -> None:
    """Refuses: STILL_OPEN while a membership or an application stands."""
    open_one = Membership.objects.for_act("erase").filter(person=person, state__in=words.OPEN).select_related("union__node").first()
    if open_one is not None:
        raise words.STILL_OPEN(union=open_one.union)


def blank_requests(ctx, person) -> None:
    """What a person wrote of themselves goes with them; requests still open have nothing left to mend."""
    for request in Correction.objects.for_act("erase").filter(membership__person=person):
        if request.state == words.RequestState.FILED:
            request.state, request.settled_on = words.REQUEST.step(request.state, "parties.erase").to, ctx.day
        request.says = request.answer = request.salt = b""
        request.save()


persons.before_erasing.append(keep_while_member)
persons.on_erasing.append(blank_requests)
hooks.before_dissolving.append(refuse_with_members)
hooks.on_passing.append(members_follow)
