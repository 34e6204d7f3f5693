"""CUL-7 Opera fans contest, broadcast: the final is the first of its row; the broadcaster's views stay beside our own heads."""

from datetime import date

from gonghui.commons.activities.models import Activity
from gonghui.commons.readings.models import Reading

from .office import AtDesk, newest


def test_the_final_is_held_and_its_views_come_from_the_broadcaster(cast):
    zhou, li, today = AtDesk(cast, "zhou"), AtDesk(cast, "li"), date.today()
    round_ = {"kind": "arts_contest", "series": ["opera"], "held_on": today}
    li.does("activities.record", desk="culture", node=cast.nodes["city"], title="戏迷大赛片区赛", at_place="剧院", head_count=90, **round_)
    zhou.does(
        "activities.record", desk="culture", node=cast.nodes["province"], title="首届职工戏迷票友大赛", at_place="电视台", head_count=300, **round_
    )
    zhou.does("activities.describe", newest(Activity), level="province", edition=1, partner="省广播电视台").reads(newest(Activity), "省广播电视台")
    views = {"kind": "culture.opera_views", "about": "首届职工戏迷票友大赛", "source": "省广播电视台", "measured_on": today}
    zhou.does("readings.receive", desk="culture_views", node=cast.nodes["city"], number="9990000", **views)
    zhou.figure("culture.broadcast_views", "CITY", today.year, None).refused("readings.accept", "同一人", newest(Reading))
    li.does("readings.accept", newest(Reading)).sees("culture_views", "9,990,000")
    zhou.figure("culture.broadcast_views", "CITY", today.year, 9_990_000).figure("culture.opera_contest.ordinal", "PROV", today.year, 1)
    zhou.figure("culture.attendances", "PROV", today.year, 390)
