"""Append to the chains, and walk them."""

from datetime import UTC
from functools import cache
from itertools import groupby

from django.db import connection, transaction

from ..access.wall import trusted
from ..privacy import crypto
from ..store import NUMBER, add, insert, values_by, written
from ..tree.kinds import slugs
from ..tree.models import Node
from .models import Chain, Event, Link

BIRTHS = "chains"  # the chain that tells of every other chain's first link, so that none can vanish
UNIT, RECORD = "\x1f", "\x1e"
LINK = ("chain_id", "seq", "act", "actor_id", "at", "why", "rows", "prev", "hash")
EVENT = ("link_id", "n", "noun", "subject", "node_id", "on", "came_from", "went_to", "changes")


def stream_for(noun: str, node: Node | None) -> str:
    """The noun, and the nearest county above the node, else the node itself: acts elsewhere do not queue."""
    if node is None:
        return noun
    if node.kind in slugs("county"):
        return f"{noun}@{node.pk}"
    above = [int(pk) for pk in node.path.split("/") if pk]
    with trusted():
        nearest = values_by(_counties(len(above)), {NUMBER + n: pk for n, pk in enumerate(above)})
    return f"{noun}@{nearest[0][0] if nearest else node.pk}"


@cache
def _counties(many: int) -> tuple[str, tuple]:
    """The statement, written once, of the lowest county among so many nodes, NUMBER and those after it."""
    counties = Node.objects.for_act("chain").filter(pk__in=range(NUMBER, NUMBER + many), kind__in=slugs("county"))
    return written(counties.order_by("-depth").values_list("pk")[:1])


def append(run, events: list[tuple], stream: str) -> None:
    """
    Write one link over `events`; the chain's row is locked here, last, and only until commit.

    Every act passes here: its statements are written out, for the ORM would take longer to write them than the database to do them.
    """
    while (stands := _held(stream)) is None:
        _chain, born = Chain.objects.get_or_create(pk=stream)
        if born and stream != BIRTHS:
            append(run, [("kernel.chain", 0, None, "", "", stream)], BIRTHS)
    seq, head = stands
    link = Link(
        chain_id=stream, seq=seq + 1, act=run.act.key, actor_id=run.viewer.account_id,
        at=run.at, why=run.why, rows=len(events), prev=bytes(head),
    )  # fmt: skip
    rows = [(n, noun, subject, node, run.on, was, became, changes) for n, (noun, subject, node, was, became, changes) in enumerate(events)]
    link.hash = digest(link, rows)
    (pk,) = add(Link, LINK, [tuple(getattr(link, name) for name in LINK)])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE kernel_chain SET seq = %s, head = %s WHERE stream = %s", [link.seq, link.hash, stream])
    if len(rows) < 100:
        add(Event, EVENT, [(pk, *row) for row in rows])
    else:
        insert(Event, EVENT, ((pk, *row) for row in rows))


def _held(stream: str) -> tuple[int, bytes] | None:
    """Where a chain stands, locked; none if there is no such chain."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT seq, head FROM kernel_chain WHERE stream = %s{connection.features.has_select_for_update * ' FOR UPDATE'}", [stream])
        return cursor.fetchone()


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
    order = ("link__chain_id", "link__seq", "n")
    events = groupby(Event.objects.for_act("verify").order_by(*order).values_list(*EVENT).iterator(5000), lambda r: r[0])
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
