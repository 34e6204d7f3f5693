"""ORG-7 Model staff homes: a union applies, is recommended upward, reviewed, posted and named, looked at again, and may lose the name."""

from datetime import date

from gonghui.commons.designations.models import Designation, Nomination
from gonghui.kernel import clock

from .office import newest
from .titles import CALLED, UP, called, conferred, sits


def test_a_model_home_is_named_rechecked_and_kept(cast):
    zhou, sun = sits(cast, "zhou"), sits(cast, "sun")
    round = called(cast, "model_home", "省模范职工之家", holder="unit", recheck_months=24)
    with clock.at(CALLED):
        unit = {"holder": "unit", "unit": cast.nodes["union"], "brief": "会员评家满意率 98%"}
        sun.does("designations.nominate", round=round, node=cast.nodes["union"], **unit)
        row = newest(Nomination)
        for who, key in UP:
            sits(cast, who).does(key, row, opinion="同意推荐")
    conferred(cast, row)
    zhou.figure("orgs.model_homes.provincial", "PROV", 2024, 1).figure("orgs.model_homes.national", "PROV", 2024, 0)
    title = newest(Designation, "unit")
    assert (title.whom, title.recheck_due) == (cast.nodes["union"], date(2026, 3, 21))
    with clock.at(date(2026, 3, 1)):
        zhou.does("designations.begin_recheck", title).does("designations.let_rectify", title, why="阵地关停")
        assert newest(Designation).recheck_due == date(2026, 9, 1)
        zhou.does("designations.pass_recheck", title, on=date(2026, 3, 1)).reads(title, "东湖纺织厂工会", "有效")
        zhou.does("designations.end", title, on=date(2026, 3, 1), why="单位注销")
    zhou.figure("orgs.model_homes", "PROV", "asof-2025-12-31", 1).figure("orgs.model_homes", "PROV", "asof-2026-12-31", 0)
    zhou.sees("model_unions", "东湖纺织厂工会")
