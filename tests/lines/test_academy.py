"""Beds of the academy: men and women apart, never one bed twice a night, two at once for the last, given back when nobody comes."""

from datetime import timedelta
from functools import partial
from itertools import count

import pytest

from gonghui.commons.places import acts as places
from gonghui.commons.registers import acts as registers
from gonghui.kernel import clock, settings_acts
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.models import Event
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.academy import acts, house_acts, house_words, lesson_acts, lesson_words, words
from gonghui.lines.education.academy.models import BedNight, Guest, Lesson
from tests.at_once import at_once
from tests.refusals import refused

numbers = count(1)
DAY = timedelta(days=1)


def house(cast, *rooms: int, name="劳模工匠学院"):
    """An academy whose dormitory has rooms with so many beds each."""
    node = cast.nodes["city"]
    place = do(places.enter, SYSTEM, node=node, kind=words.ACADEMY, name=name, opened_on=clock.today(), seats=500).subject
    for n, beds in enumerate(rooms):
        do(places.enter, SYSTEM, node=node, kind=house_words.DORM, name=f"{n + 101}室", opened_on=clock.today(), part_of=place, seats=beds)
    return place


def seminar(cast, place, seats=100):
    """A seminar room of the house."""
    room = {"kind": lesson_words.ROOM, "name": f"教室{next(numbers)}", "opened_on": clock.today(), "part_of": place, "seats": seats}
    return do(places.enter, SYSTEM, node=cast.nodes["city"], **room).subject


def booked(cast, place, men: int, women: int, nights: int = 2, after: int = 0, theme="研修班"):
    """A scheduled booking with its list of guests."""
    since = clock.today() + after * DAY
    told = {"client": "外省总工会", "theme": theme, "people": max(men + women, 1), "since": since, "until": since + nights * DAY}
    booking = do(acts.request, SYSTEM, place=place, **told).subject
    do(acts.schedule, SYSTEM, booking)
    names = "\n".join([f"男{n} 男" for n in range(men)] + [f"女{n}，女" for n in range(women)])
    do(house_acts.name_guests, SYSTEM, booking, names=names)
    return booking


def slept(booking) -> set[tuple[str, str]]:
    """Which sexes sleep in which rooms."""
    return set(Guest.objects.for_act("test").filter(booking=booking).values_list("room__name", "sex"))


def test_men_and_women_sleep_in_rooms_apart_and_a_group_lies_in_few(cast):
    place = house(cast, 2, 4, 4)
    first = booked(cast, place, 3, 1)
    do(house_acts.give_beds, SYSTEM, first)
    assert slept(first) == {("102室", "M"), ("103室", "F")}
    assert BedNight.objects.for_act("test").count() == 8
    second = booked(cast, place, 0, 5, theme="女职工班")
    do(house_acts.give_beds, SYSTEM, second)
    assert slept(second) == {("103室", "F"), ("101室", "F")}
    third = booked(cast, place, 2, 0, theme="来晚的")
    no = refused(do, house_acts.give_beds, SYSTEM, third)
    assert (no, slept(third)) == ("academy.no_beds", {(None, "M")})
    later = booked(cast, place, 2, 0, after=2, theme="前班离院后")
    do(house_acts.give_beds, SYSTEM, later)
    assert slept(later) == {("102室", "M")}


def test_a_booking_given_up_frees_its_nights_and_lists_are_read_line_by_line(cast):
    place = house(cast, 2)
    first = booked(cast, place, 2, 0)
    do(house_acts.give_beds, SYSTEM, first)
    assert refused(do, house_acts.give_beds, SYSTEM, first) == "academy.nobody"
    assert refused(do, house_acts.name_guests, SYSTEM, first, names="张三 男") == "academy.too_many"
    assert refused(do, house_acts.name_guests, SYSTEM, first, names="张三 不详") == "academy.bad_line"
    second = booked(cast, place, 0, 2, theme="等床位")
    assert refused(do, house_acts.give_beds, SYSTEM, second) == "academy.no_beds"
    do(acts.cancel, SYSTEM, first, why="改期")
    do(house_acts.give_beds, SYSTEM, second)
    assert slept(second) == {("101室", "F")}
    do(house_acts.free_beds, SYSTEM, second, why="未到")
    assert not BedNight.objects.for_act("test").exists()
    do(house_acts.give_beds, SYSTEM, second)
    assert BedNight.objects.for_act("test").count() == 4


