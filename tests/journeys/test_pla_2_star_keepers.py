"""PLA-2 Designations of stations and star keepers: stations hold titles of two tiers, a keeper one of a round; each counted once."""

from datetime import date

from gonghui.lines.service.places import words


def test_a_station_and_its_keeper_are_titled_and_counted(program, cast):
    zhou = program("zhou")
    place = program("wang")(
        "/acts/places.enter", {"node": cast.nodes["district"].pk, "kind": "station", "name": "广场驿站", "opened_on": "2022-05-01"}
    )
    keeper = {"keeper": cast.accounts["deng"].pk}
    assert program("wang")(f"/acts/places.assign_keeper/{place.json()['subjects'][0]}", keeper).status_code == 200

    def titled(kind, tier, holder, name, batch="首批"):
        root = cast.nodes["province"].pk
        scheme = {
            "node": root,
            "kind": kind,
            "name": f"{kind}{batch}",
            "tier": tier,
            "issuer": "全国总工会",
            "holders": [holder],
            "since": "2020-01-01",
        }
        made = zhou("/acts/designations.declare_scheme", scheme | {"outer": tier == "national"})
        assert made.status_code == 201, made.content
        given = {"scheme": made.json()["subjects"][0], "node": cast.nodes["district"].pk, "holder": holder, "name": name, "batch": batch}
        recorded = zhou("/acts/designations.record", given | {"awarded_on": date(2023, 5, 1).isoformat()})
        assert recorded.status_code == 201, recorded.content

    titled(words.BEST_STATION, "national", "place", "广场驿站")
    titled(words.BEST_STATION, "national", "place", "广场驿站", "第二批")
    titled(words.MODEL_STATION, "province", "place", "广场驿站")
    titled(words.STAR_KEEPER, "province", "person", "邓丽")
    for key, period in (
        ("places.stations_national_best", "asof-2023"), ("places.stations_provincial_model", "asof-2023"), ("places.station_masters", "2023"),
    ):  # fmt: skip
        assert zhou(f"/figures/{key}", node="PROV", period=period).json()["value"] == 1, key
    assert zhou("/figures/places.stations_national_best", node="PROV", period="asof-2022").json()["value"] == 0
