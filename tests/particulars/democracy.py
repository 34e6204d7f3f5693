"""What the declarations of democratic management cannot say."""

from datetime import timedelta

from gonghui.commons.parties import team_acts
from gonghui.commons.parties.models import Employer, Person, Team
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.organization.orgs.models import Coverage
from gonghui.lines.rights.democracy.words import DELEGATES
from tests.particulars.enrolment import known


def employer(ground, subject):
    """One more that the union covers."""

    def make(ctx):
        union, since = ground.cast.unions["union"], clock.today() - timedelta(days=900)
        made = Employer(name=f"东纺分厂{next(ground.numbers)}", node=union.node, since=since)
        made.save()
        Coverage(node=union.node, union=union, employer=made, since=since).save()
        return made

    return by_house("tests.covered", make)


def delegation(ground, subject):
    """One with whoever proposes in it, and three more."""
    told = {
        "node": ground.cast.nodes["union"],
        "kind": DELEGATES,
        "name": f"代表团{next(ground.numbers)}",
        "since": clock.today() - timedelta(days=500),
    }
    team = do(team_acts.found_team, SYSTEM, **told).subject
    for person in (known(ground), *(ground.made("membership.register").person for _n in range(3))):
        do(team_acts.add_member, SYSTEM, team, person=person, since=told["since"])
    return team


def fellows(ground):
    """Who sits in the newest delegation besides the worker."""
    team = Team.objects.for_act("test").filter(kind=DELEGATES).order_by("-pk").first()
    rows = Person.objects.for_act("test").filter(teams__team=team).exclude(account=ground.worker.pk)
    return list(rows.order_by("pk")[:3])


BORN_BY = {"rights_democracy.resolution": "democracy.resolve"}
VALUES = {
    ("democracy.list_unit", "employer"): employer,
    ("democracy.plan_session", "staff"): lambda g, s: 50,
    ("democracy.plan_session", "delegates"): lambda g, s: 30,
    ("democracy.plan_session", "managers"): lambda g, s: 3,
    ("democracy.plan_session", "number"): lambda g, s: next(g.numbers) % 90 + 1,
    ("democracy.send_material", "on"): lambda g, s: clock.today() - timedelta(days=10),
    ("democracy.hold", "present"): lambda g, s: 30,
    ("democracy.resolve", "yes"): lambda g, s: 20,
    ("democracy.propose", "team"): delegation,
    ("democracy.propose", "seconders"): lambda g, s: fellows(g),
}
