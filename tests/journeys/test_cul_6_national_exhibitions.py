"""CUL-6 Hosting national exhibitions: the edition is what was told of the event; works collected are judged and shown."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.lines.education.culture.models import DayCount

from .office import AtDesk, newest


def test_a_city_hosts_a_national_exhibition_of_an_edition(cast):
    li, zhou, year = AtDesk(cast, "li"), AtDesk(cast, "zhou"), date.today().year
    for title, kind, series, edition in (
        ("全国职工书法绘画展", "exhibition", "painting", 6),
        ("全国职工摄影展", "exhibition", "photo", 8),
        ("全国职工演讲赛", "arts_contest", "speech", None),
    ):
        what = {"kind": kind, "node": cast.nodes["city"], "title": title, "series": [series], "held_on": date.today(), "at_place": title}
        li.does("activities.plan", desk="culture", **what)
        event = newest(Activity)
        zhou.does("activities.approve", event)
        li.does("activities.describe", event, level="nation", **({"edition": edition} if edition else {}))
        li.does("activities.announce", event).figure("culture.national_events_hosted", "CITY", year, {6: 0, 8: 1, None: 2}[edition])
        li.does("activities.hold", event).does("activities.file", event, head_count=3000)
        zhou.does("activities.check", event).reads(event, "全国")
    own = {"kind": "exhibition", "node": cast.nodes["city"], "title": "本市书画展", "series": ["painting"], "held_on": date.today()}
    li.does("activities.record", desk="culture", at_place="文化宫", head_count=50, **own)
    for node, hosted in (("CITY", 3), ("PROV", 3), ("OTHER_CITY", 0)):
        zhou.figure("culture.national_events_hosted", node, year, hosted)
    zhou.figure("culture.national_event.painting_ordinal", "CITY", year, 6).figure("culture.national_event.photo_ordinal", "CITY", year, 8)


def test_visitors_are_counted_day_by_day_and_are_no_head_count(cast):
    wang, li, day = AtDesk(cast, "wang"), AtDesk(cast, "li"), date.today()
    told = {"kind": "exhibition", "node": cast.nodes["district"], "title": "职工书画展", "held_on": day, "ended_on": day + timedelta(days=9)}
    wang.does("activities.plan", desk="culture", at_place="文化宫", **told)
    show = newest(Activity)
    li.does("activities.approve", show)
    wang.does("activities.hold", show)
    wang.refused("culture.count_day", "不是这一天在展", activity=show, on=day + timedelta(days=1), number=5, counted="gate")
    wang.does("culture.count_day", activity=show, on=day, number=480, counted="gate")
    wang.refused("culture.count_day", "已登记", activity=show, on=day, number=5, counted="hand")
    wang.does("culture.recount_day", newest(DayCount), number=460, counted="tickets", why="闸机重复计数")
    li.figure("culture.exhibition_visits", "CITY", day.year, 460).figure("culture.attendances", "CITY", day.year, 0)
