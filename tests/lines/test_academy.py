"""Beds of the academy: men and women apart, never one bed twice a night, two at once for the last, given back when nobody comes."""

from datetime import timedelta

import pytest

from gonghui.commons.places import acts as places
from gonghui.kernel import clock, settings_acts
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.education.academy import acts, house_acts, house_words, words
from gonghui.lines.education.academy.models import BedNight, Guest
from tests.at_once import at_once
from tests.refusals import refused

DAY = timedelta(days=1)


def house(cast, *rooms: int):
    """An academy whose dormitory has rooms with so many beds each."""
    node = cast.nodes["city"]
    place = do(places.enter, SYSTEM, node=node, kind=words.ACADEMY, name="劳模工匠学院", opened_on=clock.today(), seats=500).subject
    for n, beds in enumerate(rooms):
        do(places.enter, SYSTEM, node=node, kind=house_words.DORM, name=f"{n + 101}室", opened_on=clock.today(), part_of=place, seats=beds)
    return place


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
    place, what = house(cast, 2), {"room_half_days": 2, "teacher_half_days": 3, "meals": True}
    dear = {"node": cast.nodes["city"], "what": "academy.bed_night", "value": "150", "since": clock.today() + 10 * DAY, "why": "调价"}
    do(settings_acts.set_value, cast.li, **dear)
    before, after = booked(cast, place, 2, 0, after=9), booked(cast, place, 2, 0, after=10, theme="调价后")
    quoted = [do(house_acts.quote, SYSTEM, booking, **what).subject.quoted for booking in (before, after)]
    assert quoted == [2 * 2 * 120 + 2 * 3 * 80 + 2 * 600 + 3 * 1000, 2 * 2 * 150 + 2 * 3 * 80 + 2 * 600 + 3 * 1000]
