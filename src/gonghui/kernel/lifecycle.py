"""States and moves as one table 状态机. Acts take their moves from it and never set a state themselves."""

from dataclasses import dataclass

from django.db import models


class States(models.TextChoices):
    """The states of a noun, with their Chinese labels."""


@dataclass(frozen=True)
class Step:
    """
    One row of the table: from, act, to.

    came_from: states it may start in; empty for a creating act.
    clock: configuration key of the days allowed before the record is marked late.
    """

    came_from: tuple[str, ...]
    act: str
    to: str
    clock: str = ""


class Lifecycle:
    """The table of a noun."""

    def __init__(self, states: type[States], *steps: Step):
        self.states, self.steps = states, steps
        for step in steps:
            for state in (*step.came_from, step.to):
                if state not in states.values:
                    raise LookupError(f"{step.act}: no state {state!r}")

    def knows(self, act: str) -> bool:
        return any(step.act == act for step in self.steps)

    def step(self, state: str, act: str) -> Step | None:
        """The move `act` makes from `state` ('' for a new record), or None."""
        for step in self.steps:
            if step.act == act and (state in step.came_from or (not state and not step.came_from)):
                return step
        return None

    def may(self, state: str, act: str) -> bool:
        return not self.knows(act) or self.step(state, act) is not None

    def born(self, act: str) -> str:
        """The state a record is created in by `act`; the first declared one if the table is silent."""
        step = self.step("", act)
        return step.to if step else self.states.values[0]

    def clocks(self) -> list[Step]:
        return [step for step in self.steps if step.clock]


def check_known(lifecycle: Lifecycle, field: str = "state"):
    """The database constraint that no other state is stored."""
    return models.Q(**{f"{field}__in": lifecycle.states.values})
