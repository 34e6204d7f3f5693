"""AID-1 Four-season campaign calendar: four campaigns a year, proposed by one hand, approved by another, counted as four."""

from datetime import date

from .by_program import Program


def test_four_seasons_are_four_campaigns_however_often_they_return(cast):
    wang, li = Program(cast.accounts["wang"]), Program(cast.accounts["li"])
    for year in (2023, 2024):
        for n, kind in enumerate(("season.jobs", "season.cooling", "season.study", "season.warmth")):
            span = {"since": date(year, 1 + 3 * n, 1), "until": date(year, 3 + 3 * n, 28)}
            item = wang.does("plans.propose", node=cast.nodes["district"], kind=kind, title=f"{year}年{kind}", target=100, **span)
            if (year, n) != (2024, 3):
                li.does("plans.approve", item)
    assert li.figure("aid.season_campaigns", "CITY", "2023..2024") == 4
    assert li.figure("aid.season_campaigns", "CITY", 2024) == 3
    assert len(wang.rows("seasons")) == 8
