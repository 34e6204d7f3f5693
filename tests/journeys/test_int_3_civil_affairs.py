"""INT-3 Civil affairs matching: a list goes out with its legal basis, hits and differences come back, each difference is settled by hand."""

from datetime import date

from gonghui.lines.review.integration.models import ExchangeMessage, MatchRow

from .office import AtDesk, newest

YEAR = date.today().year


def test_a_comparison_needs_its_ground_and_differences_are_settled_by_hand(cast):
    wang, told = AtDesk(cast, "wang"), {"node": cast.nodes["district"], "partner": "civil", "title": "低保比对", "rows": 2}
    wang.refused("integration.queue", "法律依据", **told)
    wang.does("integration.queue", basis="《社会救助暂行办法》第五十八条", **told)
    batch = newest(ExchangeMessage)
    wang.refused("integration.note_match", "比对结果", message=batch, ref="困001", hit=True)
    wang.does("integration.send", batch)
    wang.refused("integration.note_match", "个人信息", message=batch, ref="110101199003070011", hit=True)
    wang.does("integration.note_match", message=batch, ref="困001", hit=True)
    wang.refused("integration.note_match", "已有比对结果", message=batch, ref="困001")
    wang.does("integration.note_match", message=batch, ref="困002", differs="民政登记为低保边缘")
    wang.does("integration.settle", newest(MatchRow), outcome="入户核实，档案已更新").does("integration.acknowledge", batch)
    wang.figure("integration.hit_pct", "DISTRICT", YEAR, 50).figure("integration.settled", "DISTRICT", YEAR, 1)
