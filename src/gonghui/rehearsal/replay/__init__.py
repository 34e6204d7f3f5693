"""Replay 重现: make the records a published figure would come from, compute it, compare, and open it."""

from .run import replay

__all__ = ["replay"]
