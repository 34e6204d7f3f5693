"""Many nodes at once under one parent: what a table of unions needs, in a few statements."""

from datetime import date

from ..pinyin import sought
from ..store import insert, next_ids
from . import slots
from .growth import growing
from .models import Node, Placement


def sow(parent: Node, rows: list[tuple[str, str, str, date]]) -> list[int]:
    """
    Plant (code, name, kind, since) below one parent; return their numbers in the same order.

    Refuses: ENDED, TREE_FULL. The ledger lines are the caller's.
    """
    parent = growing(parent)
    ids, placements = next_ids(Node, len(rows)), next_ids(Placement, len(rows))
    nodes = []
    for pk, (code, name, kind, since) in zip(ids, rows, strict=True):
        width = slots.width_under(parent, kind)
        start = slots.take(parent, width)
        nodes.append(
            (pk, code, name, sought(name, code), parent.tree, kind, parent.pk, f"{parent.path}{pk}/", parent.depth + 1,
             start, start + width, start + min(1, width - 1), since, None)
        )  # fmt: skip
    Node.objects.for_act("tree").filter(pk=parent.pk).update(slot_next=parent.slot_next)
    fields = (
        "id",
        "code",
        "name",
        "sought",
        "tree",
        "kind",
        "parent_id",
        "path",
        "depth",
        "slot",
        "slot_end",
        "slot_next",
        "since",
        "until",
    )
    insert(Node, fields, nodes)
    insert(
        Placement,
        ("id", "node_id", "parent_id", "path", "since", "until", "slot", "slot_end"),
        ((pl, n[0], n[6], n[7], n[12], None, n[9], n[10]) for pl, n in zip(placements, nodes, strict=True)),
    )
    return list(ids)
