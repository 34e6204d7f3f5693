"""What hangs on unions: members pass over with them, and a union ends only without members."""

from django.utils.translation import gettext_lazy as _

from gonghui.commons.enrolment.words import PRIORITIES
from gonghui.commons.parties import hooks as parties
from gonghui.lines.organization.orgs import hooks
from gonghui.lines.organization.orgs.words import STILL_MEMBERS

from . import words
from .models import Card, Correction, Membership, Spell, Transfer
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
    picked = list(rows.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
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


parties.before_erasing.append(keep_while_member)
parties.on_erasing.append(blank_requests)


def one_membership(ctx, keep, gone) -> None:
    """
    Of two open memberships at one union the earlier stays; the later is closed as a duplicate and counts nowhere.

    Refuses: BOTH_LIVE where they stand at different unions.
    """
    both = list(Membership.objects.for_act("merge").filter(person__in=(keep, gone), state__in=words.OPEN).select_related("union__node"))
    if len(both) < 2:
        return
    if both[0].union_id != both[1].union_id:
        raise words.BOTH_LIVE(one=both[0].union, two=both[1].union)
    stays, goes = sorted(both, key=lambda m: (not m.live, m.since or m.applied_on, m.pk))
    for spell in Spell.objects.for_act("merge").filter(membership=goes):
        spell.delete()
    for transfer in Transfer.objects.for_act("merge").filter(membership=goes, state="asked"):
        transfer.state, transfer.settled_on = words.TransferState.RETURNED, ctx.day
        transfer.save()
    held = Card.objects.for_act("merge").exclude(state="cancelled")
    for card in held.filter(membership=goes):
        if held.filter(membership=stays).exists():
            card.state, card.until = words.C.CANCELLED, ctx.day
        else:
            card.membership = stays
        card.save()
    goes.state, goes.until = words.M.MERGED, ctx.day if goes.since else None
    goes.save()


def stands_at(persons: list[int]) -> dict[int, list[str]]:
    """Where persons are members now, retained ones too: they keep what a member may have."""
    rows = Membership.objects.for_act("where members stand").filter(person__among=persons, state__in=words.LIVE)
    found: dict[int, list[str]] = {}
    for person, path in rows.values_list("person", "node__path"):
        found.setdefault(person, []).append(path)
    return found


def in_new_forms(persons, offer) -> set[int]:
    """Those of them who are members in a new form of employment now."""
    rows = Membership.objects.for_act("who comes first").filter(person__among=list(persons), state__in=words.LIVE)
    return set(rows.exclude(new_form="").values_list("person", flat=True))


PRIORITIES["new_form"] = _("新就业形态劳动者"), in_new_forms
parties.standing.append(stands_at)
parties.before_merging.append(one_membership)
hooks.before_dissolving.append(refuse_with_members)
hooks.on_passing.append(members_follow)
