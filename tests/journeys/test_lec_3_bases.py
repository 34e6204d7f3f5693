"""LEC-3 Historic education bases: a visit to a base is held, filed with its heads, and counted apart from lectures."""

from datetime import date

from gonghui.commons.activities.models import Activity

from .office import AtDesk, newest


def test_a_visit_to_a_base_is_filed_and_is_no_lecture(cast):
    sun, zhou, today = AtDesk(cast, "sun"), AtDesk(cast, "zhou"), date.today()
    what = {"kind": "base_visit", "node": cast.nodes["union"], "title": "参观工运史馆", "at_place": "工运史馆", "held_on": today, "head_count": 35}
    sun.does("activities.record", desk="base_visits", **what).sees("base_visits", "参观工运史馆")
    zhou.does("activities.check", newest(Activity))
    zhou.figure("lectures.base_visits", "CITY", today.year, 1).figure("lectures.base_visitors", "CITY", today.year, 35)
    zhou.figure("lectures.sessions", "CITY", today.year, 0)
