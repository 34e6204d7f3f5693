"""INN-8 National fair: three days, second edition; the views of its stream are somebody else's number and stay apart."""

from datetime import timedelta

from gonghui.commons.activities.models import Activity
from gonghui.commons.readings.models import Reading
from gonghui.lines.production.innovation.words import FAIR, FAIR_VIEWS

from .innovating import LATER, TODAY
from .office import AtDesk, newest

ONE = timedelta(days=1)


def test_a_fair_is_filed_with_its_days_and_edition_and_its_views_are_a_reading(cast):
    zhou, li, first = AtDesk(cast, "zhou"), AtDesk(cast, "li"), TODAY - LATER
    last = first + 2 * ONE
    held = {
        "kind": FAIR,
        "node": cast.nodes["province"],
        "title": "工匠创新交流大会",
        "held_on": first,
        "ended_on": last,
        "at_place": "北京",
        "head_count": 60,
    }
    zhou.does("activities.record", desk="innovation_events", **held).does("activities.describe", newest(Activity), edition=2, level="nation")
    zhou.figure("innovation.national_fair.ordinal", "PROV", first.year, 2).figure("innovation.national_fair.days", "PROV", first.year, 3)
    told = {"kind": FAIR_VIEWS, "about": "省展区直播", "number": 120000, "source": "直播平台", "measured_on": last}
    li.does("readings.receive", desk="fair_views", node=cast.nodes["city"], **told)
    zhou.does("readings.accept", newest(Reading)).sees("fair_views", "省展区直播")
    zhou.figure("innovation.participants", "PROV", first.year, 0)
