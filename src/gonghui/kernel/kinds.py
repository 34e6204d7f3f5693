"""Kinds 类别 of a common record: declared by the lines that use it."""

from django.utils.functional import Promise

MOST = 24  # characters a slug


class Kinds:
    """
    What sorts of one noun there are.

    A common room makes one and names `choices` in its model by a function of the module, so that a new kind
    needs no migration; a line declares its own: `SHOW = KINDS.declare("show", _("演出"))`.
    """

    def __init__(self):
        self._labels: dict[str, str | Promise] = {}

    def declare(self, slug: str, label: str | Promise) -> str:
        """Add a kind; return its slug. Raises LookupError where it is taken or too long."""
        if slug in self._labels or len(slug) > MOST:
            raise LookupError(f"kind {slug!r} is taken or longer than {MOST}")
        self._labels[slug] = label
        return slug

    def choices(self) -> list[tuple]:
        """Slug and label, in the order of their declaration."""
        return list(self._labels.items())

    def label(self, slug: str) -> str:
        return str(self._labels.get(slug, slug))
