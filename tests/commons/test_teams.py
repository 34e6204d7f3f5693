"""Teams: persons or units, in and out by days, one who leads; a team that ends takes its members along."""

from datetime import date, timedelta

import pytest

from gonghui.commons.parties import team_acts
from gonghui.commons.parties.models import Team, TeamMember
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.lectures.words import LECTURER_TEAM
from tests.situations import Ground

SINCE = date(2024, 3, 1)


@pytest.fixture
def team(cast):
    made = do(team_acts.found_team, cast.wang, node=cast.nodes["district"], kind=LECTURER_TEAM, name="东湖宣讲队", since=SINCE, purpose="进企业宣讲")
    return made.subject


def members(team) -> list:
    return [(str(m), m.part, m.until) for m in TeamMember.objects.for_act("test").filter(team=team).order_by("pk")]


def test_a_team_holds_persons_and_units_and_one_of_them_leads(cast, team):
    ground = Ground(cast)
    one, two = (ground.made("membership.register").person for _ in range(2))
    do(team_acts.add_member, cast.wang, team, person=one, part="lead", since=SINCE)
    do(team_acts.add_member, cast.wang, team, unit=cast.nodes["union"], since=SINCE)
    do(team_acts.add_member, cast.wang, team, person=two, part="lead", since=SINCE)
    assert members(team) == [(one.name, "member", None), ("东湖纺织厂工会", "member", None), (two.name, "lead", None)]
    do(team_acts.lead_team, cast.wang, TeamMember.objects.for_act("test").get(person=one))
    assert [part for _who, part, _until in members(team)] == ["lead", "member", "member"]


def test_a_team_refuses_two_none_itself_twice_and_days_before_it_stood(cast, team):
    person, unit = Ground(cast).made("membership.register").person, cast.nodes["union"]
    for code, told in (
        ("parties.one_of", {"since": SINCE}),
        ("parties.one_of", {"since": SINCE, "person": person, "unit": unit}),
        ("parties.team_itself", {"since": SINCE, "group": team}),
        ("parties.before_team", {"since": SINCE - timedelta(1), "unit": unit}),
    ):
        with pytest.raises(Refused) as no:
            do(team_acts.add_member, cast.wang, team, **told)
        assert no.value.code == code
    do(team_acts.add_member, cast.wang, team, person=person, since=SINCE)
    with pytest.raises(Refused) as no:
        do(team_acts.add_member, cast.wang, team, person=person, since=today())
    assert no.value.code == "parties.in_team_already" and person.name in no.value.text


def test_who_left_may_come_back_and_an_ended_team_has_nobody(cast, team):
    unit = cast.nodes["union"]
    do(team_acts.add_member, cast.wang, team, unit=unit, since=SINCE)
    do(team_acts.leave_team, cast.wang, TeamMember.objects.for_act("test").get(), on=date(2024, 5, 1))
    do(team_acts.add_member, cast.wang, team, unit=unit, since=date(2024, 6, 1))
    do(team_acts.end_team, cast.wang, team, on=date(2024, 7, 1))
    assert [until for _who, _part, until in members(team)] == [date(2024, 5, 1), date(2024, 7, 1)]
    for act, told in ((team_acts.add_member, {"unit": unit, "since": SINCE}), (team_acts.end_team, {"on": today()})):
        with pytest.raises(Refused) as no:
            do(act, cast.wang, team, **told)
        assert no.value.code == "wrong_state"


def test_a_team_may_be_in_another_until_either_ends(cast, team):
    group = do(team_acts.found_team, cast.wang, node=cast.nodes["union"], kind=LECTURER_TEAM, name="纺织厂宣讲组", since=SINCE).subject
    do(team_acts.add_member, cast.wang, team, group=group, since=SINCE)
    assert members(team) == [("纺织厂宣讲组", "member", None)]
    do(team_acts.end_team, cast.wang, group, on=date(2024, 7, 1))
    assert members(team) == [("纺织厂宣讲组", "member", date(2024, 7, 1))]
    with pytest.raises(Refused) as no:
        do(team_acts.add_member, cast.wang, team, group=group, since=today())
    assert no.value.code == "parties.team_ended"


def test_one_name_a_kind_and_node_while_it_stands(cast, team):
    told = {"node": cast.nodes["district"], "kind": LECTURER_TEAM, "name": team.name, "since": SINCE}
    with pytest.raises(Refused) as no:
        do(team_acts.found_team, cast.wang, **told)
    assert no.value.code == "parties.team_taken"
    do(team_acts.end_team, cast.wang, team, on=today())
    assert do(team_acts.found_team, cast.wang, **told).subject.pk != team.pk
    assert Team.objects.for_act("test").count() == 2


def test_the_list_of_lecturer_groups_names_who_is_in_them(cast, team, client):
    do(team_acts.add_member, cast.wang, team, unit=cast.nodes["union"], since=SINCE)
    client.force_login(cast.accounts["wang"], backend="gonghui.faces.kit.signin.AccountBackend")
    for slug in ("lecturer_teams", "team"):
        assert "东湖纺织厂工会" in client.get(f"/office/commons_parties/{slug}/{team.pk}/change/").content.decode()
    assert client.get("/office/commons_parties/team/").status_code == 200
