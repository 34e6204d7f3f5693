"""GOV-11 Major-matter reporting and party committee meetings: reported up, instructed, carried out; a meeting with its attendance."""

from gonghui.lines.organization.governance import words

from .governing import TODAY, answered, opened
from .office import AtDesk


def test_a_matter_is_reported_and_instructed_and_a_meeting_is_held_with_tasks(cast):
    wang, li, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["district"]
    answered(wang, li, district, words.MAJOR, "请示召开代表大会", "同意，按程序办理")
    held = {"kind": words.MEETING, "node": district, "title": "党组（扩大）会议", "held_on": TODAY, "at_place": "三楼会议室", "head_count": 42}
    wang.does("activities.record", desk="leader_visits", **held)
    whole = opened(wang, district, words.REFORM, "meeting", "governance_lists", "会议精神落实")
    wang.does("tasks.set", tasks_of=whole, title="全员学习", due_on=TODAY)
    li.figure("governance.major_matters", "CITY", TODAY.year, 1).figure("governance.organ_meetings", "CITY", TODAY.year, 1)
    li.sees("governance_matters", "请示召开代表大会")
