"""Jobs: what the demonstration shows of them, and what the published figures ask for."""

from .demo import demo, own
from .replay import MEANS, REPLAY, agreed, fairs, stands

__all__ = ["MEANS", "REPLAY", "agreed", "demo", "fairs", "own", "stands"]
