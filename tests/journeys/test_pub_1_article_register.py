"""PUB-1 Article register: handed in by a correspondent, registered by another, counted by outlet from the city level up."""

from datetime import date

from gonghui.commons.registers.models import RegisterEntry

from .office import AtDesk, newest


def test_an_article_counts_once_another_has_registered_it(cast):
    wang, li = AtDesk(cast, "wang"), AtDesk(cast, "li")
    what = {"node": cast.nodes["district"], "since": date(2024, 5, 1), "author": "通讯员"}
    for title, outlet in (("劳模进校园", "city_daily"), ("竞赛见闻", "acftu_net"), ("县里的事", "county_media")):
        wang.does("publicity.submit", desk="articles", title=title, outlet=outlet, address="https://example.org/1", **what)
        li.figure("publicity.articles.city_daily", "CITY", 2024, int(title != "劳模进校园"))
        wang.refused("registers.register", "同一人", newest(RegisterEntry))
        li.does("registers.register", newest(RegisterEntry))
    wang.refused("publicity.submit", "", desk="articles", title="劳模进校园", outlet="city_daily", **what)
    wang.does("publicity.submit", desk="articles", title="未刊发的稿件", outlet="study_app", **what)
    li.does("registers.decline", newest(RegisterEntry), why="查无此稿")
    li.sees("articles", "劳模进校园", "中工网", "未刊发的稿件")
    for key, value in (("", 2), (".city_daily", 1), (".acftu_net", 1), (".county_media", 1), (".study_app", 0)):
        li.figure(f"publicity.articles{key}", "CITY", 2024, value)
