"""SVC-2 "6+X": six fixed services and local ones in the catalogue of a centre, and the volumes it files."""

from datetime import date, timedelta

from gonghui.lines.service.service_centres.words import FIXED, LOCAL

from .by_program import Program


def test_a_centre_opens_with_its_catalogue_and_files_its_volumes(cast):
    wang, li = Program(cast.accounts["wang"]), Program(cast.accounts["li"])
    here, today = cast.nodes["district"], date.today()
    last, since = today.year - 1, today - timedelta(days=3)
    wang.does("places.enter", node=here, kind="centre", name="东湖区职工服务中心", opened_on=since, facilities=[*FIXED, *LOCAL[:2]])
    assert li.figure("service_centres.services@fixed", "CITY", f"asof-{today}") == 6
    assert li.figure("service_centres.services@local", "CITY", f"asof-{today}") == 2
    for slug, number in ((FIXED[0], 300), (FIXED[1], 0)):
        row = wang.does("returns.fill", node=here, kind=slug, period=str(last), number=number, basis="台账", own=True)
        wang.does("returns.submit", row)
        assert wang.refused("returns.accept", row)
        li.does("returns.accept", row)
    assert li.figure("service_centres.volume", "CITY", last) == 300 and li.figure(f"service_centres.volume@{FIXED[0]}", "CITY", last) == 300
