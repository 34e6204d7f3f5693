"""Results: whose they are, what a session and a solved problem look like."""

from gonghui.kernel.clock import today
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.production.innovation.words import CREW, HELP, OUTREACH


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


BORN_BY = {"production_innovation.result": "innovation.file"}
VALUES = {
    ("innovation.suggest", "title"): idea,
    ("innovation.file", "lead"): person,
    ("innovation.declare_solution", "lead"): person,
    ("innovation.note_visit", "activity"): lambda g, s: g.made("activities.record", kind=OUTREACH),
    ("innovation.note_visit", "crew"): lambda g, s: g.made("parties.found_team", kind=CREW),
}
FIRST = {"innovation.declare_solution": solved}
