"""ORG-8 Union-run institutions: an institution stands in the tree, its house in the register of places, and is visited."""

from gonghui.kernel.clock import today
from gonghui.kernel.tree.models import Node

from .conftest import the


def test_a_museum_run_by_the_union_is_an_institution_a_place_and_a_stop_of_a_visit(program, cast):
    li, day = program("li"), today().isoformat()
    made = li(
        "/acts/orgs.appoint", {"node": cast.nodes["city"].pk, "kind": "institution", "name": "临江市工运史馆", "on": "2022-01-01", "code": "CITY-M"}
    )
    assert made.status_code == 201, made.content
    node = the(Node, code="CITY-M").pk
    place = {"node": node, "kind": "museum", "name": "工运史馆", "opened_on": "2022-05-01", "hours": "每天 09:00-17:00"}
    pk = li("/acts/places.enter", place).json()["subjects"][0]
    visit = {"place": pk, "on": day, "begins": 10, "ends": 11, "heads": 30, "title": "兄弟工会参观", "purpose": "visit"}
    booked = li("/acts/places.reserve", visit).json()["subjects"][0]
    assert li(f"/acts/places.check_in/{booked}", {}).status_code == 200
    assert li("/figures/orgs.institutions", node="CITY", period=f"asof-{day}").json()["value"] == 1
    assert li("/figures/places.visit_points", node="CITY", period=day[:4]).json()["value"] == 1
