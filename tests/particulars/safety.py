"""What the declarations of safety cannot say: days that lie ahead, two addressees."""

from datetime import timedelta

from gonghui.kernel import clock

ONE = timedelta(days=1)


def major(g):
    """A major danger, reported once."""
    return g.on(g.on(g.made("safety.find"), "safety.grade"), "safety.report")


VALUES = {
    ("safety.tell", "node"): lambda g, s: g.cast.nodes["union"],
    ("safety.grade", "grade"): lambda g, s: "major",
    ("safety.report", "to"): lambda g, s: "应急管理部门",
    ("safety.report_again", "to"): lambda g, s: "职工大会",
    ("safety.grade", "due_on"): lambda g, s: clock.today() + 3 * ONE,
}
BORN_BY = {"production_safety.hazard": "safety.find"}


def reported(g, hazard) -> None:
    """A major one has its two reports; what is graded only becomes a general one."""
    if hazard.state == "graded" and hazard.grade == "major":
        from gonghui.kernel.ledger.house import by_house

        by_house("tests.hazard", lambda ctx: type(hazard).objects.for_act("test").filter(pk=hazard.pk).update(grade="general"))


FIRST = {"safety.rectify": reported}
LATE = {"safety.overdue": lambda g: g.on(g.made("safety.find"), "safety.grade")}
