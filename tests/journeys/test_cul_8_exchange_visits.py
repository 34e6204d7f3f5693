"""CUL-8 On-site exchange visits: a route is planned, a stop is taken in at each house, and the stops visited are counted."""

from datetime import date

from gonghui.commons.places.models import Place
from gonghui.commons.plans.models import PlanItem
from gonghui.lines.service.places.models import Booking

from .office import AtDesk, newest


def test_a_route_of_stops_is_confirmed_and_visited(cast):
    li, zhou, today = AtDesk(cast, "li"), AtDesk(cast, "zhou"), date.today()
    route = {"kind": "exchange", "title": "全省工会现场交流", "node": cast.nodes["city"], "since": today, "until": today}
    li.does("plans.propose", desk="season_plans", **route)
    zhou.does("plans.approve", newest(PlanItem))
    visit = {"on": today, "begins": 10, "ends": 11, "heads": 30, "title": "全省工会现场交流", "purpose": "visit"}
    for n, node in enumerate(("city", "district", "other_district")):
        house = {"node": cast.nodes[node], "kind": "museum", "name": f"工运史馆{n}", "opened_on": date(2022, 5, 1), "hours": "每天 09:00-17:00"}
        li.does("places.enter", **house).does("places.reserve", place=newest(Place), **visit)
        if n < 2:
            li.does("places.check_in", newest(Booking))
    meeting = {
        "kind": "exchange",
        "node": cast.nodes["city"],
        "title": "全省工会现场交流",
        "held_on": today,
        "at_place": "两个点位",
        "head_count": 30,
    }
    li.does("activities.record", desk="exchanges", plan=newest(PlanItem), **meeting).sees("exchanges", "全省工会现场交流")
    for node, stops in (("CITY", 2), ("DISTRICT", 1), ("OTHER_DISTRICT", 0), ("PROV", 2)):
        zhou.figure("places.visit_points", node, today.year, stops)
    zhou.figure("culture.activities", "CITY", today.year, 0)
