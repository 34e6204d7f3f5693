"""INN-3 Gold award: created for the first time, entered from below; entries are counted before anything is judged."""

from gonghui.commons.designations.models import Nomination
from gonghui.lines.production.innovation.words import GOLD

from .innovating import TODAY, called, done, workers
from .office import AtDesk, newest


def test_the_first_gold_award_is_called_and_entered(cast):
    zhou, wang, sun = (AtDesk(cast, name) for name in ("zhou", "wang", "sun"))
    (one,) = workers(cast, 1)
    result = done(sun, wang, cast, one, "result", "无梭织机改造")
    gold = called(zhou, cast, GOLD, "职工创新金奖")
    zhou.figure("innovation.gold_award.ordinal", "PROV", TODAY.year, 1).figure("innovation.gold_award.ordinal", "PROV", TODAY.year - 1, None)
    sun.does("innovation.enter", result, round=gold, brief="效率提高一成").sees("innovation_nominations", "无梭织机改造")
    zhou.figure("innovation.projects_submitted", "PROV", TODAY.year, 1)
    sun.does("designations.take_back", newest(Nomination), why="材料不全")
