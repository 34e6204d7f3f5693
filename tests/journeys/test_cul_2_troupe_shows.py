"""CUL-2 Troupe visits and benefit shows: a troupe of the staff plays at a firm; sessions and heads are counted once each."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.models import Team
from gonghui.kernel import clock
from gonghui.lines.education.culture.models import ShowRequest

from .office import AtDesk, newest
from .phones import Phone


def test_a_troupe_plays_where_it_was_asked_and_the_heads_are_filed(cast):
    li, zhou, sun, today = AtDesk(cast, "li"), AtDesk(cast, "zhou"), AtDesk(cast, "sun"), date.today()
    li.does("parties.found_team", desk="troupes", node=cast.nodes["city"], kind="troupe", name="职工文工团", since=date(2020, 1, 1))
    troupe = newest(Team)
    for title, series, heads in (("送文艺进车间", "benefit", 200), ("工运剧目", "drama", 380)):
        what = {"kind": "show", "node": cast.nodes["city"], "title": title, "series": [series], "team": troupe, "host": cast.nodes["union"]}
        li.does("activities.plan", desk="shows", held_on=today, at_place=title, **what)
        show = newest(Activity)
        li.refused("activities.approve", "同一人", show) if series == "benefit" else None
        zhou.does("activities.approve", show)
        li.does("activities.announce", show).does("activities.hold", show).does("activities.file", show, head_count=heads)
        zhou.does("activities.check", show)
    sun.sees("shows", "送文艺进车间").reads(newest(Activity), "职工文工团", "380")
    for key, value in (
        ("performances", 2),
        ("performances@benefit", 1),
        ("performances@drama", 1),
        ("performance_audience", 580),
        ("performance_audience@drama", 380),
        ("attendances@shows", 580),
    ):
        for node in ("CITY", "UNION", "PROV"):
            zhou.figure(f"culture.{key}", node, today.year, value)
    zhou.figure("culture.visiting_troupes", "CITY", today.year, 0)


def test_a_unit_asks_for_a_troupe_which_plays_once_at_an_hour_and_is_rated(cast):
    li, sun, wang, today = AtDesk(cast, "li"), Phone(cast.accounts["sun"]), AtDesk(cast, "wang"), date.today()
    li.does("parties.found_team", desk="troupes", node=cast.nodes["city"], kind="troupe", name="轻骑兵", since=date(2020, 1, 1))
    troupe, on = newest(Team), today + timedelta(days=9)
    asked = {"node": cast.nodes["union"].pk, "team": troupe.pk, "title": "进车间慰问", "at_place": "一车间", "expected": "200"}
    sun.go("").says("送文艺下基层").go("visits/ask/").send(422, **asked, on=str(today - timedelta(days=1))).says("已过")
    sun.send(**asked, on=str(on)).says("请等待安排").go("visits/ask/").send(409, **asked, on=str(on)).says("已向“轻骑兵”提过")
    first = newest(ShowRequest)
    wang.does("culture.ask_show", node=cast.nodes["district"], team=troupe, title="广场演出", on=on, at_place="广场", expected=300)
    second, hours = newest(ShowRequest), {"on": on, "begins": 14, "ends": 16}
    wang.refused("culture.schedule_show", "由“临江市总工会”安排", second, **hours)
    li.does("culture.schedule_show", first, **hours)
    li.refused("culture.schedule_show", "14:00-16:00 已有“进车间慰问”", second, on=on, begins=15, ends=17)
    li.does("culture.schedule_show", second, on=on, begins=16, ends=18).does("culture.refuse_show", second, why="当天设备检修")
    sun.go("visits/").says("14:00-16:00", "撤回申请").lacks("安排演出")
    with clock.at(on):
        sun.go(f"visits/{first.pk}/perform_show/").send(head_count="180").says("已演出", "180").go(f"visits/{first.pk}/rate_show/")
        sun.send(stars="5", says="节目贴近一线").says("非常满意")
        for key, value in (
            ("performances@benefit", 1), ("performance_audience", 180), ("show_requests", 2), ("show_requests@performed", 1), ("show_rating", 5),
        ):  # fmt: skip
            li.figure(f"culture.{key}", "CITY", f"{today}..{on}", value)
        li.refused("culture.rate_show", "演出", first, stars=1).figure("culture.show_rating", "UNION", f"{today}..{on}", 5)
    wang.reads(second, "当天设备检修", "未安排")
