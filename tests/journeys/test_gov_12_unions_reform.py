"""GOV-12 Reform of the unions themselves: a list of tasks for each node, reported done, closed and checked by others."""

from gonghui.lines.organization.governance import words

from .governing import TODAY, carried_out, opened
from .office import AtDesk


def test_reform_tasks_of_a_node_are_carried_out_and_counted(cast):
    wang, li, sun, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), AtDesk(cast, "sun"), cast.nodes["district"]
    whole = opened(wang, district, words.REFORM, "programme", "governance_lists", "区级工会改革任务")
    carried_out(wang, sun, li, whole, "优化内设机构", cast.nodes["union"])
    wang.does("tasks.set", tasks_of=whole, title="工会企业改革", due_on=TODAY)
    li.figure("governance.reform.tasks", "CITY", TODAY.year, 2).figure("governance.reform.done", "CITY", TODAY.year, 1)
    wang.reads(whole, "措施 2（办结 1）")
