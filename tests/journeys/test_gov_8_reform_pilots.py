"""GOV-8 Reform pilots granted from above: applied for, granted by category, mid-term report, concluded."""

from gonghui.commons.registers.models import RegisterEntry
from gonghui.lines.organization.governance import words

from .by_program import photo
from .governing import TODAY, put_in
from .office import AtDesk, newest


def test_pilots_are_counted_by_category_and_by_unit_while_they_run(cast):
    wang, li, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["district"]
    for place, topic in (("union", "产业工人队伍建设"), ("beside", "产业工人队伍建设"), ("union", "职工生活品质提升")):
        told = {
            "kind": words.PILOT,
            "title": f"{topic}试点",
            "topic": topic,
            "holder_node": cast.nodes[place],
            "issuer": "全国总工会",
            "tier": "national",
        }
        put_in(wang, li, "reform_pilots", node=district, **told)
        wang.does("registers.bring_into_force", newest(RegisterEntry), on=TODAY)
    last = newest(RegisterEntry)
    li.figure("governance.reform_pilots.categories", "CITY", TODAY, 2).figure("governance.reform_pilots.units", "CITY", TODAY, 2)
    wang.does("registers.add_proof", last, proof=photo()).does("registers.end", last, on=TODAY, why="试点结束，经验推广")
    wang.sees("reform_pilots", "已终止")
