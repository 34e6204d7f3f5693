"""Booking rooms: hours, weight, no-shows; and the page that finds places."""

from datetime import date, timedelta

import pytest

from gonghui.commons.places import acts as places
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.ledger.do import do
from gonghui.kernel.notices.models import Message
from gonghui.lines.service.places import acts
from gonghui.lines.service.places.models import BookedHour, Booking
from tests.refusals import refused

DAY = date(2024, 5, 6)  # a Monday


@pytest.fixture
def room(cast):
    with clock.at(DAY):
        given = {"node": cast.nodes["district"], "opened_on": DAY, "hours": "工作日 09:00-12:00,14:00-21:00", "seats": 20}
        yield do(places.enter, cast.wang, kind="room", name="舞蹈室", **given).subject


def book(cast, room, who="chen", **more):
    given = {"place": room, "on": DAY, "begins": 14, "ends": 16, "heads": 8, "title": "排练"} | more
    return do(acts.book, Viewer(cast.accounts[who]), **given).subject


def reserve(cast, room, purpose="event", **more):
    given = {"place": room, "on": DAY, "begins": 14, "ends": 16, "heads": 8, "title": "比赛", "purpose": purpose} | more
    return do(acts.reserve, cast.wang, **given).subject


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"begins": 11, "ends": 14}, "places.not_open"), ({"begins": 20, "ends": 22}, "places.not_open"), ({"begins": 14, "ends": 14}, "places.hours_most"),
        ({"begins": 14, "ends": 19}, "places.hours_most"), ({"on": DAY - timedelta(days=1)}, "places.too_ahead"), ({"on": DAY + timedelta(days=15)}, "places.too_ahead"),
        ({"on": DAY + timedelta(days=5)}, "places.not_open"), ({"heads": 21}, "places.too_many"),
    ],
)  # fmt: skip
def test_a_booking_that_cannot_be_is_refused(cast, room, more, code):
    assert refused(lambda: book(cast, room, **more)) == code


def test_an_hour_goes_to_one_and_is_free_again_when_given_up(cast, room):
    first = book(cast, room)
    assert refused(lambda: book(cast, room, "sun", begins=15, ends=17)) == "places.taken"
    book(cast, room, "sun", begins=16, ends=18)
    do(acts.cancel_booking, Viewer(cast.accounts["chen"]), first)
    book(cast, room, "sun")
    assert BookedHour.objects.count() == 4


def test_a_union_event_takes_precedence_and_who_gives_way_is_told(cast, room):
    own = book(cast, room)
    course = reserve(cast, room, "course", begins=15)
    assert Booking.objects.for_act("test").get(pk=own.pk).state == "displaced"
    assert "让位" in Message.objects.for_act("test").get(account=cast.accounts["chen"]).text
    assert refused(lambda: reserve(cast, room, "course", begins=15)) == "places.taken"
    reserve(cast, room)
    assert Booking.objects.for_act("test").get(pk=course.pk).state == "displaced"
    assert refused(lambda: reserve(cast, room)) == "places.taken"


def test_who_has_come_is_not_sent_away(cast, room):
    do(acts.check_in, cast.wang, book(cast, room))
    assert refused(lambda: reserve(cast, room)) == "places.taken"


def test_three_no_shows_stop_booking_for_a_while(cast, room):
    for n in range(3):
        missed = book(cast, room, on=DAY + timedelta(days=n))
        assert refused(lambda missed=missed: do(acts.note_no_show, cast.wang, missed)) == "places.not_over"
        with clock.at(missed.on + timedelta(days=1)):
            do(acts.note_no_show, cast.wang, missed)
    with clock.at(DAY + timedelta(days=7)):
        assert refused(lambda: book(cast, room, on=DAY + timedelta(days=8))) == "places.no_shows"
    with clock.at(DAY + timedelta(days=98)):
        assert book(cast, room, on=DAY + timedelta(days=98)).state == "booked"


@pytest.mark.parametrize("query", ["q=%00", "point=a", "kind=x&radius=-1", "point=1e999,1&open=1", "page=99999999999999999999", "q=" + "好" * 300])
def test_whatever_is_asked_of_the_page_it_answers(cast, room, client, query):
    assert client.get(f"/portal/places/?{query}").status_code in (200, 422)


def test_a_place_that_is_not_open_is_not_shown_to_the_public(cast, room, client):
    planned = do(places.plan, cast.wang, node=cast.nodes["district"], kind="station", name="规划中的站").subject
    assert client.get(f"/portal/places/{planned.code}/").status_code == 404
    assert client.get(f"/portal/places/{room.code}/").status_code == 200
    assert client.get(f"/portal/places/{room.code}/qr.svg").headers["Content-Type"].startswith("image/svg")
    assert "规划中" not in client.get("/portal/places/").content.decode()
    assert client.get(f"/portal/places/{room.code}/book/").status_code == 302
