"""Signing in to a lesson by the code at its door: who, when, once; and the roll after it."""

from datetime import date, timedelta

from stdnum.cn import ric

from gonghui.commons.activities import acts as activities
from gonghui.commons.activities import names
from gonghui.commons.activities.models import Attendance
from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.money import acts as money
from gonghui.commons.money.models import Payment
from gonghui.kernel import clock
from gonghui.kernel.ledger.do import do
from gonghui.lines.education.training import acts, fee_acts, lesson_acts
from tests.commons.test_enrolment import again, codes, worker
from tests.lines.test_training import course, moment, opened, term
from tests.lines.test_training_leave import called, running

MINUTE = timedelta(minutes=1)


def open_at_door(cast, lesson, who=None) -> str:
    """The code of a lesson, open to be scanned."""
    with clock.at(lesson.sitting.begins_at - 5 * MINUTE):
        return names.code_of(do(lesson_acts.open_sign_in, who or cast.wang, lesson).subject.activity)


def scan(viewer, code, at):
    with clock.at(at):
        return do(names.sign_in, viewer, code=code)


def test_a_code_is_good_for_its_lesson_its_hour_and_its_class_and_marks_once(cast):
    one, (lesson, next_day), (viewer, absent), rows = running(cast, 2, 2)
    begins, ends = lesson.sitting.begins_at, lesson.sitting.ends_at
    with clock.at(begins - 16 * MINUTE):
        assert codes(lambda: do(lesson_acts.open_sign_in, cast.wang, lesson)) == ["training.sign_in_hours"]
    code = open_at_door(cast, lesson)
    assert scan(viewer, code, begins - MINUTE).subject.method == "qr"
    assert codes(lambda: scan(viewer, code, begins)) == ["activities.already_in"]
    assert codes(lambda: scan(absent, code, ends + MINUTE)) == ["training.sign_in_hours"]
    assert codes(lambda: scan(absent, code, next_day.sitting.begins_at)) == ["activities.not_now"]
    stranger = worker(cast, 7)
    assert codes(lambda: scan(stranger, code, begins)) == ["training.not_on_roll"]
    with clock.at(begins):
        assert codes(lambda: do(names.call_roll, cast.wang, again(lesson).activity, people=[stranger.account.person])) == [
            "activities.kept_elsewhere"
        ]
        for act, more in ((activities.file, {"head_count": 30}), (activities.close_roll, {})):
            assert codes(lambda act=act, more=more: do(act, cast.wang, again(lesson).activity, **more)) == ["activities.kept_elsewhere"]
    with clock.at(moment(one.ends_on, 8)):
        assert codes(lambda: do(lesson_acts.finish, cast.wang, one)) == ["training.still_lessons"]
    called(cast, lesson, *rows)  # who has signed in is marked once
    assert Attendance.objects.for_act("test").count() == 2 and again(lesson).activity.state == "filed"
    assert codes(lambda: scan(absent, code, begins)) == ["activities.not_now"]
    do(names.strike_out, cast.wang, Attendance.objects.for_act("test").get(method="qr"), why="代签")
    called(cast, next_day, rows[1])
    with clock.at(moment(one.ends_on, 9)):
        do(lesson_acts.finish, cast.wang, one)
    assert [again(row).state for row in rows] == ["no_show", "attended"]


def test_a_teacher_opens_the_door_and_a_parent_signs_in_each_child(cast):
    begins, teacher, parent = clock.today() + 10 * timedelta(days=1), worker(cast, 1), worker(cast, 2)
    children = course(cast, "少儿围棋", for_children=True, least_age=6, most_age=12, why_limits="少儿班")
    one = opened(cast, children, term(cast, clock.today()), begins=begins, seats=2, lessons=[1], teacher=teacher.account.person)
    for name, number in (("陈小宝", f"110105{begins.year - 9}0105002"), ("陈小贝", f"110105{begins.year - 8}0105003")):
        child = {"child_name": name, "child_id_no": number + ric.calc_check_digit(number + "0"), "consent": True}
        do(enrolment.enrol, parent, offer=one.offer, **child)
    lesson = one.lessons.for_act("test").get()
    with clock.at(moment(begins, 9)):
        do(acts.begin, cast.wang, one)
    code = open_at_door(cast, lesson, teacher)
    assert len(scan(parent, code, lesson.sitting.begins_at).subjects) == 2
    assert codes(lambda: scan(parent, code, lesson.sitting.begins_at)) == ["activities.already_in"]
    with clock.at(lesson.sitting.ends_at):
        do(lesson_acts.roll_call, teacher, lesson, present=[])
        do(lesson_acts.finish, cast.wang, one)
    assert [row.state for row in one.offer.enrolments.for_act("test")] == ["attended", "attended"]


def test_to_a_lesson_given_again_only_those_sign_in_who_are_named(cast):
    one, (lesson,), viewers, rows = running(cast, 2, 1)
    called(cast, lesson, rows[0])
    later = {"begins_at": moment(one.begins_on + 3 * timedelta(days=1), 19), "ends_at": moment(one.begins_on + 3 * timedelta(days=1), 20)}
    do(lesson_acts.make_up, cast.wang, lesson, people=[rows[1]], **later)
    given_again = lesson.make_ups.for_act("test").get()
    code = open_at_door(cast, given_again)
    assert codes(lambda: scan(viewers[0], code, later["begins_at"])) == ["training.not_on_roll"]
    scan(viewers[1], code, later["begins_at"])


def test_each_lesson_given_is_put_on_one_list_of_fees(cast):
    one, (first, _second), _viewers, rows = running(cast, 1, 2, teacher_name="周老师")
    called(cast, first, rows[0])
    source = do(money.declare_source, cast.zhou, node=cast.nodes["province"], code="KC", name="培训经费", since=date(2020, 1, 1)).subject
    head = {"node": cast.nodes["district"], "source": source, "award_year": one.begins_on.year}
    day = {"since": one.begins_on, "until": one.begins_on + timedelta(days=1)}
    with clock.at(moment(one.ends_on, 9)):
        fees, more = (do(money.open_batch, cast.wang, kind="teacher_fee", title=f"课酬{n}", **head).subject for n in range(2))
        other = do(money.open_batch, cast.wang, kind="other", title="其他", **head).subject
        assert codes(lambda: do(fee_acts.list_fees, cast.wang, other, **day)) == ["training.other_list"]
        assert codes(lambda: do(fee_acts.list_fees, cast.wang, fees, since=day["until"], until=day["since"])) == ["training.fee_days"]
        do(fee_acts.list_fees, cast.wang, fees, **day)
        assert codes(lambda: do(fee_acts.list_fees, cast.wang, more, **day)) == ["training.no_fees"]
    (line,) = Payment.objects.for_act("test").filter(batch=fees)
    assert (line.payee, line.amount, line.cause_id) == ("周老师", 300, first.pk) and again(fees).total == 300
