"""STU-4 Service team with flag: a city team with its task, its members by days, who see it on the phone."""

from django.test import Client

from gonghui.commons.parties.models import Team, TeamMember
from gonghui.lines.production.studios.words import SERVICE

from .innovating import TODAY, workers
from .office import AtDesk, newest


def test_a_service_team_is_formed_with_its_task_and_its_members_come_and_go(cast):
    li = AtDesk(cast, "li")
    one, two = workers(cast, 2)
    told = {"node": cast.nodes["city"], "kind": SERVICE, "name": "新质生产力服务队", "purpose": "进企业解难题", "since": TODAY}
    li.does("parties.found_team", desk="service_teams", **told).figure("studios.service_teams", "CITY", TODAY.year, 1)
    team = newest(Team)
    for person, part in ((one, "lead"), (two, "member")):
        li.does("parties.add_member", team, person=person, part=part, since=TODAY)
    li.refused("parties.add_member", "已在", team, person=one, since=TODAY).reads(team, "进企业解难题", f"{one.name}（负责人）")
    li.does("parties.lead_team", newest(TeamMember, person=two)).reads(team, f"{two.name}（负责人）")
    li.does("parties.leave_team", newest(TeamMember, person=one), on=TODAY)
    li.does("parties.end_team", team, on=TODAY).sees("service_teams", "新质生产力服务队")
    chen = Client()
    chen.force_login(cast.accounts["chen"], backend="gonghui.faces.kit.signin.AccountBackend")
    assert chen.get("/portal/my/teammember/").status_code == 200
