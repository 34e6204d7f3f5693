"""PLA-5 Reading rooms and training bases: one place under two signs, titles by tier, and the merged figure given apart."""

from gonghui.lines.service.places import words


def test_a_reading_room_in_a_station_is_one_place_and_titles_add_up(program, cast):
    wang, zhou = program("wang"), program("zhou")
    given = {"node": cast.nodes["district"].pk, "kind": "station", "name": "书香驿站", "opened_on": "2022-05-01"}
    pk = wang("/acts/places.enter", given).json()["subjects"][0]
    assert wang(f"/acts/places.hang_sign/{pk}", {"kind": "reading_room", "since": "2023-01-01"}).status_code == 200
    assert wang("/acts/places.enter", given | {"kind": "reading_room"}).json()["errors"][0]["code"] == "places.same_place"
    assert wang("/figures/places.stations", node="DISTRICT", period="asof-2023").json()["value"] == 1
    for kind, tier in (
        (words.READING_TITLE, "national"),
        (words.READING_TITLE, "province"),
        (words.READING_TITLE, "city"),
        (words.BASE_TITLE, "province"),
    ):
        scheme = {
            "node": cast.nodes["province"].pk,
            "kind": kind,
            "name": f"{kind}-{tier}",
            "tier": tier,
            "issuer": "总工会",
            "holders": ["place"],
            "since": "2020-01-01",
        }
        one = zhou("/acts/designations.declare_scheme", scheme).json()["subjects"][0]
        made = zhou(
            "/acts/designations.record",
            {"scheme": one, "node": cast.nodes["district"].pk, "holder": "place", "name": "书香驿站", "awarded_on": "2023-05-01"},
        )
        assert made.status_code == 201, made.content
    keys = ("reading_rooms.national", "reading_rooms.provincial", "reading_rooms.city", "training_bases.provincial", "reading_rooms_and_bases")
    assert [zhou(f"/figures/places.{key}", node="PROV", period="2023").json()["value"] for key in keys] == [1, 1, 1, 1, 3]
