"""Results: whose they are, what a session and a solved problem look like."""

from gonghui.kernel.clock import today
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.production.innovation.words import CREW, HELP, NAMED_RESULT, OUTREACH


def person(ground, subject):
    return ground.made("membership.register").person


def idea(ground, subject) -> str:
    """The worker who hands it in is a member."""
    from tests.situations import Situation  # which needs this module

    applied = ground._with_arguments(Situation(ACTS["membership.apply"], ground.worker, None)).do().subject
    ground.on(applied, "membership.approve")
    return f"改进{next(ground.numbers)}"


def solved(ground, case) -> None:
    told = {"kind": HELP, "state": "closed", "resolved": True, "closed_on": today()}
    by_house("tests.solved", lambda ctx: type(case).objects.for_act("situation").filter(pk=case.pk).update(**told))


def open_call(ground, subject):
    """A round of a title for works, open since long."""
    scheme = ground.made("designations.declare_scheme", kind=NAMED_RESULT, holders=["work"], document=f"批{next(ground.numbers)}号")
    return ground.made("designations.call", scheme=scheme)


BORN_BY = {"production_innovation.result": "innovation.file"}
VALUES = {
    ("innovation.suggest", "title"): idea,
    ("innovation.file", "lead"): person,
    ("innovation.declare_solution", "lead"): person,
    ("innovation.enter", "round"): open_call,
    ("innovation.note_visit", "activity"): lambda g, s: g.made("activities.record", kind=OUTREACH),
    ("innovation.note_visit", "crew"): lambda g, s: g.made("parties.found_team", kind=CREW),
}
FIRST = {"innovation.declare_solution": solved}
