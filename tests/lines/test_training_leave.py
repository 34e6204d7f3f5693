"""Leave before a lesson, lessons given again, what both come to at the end, and what people think of a class."""

from datetime import timedelta

import pytest

from gonghui.commons.activities import names
from gonghui.commons.activities.models import Attendance
from gonghui.commons.enrolment import acts as enrolment
from gonghui.kernel import clock
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.do import do
from gonghui.kernel.notices.models import Message
from gonghui.kernel.periods import Period
from gonghui.kernel.settings_acts import set_value
from gonghui.lines.education.training import acts, certificate_acts, leave_acts, lesson_acts, reads, rules
from gonghui.lines.education.training.models import Certificate
from tests.commons.test_enrolment import again, codes, enrol, worker
from tests.lines.test_training import course, moment, opened, term

DAY = timedelta(days=1)


def running(cast, workers: int, lessons: int, **more):
    """A class that has begun with so many workers and lessons, one a day; its lessons, the workers and their places."""
    begins = clock.today() + 10 * DAY
    one = opened(cast, course(cast), term(cast, clock.today()), begins=begins, seats=workers, lessons=range(lessons), **more)
    viewers = [worker(cast, n) for n in range(workers)]
    rows = [enrol(viewer, one.offer) for viewer in viewers]
    with clock.at(moment(begins, 9)):
        do(acts.begin, cast.wang, one)
    return one, list(one.lessons.for_act("test").select_related("sitting").order_by("pk")), viewers, rows


def called(cast, lesson, *present):
    with clock.at(lesson.sitting.ends_at):
        do(lesson_acts.roll_call, cast.wang, lesson, present=list(present))


def set_to(cast, key: str, value: str) -> None:
    do(set_value, cast.li, what=key, value=value, node=cast.nodes["district"], since=clock.today(), why="试行")


def leave(viewer, lesson, row):
    return do(leave_acts.ask_leave, viewer, lesson=lesson, enrolment=row, why="出差").subject


def test_leave_is_asked_before_the_lesson_and_never_makes_one_absent(cast):
    one, lessons, viewers, rows = running(cast, 3, 4)
    ill, never, other = zip(viewers, rows, strict=True)
    assert leave(ill[0], lessons[0], ill[1]).state == "allowed"
    assert codes(lambda: leave(ill[0], lessons[0], ill[1])) == ["training.leave_twice"]
    assert codes(lambda: leave(ill[0], lessons[1], other[1])) == ["training.not_yours"]
    for lesson in lessons[1:]:
        leave(ill[0], lesson, ill[1])
    with clock.at(lessons[0].sitting.begins_at):
        assert codes(lambda: leave(never[0], lessons[0], never[1])) == ["training.lesson_begun"]
        assert codes(lambda: do(leave_acts.withdraw_leave, ill[0], lessons[0].leaves.for_act("test").get())) == ["training.lesson_begun"]
    taken_back = lessons[3].leaves.for_act("test").get()
    do(leave_acts.withdraw_leave, ill[0], taken_back)
    leave(ill[0], lessons[3], ill[1])
    for lesson in lessons:
        called(cast, lesson, other[1])
    with clock.at(moment(one.ends_on, 9)):
        do(lesson_acts.finish, cast.wang, one)
    assert [again(row).state for row in rows] == ["dropped", "no_show", "attended"]
    assert [bool(again(row).struck_on) for row in rows] == [False, True, False]
    year = Period.parse(str(clock.today().year))
    assert figure(find("training.public.leaves"), cast.nodes["city"], year, viewer=cast.li).value == 4


def test_where_leave_needs_an_answer_it_gets_one_before_the_end(cast):
    one, (lesson,), viewers, rows = running(cast, 2, 1)
    set_to(cast, "class.leave_needs_answer", "是")
    asked, refused = (leave(viewer, lesson, row) for viewer, row in zip(viewers, rows, strict=True))
    assert asked.state == "asked"
    called(cast, lesson)
    assert codes(lambda: do(lesson_acts.finish, cast.wang, one)) == ["training.still_leaves"]
    do(leave_acts.allow_leave, cast.wang, asked)
    do(leave_acts.refuse_leave, cast.wang, refused, why="人手不够")
    assert "未准假：人手不够" in Message.objects.for_act("test").filter(account=viewers[1].account).last().text
    do(lesson_acts.finish, cast.wang, one)
    assert [again(row).state for row in rows] == ["dropped", "no_show"]


def test_leave_falls_away_where_the_class_is_put_off(cast):
    begins = clock.today() + 10 * DAY
    one = opened(cast, course(cast), term(cast, clock.today()), begins=begins, lessons=[1])
    viewer = worker(cast, 1)
    row, lesson = enrol(viewer, one.offer), one.lessons.for_act("test").get()
    asked = leave(viewer, lesson, row)
    do(acts.postpone, cast.wang, one, begins_on=begins + 7 * DAY, ends_on=begins + 70 * DAY, why="装修")
    assert again(asked).state == "withdrawn"
    do(enrolment.confirm, viewer, again(row))
    assert leave(viewer, again(lesson), row).state == "allowed"


