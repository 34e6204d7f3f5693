"""PLA-4 Mother rooms: a stock on a day, and those whose building the union supported in a year; supported is not built."""

from gonghui.commons.places.models import Inspection

from .conftest import the


def test_what_stands_and_what_was_supported_are_two_figures(program, cast):
    wang = program("wang")

    def enter(name, opened):
        given = {"node": cast.nodes["district"].pk, "kind": "mother_room", "name": name, "opened_on": opened}
        return wang("/acts/places.enter", given).json()["subjects"][0]

    old, new = enter("商场母婴室", "2021-03-01"), enter("车站母婴室", "2023-03-01")
    assert wang(f"/acts/places.support/{old}", {"on": "2023-06-01"}).status_code == 200
    assert wang(f"/acts/places.support/{old}", {"on": "2023-06-02"}).status_code == 409
    assert wang(f"/acts/places.self_check/{new}", {"findings": "没有隐私帘"}).status_code == 200
    assert the(Inspection).state == "rectify"
    told = {
        key: wang(f"/figures/places.mother_rooms@{key}", node="DISTRICT", period=period).json()["value"]
        for key, period in (("open", "asof-2023"), ("supported", "2023"))
    }
    assert told == {"open": 2, "supported": 1}
    assert wang("/figures/places.mother_rooms@open", node="DISTRICT", period="asof-2022").json()["value"] == 1
