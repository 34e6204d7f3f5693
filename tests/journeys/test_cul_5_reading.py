"""CUL-5 Reading: a circle signs in day by day by name, a storyteller contest beside it; both are culture activities."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.reads import own_person
from gonghui.kernel import clock
from gonghui.lines.education.culture.rules import streaks
from tests.commons.test_enrolment import worker

from .office import AtDesk, newest
from .phones import Phone


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


def test_a_worker_checks_in_once_a_day_and_streaks_are_told(cast):
    li, today = AtDesk(cast, "li"), date.today()
    one, two, far = (worker(cast, n, union).account for n, union in enumerate(("union", "union", "far")))
    what = {"kind": "reading", "title": "百日共读", "held_on": today, "ended_on": today + timedelta(days=99), "at_place": "线上"}
    li.does("activities.plan", desk="culture", node=cast.nodes["city"], **what)
    AtDesk(cast, "zhou").does("activities.approve", newest(Activity))
    assert "阅读打卡" not in Phone(one).go("").text
    li.does("activities.announce", newest(Activity))
    for day, phones in ((0, (one, two)), (1, (one,)), (3, (one,))):
        with clock.at(today + timedelta(days=day)):
            for account in phones:
                phone = Phone(account).go("reading/").says("百日共读")
                phone.send(pages="20").says("今天已打卡")
                phone.send(409, activity=str(newest(Activity).pk), _key="again").says("今天已打卡")
            Phone(one).go("reading/").says({0: "1 天，连续 1 天", 1: "2 天，连续 2 天", 3: "3 天，连续 1 天，最长连续 2 天"}[day])
    Phone(far).go("reading/").says("没有面向您的")
    period = f"{today}..{today + timedelta(days=3)}"
    with clock.at(today + timedelta(days=4)):
        for key, value in (("reading_check_ins", 4), ("readers", 2), ("attendances@named", 0)):
            li.figure(f"culture.{key}", "CITY", period, value)
    assert streaks({today - timedelta(days=n) for n in (1, 2, 4)}, today) == (2, 2)
