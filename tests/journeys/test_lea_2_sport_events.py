"""LEA-2 Fitness and sport events: planned, approved, held, a head count filed and checked by the level above."""

from gonghui.commons.activities.models import Activity
from gonghui.lines.education.leagues import words

from .governing import TODAY
from .office import AtDesk, newest


def test_an_event_is_planned_approved_held_filed_checked_and_counted(cast):
    wang, li = AtDesk(cast, "wang"), AtDesk(cast, "li")
    told = {"node": cast.nodes["district"], "kind": words.SPORT, "at_place": "湖滨步道", "held_on": TODAY}
    wang.does("activities.plan", desk="sports", title="职工健步走", **told)
    event = newest(Activity)
    li.does("activities.approve", event).figure("sports.events", "CITY", TODAY.year, 0)
    wang.does("activities.hold", event).does("activities.file", event, head_count=320)
    li.does("activities.check", event).figure("sports.events", "CITY", TODAY.year, 1).figure("sports.attendances", "CITY", TODAY.year, 320)
    li.sees("sports", "职工健步走")
