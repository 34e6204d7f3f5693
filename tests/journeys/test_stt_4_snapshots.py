"""STT-4 Snapshots: what stood at the year's end stays as it was said, with its definition and moment, whatever is entered later."""

from datetime import date

from gonghui.commons.places.models import Place
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


def test_what_changed_since_a_figure_was_sealed_is_told_row_by_row(cast):
    zhou, wang = AtDesk(cast, "zhou"), AtDesk(cast, "wang")
    told = {"node": cast.nodes["district"], "kind": "station", "opened_on": date(YEAR, 6, 1)}
    wang.does("places.enter", name="南站驿站", address="一路", **told).does("places.enter", name="北站驿站", address="二路", **told)
    zhou.does("stats.begin", node=cast.nodes["city"], period=f"asof-{YEAR}-12-31", title="年末时点", more="places.stations")
    zhou.does("stats.compute", newest(Bulletin))
    sealed = newest(Snapshot, key="places.stations")
    page = f"/office/annex/review_stats/snapshot/{sealed.pk}/changes/"
    assert "站驿站" not in zhou.client.get(page).content.decode()
    north = newest(Place, name="北站驿站")
    wang.does("places.enter", name="补登驿站", address="三路", **told).does("places.close", north, on=date(YEAR, 9, 1), why="拆迁")
    told = [(item["cells"][0], *item["cells"][1:]) for item in zhou.program.get(f"/api/snapshot/{sealed.pk}/changes").json()["items"]]
    assert sorted(told) == [("北站驿站", "不再计入", "1.00", "—"), ("补登驿站", "新计入", "—", "1.00")]
    shown = zhou.client.get(page).content.decode()
    assert "补登驿站" in shown and "不再计入" in shown and "南站驿站" not in shown
    assert AtDesk(cast, "sun").client.get(page).status_code == 404


def test_special_reviews_tell_what_is_asked_for_alone_and_there_may_be_several(cast):
    zhou, li = AtDesk(cast, "zhou"), AtDesk(cast, "li")
    told = {"node": cast.nodes["city"], "period": f"asof-{YEAR}-12-31", "special": True}
    zhou.refused("stats.begin", "没有指标", title="空", **told)
    for title in ("驿站", "再看驿站"):
        zhou.does("stats.begin", title=title, more="places.stations", **told)
        review = newest(Bulletin)
        zhou.does("stats.compute", review)
        li.does("stats.check_line", review, line="all")
        li.does("stats.freeze", review)
    assert [one.key for one in Snapshot.objects.for_act("test")] == ["places.stations"] * 2
    zhou.does("stats.begin", title="年末时点", **told | {"special": False})
    zhou.refused("stats.begin", "已有", title="再来", **told | {"special": False})
