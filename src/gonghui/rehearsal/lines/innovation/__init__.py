"""Innovation: what the demonstration shows of it, and what the published figures ask for."""

from .demo import demo, own
from .replay import REPLAY

__all__ = ["REPLAY", "demo", "own"]