def test_a_lesson_given_again_is_for_those_who_are_named_and_counts_as_the_one_missed(cast):
    one, lessons, viewers, rows = running(cast, 2, 2)
    here, away = rows
    made_up = {"begins_at": moment(one.begins_on + 5 * DAY, 19), "ends_at": moment(one.begins_on + 5 * DAY, 20)}
    called(cast, lessons[0], *rows)
    called(cast, lessons[1], here)
    early = {name: at - 5 * DAY for name, at in made_up.items()}
    assert codes(lambda: do(lesson_acts.make_up, cast.wang, lessons[1], people=[away], **early)) == ["enrolment.days"]
    assert codes(lambda: do(lesson_acts.make_up, cast.wang, lessons[1], people=rows, **made_up)) == ["training.came_already"]
    do(lesson_acts.make_up, cast.wang, lessons[1], people=[away], **made_up)
    assert "补课" in Message.objects.for_act("test").filter(account=viewers[1].account).last().text
    again_ = lessons[1].make_ups.for_act("test").get()
    with clock.at(moment(one.begins_on + 2 * DAY, 9)):
        assert [sum(hour.lesson == again_ for hour in reads.timetable_of(viewer)) for viewer in viewers] == [0, 1]
        assert codes(lambda: leave(viewers[0], again_, here)) == ["training.not_yours"]
    assert codes(lambda: called(cast, again_, here)) == ["training.not_of_class"]
    called(cast, again_, away)
    with clock.at(moment(one.ends_on, 9)):
        do(lesson_acts.finish, cast.wang, one)
    assert [again(row).state for row in rows] == ["attended", "attended"]


def test_a_name_struck_off_the_roll_is_no_attendance(cast):
    one, (lesson,), _viewers, rows = running(cast, 2, 1)
    called(cast, lesson, *rows)
    do(names.strike_out, cast.wang, Attendance.objects.for_act("test").get(person=rows[0].person), why="代签")
    with clock.at(moment(one.ends_on, 9)):
        do(lesson_acts.finish, cast.wang, one)
    assert [again(row).state for row in rows] == ["no_show", "attended"]


def test_a_class_is_rated_once_after_its_last_lesson(cast):
    one, lessons, viewers, rows = running(cast, 3, 1)
    called(cast, lessons[0], *rows)
    with clock.at(lessons[0].sitting.ends_at):
        do(lesson_acts.finish, cast.wang, one)
        for viewer, row, stars in zip(viewers[:2], rows, (5, 4), strict=False):
            do(enrolment.rate, viewer, row, stars=stars, says="讲得清楚")
        assert codes(lambda: do(enrolment.rate, viewers[0], rows[0], stars=1)) == ["wrong_state"]
    with clock.at(lessons[0].sitting.begins_at):
        assert codes(lambda: do(enrolment.rate, viewers[2], rows[2], stars=1)) == ["enrolment.not_over"]
    year, city = Period.parse(str(clock.today().year)), cast.nodes["city"]
    told = [figure(find(f"training.public.{key}"), city, year, viewer=cast.li).value for key in ("ratings", "rating_sum", "rating")]
    assert told[:2] == [2, 9] and float(told[2]) == 4.5
    assert reads.rating_of(one) == "4.5 分（2 人评价）"


@pytest.mark.parametrize(
    ("came", "excused", "held", "left_out", "by"),
    [(7, 3, 10, False, "attend"), (6, 3, 10, False, "drop"), (5, 3, 10, True, "attend"), (0, 9, 10, False, "miss"), (0, 10, 10, True, "drop")],
)
def test_what_comes_of_a_place_in_a_class(came, excused, held, left_out, by):
    assert rules.outcome(came, excused, held, 70, left_out=left_out) == f"enrolment.{by}"


def test_only_those_who_completed_get_a_certificate_and_each_one(cast):
    one, lessons, viewers, rows = running(cast, 3, 2)
    for lesson in lessons:
        called(cast, lesson, *rows[:2])
    assert codes(lambda: do(certificate_acts.give_certificates, cast.wang, one)) == ["wrong_state"]
    with clock.at(moment(one.ends_on, 8)):  # nobody is said to have completed but by the lessons
        for act in (enrolment.attend, enrolment.miss):
            assert codes(lambda act=act: do(act, cast.wang, rows[2])) == ["training.with_class"]
    with clock.at(moment(one.ends_on, 9)):
        do(lesson_acts.finish, cast.wang, one)
        do(certificate_acts.give_certificates, cast.wang, one)
        assert codes(lambda: do(certificate_acts.give_certificates, cast.wang, one)) == ["training.nobody_to_certify"]
    given = dict(Certificate.objects.for_act("test").values_list("enrolment", "number"))
    assert given == {row.pk: f"GYJY{one.ends_on.year}{one.pk:05d}{row.pk:07d}" for row in rows[:2]}
    assert f"GYJY{one.ends_on.year}" in Message.objects.for_act("test").filter(account=viewers[0].account).last().text
