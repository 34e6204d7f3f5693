"""CUL-5 Reading: a circle signs in day by day by name, a storyteller contest beside it; both are culture activities."""

from datetime import date, timedelta

from pytest import raises

from gonghui.commons.activities.models import Activity
from gonghui.commons.parties.reads import own_person
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.culture.models import CheckIn
from tests.commons.test_enrolment import worker

from .office import AtDesk, newest
from .phones import Phone

DAY = timedelta(days=1)


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


def test_a_programme_is_read_along_day_by_day_and_a_reader_counts_once(cast):
    sun, li, chen, first = AtDesk(cast, "sun"), AtDesk(cast, "li"), worker(cast, 1), clock.today()
    with clock.at(first - 3 * DAY):
        sun = AtDesk(cast, "sun")
        told = {"kind": "reading", "title": "百日共读", "held_on": first - 2 * DAY, "ended_on": first + 90 * DAY, "at_place": "线上"}
        sun.does("activities.plan", desk="culture", node=cast.nodes["union"], **told)
        AtDesk(cast, "wang").does("activities.approve", newest(Activity))
    programme = newest(Activity)
    for ago in (2, 1, 0):
        with clock.at(first - ago * DAY):
            if ago == 2:
                AtDesk(cast, "sun").does("activities.hold", programme)
            phone = Phone(chen.account).go("reading/").says("百日共读").go(f"reading/{programme.pk}/").send(says="今日读二十页").says("今天已打卡")
    phone.go(f"reading/{programme.pk}/").says("已打卡 3 天，连续 3 天")
    Phone(chen.account).go("act/culture.check_in/").send(409, activity=str(programme.pk)).says("今天已经打过卡")
    row = newest(CheckIn)
    with trusted(), raises(Refused):
        by_house("tests.twice", lambda ctx: CheckIn(activity=programme, person=row.person, on=row.on).save())
    for key, value in (("reading_check_ins", 3), ("readers", 1), ("attendances@named", 1), ("exhibition_visits", 0)):
        li.figure(f"culture.{key}", "DISTRICT", f"{first - 2 * DAY}..{first}", value)
    with clock.at(first + 91 * DAY):
        assert Phone(chen.account).client.get(f"/portal/reading/{programme.pk}/").status_code == 404
