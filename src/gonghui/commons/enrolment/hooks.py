"""
Where lines whose records hold an offer hook in, so that this room need not know them.

before_changing: kind of offer -> function (offer) that refuses what is done with the record which holds the offer, and says where.
"""

from collections.abc import Callable

before_changing: dict[str, Callable] = {}


def see_it_stands_alone(offer) -> None:
    """Refuses: what the line refuses whose record holds the offer."""
    if offer.kind in before_changing:
        before_changing[offer.kind](offer)
