"""LEG-6 Law publicity: events are records, leaflets are a number a unit files with its basis; the two are never added."""

from datetime import date

from .by_program import Program


def test_events_are_counted_and_leaflets_are_filed(cast):
    sun, wang, li = (Program(cast.accounts[name]) for name in ("sun", "wang", "li"))
    year = date.today().year - 1
    for n in range(2):
        sun.does(
            "activities.record",
            kind="law_event",
            node=cast.nodes["union"],
            title=f"宪法宣传周{n}",
            held_on=date(year, 12, 4),
            at_place=f"工地{n}",
            head_count=80,
        )
    row = sun.does("returns.fill", node=cast.nodes["union"], kind="law_leaflets", period=str(year), number=3200, basis="发放登记表")
    sun.does("returns.submit", row)
    assert li.figure("legal_aid.leaflets", "CITY", year) == 0
    assert sun.refused("returns.accept", row)
    wang.does("returns.accept", row)
    assert li.figure("legal_aid.leaflets", "CITY", year) == 3200
    assert li.figure("legal_aid.publicity_events", "CITY", year) == 2
