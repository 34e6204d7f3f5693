"""ORG-3 Regional and sector federations: a first courier federation, its firms joining and leaving."""


def test_a_courier_federation_covers_firms_that_join_and_leave(program, cast):
    li, city = program("li"), cast.nodes["city"].pk
    made = li("/acts/orgs.appoint", {"node": city, "kind": "sector_league", "name": "临江市快递行业工会联合会", "on": "2023-07-20"}).json()
    (league,) = made["subjects"]
    assert li(f"/acts/orgs.mark_segment/{league}", {"segment": "courier", "since": "2023-07-20"}).status_code == 200
    firm = li("/acts/parties.enter_employer", {"node": city, "name": "飞达快递", "workers": 12}).json()["subjects"][0]
    assert li(f"/acts/orgs.cover/{league}", {"employer": firm, "since": "2023-08-01"}).status_code == 200
    assert li(f"/acts/orgs.cover/{league}", {"employer": firm, "since": "2023-08-02"}).json()["errors"][0]["code"] == "orgs.covered_already"
    for key, day, value in (
        ("orgs.federations.city@courier", "2023-07-20", 1), ("orgs.federations.city@courier", "2023-07-19", 0), ("orgs.federations.city", "2023", 1),
        ("orgs.federations.county", "2023", 0), ("orgs.covered_units", "asof-2023-08-01", 2), ("orgs.covered_units", "asof-2023-07-31", 1),
    ):  # fmt: skip
        assert li(f"/figures/{key}", node="CITY", period=day).json()["value"] == value, (key, day)
    (coverage,) = [c["id"] for c in li("/coverage/", q="飞达").json()["items"]]
    assert li(f"/acts/orgs.uncover/{coverage}", {"on": "2023-12-31"}).status_code == 200
    assert li("/figures/orgs.covered_units", node="CITY", period="asof-2024-01-01").json()["value"] == 1
