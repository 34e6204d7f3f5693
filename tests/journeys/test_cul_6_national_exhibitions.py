"""CUL-6 Hosting national exhibitions: the edition is what was told of the event; works collected are judged and shown."""

from datetime import date

from gonghui.commons.activities.models import Activity

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