@pytest.mark.django_db(transaction=True)
def test_two_at_once_for_the_last_bed_one_has_it(cast):
    place = house(cast, 1)
    rows = [booked(cast, place, 1, 0, theme=f"班{n}") for n in range(2)]

    def giving(row):
        def call():
            with trusted():
                return do(house_acts.give_beds, SYSTEM, row)

        return call

    answers = at_once(*(giving(row) for row in rows))
    assert sorted(isinstance(one, Refused) for one in answers) == [False, True], answers
    assert BedNight.objects.for_act("test").count() == 2


def test_five_hundred_guests_have_their_beds_in_few_statements(cast, django_assert_max_num_queries):
    booking = booked(cast, house(cast, *[10] * 51), 255, 245)
    with django_assert_max_num_queries(60):
        do(house_acts.give_beds, SYSTEM, booking)
    assert BedNight.objects.for_act("test").count() == 1000
    assert Guest.objects.for_act("test").filter(room=None).count() == 0


def test_a_quote_goes_by_the_tariff_of_the_first_day(cast):
    place, what = house(cast, 2), {"teacher_half_days": 3, "meals": True}
    dear = {"node": cast.nodes["city"], "what": "academy.bed_night", "value": "150", "since": clock.today() + 10 * DAY, "why": "调价"}
    do(settings_acts.set_value, cast.li, **dear)
    before, after = booked(cast, place, 2, 0, after=9), booked(cast, place, 2, 0, after=10, theme="调价后")
    for booking in (before, after):
        for half in ("am", "pm"):
            do(lesson_acts.book_room, SYSTEM, booking=booking, room=seminar(cast, place), on=booking.since, half=half)
    quoted = [do(house_acts.quote, SYSTEM, booking, **what).subject.quoted for booking in (before, after)]
    assert quoted == [2 * 2 * 120 + 2 * 3 * 80 + 2 * 600 + 3 * 1000, 2 * 2 * 150 + 2 * 3 * 80 + 2 * 600 + 3 * 1000]


def test_a_room_and_a_teacher_are_in_one_class_at_a_time_and_given_back_with_the_booking(cast):
    place, today = house(cast), clock.today()
    one, two = booked(cast, place, 3, 0), booked(cast, place, 2, 0, theme="另一班")
    big, small, elsewhere = seminar(cast, place), seminar(cast, place, 2), seminar(cast, house(cast, name="分院"))
    master = {"kind": words.TEACHER, "node": cast.nodes["city"], "title": "王师傅", "since": today}
    master = do(registers.enter, SYSTEM, **master).subject

    def book(booking, room, on=today, half="am", **more):
        return do(lesson_acts.book_room, SYSTEM, booking=booking, room=room, on=on, half=half, **more).subject

    first = book(one, big, title="劳模精神", teacher=master)
    for no, call in (
        ("academy.room_taken", lambda: book(two, big)),
        ("academy.teacher_taken", lambda: book(two, small, teacher=master)),
        ("academy.small", lambda: book(one, small)),
        ("academy.other_house", lambda: book(one, elsewhere)),
        ("academy.outside", lambda: book(one, big, on=one.until + DAY)),
    ):
        assert refused(call) == no
    second = book(one, small, people=2, half="pm")
    do(lesson_acts.set_lesson, SYSTEM, second, title="实训", teacher=master)
    third = book(two, small)
    assert refused(do, lesson_acts.set_lesson, SYSTEM, third, title="实训", teacher=master) == "academy.teacher_taken"
    quoted = do(house_acts.quote, SYSTEM, one).subject.quoted
    assert quoted == 3 * 2 * 120 + 2 * 600 + 2 * 1000
    do(acts.cancel, SYSTEM, one, why="改期")
    freed = Event.objects.for_act("test").filter(link__act="academy.cancel", noun="education_academy.lesson")
    assert {(e.subject, e.went_to) for e in freed} == {(first.pk, "freed"), (second.pk, "freed")}
    assert book(two, big, teacher=master).state == "booked"


@pytest.mark.django_db(transaction=True)
def test_two_at_once_for_one_room_one_has_it(cast):
    place = house(cast)
    room, rows = seminar(cast, place), [booked(cast, place, 1, 0, theme=f"班{n}") for n in range(2)]

    def keeping(row):
        with trusted():
            return do(lesson_acts.book_room, SYSTEM, booking=row, room=room, on=row.since, half="am")

    answers = at_once(*(partial(keeping, row) for row in rows))
    assert [one.code for one in answers if isinstance(one, Refused)] == ["academy.room_taken"], answers
    assert Lesson.objects.for_act("test").filter(state="booked").count() == 1
