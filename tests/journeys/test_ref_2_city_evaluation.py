"""REF-2 Evaluation of cities: scored by the city, looked at on the spot, sent back, amended, confirmed by another; ranked, never added."""

from datetime import date, timedelta
from decimal import Decimal

from .by_program import Program, photo


def test_a_self_score_is_corrected_on_the_spot_before_it_counts(cast):
    zhou, li = Program(cast.accounts["zhou"]), Program(cast.accounts["li"])
    today, year = date.today(), date.today().year - 1
    told = {"kind": "reform_score", "period": str(year), "basis": "自评报告", "proof": photo()}
    mine = li.does("returns.fill", node=cast.nodes["city"], number=95, **told)
    li.does("returns.submit", mine)
    zhou.does(
        "activities.record",
        node=cast.nodes["province"],
        host=cast.nodes["city"],
        kind="reform_visit",
        title="实地评估",
        held_on=today,
        at_place="临江",
        head_count=6,
    )
    zhou.does("returns.send_back", mine, why="两项佐证不足，核定 88 分")
    assert zhou.figure("reform.scored", "PROV", year) == 0
    li.does("returns.amend", mine, number=88, basis="按实地评估核定")
    li.does("returns.submit", mine)
    assert li.refused("returns.accept", mine)
    zhou.does("returns.accept", mine)
    back = zhou.does("tasks.open_list", node=cast.nodes["city"], kind="reform_feedback", title="评估反馈", origin="finding", on=today)
    zhou.does("tasks.find", tasks_of=back, title="两项佐证不足", on=today)
    assert li.figure("reform.score", "CITY", year) == zhou.figure("reform.score", "PROV", year) == Decimal(88)
    assert [row["number"] for row in zhou.rows("reform_scores")] == [88]
    assert date.today() - timedelta(days=1) < today
