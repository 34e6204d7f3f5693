"""CUL-6 Hosting national exhibitions: the edition is what was told of the event; works collected are judged and shown."""

from datetime import date, timedelta

from gonghui.commons.activities.models import Activity
from gonghui.kernel import clock
from gonghui.lines.education.culture.models import VisitorDay

from .office import AtDesk, newest
from .phones import Phone


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


def test_an_exhibition_is_counted_by_day_and_the_days_add_up(cast):
    li, zhou, today = AtDesk(cast, "li"), AtDesk(cast, "zhou"), date.today()
    what = {"kind": "exhibition", "title": "全国职工摄影展", "held_on": today, "ended_on": today + timedelta(days=2), "at_place": "美术馆"}
    li.does("activities.plan", desk="culture", node=cast.nodes["city"], **what)
    show = newest(Activity)
    zhou.does("activities.approve", show)
    li.does("activities.announce", show).does("activities.hold", show)
    told = {"activity": show, "source": "counter"}
    li.does("culture.count_visitors", on=today, heads=300, **told).refused("culture.count_visitors", "已填 300", on=today, heads=5, **told)
    li.refused("culture.count_visitors", "不在", on=today - timedelta(days=1), heads=5, **told)
    li.refused("culture.count_visitors", "还没到", on=today + timedelta(days=1), heads=5, **told)
    last = today + timedelta(days=2)
    with clock.at(last):
        Phone(cast.accounts["li"]).go("").says("展览日客流").go("exhibitions/").send(
            on=str(last), heads="200", activity=str(show.pk), source="by_hand"
        ).says("500")
        li.refused("culture.file_visitors", "还有 1 天没有客流", show).does("culture.count_visitors", on=last - timedelta(days=1), heads=0, **told)
        li.does("culture.correct_visitors", newest(VisitorDay, on=last), heads=250, source="tickets", why="票务核对").does(
            "culture.file_visitors", show
        )
        zhou.does("activities.check", show)
        li.refused("culture.correct_visitors", "现在为“已审核”", newest(VisitorDay, on=last), heads=1, source="tickets", why="再改")
        for key, value in (("exhibition_visitors", 550), ("exhibition_days", 3), ("attendances", 550)):
            li.figure(f"culture.{key}", "CITY", f"{today}..{last}", value)
