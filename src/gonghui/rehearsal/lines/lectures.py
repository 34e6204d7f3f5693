"""Lectures of the demonstration beside those that the federation is built with: visits to bases, short films and who has watched them."""

from datetime import timedelta
from decimal import Decimal

from gonghui.commons.activities import acts as activities
from gonghui.commons.readings import acts as readings
from gonghui.commons.registers import acts as registers
from gonghui.lines.education.lectures import words

ONE = timedelta(days=1)


def demo(b) -> None:
    """Groups seen at a base, films of model workers with the numbers of their platform."""
    for n, place in enumerate(("临江工运史陈列馆", "劳模精神教育基地")):
        on = b.today - (70 + 30 * n) * ONE
        told = {"kind": words.BASE_VISIT, "title": f"参观{place}", "held_on": on, "at_place": place, "head_count": 48 + 17 * n}
        b.do(activities.record, "li", at=on + ONE, node=b.cities[0], host=b.counties[0], **told)
    for n, title in enumerate(("老焊工的三十年", "骑手劳模的一天")):
        on = b.today - (65 + 20 * n) * ONE
        b.do(registers.enter, "gao", at=on, node=b.province, kind=words.VIDEO, title=f"劳模工匠短片《{title}》", since=on)
        seen = {"about": title, "source": "省总工会视频号", "number": Decimal(18_600 + 7400 * n), "measured_on": on + 20 * ONE}
        reading = b.do(readings.receive, "gao", at=on + 21 * ONE, node=b.province, kind=words.VIDEO_VIEWS, **seen)
        b.do(readings.accept, "zhou", reading, at=on + 22 * ONE)
