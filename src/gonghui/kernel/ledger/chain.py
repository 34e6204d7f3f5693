"""Append to the chains, and walk them."""

from datetime import UTC
from itertools import groupby

from django.db import connection, transaction

from ..access.wall import trusted
from ..privacy import crypto
from ..store import insert, next_ids
from ..tree.kinds import slugs
from ..tree.models import Node
from .models import Chain, Event, Link

BIRTHS = "chains"  # the chain that tells of every other chain's first link, so that none can vanish
UNIT, RECORD = "\x1f", "\x1e"


def stream_for(noun: str, node: Node | None) -> str:
    """The noun, and the nearest county above the node, else the node itself: acts elsewhere do not queue."""
    if node is None:
        return noun
    if node.kind in slugs("county"):
        return f"{noun}@{node.pk}"
    above = [int(pk) for pk in node.path.split("/") if pk]
    counties = Node.objects.for_act("chain").filter(pk__in=above, kind__in=slugs("county"))
    nearest = counties.order_by("-depth").values_list("pk", flat=True).first()
    return f"{noun}@{nearest or node.pk}"


def append(run, events: list[tuple], stream: str) -> Link:
    """Write one link over `events`; the chain's row is locked here, last, and only until commit."""
    chain, born = Chain.objects.select_for_update().get_or_create(pk=stream)
    if born and stream != BIRTHS:
        append(run, [("kernel.chain", 0, None, "", "", stream)], BIRTHS)
    chain.seq += 1
    link = Link(
        chain=chain, seq=chain.seq, act=run.act.key, actor_id=run.viewer.account_id,
        at=run.at, why=run.why, rows=len(events), prev=chain.head,
    )  # fmt: skip
    rows = [(n, noun, subject, node, run.on, was, became, changes) for n, (noun, subject, node, was, became, changes) in enumerate(events)]
    link.hash = chain.head = digest(link, rows)
    link.save()
    chain.save()
    if len(rows) < 100:
        Event.objects.bulk_create(
            [Event(link=link, n=r[0], noun=r[1], subject=r[2], node_id=r[3], on=r[4], came_from=r[5], went_to=r[6], changes=r[7]) for r in rows]
        )
    else:
        ids = next_ids(Event, len(rows))
        fields = ("id", "link_id", "n", "noun", "subject", "node_id", "on", "came_from", "went_to", "changes")
        insert(Event, fields, ((pk, link.pk, *row) for pk, row in zip(ids, rows, strict=True)))
    return link


def digest(link: Link, rows) -> bytes:
    """HMAC-SM3 over the link before, the link and its events; the key is not in the database."""
    at = link.at.astimezone(UTC).isoformat(timespec="microseconds")
    head = UNIT.join([link.chain_id, str(link.seq), link.act, str(link.actor_id or ""), at, link.why, str(link.rows)])
    body = RECORD.join([head, *(UNIT.join("" if v is None else str(v) for v in row) for row in rows)])
    return crypto.hmac_sm3(crypto.key_for("ledger"), bytes(link.prev) + body.encode())


def verify(progress=lambda link: None) -> str | None:
    """Walk every chain; return None, or a sentence that names the first broken link."""
    with trusted(), transaction.atomic():
        seen: dict[str, tuple[int, bytes]] = {}
        for link, rows in _links():
            seq, prev = seen.get(link.chain_id, (0, bytes(32)))
            name = f"{link.chain_id} #{link.seq}"
            if link.seq != seq + 1:
                return f"{link.chain_id} #{seq + 1}: missing"
            if bytes(link.prev) != prev or digest(link, rows) != bytes(link.hash) or len(rows) != link.rows:
                return f"{name}: altered"
            seen[link.chain_id] = (link.seq, bytes(link.hash))
            progress(link)
        for chain in Chain.objects.all():
            if seen.pop(chain.pk, (0, bytes(32))) != (chain.seq, bytes(chain.head)):
                return f"{chain.pk} #{chain.seq}: missing"
        if seen:
            return f"{min(seen)} #1: chain removed"
        told = Event.objects.for_act("verify").filter(noun="kernel.chain").values_list("changes", flat=True)
        standing = set(Chain.objects.exclude(pk=BIRTHS).values_list("pk", flat=True))
        if standing - set(told):
            return f"{BIRTHS} #1: chain removed"
        lost = set(told) - standing
        if lost:
            return f"{min(lost)} #1: chain removed"
    return None


def _links():
    """Links in chain order, each with its event rows, streamed."""
    columns = "link_id", "n", "noun", "subject", "node_id", "on", "came_from", "went_to", "changes"
    order = ("link__chain_id", "link__seq", "n")
    events = groupby(Event.objects.for_act("verify").order_by(*order).values_list(*columns).iterator(5000), lambda r: r[0])
    links = Link.objects.order_by("chain_id", "seq").iterator(2000)
    waiting = next(events, None)
    for link in links:
        rows = []
        if waiting and waiting[0] == link.pk:
            rows = [r[1:] for r in waiting[1]]
            waiting = next(events, None)
        yield link, rows
    if waiting:  # an event whose link is gone cannot exist (foreign key), one out of order can
        raise AssertionError(f"events of link {waiting[0]} stand out of order in {connection.vendor}")
