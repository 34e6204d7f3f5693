"""GOV-6 Leaders' contact with grassroots and enterprises: a contact point of each leader, visits to it, issues raised there."""

from gonghui.lines.organization.governance import words

from .governing import TODAY, answered, members
from .office import AtDesk


def test_a_leader_has_a_contact_point_visits_it_and_an_issue_is_answered(cast):
    wang, li, union = AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["union"]
    (leader,) = members(cast, 1)
    point = {"kind": words.CONTACT, "title": "联系东湖纺织厂", "person": leader, "since": TODAY, "in_force_from": TODAY}
    wang.does("registers.enter", desk="contact_points", node=union, **point).sees("contact_points", "联系东湖纺织厂")
    for place in ("一车间", "二车间"):
        visit = {"kind": words.VISIT, "node": union, "title": f"走访{place}", "held_on": TODAY, "at_place": place, "head_count": 3}
        wang.does("activities.record", desk="leader_visits", **visit)
    answered(wang, li, cast.nodes["district"], words.RAISED, "夜班食堂", "已协调延长供餐")
    for key, value in (("contact_points", 1), ("contact_visits", 2), ("contact_issues", 1)):
        li.figure(f"governance.{key}", "CITY", TODAY.year, value)
