"""LEG-8 County rights-work field meeting: planned, approved by another, held, filed; a host and an organiser count it once each."""

from datetime import date

from .by_program import Program


def test_a_field_meeting_is_held_at_a_firm_and_counted_once(cast):
    wang, li, zhou = (Program(cast.accounts[name]) for name in ("wang", "li", "zhou"))
    today = date.today()
    meeting = wang.does(
        "activities.record", kind="rights_meeting", node=cast.nodes["district"], host=cast.nodes["union"], title="维权工作现场会（协商全流程展示）", held_on=today,
        at_place="东湖纺织厂", head_count=120,
    )  # fmt: skip
    li.does("activities.check", meeting)
    for node in ("UNION", "DISTRICT", "CITY", "PROV"):
        assert zhou.figure("legal_aid.field_meetings", node, today.year) == 1, node
    assert zhou.figure("legal_aid.publicity_events", "PROV", today.year) == 0
