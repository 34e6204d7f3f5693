"""AID-5 Special care: families of police killed or hurt on duty are visited; far-off workers see a doctor by video."""

from datetime import date

from .by_program import Program


def test_care_visits_and_telemedicine_are_two_kinds(cast):
    sun, wang, year = Program(cast.accounts["sun"]), Program(cast.accounts["wang"]), date.today().year
    told = {"node": cast.nodes["union"], "held_on": date.today(), "at_place": "北山矿"}
    sun.does("activities.record", kind="special_care", title="慰问公安英烈家庭", head_count=6, **told)
    sun.does("activities.record", kind="telemedicine", title="矿区远程会诊", head_count=14, **told)
    sun.does("activities.record", kind="telemedicine", title="林区远程会诊", head_count=9, **told | {"at_place": "林场"})
    assert wang.figure("aid.care.actions", "DISTRICT", year) == 1
    assert wang.figure("aid.telemedicine.sessions", "DISTRICT", year) == 2
    assert wang.figure("aid.cool.units", "DISTRICT", year) == 0
