"""Mediation and supervision: which matter, which body, which firm."""

from gonghui.commons.parties.models import Employer
from gonghui.lines.rights.mediation.words import DISPUTE, LINKED
from gonghui.lines.rights.supervision.words import CLUE


def dispute(ground, subject):
    """A dispute where somebody has a role in the mechanism."""
    case = ground.made("cases.register", kind=DISPUTE)
    ground.made("registers.enter", node=case.node, kind=LINKED, topic="court", holder_name="法院")
    return case


def clue(ground, subject):
    return ground.made("cases.register", kind=CLUE, employer=Employer.objects.for_act("situation").order_by("pk").first())


VALUES = {
    ("mediation.call_in", "case"): dispute,
    ("mediation.call_in", "roles"): lambda g, s: ["court"],
    ("supervision.issue", "case"): clue,
}
