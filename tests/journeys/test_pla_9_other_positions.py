"""PLA-9 Other positions: the union's press and parks stand in the register by kind, are found, and close."""


def test_any_other_position_stands_in_the_register_and_on_the_phone(program, cast, client):
    wang = program("wang")
    given = {"node": cast.nodes["district"].pk, "kind": "park", "name": "东湖劳动公园", "opened_on": "2022-05-01", "address": "湖滨路 9 号"}
    pk = wang("/acts/places.enter", given).json()["subjects"][0]
    assert wang("/acts/places.enter", given | {"kind": "press", "name": "东湖工运报"}).status_code == 201
    listed = [row["name"] for row in wang("/place/").json()["items"]]
    assert set(listed) == {"东湖劳动公园", "东湖工运报"}
    assert "东湖劳动公园" in client.get("/portal/places/?q=湖滨路").content.decode()
    assert wang(f"/acts/places.close/{pk}", {"on": "2023-05-01", "why": "改建"}).status_code == 200
    assert "东湖劳动公园" not in client.get("/portal/places/?q=湖滨路").content.decode()
