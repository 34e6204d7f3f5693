"""GOV-2 Joint conference of government and union: topics collected, agreed, put before the meeting, carried out, told at the next one."""

from gonghui.commons.activities.models import Activity
from gonghui.lines.organization.governance import words

from .governing import TODAY, carried_out, found, opened, put_in
from .office import AtDesk, newest


def test_topics_are_agreed_put_before_the_numbered_meeting_and_settled_by_tasks(cast):
    wang, li, zhou, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), AtDesk(cast, "zhou"), cast.nodes["district"]
    put_in(wang, li, "joint_topics", node=district, kind=words.TOPIC, title="户外劳动者饮水点")
    held = {"kind": words.JOINT, "node": district, "title": "第12次联席会议", "held_on": TODAY, "at_place": "区政府", "head_count": 24}
    wang.does("activities.record", desk="joint_conferences", **held)
    wang.does("activities.describe", newest(Activity), edition=12, partner="区人民政府")
    told = {"node": district, "kind": words.FOLLOW_UP, "title": "第11次会议议题落实情况", "quantity": 11, "unit": "次", "since": TODAY}
    wang.does("registers.enter", desk="joint_topics", **told)
    whole = opened(wang, district, words.DECIDED, "meeting", "joint_lists", "第12次会议议定事项")
    first, second = found(wang, whole, "户外劳动者饮水点"), found(wang, whole, "欠薪联动")
    carried_out(wang, AtDesk(cast, "sun"), li, whole, "建二十处饮水点", cast.nodes["union"], first)
    wang.reads(whole, "问题 2", "办结 1")
    for key, period, value in (
        ("ordinal", TODAY, 12), ("followup_ordinal", TODAY, 11), ("topics", TODAY.year, 2), ("topics@settled", TODAY.year, 1), ("topics@province", TODAY.year, 0),
        ("orgs_held", TODAY.year, 1), ("coverage_pct", TODAY.year, 100),
    ):  # fmt: skip
        zhou.figure(f"governance.joint_conference.{key}", "DISTRICT", period, value)
    zhou.figure("governance.joint_conference.ordinal", "CITY", TODAY, None).figure(
        "governance.joint_conference.coverage_pct", "CITY", TODAY.year, "33.33"
    )
    assert second.title == "欠薪联动"
