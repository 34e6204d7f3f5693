"""HON-6 Most beautiful workers: an edition is called, scored, posted, named and finished; one called off is no edition."""

from datetime import date

from gonghui.commons.designations.models import Round

from .office import newest
from .titles import called, conferred, put_forward, scored, sits


def test_an_edition_is_counted_when_it_is_finished(cast):
    zhou = sits(cast, "zhou")
    round = called(cast, "most_beautiful", "最美职工", experts=1)
    row = put_forward(cast, round, "林秀")
    scored(cast, row, "92.50")
    row = conferred(cast, row)
    zhou.reads(row, "92.50", "已命名").figure("honours.most_beautiful_rounds", "PROV", 2024, 0)
    zhou.does("designations.close_round", round).does("designations.finish_round", round, on=date(2024, 4, 26))
    called(cast, "most_beautiful", "最美一线职工")
    zhou.does("designations.cancel_round", newest(Round), why="与上一届合并")
    zhou.figure("honours.most_beautiful_rounds", "PROV", 2024, 1).figure("honours.most_beautiful_workers", "DISTRICT", 2024, 1)
