"""STA-2 Special screening and thought analysis: a round is set, carried out, told in numbers only, sent back, closed and checked by another."""

from datetime import date, timedelta

from .by_program import Program


def test_a_round_tells_numbers_and_no_names(cast):
    zhou, li = Program(cast.accounts["zhou"]), Program(cast.accounts["li"])
    today = date.today()
    told = {"sort": "screening", "title": "平台劳动者专项排查", "source": "plan", "says": "按季度开展", "period": "2024Q1"}
    screening = zhou.does("stability.enter", node=cast.nodes["city"], **told)
    assert zhou.refused("stability.grade", screening, level="low")
    zhou.does("stability.assign", screening, unit=cast.nodes["city"], due_on=today + timedelta(days=30))
    assert "覆盖人数" in li.refused("stability.handle", screening, done="已排查")
    li.does("stability.handle", screening, done="已排查", covered=1200, risks=2)
    zhou.does("stability.send_back", screening, why="补充分行业人数")
    li.does("stability.handle", screening, done="已按行业汇总", covered=1350, risks=2)
    assert zhou.figure("stability.screenings", "PROV", today.year) == 0
    zhou.does("stability.close", screening)
    zhou.does("stability.check", screening)
    assert zhou.figure("stability.screenings", "PROV", today.year) == 1
    assert zhou.figure("stability.screened", "PROV", today.year) == 1350
