"""CON-1 Annual contest plan and execution: planned in items, held in sessions, heads filed by units, plan and result never mixed."""

from datetime import date

from gonghui.commons.activities.models import Activity
from gonghui.commons.plans.models import PlanItem
from gonghui.commons.returns.models import HeadCount

from .office import AtDesk, newest

YEAR = date.today().year - 1


def test_a_plan_is_approved_its_contests_are_held_and_the_two_are_told_apart(cast):
    li, zhou, wang, sun = (AtDesk(cast, name) for name in ("li", "zhou", "wang", "sun"))
    span = {"since": date(YEAR, 1, 1), "until": date(YEAR, 12, 31)}
    li.does("plans.propose", desk="contest_plans", node=cast.nodes["city"], kind="contest", title="安康杯竞赛", target=2, unit="item", **span)
    item = newest(PlanItem)
    li.figure("contests.planned", "CITY", f"{YEAR}-plan", 0)
    zhou.does("plans.approve", item)
    li.figure("contests.planned", "CITY", f"{YEAR}-plan", 1).figure("contests.held", "CITY", YEAR, 0)
    for n, day in enumerate((date(YEAR, 3, 1), date(YEAR, 8, 1))):
        what = {"kind": "labour_contest", "node": cast.nodes["district"], "title": f"第{n + 1}场", "held_on": day, "at_place": f"{n}号车间"}
        wang.does("activities.record", desk="contests", head_count=30, plan=item, **what)
    li.figure("contests.held", "CITY", YEAR, 2).figure("contests.participations@held", "CITY", YEAR, 60)
    li.figure("contests.planned", "CITY", f"{YEAR}-plan", 1)
    li.reads(item, "单位不同", "不是完成率").sees("contests", "第1场", "第2场")
    wang.does(
        "activities.plan", desk="contests", kind="labour_contest", node=cast.nodes["district"], title="取消的", held_on=span["since"], at_place="东"
    )
    wang.does("activities.cancel", newest(Activity), why="停产")
    li.figure("contests.held", "CITY", YEAR, 2)


def test_a_unit_files_heads_another_accepts_them_and_enterprises_that_took_part_are_counted(cast):
    sun, wang, li = (AtDesk(cast, name) for name in ("sun", "wang", "li"))
    sun.does("returns.fill", desk="contest_heads", node=cast.nodes["union"], kind="contest.labour", period=str(YEAR), number=120, basis="竞赛台账")
    row = newest(HeadCount)
    sun.does("returns.submit", row).refused("returns.accept", "权限", row)
    wang.sees("contest_heads", "东湖纺织厂工会", "120").does("returns.send_back", row, why="请附名册")
    sun.does("returns.amend", row, number=118, basis="竞赛名册").does("returns.submit", row)
    wang.does("returns.accept", row)
    li.figure("contests.labour.participations", "CITY", YEAR, 118).figure("contests.participations@filed", "CITY", YEAR, 118)
    li.figure("contests.participations@held", "CITY", YEAR, 0)
    li.figure("contests.enterprise_coverage_pct", "CITY", YEAR, "33.33")
    sun.refused(
        "returns.fill", "已填报过", desk="contest_heads", node=cast.nodes["union"], kind="contest.labour", period=f"{YEAR}H1", number=0, basis="台账"
    )
