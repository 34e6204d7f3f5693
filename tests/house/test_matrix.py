"""
The permission matrix: every noun and act, every role, every position, every face.

What is expected is worked out here from the declarations alone - powers of a role and the path of a
node - and compared with what each face answers.
"""

from dataclasses import dataclass
from datetime import date

import pytest
from django.http import Http404
from django.test import Client

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.models import Consent, Employer, Person, Reveal, Team
from gonghui.commons.plans.models import PlanItem
from gonghui.faces.kit.signin import new_token
from gonghui.faces.office.site import list_url
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.access.roles import MEMBER, ROLES, powers_of
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clock import now
from gonghui.kernel.config import Setting
from gonghui.kernel.desk import DESKS
from gonghui.kernel.evidence.models import Attachment
from gonghui.kernel.indicators import INDICATORS
from gonghui.kernel.intake.models import Batch
from gonghui.kernel.ledger.act import ACTS
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.marks import Mark
from gonghui.kernel.notices.models import Message
from gonghui.kernel.privacy.crypto import new_salt
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.membership.models import Card, Correction, Membership, Transfer
from gonghui.lines.organization.orgs.models import Change, Coverage, Founding, Site

DAY = date(2024, 3, 1)
# where a record lies, seen from an officer at the district
POSITIONS = {"own": "district", "below": "union", "beside": "other_district", "above": "city", "outside": "far"}
AT = "district"


@dataclass
class World:
    """One viewer of each role at the district, one record of each noun at each position."""

    viewers: dict
    tokens: dict
    rows: dict  # noun label -> position -> row
    nodes: dict


def make_rows(ctx, cast):
    """One record of every noun at every position; nouns whose rows exist already are looked up."""
    rows: dict[str, dict] = {label: {} for label in DESKS}
    for position, key in POSITIONS.items():
        node, union = cast.nodes[key], cast.unions[key]
        person = Person(name=f"人{position}", salt=new_salt())
        person.save()
        person.id_no, person.phone = "", ""
        membership = Membership(node=node, union=union, person=person, state="active", applied_on=DAY, since=DAY)
        membership.save()
        employer = Employer(name=f"厂{position}", node=node, since=DAY)
        employer.save()
        made = {
            "organization_membership.membership": membership,
            "commons_parties.person": person,
            "commons_parties.employer": employer,
            "kernel.node": node,
            "organization_orgs.union": union,
            "commons_parties.reveal": Reveal(person=person, account=cast.accounts["zhou"], node=node, field="phone", reason="x", at=now()),
            "commons_parties.consent": Consent(person=person, purpose="benefits", version=1, channel="x", given_at=now()),
            "commons_plans.planitem": PlanItem(node=node, kind="x", title="x", since=DAY, until=DAY, state="proposed"),
            "commons_activities.activity": Activity(node=node, kind="lecture", title="x", held_on=DAY, ended_on=DAY, state="planned"),
            "commons_parties.team": Team(node=node, kind="lecturer", name=f"队{position}", since=DAY),
            "organization_orgs.founding": Founding(node=node, kind="single", name="x", applicant="x", members=3, submitted_on=DAY, state="submitted"),
            "organization_orgs.coverage": Coverage(node=node, union=union, employer=employer, since=DAY),
            "organization_orgs.site": Site(node=node, name="x", since=DAY),
            "organization_orgs.change": Change(node=node, what="renamed", on=DAY),
            "organization_membership.transfer": Transfer(
                node=node, membership=membership, origin=union, origin_node=node, to=union, asked_on=DAY, state="asked"
            ),
            "organization_membership.card": Card(
                node=node, membership=membership, number=f"6{len(rows)}{position}"[:20], asked_on=DAY, state="requested"
            ),
            "organization_membership.correction": Correction(node=node, membership=membership, says="x", asked_on=DAY, state="filed"),
            "kernel.batch": Batch(kind="members", node=node, name="x", file="0" * 64, state="checked", total=1, good=1, bad=0, at=now()),
            "kernel.setting": Setting(key="member.min_age", node=node, value=16, since=DAY),
            "kernel.mark": Mark(node=node, what="x", noun="x", subject=len(rows) + node.pk, hand=node, due_on=DAY, on=DAY),
            "kernel.account": Account(login=f"m-{position}", node=node),
            "kernel.attachment": Attachment(noun="x", subject=1, node=node, name="x", mime="text/csv", size=1, sm3=bytes(32), at=now()),
        }
        made["kernel.grant"] = Grant(account=made["kernel.account"], role="auditor", node=node, since=DAY)
        made["kernel.message"] = Message(account=cast.accounts["chen"], text="x", at=now())
        for label, row in made.items():
            if row.pk is None:
                row.save()
            rows[label][position] = row
    return rows


