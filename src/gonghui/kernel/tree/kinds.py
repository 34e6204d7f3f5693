"""Kinds of node 组织类型, declared by lines."""

from dataclasses import dataclass

from django.utils.functional import Promise

ROOT_BITS = 62


@dataclass(frozen=True)
class NodeKind:
    """
    bits: width of the slot interval such a node asks for, as a power of two. It leaves room for
    everything that may come to hang below it; see `slots.py`.
    """

    slug: str
    label: str | Promise
    bits: int
    tree: str = "org"
    tags: frozenset[str] = frozenset()


KINDS: dict[str, NodeKind] = {}


def declare(*kinds: NodeKind) -> None:
    for kind in kinds:
        if kind.slug in KINDS:
            raise LookupError(f"node kind {kind.slug!r} is declared twice")
        KINDS[kind.slug] = kind


def slugs(*tags: str) -> tuple[str, ...]:
    """The kinds that carry every one of `tags`."""
    return tuple(k.slug for k in KINDS.values() if k.tags.issuperset(tags))
