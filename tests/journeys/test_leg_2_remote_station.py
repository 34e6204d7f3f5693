"""LEG-2 County station in another province: a case handled far away with a partner outside, and what really came in."""

from datetime import date, timedelta

from .by_program import Program, photo


def test_a_county_acts_for_its_people_outside_its_own_area(cast):
    wang, li, today = Program(cast.accounts["wang"]), Program(cast.accounts["li"]), date.today()
    here = cast.nodes["district"]
    wang.does("places.enter", node=here, kind="remote_legal", name="驻苏州维权工作站", opened_on=today - timedelta(days=90), division="320500")
    case = wang.does("cases.register", node=here, kind="aid.agency", channel="visit", title="外出务工工伤赔偿", says="在苏州受伤", client="migrant")
    assert "外部承办单位" in wang.refused("cases.assign", case)
    wang.does("cases.assign", case, outside="苏州市总工会")
    wang.does("cases.accept", case)
    wang.does("cases.note_stage", case, stage="arbitration")
    wang.does("cases.note_amount", case, sort="claimed", amount="90000", on=today)
    assert "凭证" in wang.refused("cases.note_amount", case, sort="recovered", amount="80000", on=today)
    assert "超过" in wang.refused("cases.note_amount", case, sort="recovered", amount="800000", on=today, proof=photo())
    wang.does("cases.note_amount", case, sort="recovered", amount="80000", on=today, proof=photo())
    assert li.figure("legal_aid.recovered_amount", "CITY", today.year) == 80_000
    assert li.figure("legal_aid.remote_stations", "CITY", f"asof-{today}") == 1
