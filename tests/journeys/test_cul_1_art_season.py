"""CUL-1 Art season: items are planned by category, works are sent, judged twice and given awards."""

from datetime import date

from gonghui.commons.plans.models import PlanItem
from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.ledger.house import by_house
from gonghui.lines.education.culture.models import Marking, Season, Work

from .office import AtDesk, newest
from .phones import Phone


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


def judges(cast, count: int, node="other_city") -> list[Account]:
    def make(ctx):
        made = [Account(login=f"评委{node}{n}", name=f"评委{n}", node=cast.nodes[node]) for n in range(count)]
        for account in made:
            account.save()
            Grant(account=account, role="expert", node=cast.nodes["province"], since=date(2020, 1, 1)).save()
        return made

    return by_house("tests.judges", make)


def called(cast) -> tuple:
    """A season that takes works, and its item."""
    li, zhou, year = AtDesk(cast, "li"), AtDesk(cast, "zhou"), date.today().year
    when = {"node": cast.nodes["city"], "since": date(year, 1, 1), "until": date(year, 12, 31)}
    for what in ({"kind": "season", "title": "艺术季"}, {"kind": "season.item", "title": "书画展", "category": "season.exhibitions"}):
        whole = newest(PlanItem)
        li.does("plans.propose", desk="season_plans", **when, **what, **({"part_of": whole} if whole else {}))
        zhou.does("plans.approve", newest(PlanItem))
    li.does("culture.open_season", plan=whole, title="第三届职工文化艺术季")
    li.does("culture.announce_season", newest(Season)).does("culture.call_for_works", newest(Season))
    return newest(Season), newest(PlanItem)


def test_a_stage_stands_on_the_judges_marks_and_who_decides_otherwise_says_why(cast):
    li, sun, year = AtDesk(cast, "li"), AtDesk(cast, "sun"), date.today().year
    season, item = called(cast)
    sheet = {"stage": "preliminary", "items": "立意 40\n技艺 60"}
    li.refused("culture.set_sheet", "合计 100", season, **sheet | {"items": "立意 40"}, places="初评入围 2")
    li.refused("culture.set_sheet", "初评只有一行", season, **sheet, places="一等 1\n二等 1").does(
        "culture.set_sheet", season, **sheet, places="初评入围 2"
    )
    for title in ("钢花", "炉火", "渡口"):
        sun.does("culture.enter_work", node=cast.nodes["union"], season=season, item=item, title=title, author="陈")
    li.does("culture.close_entries", season)
    five, near, told = judges(cast, 5), judges(cast, 1, "union"), {"season": season, "item": item}
    li.does("culture.assign_judges", **told, judges=[*five, *near]).refused("culture.assign_judges", "没有可再分派", **told, judges=five)
    li.refused("culture.set_sheet", "已分派评委", season, **sheet, places="初评入围 1")
    works = {title: newest(Work, title=title) for title in ("钢花", "炉火", "渡口")}
    assert newest(Marking, work=works["钢花"], judge=near[0]).state == "recused"
    li.refused("culture.shortlist", "3 件作品没有评完", works["钢花"])
    marks = {"钢花": (100, 80, 80, 80, 0), "炉火": (70, 70, 70, 70, 70), "渡口": (70, 70, 70, 60, 80)}
    for n, judge in enumerate(five):
        phone = Phone(judge)
        phone.go("").says("我的评委任务")
        for title, work in works.items():
            one = newest(Marking, work=work, judge=judge)
            phone.go(f"my/marking/{one.pk}/").says(title).lacks("东湖纺织厂").go(f"act/culture.mark/{one.pk}/").says("技艺（60%）")
            phone.send(422, **{"marks.1": "101", "marks.2": "9"}).says("“立意”应填 0—100")
            phone.send(**{"marks.1": str(marks[title][n]), "marks.2": str(marks[title][n])}).says("已评分")
    li.figure("culture.markings", "CITY", year, 15)
    assert "并列第 2 名" in li.client.get(f"/office/annex/education_culture/season/{season.pk}/preliminary/").content.decode()
    li.does("culture.shortlist", works["钢花"]).reads(works["钢花"], "80.00")  # 100 and 0 are left out
    li.refused("culture.shortlist", "并列第 2 名", works["炉火"]).does("culture.shortlist", works["炉火"], why="立意分更高")
    li.refused("culture.put_out", "与名次不符", works["渡口"]).does("culture.put_out", works["渡口"], why="只取两件")
    li.reads(works["渡口"], "70.00", "只取两件").does("culture.go_to_final", season)
    li.refused("culture.assign_judges", "没有评分表", **told, judges=five)
    li.does("culture.award_work", works["钢花"], award="一等奖")  # a stage without a sheet is decided as before
