"""MEM-4 New-employment-form workers: flagged with validity, counted at year ends, growth against last year's stock."""

from datetime import date

from gonghui.kernel import clock
from tests.people import valid_id


def test_stock_and_growth_of_new_form_members(cast, program):
    sun, qian = program("sun"), program("qian")

    def join(day, serial, form):
        with clock.at(day):
            data = {"union": cast.unions["union"].pk, "name": "林秀英", "id_no": valid_id(serial=serial), "employment": "new_form", "new_form": form}
            (pk,) = sun("/acts/membership.register", data).json()["subjects"]
            assert qian(f"/acts/membership.approve/{pk}", {}).status_code == 200
        return pk

    first = join(date(2022, 3, 1), "002", "courier")
    join(date(2022, 4, 1), "004", "rider")
    for i in range(2):
        join(date(2023, 5, 1), f"01{i}", "truck")
    wang = program("wang")
    growth = wang("/figures/membership.newform.growth_pct", node="DISTRICT", period="asof-2023-12-31").json()
    assert growth["value"] == "100.00" and growth["parts"] == {"now": 4, "year_earlier": 2}
    with clock.at(date(2024, 2, 1)):
        assert sun(f"/acts/membership.change_form/{first}", {}).status_code == 200
    for day, value in (("2023-12-31", 4), ("2024-01-31", 4), ("2024-02-01", 3)):
        assert wang("/figures/membership.newform.members", node="DISTRICT", period=f"asof-{day}").json()["value"] == value
