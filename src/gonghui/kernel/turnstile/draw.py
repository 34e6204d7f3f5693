"""
Drawing lots 摇号, so that anybody can draw them again: only SHA-256 and sorting, nothing of the house.

Before the window closes the checksum of the seed is published, so that the seed cannot be chosen afterwards. The order is by
SHA-256 of seed, checksum of the list, and entry: whoever knows the seed beforehand does not know the list.
"""

import hashlib
from collections.abc import Iterable


def commitment(seed: str) -> str:
    """What is published before anybody enters: SHA-256 of the seed, in hexadecimal."""
    return hashlib.sha256(seed.encode()).hexdigest()


def digest(entries: Iterable[str]) -> str:
    """The checksum of the list that is drawn from: its entries sorted, one a line."""
    return hashlib.sha256("\n".join(sorted(entries)).encode()).hexdigest()


def drawn(seed: str, entries: Iterable[str]) -> list[str]:
    """The entries in the order in which they are drawn."""
    entries = list(entries)
    of = f"{seed} {digest(entries)} "
    return sorted(entries, key=lambda entry: hashlib.sha256((of + entry).encode()).digest())


def fraction(seed: str, holder: int) -> float:
    """Where somebody stands in a waiting room, from 0 to 1: known to nobody before the seed is."""
    return int.from_bytes(hashlib.sha256(f"{seed} {holder}".encode()).digest()[:8], "big") / 2**64


def faults(told: dict) -> list[str]:
    """
    What is wrong with a published draw: {commitment, seed, entries, groups, order}; nothing is wrong where the list is empty.

    groups: entry to the number of its published priority; lower comes first, lots decide within a group. placed: entries that got a seat, but
    for those of `kept`, who got one that was kept for them. in_order: of a mix, the numbers that were placed in the order of asking before.
    """
    wrong = []
    if commitment(told["seed"]) != told["commitment"]:
        wrong.append("the seed is not the one that was committed to")
    if len(set(told["entries"])) != len(told["entries"]):
        wrong.append("an entry stands twice in the list")
    groups = told.get("groups") or {}
    if sorted(drawn(told["seed"], told["entries"]), key=lambda entry: groups.get(entry, 0)) != told["order"]:
        wrong.append("the order is not what the seed and the list come to")
    placed, kept, in_order = (told.get(name) or [] for name in ("placed", "kept", "in_order"))
    without = [entry for entry in told["order"] if entry not in set(kept)]
    if placed != without[: len(placed)]:
        wrong.append("the places did not go in the order drawn")
    if in_order and told["entries"] and max(map(int, in_order)) > min(map(int, told["entries"])):
        wrong.append("somebody was placed in the order of asking after another had to draw")
    return wrong
