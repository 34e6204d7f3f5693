"""Acts of the house itself 系统办理: set-up, clocks and rehearsal, with a ledger line like any other."""

from collections.abc import Callable

from ..access.viewer import SYSTEM
from ..tree.models import Node
from .act import act_of_house
from .do import do


def by_house(key: str, body: Callable, noun=Node):
    """Run `body(ctx)` in one transaction as the act `key` of the house; return what it returns."""
    answer = []
    do(act_of_house(key, key, noun, lambda ctx: answer.append(body(ctx))), SYSTEM)
    return answer[-1]
