"""What the declarations of tasks cannot say."""

from datetime import timedelta

from gonghui.kernel import clock
from tests.particulars import BEFORE


def later(ground, subject):
    return clock.today() + BEFORE + timedelta(days=30 + next(ground.numbers))


VALUES = {("tasks.set", "due_on"): later, ("tasks.reopen", "due_on"): later, ("tasks.extend", "due_on"): later}
LATE = {"tasks.due": lambda g: g.made("tasks.set", due_on=clock.today() + BEFORE + timedelta(days=3))}
