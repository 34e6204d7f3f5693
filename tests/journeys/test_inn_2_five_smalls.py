"""INN-2 Five smalls: the types a drive names, results of them, and a provincial title for them that is no excellent result."""

from gonghui.commons.registers.models import RegisterEntry
from gonghui.lines.production.innovation.words import FIVE_SMALLS, NAMED_SMALL, SMALL_TYPE

from .innovating import TODAY, called, conferred, done, workers
from .office import AtDesk, newest


def test_five_types_are_listed_and_a_small_reform_is_named(cast):
    zhou, li, wang, sun = (AtDesk(cast, name) for name in ("zhou", "li", "wang", "sun"))
    for small in FIVE_SMALLS:
        told = {"node": cast.nodes["district"], "kind": SMALL_TYPE, "title": str(small.label), "since": TODAY}
        wang.does("registers.enter", desk="innovation_awards", **told)
    wang.figure("innovation.five_small_types", "DISTRICT", TODAY.year, 5).does("registers.end", newest(RegisterEntry), on=TODAY, why="并入金点子")
    (one,) = workers(cast, 1)
    result = done(sun, wang, cast, one, "reform", "落纱小车改造")
    round = called(zhou, cast, NAMED_SMALL, "五小创新成果")
    sun.does("innovation.enter", result, round=round, brief="一人可推")
    conferred(sun, wang, li, zhou)
    zhou.figure("innovation.five_small_named", "PROV", TODAY.year, 1).figure("innovation.results_named", "PROV", TODAY.year, 0)
