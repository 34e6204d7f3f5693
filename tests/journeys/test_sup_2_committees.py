"""SUP-2 Basic-level committees: a committee at a union, supervisors with certificates, an inspection, what it found becomes a clue."""

from gonghui.commons.parties.models import Team
from gonghui.lines.rights.supervision.words import CHECK, COMMITTEE, SUPERVISOR

from .innovating import TODAY, workers
from .office import AtDesk, newest


def test_a_committee_inspects_and_finds(cast):
    sun, union, people = AtDesk(cast, "sun"), cast.nodes["union"], workers(cast, 2)
    sun.does("parties.found_team", desk="sup_committees", node=union, kind=COMMITTEE, name="厂劳动法律监督委员会", since=TODAY)
    for n, person in enumerate(people):
        sun.does("parties.add_member", newest(Team), person=person, since=TODAY)
        told = {
            "kind": SUPERVISOR,
            "title": "监督员",
            "number": f"JD-{n}",
            "issuer": "市总工会",
            "person": person,
            "since": TODAY,
            "in_force_from": TODAY,
        }
        sun.does("registers.enter", desk="supervisors", node=union, **told)
    sun.does("activities.record", desk="sup_checks", node=union, kind=CHECK, title="夜班检查", held_on=TODAY, at_place="二车间", people=people)
    sun.does("cases.register", desk="clues", node=union, kind="sup.clue", channel="visit", title="夜班无餐补", says="检查发现")
    for key, value in (("committees", 1), ("supervisors", 2)):
        sun.figure(f"supervision.{key}", "UNION", f"asof-{TODAY}", value)
    sun.figure("supervision.inspections", "UNION", TODAY.year, 1).figure("supervision.clues", "UNION", TODAY.year, 1)
