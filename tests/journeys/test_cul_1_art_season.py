"""CUL-1 Art season: items are planned by category, works are sent, judged twice and given awards."""

from datetime import date

from gonghui.commons.plans.models import PlanItem
from gonghui.lines.education.culture.models import Season, Work

from .office import AtDesk, newest


def test_a_season_goes_from_its_items_to_its_awards(cast):
    li, zhou, sun, year = AtDesk(cast, "li"), AtDesk(cast, "zhou"), AtDesk(cast, "sun"), date.today().year
    when = {"node": cast.nodes["city"], "since": date(year, 1, 1), "until": date(year, 12, 31)}

    def planned(**what):
        li.does("plans.propose", desk="season_plans", **when, **what)
        zhou.does("plans.approve", newest(PlanItem))
        return newest(PlanItem)

    whole = planned(kind="season", title="职工文化艺术季")
    li.does("culture.open_season", plan=whole, title="第二届职工文化艺术季", edition=2)
    li.refused("culture.announce_season", "还没有批准的活动项", newest(Season))
    item = planned(kind="season.item", title="书画展", category="season.exhibitions", part_of=whole)
    planned(kind="season.item", title="短视频大赛", category="season.contests", part_of=whole)
    planned(kind="season.item", title="器乐大赛", category="season.contests", part_of=whole)
    li.does("culture.announce_season", newest(Season)).does("culture.call_for_works", newest(Season))
    for title in ("钢花", "炉火"):
        sun.does("culture.enter_work", node=cast.nodes["union"], season=newest(Season), item=item, title=title, author="陈")
    best, other = newest(Work, title="钢花"), newest(Work, title="炉火")
    li.refused("culture.shortlist", "征集中", best).does("culture.close_entries", newest(Season)).does("culture.shortlist", best)
    li.refused("culture.go_to_final", "1 件作品", newest(Season)).does("culture.put_out", other).does("culture.go_to_final", newest(Season))
    li.does("culture.award_work", best, award="一等奖").does("culture.close_season", newest(Season)).reads(newest(Season), "已颁奖")
    sun.reads(best, "一等奖")
    for key, value in (("season.categories", 2), ("season.activities", 3), ("works", 2), ("works@awarded", 1)):
        li.figure(f"culture.{key}", "CITY", year, value)
    li.figure("culture.works", "BESIDE", year, 0)
