"""CON-9 Televised contest: a programme is produced and broadcast; its views come from the broadcaster and stay beside our own counts."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.readings.models import Reading

from .office import AtDesk, newest

DAY = timedelta(days=1)


def test_views_are_received_accepted_by_another_and_superseded_by_a_later_count(cast):
    li, zhou, today = AtDesk(cast, "li"), AtDesk(cast, "zhou"), date.today()
    what = {"kind": "contest_show", "node": cast.nodes["city"], "title": "技能创新大赛节目", "at_place": "省台演播厅", "held_on": today}
    li.does("activities.plan", desk="contests", **what)
    zhou.does("activities.approve", newest(Activity))
    li.does("activities.hold", newest(Activity))
    about = {"node": cast.nodes["city"], "kind": "contest.views", "about": "技能创新大赛节目", "source": "省广播电视台"}
    li.does("readings.receive", desk="contest_views", number="90000000", measured_on=today - DAY, **about)
    li.figure("contests.broadcast_views", "CITY", today.year, None).refused("readings.accept", "同一人", newest(Reading))
    zhou.does("readings.accept", newest(Reading))
    table = f"组织编码,类别,对象,数,来源,数据截止日期\nCITY,竞赛节目收看人次,技能创新大赛节目,110000000,省广播电视台,{today}\n"
    li.takes_in(cast.nodes["city"], "readings", table)
    later = newest(Reading)
    zhou.does("readings.accept", later).figure("contests.broadcast_views", "CITY", today.year, 110_000_000)
    li.sees("contest_views", "110,000,000", "90,000,000").figure("contests.participations@held", "CITY", today.year, 0)
    zhou.does("readings.set_aside", later, why="来函更正").figure("contests.broadcast_views", "CITY", today.year, 90_000_000)
