"""How a review says its figures."""

from collections.abc import Callable

from . import rules


def sayings(review) -> Callable[[str, bool], str]:
    """How each figure of a review is said, exactly or in ten thousands; a dash where there is none."""
    known = standing(review)

    def said(key: str, hedge: bool) -> str:
        one = known.get(key)
        if one is None or one.value is None:
            return "—"
        return rules.hedged(one.value) + one.said.lstrip("-0123456789,.") if hedge else one.said

    return said


def standing(review) -> dict:
    """The snapshots of a review that stand, by key."""
    return {one.key: one for one in review.snapshots.for_act("figures of a review in reach").filter(standing=True).order_by("line", "pk")}


def told(review) -> str:
    """The words of a review with its figures put in."""
    return rules.filled(review.text, sayings(review))
