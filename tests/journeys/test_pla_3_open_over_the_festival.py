"""PLA-3 Open over the spring festival: the keeper proposes days, they are published, duty is confirmed, the phone shows them."""

from datetime import timedelta

from gonghui.commons.places.models import OpeningException, Place
from gonghui.kernel.clock import today

from .conftest import the


def test_a_keeper_keeps_the_station_open_over_the_festival(program, cast, client):
    wang, deng = program("wang"), program("deng")
    given = {"node": cast.nodes["district"].pk, "kind": "station", "name": "高铁站驿站", "opened_on": "2022-05-01", "hours": "工作日 09:00-17:00"}
    pk = wang("/acts/places.enter", given).json()["subjects"][0]
    days = {"since": (today() + timedelta(days=3)).isoformat(), "until": (today() + timedelta(days=9)).isoformat()}
    asked = deng(f"/acts/places.propose_days/{pk}", days | {"reason": "春节照常开放", "hours": "08:00-20:00", "supplies": "热茶、点心"})
    assert asked.status_code == 200, asked.content
    page = f"/portal/places/{the(Place).code}/"
    assert "春节照常开放" not in client.get(page).content.decode()
    arrangement = the(OpeningException).pk
    assert deng(f"/acts/places.publish_days/{arrangement}", {}).status_code == 403
    assert wang(f"/acts/places.publish_days/{arrangement}", {}).status_code == 200
    assert deng(f"/acts/places.confirm_duty/{arrangement}", {"duty": "邓丽"}).status_code == 200
    shown = client.get(page).content.decode()
    assert "春节照常开放" in shown and "08:00-20:00" in shown
    assert the(OpeningException).supplies == "热茶、点心"
