"""ORG-5 Real-name organisation base: verified records against the declared number."""


def test_declared_and_verified_stand_beside_each_other(program, cast):
    wang = program("wang")
    assert wang(f"/acts/orgs.verify/{cast.unions['union'].pk}", {"on": "2023-05-01"}).status_code == 200
    again = wang(f"/acts/orgs.verify/{cast.unions['union'].pk}", {"on": "2023-05-02"})
    assert again.status_code == 409
    rate = wang("/figures/orgs.realname_rate", node="DISTRICT", period="asof-2023").json()
    assert rate["parts"] == {"top": 1, "bottom": 2} and rate["value"] == "50.00"
    assert wang("/figures/orgs.realname_records", node="DISTRICT", period="asof-2023-04-30").json()["value"] == 0
