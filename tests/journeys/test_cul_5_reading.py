"""CUL-5 Reading: a circle signs in day by day by name, a storyteller contest beside it; both are culture activities."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.reads import own_person
from tests.commons.test_enrolment import worker

from .office import AtDesk, newest


def test_a_reading_circle_signs_in_each_day(cast):
    sun, li = AtDesk(cast, "sun"), AtDesk(cast, "li")
    first, person = date(2024, 4, 23), own_person(worker(cast, 1))
    for n in range(2):
        what = {"kind": "reading", "title": f"书香共读第{n + 1}天", "held_on": first + timedelta(days=n), "at_place": "职工书屋"}
        sun.does("activities.record", desk="culture", node=cast.nodes["union"], people=[person], **what)
        sun.refused("activities.call_roll", "已", newest(Activity), people=[person])
    contest = {"kind": "arts_contest", "title": "故事会大赛", "series": ["storytelling"], "held_on": first, "at_place": "礼堂"}
    sun.does("activities.record", desk="culture", node=cast.nodes["union"], head_count=60, **contest)
    sun.sees("culture", "书香共读第1天", "故事会大赛")
    for key, value in (("activities", 3), ("attendances@named", 2), ("attendances", 60), ("attendances@sports", 0)):
        li.figure(f"culture.{key}", "DISTRICT", 2024, value)
