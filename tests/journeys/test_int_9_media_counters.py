"""INT-9 Media partners' counters: received, accepted by another, shown as theirs, corrected, never added to own counts."""

from datetime import date

from gonghui.commons.readings.models import Reading

from .office import AtDesk, newest


def test_a_counter_is_the_partners_and_a_corrected_one_takes_its_place(cast):
    wang, li = AtDesk(cast, "wang"), AtDesk(cast, "li")
    told = {"node": cast.nodes["district"], "kind": "contest.views", "about": "决赛直播", "source": "电视台", "measured_on": date(2023, 9, 1)}
    for number in (900_000, 910_000):
        wang.does("readings.receive", number=number, **told).refused("readings.accept", "不能是同一人", newest(Reading))
        li.does("readings.accept", newest(Reading))
        li.figure("contests.broadcast_views", "DISTRICT", 2023, number)
    li.figure("contests.broadcast_views", "CITY", 2023, None).figure("culture.broadcast_views", "DISTRICT", 2023, None)