@pytest.fixture
def world(cast):
    rows = by_house("tests.matrix", lambda ctx: make_rows(ctx, cast))
    for position, key in POSITIONS.items():
        rows["kernel.event"][position] = Event.objects.for_act("matrix").filter(node=cast.nodes[key]).first()

    def people(ctx):
        accounts = {}
        for role in ROLES:
            account = Account(login=f"matrix-{role}", node=cast.nodes[AT])
            account.save()
            if role != MEMBER:
                Grant(account=account, role=role, node=cast.nodes[AT], since=DAY).save()
            accounts[role] = account
        return accounts

    accounts = by_house("tests.people", people)
    tokens = {role: new_token(account) for role, account in accounts.items()}
    return World(accounts, tokens, rows, cast.nodes)


# nouns without a node of their own are seen through their person's membership, which lies at the same position
def may(role: str, power: str, position: str) -> bool:
    """From the declarations: the role holds the power and the record lies at the district or below."""
    return role != MEMBER and power in powers_of(role) and position in ("own", "below")


OWN_ONLY = {"kernel.message", "commons_parties.consent"}  # seen by their owner and nobody else


def cells_of(world, role):
    account = world.viewers[role]
    viewer = Viewer(account)
    office, program = Client(), Client(headers={"Authorization": f"Bearer {world.tokens[role]}"})
    office.force_login(account, backend="gonghui.faces.kit.signin.AccountBackend")
    for label, desk in DESKS.items():
        seen = {row.pk for row in desk.noun.objects.within(viewer)}
        items = program.get(f"/api/{desk.slug}/", {"limit": 200})
        listed = {item["id"] for item in items.json()["items"]} if items.status_code == 200 else set()
        for position, row in world.rows[label].items():
            wanted = may(role, desk.see, position) and label not in OWN_ONLY
            yield "orm", label, position, wanted, row.pk in seen
            yield "api list", label, position, wanted, row.pk in listed
            yield "api record", label, position, wanted, program.get(f"/api/{desk.slug}/{row.pk}").status_code == 200
            if viewer.in_office:
                yield "office record", label, position, wanted, office.get(f"{list_url(desk)}{row.pk}/change/").status_code == 200
        if viewer.in_office and desk.exported_by:
            answer = office.get(f"{list_url(desk)}export/").status_code == 200
            yield "export", label, "own", desk.export in powers_of(role), answer
    for act in ACTS.values():
        if not act.by or act.creates or act.noun._meta.label_lower not in world.rows:
            continue
        for position, row in world.rows[act.noun._meta.label_lower].items():
            wanted = may(role, act.power, position) and act.noun._meta.label_lower not in OWN_ONLY
            found = act.noun.objects.within(viewer, act.power).filter(pk=row.pk).exists()
            yield f"act {act.key}", act.noun._meta.label_lower, position, wanted, found
            if not wanted:
                yield f"do {act.key}", act.noun._meta.label_lower, position, False, done(act, viewer, row)
    for act in ACTS.values():
        if act.by and act.creates and act.at == "node" and "node" in act.params:
            for position, key in POSITIONS.items():
                from gonghui.faces.kit.binding import choosable

                offered = choosable(act, act.params["node"], viewer).filter(pk=world.nodes[key].pk).exists()
                yield f"pick {act.key}", "kernel.node", position, may(role, act.power, position), offered
    for key, indicator in INDICATORS.items():
        for position, place in POSITIONS.items():
            answer = program.get(f"/api/figures/{key}", {"node": world.nodes[place].code, "period": "2024"})
            yield "figure", key, position, may(role, indicator.power, position), answer.status_code == 200
            rows = program.get(f"/api/figures/{key}/rows", {"node": world.nodes[place].code, "period": "2024"})
            if rows.status_code == 200 and not may(role, indicator.power, position):
                yield "trace", key, position, False, True
    for position, row in world.rows["kernel.attachment"].items():
        found = Attachment.objects.within(viewer).filter(pk=row.pk).exists()
        yield "file", "kernel.attachment", position, may(role, DESKS["kernel.attachment"].see, position), found


def done(act, viewer, row) -> bool:
    """Whether an act that should be refused goes through; a missing argument is no refusal of power."""
    try:
        do(act, viewer, [row.pk] if act.bulk else row.pk)
    except Refused as refused:
        return refused.code not in ("not_found", "no_power")
    except (Http404, TypeError):
        return True
    return True


@pytest.mark.parametrize("role", ROLES)
def test_nobody_sees_or_does_more_than_granted(world, role):
    leaks, denials, cells = [], [], 0
    for face, what, position, wanted, got in cells_of(world, role):
        cells += 1
        if got and not wanted:
            leaks.append((face, what, position))
        if wanted and not got:
            denials.append((face, what, position))
    print(f"{role}: cells {cells}, leaks {len(leaks)}, wrong denials {len(denials)}")
    assert not leaks, leaks[:10]
    assert not denials, denials[:10]
