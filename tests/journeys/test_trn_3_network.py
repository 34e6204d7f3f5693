"""TRN-3 Talent training network: providers are entered in the register of their kind and counted as they stand."""


def test_providers_are_listed_counted_and_ended(cast, program):
    zhou = program("zhou")
    node = cast.nodes["province"].pk
    kinds = {"college": "colleges", "worldskills_base": "worldskills_bases", "national_skill_base": "national_bases"}
    kinds["provincial_skill_base"] = "provincial_bases"
    made = {}
    for n, kind in enumerate(kinds, 1):
        for i in range(n):
            answer = zhou("/acts/registers.enter", {"node": node, "kind": kind, "title": f"{kind}{i}", "since": "2021-05-06"})
            made[kind] = answer.json()["subjects"][0]

    def value(kind, period):
        return zhou(f"/figures/training.network.{kinds[kind]}", node="PROV", period=period).json()["value"]

    assert [value(kind, "asof-2023") for kind in kinds] == [1, 2, 3, 4]
    listed = zhou("/registerentry/", limit=100)
    assert listed.status_code == 200, listed.json()
    assert {row["id"] for row in listed.json()["items"]} >= set(made.values())
    assert value("college", "asof-2020") == 0
