"""INN-9 Right to nominate for the science prize: an outer title, called inside, reviewed and forwarded; nominated is not granted."""

from gonghui.commons.designations.models import Nomination
from gonghui.lines.production.innovation.words import SCIENCE_PRIZE

from .innovating import TODAY, called, done, sent_up, workers
from .office import AtDesk, newest


def test_a_result_is_nominated_to_the_outer_prize_and_not_named_by_us(cast):
    zhou, li, wang, sun = (AtDesk(cast, name) for name in ("zhou", "li", "wang", "sun"))
    (one,) = workers(cast, 1)
    result = done(sun, wang, cast, one, "result", "高速络筒技术")
    round = called(zhou, cast, SCIENCE_PRIZE, "省科学技术奖提名", outer=True)
    sun.does("innovation.enter", result, round=round, brief="国内领先")
    sent_up(sun, wang, li, zhou)
    zhou.figure("innovation.science_prize_nominations", "PROV", TODAY.year, 0)
    zhou.does("designations.forward", newest(Nomination), document="河总〔2026〕提1号")
    zhou.figure("innovation.science_prize_nominations", "PROV", TODAY.year, 1).figure("innovation.results_named", "PROV", TODAY.year, 0)
