"""Who has not filed: of a figure made of filed numbers the page names the units that filed a year before and not this time."""

from datetime import date

from gonghui.commons.returns.models import HeadCount
from gonghui.lines.production.contests import words
from tests.journeys.office import AtDesk, newest

YEAR = date.today().year - 1
KEY = "contests.labour.participations"


def filed(zhou, li, node, year: int, number: int) -> None:
    told = {"kind": words.LABOUR_HEADS, "period": str(year), "number": number, "basis": "台账"}
    zhou.does("returns.fill", node=node, **told).does("returns.submit", newest(HeadCount), explained="统计口径相同")
    li.does("returns.accept", newest(HeadCount))


def test_units_that_filed_a_year_before_and_not_now_are_named(cast):
    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    filed(zhou, li, cast.nodes["union"], YEAR - 1, 40)
    filed(zhou, li, cast.nodes["beside"], YEAR - 1, 60)
    filed(zhou, li, cast.nodes["union"], YEAR, 50)
    wang = AtDesk(cast, "wang")
    asked = {"node": "DISTRICT", "period": str(YEAR)}
    page = wang.client.get(f"/office/figure/{KEY}/", asked).content.decode()
    assert "本期未报的有 1 家：东湖机械厂工会" in page
    told = wang.program.get(f"/api/figures/{KEY}", asked).json()
    assert (told["value"], told["missing"], told["source"]) == (50, 1, "head_count")
    filed(zhou, li, cast.nodes["beside"], YEAR, 0)
    assert "上年同期报过的单位本期都报了" in wang.client.get(f"/office/figure/{KEY}/", asked).content.decode()
    assert wang.program.get("/api/figures/membership.members_total", asked).json()["missing"] is None
