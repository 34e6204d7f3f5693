"""CUL-2 Troupe visits and benefit shows: a troupe of the staff plays at a firm; sessions and heads are counted once each."""

from datetime import date

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.models import Team

from .office import AtDesk, newest


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
