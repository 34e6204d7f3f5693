"""PLA-7 Childcare classes: places set up for members' children, looked at, counted on a day, and titled by the national level."""

from gonghui.lines.service.places import words


def test_a_childcare_class_is_entered_inspected_and_counted(program, cast):
    wang, zhou = program("wang"), program("zhou")
    given = {"node": cast.nodes["union"].pk, "kind": "childcare", "name": "纺织厂爱心托管班", "opened_on": "2022-07-01", "seats": 30}
    pk = wang("/acts/places.enter", given).json()["subjects"][0]
    assert wang(f"/acts/places.inspect/{pk}", {"findings": "消防通道堆物"}).status_code == 200
    scheme = {
        "node": cast.nodes["province"].pk,
        "kind": words.CHILDCARE_TITLE,
        "name": "托育机构",
        "tier": "national",
        "issuer": "全国总工会",
        "outer": True,
    }
    one = zhou("/acts/designations.declare_scheme", scheme | {"holders": ["place", "unit"], "since": "2020-01-01"}).json()["subjects"][0]
    title = {"scheme": one, "node": cast.nodes["union"].pk, "holder": "place", "name": "纺织厂爱心托管班", "awarded_on": "2023-08-01"}
    assert zhou("/acts/designations.record", title).status_code == 201
    assert zhou("/figures/places.childcare", node="PROV", period="asof-2023").json()["value"] == 1
    assert zhou("/figures/places.childcare_national", node="PROV", period="2023").json()["value"] == 1
    assert wang(f"/acts/places.close/{pk}", {"on": "2023-12-30", "why": "生源不足"}).status_code == 200
    assert zhou("/figures/places.childcare", node="PROV", period="asof-2023").json()["value"] == 0
