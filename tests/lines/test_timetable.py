"""The timetable of classes: what is moved or added at any moment leaves every room and every teacher in one place."""

from datetime import timedelta

import pytest

from gonghui.commons.enrolment import offer_acts
from gonghui.kernel import clock
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.training import acts
from tests.commons.test_enrolment import again, codes, worker
from tests.lines.test_training import course, moment, opened, planned, term

DAY = timedelta(days=1)


def put_off(cast, one, days: int, *, ends: int = 60):
    return do(acts.postpone, cast.wang, one, begins_on=one.begins_on + days * DAY, ends_on=one.begins_on + ends * DAY, why="装修")


def times(one) -> list:
    return [lesson.sitting.begins_at for lesson in one.lessons.for_act("test").select_related("sitting").order_by("pk")]


def test_a_class_is_not_put_off_into_a_room_that_is_taken(cast):
    a_term, begins = term(cast, clock.today()), clock.today() + 10 * DAY
    one = opened(cast, course(cast), a_term, begins=begins, lessons=[1, 2])
    planned(cast, course(cast, "二胡"), a_term, begins=begins, lessons=[9])
    with pytest.raises(Refused) as no:
        put_off(cast, one, 7)
    (told,) = no.value.refusals
    assert told.code == "training.room_busy"
    assert all(word in str(told.text) for word in ("琴房", "二胡班", f"{begins + 9 * DAY:%m-%d} 19:00")), told.text
    assert times(one) == [moment(begins + n * DAY, 19) for n in (1, 2)] and again(one).state == "published"
    put_off(cast, one, 6)  # its own old hours are no hindrance
    assert times(one) == [moment(begins + n * DAY, 19) for n in (7, 8)]


def test_a_class_is_not_put_off_into_other_lessons_of_its_teacher(cast):
    a_term, begins, teacher = term(cast, clock.today()), clock.today() + 10 * DAY, worker(cast, 1).account.person
    one = opened(cast, course(cast), a_term, begins=begins, lessons=[1], teacher=teacher)
    planned(cast, course(cast, "二胡"), a_term, begins=begins, place="别处", lessons=[8], teacher=teacher)
    assert codes(lambda: put_off(cast, one, 7)) == ["training.teacher_busy"]
    put_off(cast, one, 8)


def test_a_class_does_not_end_before_its_last_lesson(cast):
    begins = clock.today() + 10 * DAY
    one = opened(cast, course(cast), term(cast, clock.today()), begins=begins, lessons=[1, 30])
    assert codes(lambda: put_off(cast, one, 7, ends=36)) == ["training.lesson_after_end"]
    put_off(cast, one, 7, ends=37)


def test_the_offer_of_a_class_is_changed_with_the_class(cast):
    begins = clock.today() + 10 * DAY
    one = planned(cast, course(cast), term(cast, clock.today()), begins=begins, lessons=[1])
    assert codes(lambda: do(offer_acts.publish, cast.wang, one.offer)) == ["training.with_class"]
    hours = {"begins_at": moment(begins + DAY, 9), "ends_at": moment(begins + DAY, 10)}
    assert codes(lambda: do(offer_acts.add_time, cast.wang, one.offer, **hours)) == ["training.with_class"]
    do(acts.review, cast.li, one)
    do(acts.publish, cast.wang, one)
    later = moment(begins + 7 * DAY, 9)
    assert codes(lambda: do(offer_acts.put_off_offer, cast.wang, one.offer, starts_at=later, why="装修")) == ["training.with_class"]
    assert codes(lambda: do(offer_acts.call_off, cast.wang, one.offer, why="装修")) == ["training.with_class"]
    do(acts.cancel, cast.wang, one, why="装修")
    assert (again(one).state, again(one.offer).state) == ("cancelled", "cancelled")
