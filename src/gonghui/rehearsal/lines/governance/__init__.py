"""Governance: the demonstration's, and what the published figures come from."""

from .demo import demo, own
from .replay import MEANS, REPLAY

__all__ = ["MEANS", "REPLAY", "demo", "own"]
