"""SUP-3 Wage arrears of migrant workers: told of on the phone, given to the labour office, followed, paid; only what really came in counts as paid."""

from datetime import date

from .by_program import Program, photo


def test_wages_owed_are_followed_until_they_are_paid(cast):
    chen, wang, li = (Program(cast.accounts[name]) for name in ("chen", "wang", "li"))
    here, year = cast.nodes["district"], date.today().year
    told = {"title": "项目部拖欠工资", "says": "三个月未发", "people": 18, "client": "migrant", "involved": "某建筑公司", "name": "陈师傅"}
    case = chen.does("cases.receive", node=here, kind="sup.arrears", **told)
    assert li.figure("supervision.arrears", "CITY", year) == 0
    wang.does("cases.admit", case)
    wang.does("cases.assign", case, outside="区人社局劳动监察大队")
    wang.does("cases.accept", case)
    wang.does("cases.note_amount", case, sort="claimed", amount="216000", on=date.today())
    assert "凭证" in wang.refused("cases.note_amount", case, sort="recovered", amount="216000", on=date.today())
    wang.does("cases.note_stage", case, stage="sup.moved")
    wang.does("cases.note_amount", case, sort="recovered", amount="200000", on=date.today(), proof=photo())
    wang.does("cases.note_stage", case, stage="sup.paid")
    for key, value in (("arrears", 1), ("arrears_people", 18), ("arrears_owed", 216000), ("arrears_paid", 200000)):
        assert li.figure(f"supervision.{key}", "CITY", year) == value
