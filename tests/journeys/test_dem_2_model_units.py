"""DEM-2 Advanced and model units of open management: put forward level by level, posted, named at two tiers."""

from gonghui.kernel.access.wall import trusted

from .office import AtDesk
from .titles import CALLED, called, conferred, put_forward, sits


def test_a_unit_is_named_for_open_management_and_a_city_title_does_not_count(cast):
    round = called(cast, "democracy_model", "全省厂务公开示范单位", holder="unit")
    row = put_forward(cast, round, "", holder="unit", unit=cast.nodes["union"], brief="职代会、厂务公开全覆盖")
    conferred(cast, row)
    zhou, li = sits(cast, "zhou"), AtDesk(cast, "li")
    of_city = called(cast, "democracy_model", "市级示范单位", tier="city", holder="unit")
    with trusted():
        lower = of_city.scheme
    given = {"scheme": lower, "node": cast.nodes["beside"], "holder": "unit", "unit": cast.nodes["beside"], "awarded_on": CALLED}
    zhou.does("designations.record", **given)
    li.sees("democracy_titles", "东湖纺织厂工会").figure("democracy.honoured_units", "CITY", CALLED.year, 1)
