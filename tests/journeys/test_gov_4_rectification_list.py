"""GOV-4 Rectification list: problems by area, measures set against them, closed with evidence by another and checked by a third."""

from gonghui.commons.tasks.words import RECTIFICATION

from .governing import TODAY, carried_out, found, opened
from .office import AtDesk


def test_problem_areas_and_measures_are_two_counts(cast):
    wang, li, sun, district = AtDesk(cast, "wang"), AtDesk(cast, "li"), AtDesk(cast, "sun"), cast.nodes["district"]
    whole = opened(wang, district, RECTIFICATION, "finding", "governance_lists", "主题教育检视整改")
    for title, area in (("调研不深入", "联系群众"), ("走访少", "联系群众"), ("台账不全", "基础工作")):
        finding = found(wang, whole, title, area=area)
    carried_out(wang, sun, li, whole, "建立走访制度", cast.nodes["union"], finding)
    wang.does("tasks.set", tasks_of=whole, title="补齐台账", due_on=TODAY).refused("tasks.close_list", "还有 1 项", whole)
    li.figure("governance.rectification.problem_areas", "CITY", TODAY.year, 2).figure("governance.rectification.measures", "CITY", TODAY.year, 2)
    li.sees("governance_lists", "主题教育检视整改")
