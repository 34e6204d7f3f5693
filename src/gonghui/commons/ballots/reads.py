"""Finding polls and receipts, and votes by choices."""

from django.db.models import Count, Q, Window
from django.db.models.functions import RowNumber, TruncMinute

from gonghui.commons.parties.reads import member_paths, own_person
from gonghui.kernel.config import value
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.privacy.crypto import blind

from . import words
from .models import Ballot, Choice, Elector, Option, Poll, Turnout


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


def device_of(poll_id: int, device: str) -> bytes | None:
    """The keyed hash by which a device is known in one poll, and in no other; None where nothing is known of it."""
    return blind("device", f"{poll_id}:{device}") if device else None


def per_device(poll: Poll, day) -> int:
    """Ballots of one device that are taken on a day."""
    return value("poll.per_device_day", poll.node, day)


def full_devices(poll: Poll, devices, day) -> dict[bytes, int]:
    """How many ballots that count these devices have cast on a day."""
    rows = Ballot.objects.for_act("ballots of a device").filter(poll=poll, device__in=[d for d in devices if d], on=day, set_aside="")
    return {bytes(device): n for device, n in rows.values_list("device").annotate(n=Count("pk")).order_by()}


def over_device(poll: Poll, limit: int) -> list[tuple[int, int]]:
    """Ballots that count beyond what one device may cast on a day, by lot which of them: (number, node)."""
    nth = Window(RowNumber(), partition_by=["device", "on"], order_by="pk")
    rows = Ballot.objects.for_act("ballots of a device").filter(poll=poll, set_aside="").exclude(device=None)
    return list(rows.annotate(nth=nth).filter(nth__gt=limit).values_list("pk", "node_id"))


def busiest(poll: Poll):
    """Devices that have cast more than one ballot on a day: digest, day, ballots, how many of them are set aside; most first."""
    rows = Ballot.objects.for_act("devices of a poll in reach").filter(poll=poll).exclude(device=None)
    told = rows.values_list("device", "on").annotate(n=Count("pk"), aside=Count("pk", filter=~Q(set_aside=""))).filter(n__gt=1)
    return told.order_by("-n", "on", "device")


def bursts(poll: Poll):
    """The minutes in which most people voted here: minute, how many. Who voted how is not known, so that a minute leads to no ballot."""
    told = Event.objects.for_act("minutes of a poll in reach").filter(noun=Turnout._meta.label_lower, link__act__in=("ballots.cast", "poll.group"))
    rows = told.filter(subject__in=Turnout.objects.for_act("minutes of a poll in reach").filter(poll=poll).values("pk"))
    return rows.annotate(minute=TruncMinute("link__at")).values_list("minute").annotate(n=Count("pk")).order_by("-n", "minute")


def ballot_by(code: str) -> Ballot | None:
    """The ballot a receipt belongs to."""
    return Ballot.objects.for_act("whoever holds the receipt").filter(receipt=receipt_of(code)).select_related("poll").first()


def by_choices(poll) -> dict[int, int]:
    """Votes by number of option: one statement over the choices of ballots that count."""
    rows = Choice.objects.for_act("count").filter(ballot__poll=poll, ballot__set_aside="")
    return dict(rows.values_list("option__number").annotate(n=Count("pk")).order_by())
