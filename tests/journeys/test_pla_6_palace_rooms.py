"""PLA-6 Culture palaces and rooms: a worker books a room on the phone, comes, and is counted; an hour goes to one."""

from datetime import timedelta

from gonghui.commons.places import acts
from gonghui.commons.places.models import Place
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clock import today
from gonghui.kernel.ledger.do import do
from gonghui.lines.service.places.models import Booking

from .conftest import the


def test_a_worker_books_a_room_on_the_phone_and_checks_in_on_the_day(program, cast, client):
    with trusted():
        given = {"node": cast.nodes["district"], "opened_on": today() - timedelta(days=30), "hours": "每天 08:00-22:00"}
        palace = do(acts.enter, cast.wang, kind="palace", name="工人文化宫", **given).subject
        room = do(acts.enter, cast.wang, kind="room", name="舞蹈室", part_of=palace, facilities=["dance"], **given).subject
    client.force_login(cast.accounts["chen"], backend="gonghui.faces.kit.signin.AccountBackend")
    assert "舞蹈室" in client.get(f"/portal/places/{palace.code}/").content.decode()
    tomorrow = today() + timedelta(days=1)
    form = {"place": room.pk, "on": tomorrow.isoformat(), "begins": 19, "ends": 21, "heads": 8, "title": "职工舞蹈", "_key": "one"}
    assert client.post(f"/portal/places/{room.code}/book/", form | {"begins": 6}).status_code == 422
    done = client.post(f"/portal/places/{room.code}/book/", form)
    assert done.status_code == 302, done.content.decode()
    assert client.post(f"/portal/places/{room.code}/book/", form | {"_key": "two"}).status_code == 409
    assert "职工舞蹈" in client.get("/portal/my/booking/").content.decode()
    booking = the(Booking)
    wang = program("wang")
    assert wang(f"/acts/places.check_in/{booking.pk}", {}).json()["errors"][0]["code"] == "places.not_the_day"
    with clock.at(tomorrow):
        assert wang(f"/acts/places.check_in/{booking.pk}", {}).status_code == 200
        assert wang(f"/acts/places.finish_booking/{booking.pk}", {"heads": 7}).status_code == 200
    with trusted():
        assert Place.objects.for_act("journey").count() == 2
    told = {key: wang(f"/figures/places.{key}", node="DISTRICT", period=f"asof-{tomorrow}").json()["value"] for key in ("palace_rooms", "palaces")}
    assert told == {"palace_rooms": 1, "palaces": 1}
    assert wang("/figures/places.checked_in", node="DISTRICT", period=str(tomorrow)).json()["value"] == 7
    assert wang("/figures/places.palace_visits", node="DISTRICT", period=str(tomorrow.year)).json()["value"] == 0
