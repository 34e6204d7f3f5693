"""Honours: what the demonstration shows of them, and what the published figures ask for."""

from .demo import demo, own
from .replay import MEANS, REPLAY, RESTATED

__all__ = ["MEANS", "REPLAY", "RESTATED", "demo", "own"]
