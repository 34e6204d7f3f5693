"""PUB-1 Article register: handed in by a correspondent, registered by another, counted by outlet, rewarded by the tariff."""

from datetime import date
from decimal import Decimal

from gonghui.commons.money.models import PayBatch, Payment, Source
from gonghui.commons.registers.models import RegisterEntry
from gonghui.lines.education.publicity.words import REWARD

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


def test_points_rank_units_and_become_a_list_of_payments_once(cast):
    wang, li, zhou, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), AtDesk(cast, "zhou"), cast.nodes["district"]
    what = {"node": district, "since": date(2024, 5, 1), "author": "田野", "title": "劳模进校园", "genre": "feature"}
    wang.does("publicity.submit", desk="articles", outlet="city_daily", **what)
    first = newest(RegisterEntry)
    li.does("registers.register", first)
    wang.does("publicity.submit", desk="articles", outlet="acftu_net", first=first, another=True, **what)
    li.figure("publicity.points", "CITY", 2024, 6).does("registers.register", newest(RegisterEntry))
    li.figure("publicity.points", "CITY", 2024, 20).figure("publicity.articles", "CITY", 2024, 2).sees("articles", "通讯、专题", "积分")
    zhou.does("money.declare_source", node=cast.nodes["province"], code="XC", name="宣传经费", since=date(2024, 1, 1))
    for title, kind in (("稿件奖励", REWARD), ("再奖", REWARD)):
        batch = {"node": district, "kind": kind, "title": title, "source": newest(Source), "award_year": 2024, "form": "cash"}
        li.does("money.open_batch", **batch)
    span = {"since": date(2024, 1, 1), "until": date(2024, 12, 31)}
    li.does("publicity.reward", newest(PayBatch, title="稿件奖励"), **span)
    li.refused("publicity.reward", "没有还可奖励", newest(PayBatch, title="再奖"), **span)
    assert (newest(Payment).amount, newest(Payment).payee) == (Decimal(400), "田野")
    zhou.figure("publicity.reward_amount", "CITY", 2024, 0)
