"""TRN-1 Public-welfare courses: a term is planned, a course approved, a class for children booked, taught, finished and counted."""

from datetime import timedelta

from stdnum.cn import ric

from gonghui.commons.enrolment.models import Enrolment
from gonghui.kernel import clock
from gonghui.lines.education.training.models import CourseClass, Lesson
from tests.commons.test_enrolment import worker
from tests.lines.test_training import moment

from .conftest import the
from .phones import Phone

DAY = timedelta(days=1)


def test_a_class_for_children_from_plan_to_figure(cast, program):
    wang, li, today = program("wang"), program("li"), clock.today()
    begins, node = today + 10 * DAY, cast.nodes["district"].pk

    def made(who, key, **fields):
        answer = who(f"/acts/{key}", fields)
        assert answer.status_code == 201, answer.json()
        return answer.json()["subjects"][0]

    def does(who, key, pk, **fields):
        answer = who(f"/acts/{key}/{pk}", fields)
        assert answer.status_code == 200, answer.json()

    days = {"since": today.isoformat(), "until": (today + 90 * DAY).isoformat()}
    term = made(wang, "plans.propose", node=node, kind="training.term", title="第一期", **days)
    does(li, "plans.approve", term)
    does(wang, "plans.begin", term)
    limits = {"for_children": True, "least_age": 6, "most_age": 12, "why_limits": "少儿班"}
    course = made(wang, "training.propose", node=node, title="少儿机器人", topic="机器人", hours=16, **limits)
    does(li, "training.approve", course)
    one = made(
        wang, "training.plan_class", course=course, term=term, title="机器人一班", seats=2, at_place="创客室", begins_on=begins.isoformat(),
        ends_on=(begins + 30 * DAY).isoformat(), opens_at=moment(today - DAY, 9).isoformat(), closes_at=moment(begins - DAY, 9).isoformat(),
    )  # fmt: skip
    does(wang, "training.add_lesson", one, begins_at=moment(begins, 9).isoformat(), ends_at=moment(begins, 10).isoformat())
    assert "第六十二条" in str(li(f"/acts/training.review/{one}", {}).json())
    does(wang, "training.note_check", one, checked_on=today.isoformat())
    does(li, "training.review", one)
    does(wang, "training.publish", one)

    phone, number = Phone(worker(cast, 1).account), f"110105{today.year - 9}0105002"
    offer = the(CourseClass).offer_id
    phone.go("offers/").says("机器人一班", "余 2 / 共 2").go(f"offers/{offer}/").says("满 6 周岁", "我是监护人")
    phone.send(409, child_name="", child_id_no="").says("须由作为会员的监护人报名")
    phone.send(child_name="陈小宝", child_id_no=number + ric.calc_check_digit(number + "0"), consent="on").says("机器人一班", "已确认", "陈小宝")

    with clock.at(moment(begins, 11)):
        does(wang, "training.begin", one)
        does(wang, "training.roll_call", the(Lesson).pk, present=[the(Enrolment).pk])
    with clock.at(moment(begins + 30 * DAY, 9)):
        does(wang, "training.finish", one)
        phone.go("enrolments/").says("已参加")
    year = str(begins.year)
    for key, value in (("terms", 1), ("courses", 1), ("classes", 1), ("term_ordinal", 1), ("attendances", 1)):
        told = wang(f"/figures/training.public.{key}", node="DISTRICT", period=year if key != "terms" else str(today.year)).json()
        assert told["value"] == value, key
