"""SVC-1 One-stop windows: windows side by side, a number taken on the phone, called, served, rated."""

from datetime import date, timedelta

from .by_program import Program


def test_a_worker_takes_a_number_is_served_and_rates_the_window(cast):
    wang, li, chen = (Program(cast.accounts[name]) for name in ("wang", "li", "chen"))
    here, today = cast.nodes["district"], date.today()
    windows = ["win_mutual", "win_hardship", "win_petition", "win_legal"]
    centre = wang.does(
        "places.enter", node=here, kind="centre", name="东湖区职工服务中心", opened_on=today - timedelta(days=9), facilities=windows[:3]
    )
    wang.does("places.equip", centre, facilities=windows, on=today)
    assert wang.figure("service_centres.windows", "DISTRICT", f"asof-{today - timedelta(days=1)}") == 3
    assert li.figure("service_centres.windows", "CITY", f"asof-{today}") == 4
    told = {"node": here, "kind": "window", "topic": "window.mutual", "title": "咨询互助金", "says": "怎样申请", "name": "陈师傅"}
    first, second = chen.does("cases.receive", **told), chen.does("cases.receive", **told | {"title": "再问一次"})
    page = chen.client.get(f"/api/window_visits/{second}").content.decode()
    assert "互助保障窗口 002" in page
    wang.does("cases.admit", first)
    wang.does("cases.answer_at_once", first, answer="已办理")
    chen.does("cases.rate", first, rating=4)
    assert li.figure("service_centres.numbers_taken", "CITY", today.year) == 2
    assert li.figure("service_centres.visits_served", "CITY", today.year) == 1
    assert li.figure("service_centres.rating", "CITY", today.year) == 4
