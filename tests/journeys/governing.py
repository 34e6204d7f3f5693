"""Steps that journeys of governance share: active members, a list of measures carried to its end, a matter answered."""

from gonghui.commons.cases.models import Case
from gonghui.commons.parties.models import Person
from gonghui.commons.registers.models import RegisterEntry
from gonghui.commons.tasks.models import Finding, Task, TaskList
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from tests.situations import Ground

from .office import newest

TODAY = clock.today()


def members(cast, count: int) -> list[Person]:
    """Active members of the textile factory's union."""
    with trusted():
        ground = Ground(cast)
        return [ground.on(ground.made("membership.register"), "membership.approve").person for _ in range(count)]


def standing(model, **which) -> list:
    """The records of a kind as they stand now, oldest first."""
    with trusted():
        return list(model.objects.for_act("journey").filter(**which).order_by("pk"))


def opened(who, node, kind: str, origin: str, desk: str, title: str = "清单") -> TaskList:
    """A list on a line's desk."""
    who.does("tasks.open_list", desk=desk, node=node, kind=kind, title=title, origin=origin, on=TODAY)
    return newest(TaskList)


def found(who, whole: TaskList, title: str, **more) -> Finding:
    who.does("tasks.find", tasks_of=whole, title=title, on=TODAY, **more)
    return newest(Finding)


def carried_out(who, by, checker, whole: TaskList, title: str, node, finding=None) -> Task:
    """A measure set, given to a unit, done, closed by another and checked by a third."""
    who.does("tasks.set", tasks_of=whole, title=title, due_on=TODAY, **({"finding": finding} if finding else {}))
    who.does("tasks.assign", newest(Task), node=node, department="办公室")
    by.does("tasks.report_result", newest(Task), result="已完成", on=TODAY)
    who.does("tasks.close", newest(Task))
    checker.does("tasks.check", newest(Task))
    return newest(Task)


def put_in(who, other, desk: str, **told) -> RegisterEntry:
    """An entry proposed by one and registered by another."""
    who.does("registers.propose", desk=desk, since=TODAY, **told)
    other.does("registers.register", newest(RegisterEntry))
    return newest(RegisterEntry)


def answered(who, other, node, kind: str, title: str, answer: str) -> Case:
    """A matter registered, given to the node itself, handled by one and answered by another."""
    who.does("cases.register", desk="governance_matters", node=node, kind=kind, channel="visit", title=title, says=title)
    who.does("cases.assign", newest(Case), to=node)
    who.does("cases.accept", newest(Case))
    who.does("cases.handle", newest(Case), answer=answer, resolved=True)
    other.does("cases.reply", newest(Case))
    return newest(Case)
