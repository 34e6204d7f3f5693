"""DEM-3 Proposals of staff representatives: a delegate proposes on the phone, others second, the union files, answers, is rated; one is prized."""

from datetime import date

import pytest
from django.test import Client

from gonghui.commons.cases.models import Case
from gonghui.commons.parties.models import Person, Team
from gonghui.kernel.ledger.house import by_house

from .innovating import workers
from .office import AtDesk, newest

TODAY = date.today()


@pytest.fixture
def delegation(cast):
    """A delegation of 陈 and two others."""
    sun, people = AtDesk(cast, "sun"), workers(cast, 3)
    by_house("tests.own", lambda ctx: Person.objects.for_act("test").filter(pk=people[0].pk).update(account=cast.accounts["chen"]) and None)
    sun.does("parties.found_team", desk="congress_delegations", node=cast.nodes["union"], kind="delegates", name="第三届代表一组", since=TODAY)
    for person in people:
        sun.does("parties.add_member", newest(Team), person=person, since=TODAY)
    return newest(Team), people


def test_a_delegate_proposes_and_rates_what_came_of_it(cast, delegation):
    team, people = delegation
    chen, sun, qian, wang, li = Client(), *(AtDesk(cast, name) for name in ("sun", "qian", "wang", "li"))
    chen.force_login(cast.accounts["chen"], backend="gonghui.faces.kit.signin.AccountBackend")
    told = {"team": team.pk, "title": "增设饮水点", "says": "东区太远", "_key": "p1"}
    alone = chen.post("/portal/act/democracy.propose/", told | {"seconders": [people[1].pk]})
    assert alone.status_code == 422 and "2 名以上" in alone.content.decode()
    assert chen.post("/portal/act/democracy.propose/", told | {"seconders": [people[1].pk, people[2].pk], "_key": "p2"}).status_code == 302
    case = newest(Case)
    assert (case.people, case.state) == (3, "received")
    li.figure("democracy.proposals", "CITY", TODAY.year, 0)
    sun.does("cases.admit", case).sees("proposals", "增设饮水点")
    li.figure("democracy.proposals", "CITY", TODAY.year, 1)
    wang.does("cases.assign", case, to=cast.nodes["union"])
    sun.does("cases.accept", case)
    sun.does("cases.handle", case, answer="下月增设两处", resolved=True)
    qian.does("cases.reply", case)
    assert chen.post(f"/portal/act/cases.rate/{case.pk}/", {"rating": "5", "_key": "r"}).status_code == 302
    wang.does("cases.call_back", case, rating=5, resolved=True).does("cases.close", case)
    prize = {"kind": "award", "title": "全国优秀提案", "topic": "democracy_proposal", "tier": "national", "issuer": "全国厂务公开协调小组"}
    li.does("registers.enter", node=cast.nodes["city"], since=TODAY, holder_node=cast.nodes["union"], **prize)
    li.figure("democracy.national_proposals", "CITY", TODAY.year, 1)


def test_who_is_no_delegate_cannot_propose(cast, delegation):
    team, _people = delegation
    stranger = Client()
    stranger.force_login(cast.accounts["luo"], backend="gonghui.faces.kit.signin.AccountBackend")
    answer = stranger.post("/portal/act/democracy.propose/", {"team": team.pk, "title": "x", "says": "y", "_key": "s"})
    assert answer.status_code in (404, 422)
