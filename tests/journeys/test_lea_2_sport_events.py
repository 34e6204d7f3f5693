"""LEA-2 Fitness and sport events: planned, approved, held, a head count filed and checked by the level above; filed at once; called off."""

from datetime import timedelta

from gonghui.commons.activities.models import Activity
from gonghui.lines.education.leagues import words

from .governing import TODAY, members
from .office import AtDesk, newest


def test_an_event_is_planned_approved_held_filed_checked_and_counted(cast):
    wang, li = AtDesk(cast, "wang"), AtDesk(cast, "li")
    told = {"node": cast.nodes["district"], "kind": words.SPORT, "at_place": "湖滨步道", "held_on": TODAY}
    wang.does("activities.plan", desk="sports", title="职工健步走", expected=300, **told)
    event = newest(Activity)
    li.does("activities.approve", event).figure("sports.events", "CITY", TODAY.year, 0)
    wang.does("activities.hold", event).does("activities.file", event, head_count=320)
    li.does("activities.check", event).figure("sports.events", "CITY", TODAY.year, 1).figure("sports.attendances", "CITY", TODAY.year, 320)
    li.sees("sports", "职工健步走")


def test_what_was_called_off_or_belongs_to_another_year_counts_nowhere_and_names_are_heads(cast):
    wang, li, sun = (AtDesk(cast, name) for name in ("wang", "li", "sun"))
    told = {"node": cast.nodes["union"], "kind": words.SPORT, "at_place": "厂区球场"}
    sun.refused("activities.record", "还没到", desk="sports", title="明日拔河", held_on=TODAY + timedelta(days=1), head_count=30, **told)
    sun.refused("activities.record", "还没有填到场人数", desk="sports", title="没有人数", held_on=TODAY, **told)
    sun.does("activities.record", desk="sports", title="气排球赛", held_on=TODAY, people=members(cast, 3), **told)
    sun.does(
        "activities.record", desk="sports", title="去年的游泳赛", held_on=TODAY.replace(month=1, day=1) - timedelta(days=1), head_count=50, **told
    )
    sun.does("activities.plan", desk="sports", title="瑜伽展演", held_on=TODAY, **told | {"at_place": "练功房"})
    wang.does("activities.approve", newest(Activity)).does("activities.cancel", newest(Activity), why="高温")
    for node in ("UNION", "DISTRICT", "CITY"):
        li.figure("sports.events", node, TODAY.year, 1).figure("sports.attendances@named", node, TODAY.year, 3).figure(
            "sports.attendances", node, TODAY.year, 0
        )
    li.figure("sports.events", "CITY", TODAY.year - 1, 1).figure("sports.attendances", "CITY", TODAY.year - 1, 50)
    li.figure("leagues.venue_attendances", "CITY", TODAY.year, 0)
