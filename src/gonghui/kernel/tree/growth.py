"""How the tree changes: plant, move, uproot. Called inside acts; each is a few set statements."""

from datetime import date, timedelta

from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext_lazy as _

from ..refusal import Kind, Refusal
from ..store import hold
from . import slots
from .models import Node, Placement, Reslotting

ONE_DAY = timedelta(days=1)
BELOW_ITSELF = Refusal("tree.below_itself", _("不能把组织移到它自己或其下级之下。"), field="parent", kind=Kind.CONFLICT)
OTHER_TREE = Refusal("tree.other_tree", _("两个组织不在同一棵树上。"), field="parent")
TOO_LATE = Refusal(
    "tree.history_in_the_way",
    _("该组织或其下级在 {day} 之后已有变动，不能补记更早的变动。"),
    instead=_("请把日期改为 {day} 之后。"),
    field="on",
    kind=Kind.CONFLICT,
)
NOT_EMPTY = Refusal("tree.not_empty", _("“{name}”之下还有 {count} 个组织。"), instead=_("请先移走或撤销下级组织。"), kind=Kind.CONFLICT)
ENDED = Refusal("tree.ended", _("“{name}”已经撤销。"), kind=Kind.CONFLICT)


def locked(pk: int) -> Node:
    return Node.objects.for_act("tree").select_for_update().get(pk=pk)


def growing(parent: Node) -> Node:
    """The parent of something new, locked; no subtree moves until it stands. Refuses: ENDED."""
    hold("tree", shared=True)
    parent = locked(parent.pk)
    if parent.until:
        raise ENDED(name=parent.name)
    return parent


def plant(*, code: str, name: str, kind: str, parent: Node | None, on: date, tree: str = "org") -> Node:
    """Let a new node stand below `parent` from `on`. Refuses: ENDED, TREE_FULL."""
    width = slots.width_under(parent, kind)
    if parent is None:
        start = slots.root_slots(tree, width)
    else:
        parent = growing(parent)
        start = slots.take(parent, width)
        Node.objects.for_act("tree").filter(pk=parent.pk).update(slot_next=parent.slot_next)
    node = Node(
        code=code, name=name, kind=kind, tree=tree, parent=parent, since=on,
        path=f"?{code}",
        depth=parent.depth + 1 if parent else 0, slot=start, slot_end=start + width, slot_next=start + min(1, width - 1),
    )  # fmt: skip
    node.save()
    node.path = f"{parent.path if parent else ''}{node.pk}/"
    node.save(update_fields=["path"])
    Placement(node=node, parent=parent, path=node.path, since=on, slot=start, slot_end=node.slot_end).save()
    return node


def move(node: Node, parent: Node, on: date) -> None:
    """
    Hang `node` and all below it under `parent` from `on`: three set statements.

    Its intervals keep their width and are shifted as a whole. Rows from that day on follow in the
    background (`slots.settle`). Refuses: BELOW_ITSELF, OTHER_TREE, TOO_LATE, ENDED, TREE_FULL.
    """
    hold("tree")  # nothing is founded below it meanwhile
    node, parent = locked(node.pk), locked(parent.pk)
    if node.covers(parent):
        raise BELOW_ITSELF()
    if node.tree != parent.tree:
        raise OTHER_TREE()
    if parent.until:
        raise ENDED(name=parent.name)
    below = Placement.objects.for_act("move").filter(slot__gte=node.slot, slot__lt=node.slot_end)
    late = below.filter(Q(until__gte=on) | Q(node=node, since__gte=on)).order_by("-since").first()
    if late:
        raise TOO_LATE(day=late.until or late.since)

    low, high = node.slot, node.slot_end
    shift = slots.take(parent, high - low) - low
    Node.objects.for_act("move").filter(pk=parent.pk).update(slot_next=parent.slot_next)
    head = parent.path
    tail = len(node.path) - len(f"{node.pk}/") + 1  # 1-based: where the moved part of a path begins
    new_path = Concat(Value(head), Substr("path", tail))

    open_rows = below.filter(until=None)
    Placement.objects.for_act("move").bulk_create(
        [
            Placement(
                node_id=p.node_id, parent_id=parent.pk if p.node_id == node.pk else p.parent_id, since=on,
                path=head + p.path[tail - 1 :], slot=p.slot + shift, slot_end=p.slot_end + shift,
            )
            for p in _close(open_rows.filter(since__lt=on), on)
        ],
        batch_size=500,
    )  # fmt: skip
    # what was founded on or after the day never stood at the old place
    open_rows.filter(since__gte=on).update(path=new_path, slot=F("slot") + shift, slot_end=F("slot_end") + shift)
    Node.objects.for_act("move").filter(slot__gte=low, slot__lt=high, tree=node.tree).update(
        path=new_path,
        depth=F("depth") + (parent.depth + 1 - node.depth),
        slot=F("slot") + shift,
        slot_end=F("slot_end") + shift,
        slot_next=F("slot_next") + shift,
    )
    Node.objects.for_act("move").filter(pk=node.pk).update(parent=parent)
    Reslotting(node=node, low=low, high=high, shift=shift, on=on).save()


def _close(rows, on: date) -> list[Placement]:
    """End the open placements the day before `on`; return them as they were."""
    standing = list(rows)
    rows.update(until=on - ONE_DAY)
    return standing


def uproot(node: Node, on: date) -> None:
    """End a node: `on` is its last day. Refuses: NOT_EMPTY, TOO_LATE."""
    node = locked(node.pk)
    children = Node.objects.for_act("uproot").filter(parent=node, until=None).count()
    if children:
        raise NOT_EMPTY(name=node.name, count=children)
    standing = Placement.objects.for_act("uproot").get(node=node, until=None)
    if standing.since > on:
        raise TOO_LATE(day=standing.since)
    standing.until = on
    standing.save()
    node.until = on
    node.save()


def rename(node: Node, name: str) -> None:
    node.name = name
    node.save()
