"""Finding polls and receipts, and votes by choices."""

from django.db.models import Count

from gonghui.commons.parties.reads import member_paths, own_person
from gonghui.kernel.privacy.crypto import blind

from . import words
from .models import Ballot, Choice, Elector, Option, Poll


def open_polls(at):
    """Polls in which ballots are taken now or soon; that they are held is public."""
    return Poll.objects.for_act("open polls are for everybody").filter(state=words.S.OPEN, closes_at__gt=at)


def posted():
    """Results everybody may read."""
    return Poll.objects.for_act("posted results are for everybody").filter(state=words.S.POSTED)


def options_of(poll) -> list[Option]:
    return list(Option.objects.for_act("options of a poll").filter(poll=poll).order_by("number"))


def may_vote(poll: Poll, viewer) -> object | None:
    """Why a viewer may not vote in a poll, or None: the refusal, not raised."""
    person = own_person(viewer)
    if poll.electorate == words.Electorate.LISTED:
        listed = person is not None and Elector.objects.for_act("who may vote").filter(poll=poll, person=person).exists()
        return None if listed else words.NOT_LISTED()
    if poll.electorate == words.Electorate.MEMBERS:
        paths = member_paths([person.pk]).get(person.pk, ()) if person is not None else ()
        return None if any(path.startswith(poll.for_node.path) for path in paths) else words.NOT_MEMBER(node=poll.for_node)
    return None


def voter_of(poll_id: int, who: str) -> bytes:
    """The keyed hash by which a voter is known in one poll, and in no other."""
    return blind("voter", f"{poll_id}:{who}")


def receipt_of(code: str) -> bytes:
    return blind("receipt", code.replace(" ", "").replace("-", "").lower())


def ballot_by(code: str) -> Ballot | None:
    """The ballot a receipt belongs to."""
    return Ballot.objects.for_act("whoever holds the receipt").filter(receipt=receipt_of(code)).select_related("poll").first()


def by_choices(poll) -> dict[int, int]:
    """Votes by number of option: one statement over the choices of ballots that count."""
    rows = Choice.objects.for_act("count").filter(ballot__poll=poll, ballot__set_aside="")
    return dict(rows.values_list("option__number").annotate(n=Count("pk")).order_by())
