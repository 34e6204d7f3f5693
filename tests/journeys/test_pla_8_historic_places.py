"""PLA-8 Historic and exhibition places: a delegation's stops are booked, come to, and counted once each."""

from gonghui.kernel import clock
from gonghui.kernel.clock import today


def test_the_stops_of_a_delegation_are_counted_once_each(program, cast):
    wang = program("wang")
    day = today().isoformat()
    for name, kind in (("工运史馆", "museum"), ("劳模公园", "park")):
        given = {"node": cast.nodes["district"].pk, "kind": kind, "name": name, "opened_on": "2022-05-01", "hours": "每天 08:00-18:00"}
        pk = wang("/acts/places.enter", given).json()["subjects"][0]
        for begins in (9, 9):  # two groups may look at a museum at the same hour
            visit = {"place": pk, "on": day, "begins": begins, "ends": begins + 1, "heads": 20, "title": "兄弟工会参观", "purpose": "visit"}
            made = wang("/acts/places.reserve", visit)
            assert made.status_code == 201, made.content
            if kind == "museum":
                assert wang(f"/acts/places.check_in/{made.json()['subjects'][0]}", {}).status_code == 200
    with clock.at(today()):
        assert wang("/figures/places.visit_points", node="DISTRICT", period=day[:4]).json()["value"] == 1
