"""STU-2 Alliances across firms: proposed, joined by studios of several units, founded, problems listed, sessions held, evaluated, dissolved."""

from gonghui.commons.cases.models import Case
from gonghui.lines.production.studios.models import Alliance, Studio
from gonghui.lines.production.studios.words import PROBLEM, REVIEW, SESSION

from .innovating import TODAY, workers
from .office import AtDesk, newest


def test_an_alliance_needs_two_units_and_counts_its_studios_units_chains_and_sessions(cast):
    li, wang, year = AtDesk(cast, "li"), AtDesk(cast, "wang"), TODAY.year
    wang.does("studios.propose_alliance", node=cast.nodes["district"], name="东湖装备联盟", on=TODAY, purpose="联合攻关")
    alliance = newest(Alliance, "team")
    for n, (place, chain, leader) in enumerate(zip(("union", "union", "beside"), ("纺机", "纺机", "机床"), workers(cast, 3), strict=True)):
        wang.does("studios.found", node=cast.nodes[place], name=f"工作室{n}", leader=leader, since=TODAY, chain=chain)
        wang.does("parties.add_member", alliance.team, group=newest(Studio, "team").team, since=TODAY)
        if n == 1:
            li.refused("studios.found_alliance", "两个以上单位", alliance, on=TODAY).figure("studios.alliances", "CITY", year, 0)
    li.does("studios.found_alliance", alliance, on=TODAY)
    for key, value in (("alliances", 1), ("alliance_member_studios", 3), ("alliance_member_orgs", 2), ("alliance_industry_chains", 2)):
        li.figure(f"studios.{key}", "DISTRICT", year, value)
    told = {"node": cast.nodes["district"], "kind": PROBLEM, "channel": "visit", "title": "主轴振动", "says": "两家都有"}
    wang.does("cases.register", desk="alliance_problems", **told)
    for n in (1, 2):
        held = {"kind": SESSION, "node": cast.nodes["district"], "title": f"第{n}次协作", "held_on": TODAY, "at_place": f"{n}号厂", "head_count": 20}
        wang.does("activities.record", desk="alliance_sessions", **held).figure("studios.alliance_session_ordinal", "DISTRICT", TODAY, n)
    wang.does("cases.answer_at_once", newest(Case), answer="更换轴承").sees("alliance_problems", "主轴振动")
    wang.does(
        "registers.enter", desk="studio_reports", node=cast.nodes["district"], kind=REVIEW, title="年度评价：良好", team=alliance.team, since=TODAY
    )
    wang.reads(alliance, "工作室0", "东湖装备联盟").figure("studios.alliance_sessions", "DISTRICT", year, 2)
    li.does("studios.end_alliance", alliance, on=TODAY, why="任务完成").sees("alliance", "已解散")
