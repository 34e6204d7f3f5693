"""
Slots: numbers in depth-first order with gaps.

Every placement owns an interval [slot, slot_end); the intervals of what hangs below it lie inside.
An interval is never used twice. Rows carry the slot of their unit on their own day, so a node's
rows, as the tree was, are those in the intervals of all its placements.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache, wraps

from django.db import transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ..access.wall import trusted
from ..clock import now
from ..refusal import Kind, Refusal
from ..store import NUMBER, SOME_DAY, as_param, values_by, written
from .kinds import KINDS, ROOT_BITS
from .models import Node, Placement, Reslotting

TREE_FULL = Refusal("tree.full", _("“{name}”之下已没有编号空间。"), instead=_("请先为其增设一个下级层级，或联系系统管理员。"), kind=Kind.CONFLICT)
CHILD_STEP = 12  # a node of its parent's own width gets 1/4096 of it: subsidiaries of a group company


def width_under(parent: Node | None, kind: str) -> int:
    """Slots for a new node of `kind` below `parent`."""
    bits = KINDS[kind].bits
    if parent is not None:
        room = (parent.slot_end - parent.slot).bit_length() - 1
        if bits >= room:
            bits = max(room - CHILD_STEP, 0)
    return 1 << bits


def take(parent: Node, width: int) -> int:
    """Take `width` slots below `parent`, whose row the caller has locked. Refuses: TREE_FULL."""
    start = parent.slot_next
    if start + width > parent.slot_end:
        raise TREE_FULL(name=parent.name)
    parent.slot_next = start + width
    return start


def root_slots(tree: str, width: int) -> int:
    """The first free slot for a root of `tree`."""
    last = Placement.objects.for_act("roots").filter(parent=None, node__tree=tree).order_by("-slot_end").first()
    start = last.slot_end if last else 1  # 0 means nowhere: a record without a host
    if start + width > 1 << ROOT_BITS:
        raise TREE_FULL(name="")
    return start


def slot_on(node: Node, day: date | None) -> int:
    """The slot of `node` on `day`; of a day before it stood anywhere, its first."""
    return _slot_on((node.pk, day))


@cache
def _standing() -> tuple[str, tuple]:
    """The statement, written once, of the slot of NUMBER, and whether it has had no other and stood on SOME_DAY."""
    ended = Placement.objects.for_act("slot of a day").filter(node=OuterRef("pk")).exclude(until=None)
    stood = ExpressionWrapper(Q(since__lte=SOME_DAY) & ~Exists(ended), BooleanField())
    return written(Node.objects.for_act("slot of a day").filter(pk=NUMBER).values_list("slot", stood))


_known: ContextVar[dict | None] = ContextVar("one tree", default=None)


@contextmanager
def one_tree():
    """While a page with many figures is made, the tree is read once a node, and a setting once; nests."""
    known = _known.get()
    token = _known.set({} if known is None else known)
    try:
        yield
    finally:
        _known.reset(token)


def once_a_tree(read):
    """Keep what `read` says of one thing while `one_tree` lasts."""

    @wraps(read)
    def reading(of):
        known = _known.get()
        if known is None:
            return read(of)
        key = read.__name__, of.pk if isinstance(of, Node) else tuple(of)
        if key not in known:
            known[key] = read(of)
        return known[key]

    return reading


@once_a_tree
def _slot_on(at: tuple[int, date | None]) -> int:
    number, day = at
    with trusted():
        ((slot, stood),) = values_by(_standing(), {NUMBER: number, as_param(SOME_DAY): as_param(day or date.max)})
    if day is None or stood:
        return slot
    found = None
    for row in Placement.objects.for_act("slot of a day").filter(node=number).order_by("since"):
        if found is None or row.since <= day:
            found = row
    return found.slot if found else slot


@once_a_tree
def ranges(node: Node) -> list[tuple[int, int]]:
    """Every interval that ever was this node's, joined where they touch."""
    rows = Placement.objects.for_act("ranges").filter(node=node).order_by("slot").values_list("slot", "slot_end")
    joined: list[tuple[int, int]] = []
    for low, high in rows:
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def in_ranges(column: str, intervals) -> Q:
    q = Q(pk__in=[])
    for low, high in intervals:
        q |= Q(**{f"{column}__gte": low, f"{column}__lt": high})
    return q


@once_a_tree
def unsettled(intervals) -> bool:
    """Tell whether rows under these intervals still wait to be re-slotted."""
    waiting = Q(pk__in=[])
    for low, high in intervals:
        waiting |= Q(low__lt=high, high__gt=low) | Q(low__lt=high - F("shift"), high__gt=low - F("shift"))
    return Reslotting.objects.for_act("unsettled").filter(waiting, done_at=None).exists()


RESLOTTED: list[type] = []  # models with a `reslot(job)` of their own, or a slot and a day
CHUNK = 20_000


def reslotted(model):
    """Class decorator: rows of `model` follow their unit to its new slots."""
    RESLOTTED.append(model)
    return model


def settle(run_act, again_since=None) -> int:
    """
    Do the waiting re-slottings, oldest first; return how many. `run_act` runs a body as an act of the house.

    again_since: do those once more that were done since: an act that began before a move may have saved
    its row after the rows were shifted. What stands where it should is not touched.
    """
    which = Q(done_at=None) if again_since is None else Q(done_at__gte=again_since)
    jobs = list(Reslotting.objects.for_act("settle").filter(which).order_by("pk"))
    for job in jobs:
        for model in RESLOTTED:
            while run_act(lambda model=model, job=job: _settle_chunk(model, job)) == CHUNK:
                pass
        if job.done_at is None:
            run_act(lambda job=job: Reslotting.objects.for_act("settle").filter(pk=job.pk).update(done_at=now()))
    return len(jobs)


def _settle_chunk(model, job: Reslotting) -> int:
    """Shift up to CHUNK rows; return how many."""
    if hasattr(model, "reslot"):
        return model.reslot(job, CHUNK)
    moved = 0
    with transaction.atomic():
        for column, _node in model.slots:
            after = {f"{model.slot_day}__gte": job.on} if model.slot_day else {}
            rows = model.objects.for_act("settle").filter(**{f"{column}__gte": job.low, f"{column}__lt": job.high}, **after)
            picked = list(rows.values_list("pk", flat=True)[: CHUNK - moved])
            moved += model.objects.for_act("settle").filter(pk__in=picked).update(**{column: F(column) + job.shift})
    return moved
