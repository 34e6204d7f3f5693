"""MED-4 Mediators: proposed, trained, appointed by another for a term, assessed, renewed; one who is appointed twice counts once."""

from datetime import timedelta

from gonghui.commons.cases.models import Case
from gonghui.commons.parties.models import Team
from gonghui.commons.registers.models import RegisterEntry
from gonghui.lines.rights.mediation.words import COMMITTEE, MEDIATOR, REVIEW, TRAINING
from tests.particulars.enrolment import known
from tests.situations import Ground

from .innovating import TODAY
from .office import AtDesk, newest

ONE = timedelta(days=1)


def test_a_mediator_is_appointed_has_a_case_load_and_is_renewed(cast):
    wang, li, sun = (AtDesk(cast, name) for name in ("wang", "li", "sun"))
    here, union, begun = cast.nodes["district"], cast.nodes["union"], TODAY - 300 * ONE
    person = known(Ground(cast), cast.accounts["luo"])
    told = {"kind": MEDIATOR, "title": "调解员聘任", "person": person, "since": begun, "until": TODAY + 60 * ONE}
    for node, number in ((here, "TJ-1"), (union, "TJ-2")):
        wang.does("registers.propose", desk="mediators", node=node, number=number, issuer="区总工会", **told)
        wang.refused("registers.register", "同一人", newest(RegisterEntry))
        li.does("registers.register", newest(RegisterEntry)).does("registers.bring_into_force", newest(RegisterEntry), on=begun)
    wang.figure("mediation.mediators", "DISTRICT", f"asof-{TODAY}", 1)
    wang.does("activities.record", desk="hearings", node=here, kind=TRAINING, title="调解员培训", held_on=TODAY, at_place="礼堂", head_count=1)
    sun.does("parties.found_team", node=union, kind=COMMITTEE, name="厂劳动争议调解委员会", since=begun)
    sun.does("parties.add_member", newest(Team), person=person, since=begun).figure("mediation.committees", "UNION", f"asof-{TODAY}", 1)
    wang.does("cases.register", desk="disputes", node=here, kind="med.dispute", channel="visit", title="争议", says="x")
    li.does("cases.assign", newest(Case), to=here, handler=cast.accounts["luo"])
    entry = newest(RegisterEntry, number="TJ-1")
    wang.reads(entry, "在办件数")
    review = {"kind": REVIEW, "title": "年度考核：优秀", "person": person, "since": TODAY}
    wang.does("registers.enter", desk="mediators", node=here, **review)
    wang.does("registers.link", newest(RegisterEntry), other=entry, bond="result", since=TODAY)
    wang.does("registers.revise", entry, since=TODAY, until=TODAY + 700 * ONE)
    wang.does("registers.end", newest(RegisterEntry, number="TJ-2"), on=TODAY - ONE, why="离职")
    wang.figure("mediation.mediators", "DISTRICT", f"asof-{TODAY}", 1).figure("mediation.mediators", "UNION", f"asof-{TODAY}", 0)
