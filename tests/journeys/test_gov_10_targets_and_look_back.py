"""GOV-10 Target tasks and look-back: set with a number, looked at in mid-year, finished, evaluated; planned and done stand apart."""

from datetime import timedelta

from gonghui.commons.plans.models import PlanItem
from gonghui.kernel import clock
from gonghui.lines.organization.governance import words

from .governing import TODAY
from .office import AtDesk, newest


def test_a_target_is_looked_back_at_and_its_result_stands_beside_its_plan(cast):
    wang, li, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["district"]
    span = {"since": TODAY, "until": TODAY + timedelta(days=90)}
    for title in ("新建工会", "技能竞赛"):
        wang.does("plans.propose", desk="targets", node=district, kind=words.TARGET, title=title, target=233, unit="item", lead="组织部", **span)
        li.does("plans.approve", newest(PlanItem))
    wang.does("plans.begin", newest(PlanItem)).does("plans.report", newest(PlanItem), says="半年完成 152，偏差原因：市级项目推迟", done=152)
    wang.reads(newest(PlanItem), "233", "152").refused("plans.finish", "尚未到结束日期", newest(PlanItem))
    with clock.at(span["until"] + timedelta(days=1)):
        wang.does("plans.finish", newest(PlanItem))
    li.figure("governance.targets", "CITY", TODAY.year, 2).figure("governance.targets_done", "CITY", TODAY.year, 1)
    li.figure("governance.targets_done_pct", "CITY", TODAY.year, 50).sees("targets", "新建工会")
