"""CON-8 Contest launch events: a meeting with a firm as co-host, planned, held, filed; it is no contest itself."""

from datetime import date

from gonghui.commons.activities.models import Activity

from .office import AtDesk, newest


def test_a_launch_is_seen_by_organiser_and_host_and_counted_as_no_contest(cast):
    li, zhou, sun, today = AtDesk(cast, "li"), AtDesk(cast, "zhou"), AtDesk(cast, "sun"), date.today()
    what = {"kind": "contest_launch", "node": cast.nodes["city"], "title": "年度竞赛启动仪式", "at_place": "东湖纺织厂", "host": cast.nodes["union"]}
    li.does("activities.plan", desk="contests", held_on=today, **what)
    launch = newest(Activity)
    zhou.does("activities.approve", launch)
    li.does("activities.announce", launch).does("activities.hold", launch).does("activities.file", launch, head_count=200)
    sun.sees("contests", "年度竞赛启动仪式").reads(launch, "200")
    zhou.does("activities.check", launch)
    li.figure("contests.held", "CITY", today.year, 0).figure("contests.participations@held", "CITY", today.year, 0)
