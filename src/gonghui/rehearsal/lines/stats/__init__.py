"""Statistics: what the demonstration shows of reviews and returns, what the published figures ask for, and how the figures of a replay are sealed."""

from .demo import MEANS, REPLAY, demo
from .sealing import seal

__all__ = ["MEANS", "REPLAY", "demo", "seal"]
