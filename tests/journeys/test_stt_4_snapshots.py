"""STT-4 Snapshots: what stood at the year's end stays as it was said, with its definition and moment, whatever is entered later."""

from datetime import date

from gonghui.lines.review.stats.models import Bulletin, Snapshot

from .office import AtDesk, newest

YEAR = date.today().year - 1


def test_a_stock_of_the_years_end_does_not_move_when_the_past_is_entered_late(cast):
    zhou, wang = AtDesk(cast, "zhou"), AtDesk(cast, "wang")
    zhou.does("stats.begin", node=cast.nodes["city"], period=f"asof-{YEAR}-12-31", title="年末时点", more="places.stations")
    zhou.does("stats.compute", newest(Bulletin))
    before = newest(Snapshot, key="places.stations")
    wang.does("places.enter", node=cast.nodes["district"], kind="station", name="补登驿站", opened_on=date(YEAR, 6, 1), address="一路")
    zhou.figure("places.stations", "CITY", f"asof-{YEAR}-12-31", before.value + 1)
    same = newest(Snapshot, key="places.stations")
    assert (same.value, same.version, same.pk) == (before.value, 1, before.pk)
    zhou.refused("stats.correct", "尚未定格", same, why="补登")
