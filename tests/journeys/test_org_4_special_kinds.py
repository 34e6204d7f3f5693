"""ORG-4 Special union kinds: resettlement sites with their dated list, and an association of the new social class."""


def test_coverage_names_what_is_missing_and_then_nothing(program, cast):
    wang, district = program("wang"), cast.nodes["district"].pk
    site = wang("/acts/orgs.list_site", {"node": district, "name": "东湖安置点", "since": "2022-01-01"}).json()["subjects"][0]
    far = wang("/acts/orgs.list_site", {"node": district, "name": "南山安置点", "since": "2022-01-01"}).json()["subjects"][0]
    assert wang(f"/acts/orgs.cover_site/{site}", {"union": cast.unions["union"].pk, "on": "2022-05-01"}).status_code == 200
    rate = wang("/figures/orgs.resettlement_coverage_pct", node="DISTRICT", period="asof-2023").json()
    assert rate["value"] == "50.00" and rate["parts"] == {"top": 1, "bottom": 2}
    listed = wang("/figures/orgs.resettlement_coverage_pct/rows", node="DISTRICT", period="asof-2023", part="bottom").json()["items"]
    assert {r["name"] for r in listed} == {"东湖安置点", "南山安置点"}
    assert wang(f"/acts/orgs.cover_site/{far}", {"union": cast.unions["beside"].pk, "on": "2023-05-01"}).status_code == 200
    assert wang("/figures/orgs.resettlement_coverage_pct", node="DISTRICT", period="asof-2023").json()["value"] == "100.00"
    assert wang("/figures/orgs.resettlement_coverage_pct", node="UNION", period="asof-2023").json()["value"] is None


def test_an_association_union_of_the_new_social_class_is_counted_once(program, cast):
    li = program("li")
    made = li("/acts/orgs.appoint", {"node": cast.nodes["city"].pk, "kind": "association", "name": "临江市新联会工会", "on": "2023-06-06"})
    assert made.status_code == 201
    assert li("/figures/orgs.new_class_unions", node="CITY", period="2023").json()["value"] == 1
    assert li("/figures/orgs.new_class_unions", node="CITY", period="2022").json()["value"] == 0
