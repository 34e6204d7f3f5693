"""LEG-1 Legal aid stations: a station is a place, who is on duty there stands in the register by day."""

from datetime import date, timedelta

from .by_program import Program


def test_a_station_opens_and_has_somebody_on_duty(cast):
    wang, today = Program(cast.accounts["wang"]), date.today()
    here = cast.nodes["district"]
    wang.does("places.enter", node=here, kind="legal_station", name="东湖区职工法律援助站", opened_on=today - timedelta(days=30))
    wang.does(
        "registers.enter", node=here, kind="legal_duty", title="法律援助站值班", since=today, until=today, in_force_from=today, holder_name="罗律师"
    )
    assert wang.figure("legal_aid.stations", "DISTRICT", f"asof-{today}") == 1
    assert wang.figure("legal_aid.stations", "DISTRICT", f"asof-{today - timedelta(days=31)}") == 0
    assert wang.figure("legal_aid.remote_stations", "DISTRICT", f"asof-{today}") == 0
    assert [row["title"] for row in wang.rows("legal_pros")] == ["法律援助站值班"]
