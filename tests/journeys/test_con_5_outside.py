"""CON-5 Cross-region and national contests: a delegation is sent, and the result somebody else published is registered with its issuer."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.models import Team
from gonghui.lines.production.contests.models import Item

from .office import AtDesk, newest
from .test_con_2_finals import contestants


def test_a_delegation_goes_to_a_contest_of_others_and_comes_back_third(cast):
    li, today = AtDesk(cast, "li"), date.today()
    city, outside = cast.nodes["city"], {"issuer": "京津冀三地总工会", "tier": "regional", "since": today}
    li.does("activities.plan", desk="contests", kind="skill_contest", node=city, title="京津冀轨道竞赛（参赛）", held_on=today, at_place="天津")
    li.does("contests.open_item", contest=newest(Activity), title="列车检修", tier="regional", judged="score", held_on=today)
    li.does("parties.found_team", desk="delegations", node=city, kind="delegation", name="本省代表队", since=today - timedelta(days=30))
    li.does("contests.enter", team=newest(Team), item=newest(Item), persons=contestants(cast, 3))
    for kind, number, title, unit in (("contest_result", 3, "轨道竞赛团体名次", "名"), ("contest_edition", 1, "京津冀轨道竞赛", "届")):
        li.does("registers.enter", desk="contest_register", node=city, kind=kind, title=title, quantity=number, unit=unit, **outside)
    for key, value in (("contests.contestants", 3), ("contests.rank", 3), ("contests.ordinal@outside", 1), ("contests.ordinal", None)):
        li.figure(key, "CITY", today.year, value)
    li.sees("contest_register", "轨道竞赛团体名次", "京津冀三地总工会").figure("contests.rank", "DISTRICT", today.year, None)
    AtDesk(cast, "zhou").figure("contests.rank", "PROV", today.year, None)
