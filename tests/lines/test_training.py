"""Public courses: planned beside run, lessons on a timetable, who came, and what came of it."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from gonghui.commons.activities.models import Attendance
from gonghui.commons.enrolment import acts as enrolment
from gonghui.commons.enrolment.models import Enrolment
from gonghui.commons.plans import acts as plans
from gonghui.kernel import clock
from gonghui.kernel.clock import now
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.lines.education.training import acts, learn_acts, lesson_acts, rules, words
from tests.commons.test_enrolment import again, codes, enrol, worker

DAY = timedelta(days=1)


def moment(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def term(cast, since: date, **more):
    item = do(
        plans.propose, cast.wang, node=cast.nodes["district"], kind=words.TERM, title="一期", since=since, until=since + 90 * DAY, **more
    ).subject
    return do(plans.approve, cast.li, item).subject


def course(cast, title="古筝", **more):
    made = do(acts.propose, cast.wang, node=cast.nodes["district"], title=title, topic="器乐", hours=20, **more).subject
    return do(acts.approve, cast.li, made).subject


def planned(cast, a_course, a_term, *, begins: date, seats=4, place="琴房", lessons=(), **more):
    made = do(
        acts.plan_class, cast.wang, course=a_course, term=a_term, title=f"{a_course}班", seats=seats, at_place=place, opens_at=now() - DAY,
        closes_at=moment(begins, 8), begins_on=begins, ends_on=begins + 60 * DAY, **more,
    ).subject  # fmt: skip
    for n in lessons:
        do(lesson_acts.add_lesson, cast.wang, made, begins_at=moment(begins + n * DAY, 19), ends_at=moment(begins + n * DAY, 20))
    return made


def opened(cast, *args, **more):
    made = planned(cast, *args, **more)
    if made.course.for_children:
        assert codes(lambda: do(acts.review, cast.li, made)) == ["training.unchecked"]
        do(acts.note_check, cast.wang, made, checked_on=clock.today())
    do(acts.review, cast.li, made)
    return do(acts.publish, cast.wang, made).subject


def test_a_class_from_plan_to_end_and_who_completed(cast):
    begins = clock.today() + 10 * DAY
    one = opened(cast, course(cast), term(cast, clock.today()), begins=begins, seats=4, lessons=range(4))
    rows = [enrol(worker(cast, n), one.offer) for n in range(4)]
    assert codes(lambda: do(acts.begin, cast.wang, one)) == ["training.not_begun"]
    with clock.at(moment(begins, 9)):
        do(acts.begin, cast.wang, one)
        assert again(one.offer).state == "closed"
    for n, lesson in enumerate(one.lessons.for_act("test").order_by("pk")):
        came = [rows[0], rows[1], rows[2]] if n == 0 else [rows[0], rows[1]] if n < 3 else [rows[0]]
        with clock.at(moment(begins + n * DAY, 21)):
            do(lesson_acts.roll_call, cast.wang, lesson, present=came)
    with clock.at(moment(begins + 60 * DAY, 9)):
        do(lesson_acts.finish, cast.wang, one)
        assert [again(r).state for r in rows] == ["attended", "attended", "dropped", "no_show"]
        assert [bool(again(r).struck_on) for r in rows] == [False, False, False, True]
        assert Attendance.objects.for_act("test").count() == 8
        assert figure(find("training.public.attendances"), cast.nodes["city"], Period.parse(str(begins.year)), viewer=cast.li).value == 2


def test_a_room_and_a_teacher_are_in_one_place_at_a_time(cast):
    a_term, begins = term(cast, clock.today()), clock.today() + 10 * DAY
    teacher = worker(cast, 1).account.person
    planned(cast, course(cast), a_term, begins=begins, lessons=[1], teacher=teacher)
    other = planned(cast, course(cast, "二胡"), a_term, begins=begins)
    when = {"begins_at": moment(begins + DAY, 19), "ends_at": moment(begins + DAY, 21)}
    assert codes(lambda: do(lesson_acts.add_lesson, cast.wang, other, **when)) == ["training.room_busy"]
    third = planned(cast, course(cast, "琵琶"), a_term, begins=begins, place="别处", teacher=teacher)
    assert codes(lambda: do(lesson_acts.add_lesson, cast.wang, third, **when)) == ["training.teacher_busy"]
    assert codes(lambda: do(acts.review, cast.li, third)) == ["training.no_lessons"]


def test_two_classes_of_a_term_and_one_of_a_course_a_year(cast):
    a_term, begins, viewer = term(cast, clock.today()), clock.today() + 10 * DAY, worker(cast, 1)
    zither = course(cast)
    first = opened(cast, zither, a_term, begins=begins, lessons=[1])
    enrol(viewer, first.offer)
    twin = opened(cast, zither, a_term, begins=begins, place="乙", lessons=[2])
    assert codes(lambda: enrol(viewer, twin.offer)) == ["enrolment.same_subject"]
    clash = opened(cast, course(cast, "二胡"), a_term, begins=begins, place="丙", lessons=[1])
    assert codes(lambda: enrol(viewer, clash.offer)) == ["enrolment.clashes"]
    enrol(viewer, opened(cast, course(cast, "琵琶"), a_term, begins=begins, place="丁", lessons=[3]).offer)
    last = opened(cast, course(cast, "笛子"), a_term, begins=begins, place="戊", lessons=[4])
    assert codes(lambda: enrol(viewer, last.offer)) == ["enrolment.round_full"]


def test_a_class_too_small_does_not_begin_and_a_postponed_one_is_confirmed_again(cast):
    begins = clock.today() + 10 * DAY
    one = opened(cast, course(cast), term(cast, clock.today()), begins=begins, seats=3, lessons=[1])
    viewers = [worker(cast, n) for n in range(2)]
    row = enrol(viewers[0], one.offer)
    with clock.at(moment(begins, 9)):
        assert codes(lambda: do(acts.begin, cast.wang, one)) == ["training.too_few"]
    do(acts.postpone, cast.wang, one, begins_on=begins + 7 * DAY, ends_on=begins + 60 * DAY, why="装修")
    assert again(row).state == "held" and one.lessons.for_act("test").get().sitting.begins_at == moment(begins + 8 * DAY, 19)
    do(enrolment.confirm, viewers[0], again(row))
    do(acts.cancel, cast.wang, one, why="人数不足")
    assert again(row).state == "called_off" and not again(row).struck_on and again(one.offer).state == "cancelled"


def test_plan_and_result_stand_apart_and_beside_each_other(cast):
    year = date(2024, 1, 1)
    target = {"node": cast.nodes["district"], "title": "年度", "since": year, "until": date(2024, 12, 31)}
    for kind, number in ((words.PLANNED_TERMS, 10), (words.PLANNED_SUBJECTS, 80)):
        item = do(plans.propose, cast.wang, kind=kind, target=number, **target).subject
        do(plans.approve, cast.li, item)
    for month in range(1, 8):
        do(plans.begin, cast.wang, term(cast, date(2024, month, 5)))

    def value(key):
        return figure(find(key), cast.nodes["district"], Period.parse("2024"), viewer=cast.wang).value

    assert (value("training.public.terms"), value("training.public.terms@planned"), value("training.public.terms_rate")) == (7, 10, 70)
    assert value("training.public.projects@planned") == 80 and value("training.public.projects") == 0


def test_which_term_of_the_year_a_class_belongs_to(cast):
    terms = [term(cast, date(2024, month, 1)) for month in (3, 1, 5)]
    assert [acts.edition_of(t) for t in terms] == [2, 1, 3]


def test_a_course_online_is_learnt_tested_and_certified_once_a_year(cast):
    online, viewer = course(cast, "劳动法", mode="online", units=2), worker(cast, 1)
    learning = do(learn_acts.learn, viewer, course=online).subject
    assert codes(lambda: do(learn_acts.learn, viewer, course=online)) == ["training.learns"]
    do(learn_acts.finish_unit, viewer, learning)
    assert codes(lambda: do(learn_acts.test, cast.wang, learning, score=90)) == ["training.units_left"]
    do(learn_acts.finish_unit, viewer, learning)
    assert codes(lambda: do(learn_acts.finish_unit, viewer, learning)) == ["training.all_units"]
    do(learn_acts.test, cast.wang, learning, score=50)
    assert codes(lambda: do(learn_acts.certify, cast.wang, learning)) == ["training.failed"]
    do(learn_acts.test, cast.wang, learning, score=60)
    assert do(learn_acts.certify, cast.wang, learning).subject.certificate.startswith("GYPX")


def test_who_teaches_children_was_checked_within_a_year_of_the_first_day(cast):
    begins = clock.today() + 10 * DAY
    children = course(cast, "少儿围棋", for_children=True, least_age=6, most_age=12, why_limits="少儿班")
    one = planned(cast, children, term(cast, clock.today()), begins=begins, lessons=[1])
    assert codes(lambda: do(acts.note_check, cast.wang, one, checked_on=clock.today() + DAY)) == ["training.check_ahead"]
    do(acts.note_check, cast.wang, one, checked_on=begins - 367 * DAY)
    assert codes(lambda: do(acts.review, cast.li, one)) == ["training.unchecked"]
    do(acts.note_check, cast.wang, one, checked_on=begins - 364 * DAY)
    do(acts.review, cast.li, one)
    do(acts.publish, cast.wang, one)
    do(acts.postpone, cast.wang, one, begins_on=begins + 7 * DAY, ends_on=begins + 60 * DAY, why="装修")
    with clock.at(moment(begins + 7 * DAY, 9)):
        assert codes(lambda: do(acts.begin, cast.wang, one)) == ["training.unchecked"]


def test_nobody_teaches_whom_they_do_not_teach(cast):
    begins = clock.today() + 10 * DAY
    teacher, other = worker(cast, 1), worker(cast, 2)
    one = opened(cast, course(cast), term(cast, clock.today()), begins=begins, seats=1, lessons=[1], teacher=teacher.account.person)
    row = enrol(worker(cast, 3), one.offer)
    with clock.at(moment(begins + DAY, 21)):
        do(acts.begin, cast.wang, one)
        lesson = one.lessons.for_act("test").get()
        assert codes(lambda: do(lesson_acts.roll_call, other, lesson, present=[row])) == ["not_found"]
        assert list(lesson_acts.on_rosters(Enrolment.objects, teacher)) == [row] and not lesson_acts.on_rosters(Enrolment.objects, other).exists()
        do(lesson_acts.roll_call, teacher, lesson, present=[row])


@pytest.mark.parametrize(("present", "held", "done"), [(7, 10, True), (6, 10, False), (0, 0, False), (2, 3, False), (3, 4, True)])
def test_seventy_percent_of_the_lessons_complete_a_course(present, held, done):
    assert rules.completed(present, held, 70) == done


@pytest.mark.parametrize(("seats", "least"), [(1, 1), (3, 2), (30, 15), (31, 16)])
def test_a_class_opens_with_half_its_seats(seats, least):
    assert rules.least_to_open(seats, 50) == least
