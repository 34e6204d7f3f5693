"""CUL-4 General culture activities: by names or by heads, never both; culture and sport are told apart and together."""

from datetime import date

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.reads import own_person
from tests.commons.test_enrolment import worker

from .office import AtDesk, newest


def test_names_and_heads_stand_apart_and_sport_beside_culture(cast):
    sun, li, today = AtDesk(cast, "sun"), AtDesk(cast, "li"), date.today()
    people = [own_person(worker(cast, n)) for n in range(2)]
    what = {"node": cast.nodes["union"], "held_on": today}
    sun.does("activities.record", desk="culture", kind="culture", title="五一合唱", at_place="礼堂", head_count=120, **what)
    sun.does("activities.record", desk="culture", kind="sports", title="健步走", at_place="公园", head_count=80, **what)
    both = {"kind": "culture", "title": "端午联欢", "at_place": "广场", "series": ["festival"], "people": people}
    sun.refused("activities.record", "只填一项", desk="culture", head_count=2, **both, **what)
    sun.does("activities.record", desk="culture", **both, **what)
    sun.sees("culture", "五一合唱", "健步走", "端午联欢")
    for key, value in (
        ("activities", 2),
        ("sports", 1),
        ("attendances", 120),
        ("attendances@sports", 80),
        ("attendances@with_sports", 200),
        ("attendances@named", 2),
        ("festival.attendances", 2),
    ):
        li.figure(f"culture.{key}", "CITY", today.year, value)
    sun.does("activities.plan", desk="culture", kind="culture", title="中秋诵读", at_place="二礼堂", **what)
    sun.does("activities.cancel", newest(Activity), why="场地检修").sees("culture", "中秋诵读", "已取消")
    li.figure("culture.activities", "UNION", today.year, 2).figure("culture.activities", "BESIDE", today.year, 0)
