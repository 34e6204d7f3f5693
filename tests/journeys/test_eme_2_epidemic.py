"""EME-2 Epidemic response: measures set and carried out, medics trained by name and sent, consolation paid."""

from datetime import date
from decimal import Decimal

from gonghui.commons.activities.models import Activity
from gonghui.commons.money.models import PayBatch, Source
from gonghui.commons.tasks.models import Task, TaskList
from gonghui.lines.welfare.emergency.words import CARE, DISPATCH, DRILL, MEASURES

from .innovating import LATER, TODAY, workers
from .office import AtDesk, newest


def test_measures_are_set_and_done_medics_trained_and_sent_families_consoled(cast):
    zhou, li, wang, hu, zheng = (AtDesk(cast, name) for name in ("zhou", "li", "wang", "hu", "zheng"))
    here, year, people = cast.nodes["district"], TODAY.year, workers(cast, 2)
    li.does("tasks.open_list", desk="epidemic_lists", node=cast.nodes["city"], kind=MEASURES, title="防控措施", origin="programme", on=TODAY)
    for title in ("物资保障", "线上培训"):
        li.does("tasks.set", tasks_of=newest(TaskList), title=title, due_on=TODAY + LATER)
    task = newest(Task)
    li.does("tasks.assign", task, node=here)
    wang.does("tasks.report_result", task, result="已办", on=TODAY)
    li.does("tasks.close", task).figure("emergency.measures", "CITY", year, 2).figure("emergency.measures@done", "CITY", year, 1)
    wang.does("activities.plan", desk="medic_trainings", node=here, kind=DRILL, title="院感培训", held_on=TODAY, at_place="职工医院")
    course = newest(Activity)
    li.does("activities.approve", course)
    wang.does("activities.hold", course).does("activities.call_roll", course, people=people)
    sent = {"kind": DISPATCH, "title": "首批医疗队", "quantity": 5, "unit": "人", "since": TODAY, "in_force_from": TODAY}
    wang.does("registers.enter", desk="relief_needs", node=here, **sent)
    wang.figure("emergency.medics_trained", "DISTRICT", year, 2).figure("emergency.medics_sent", "DISTRICT", year, 5)
    zhou.does("money.declare_source", node=here, code="YQ", name="疫情专项", since=date(2020, 1, 1))
    wang.does("money.open_batch", node=here, kind=CARE, title="医务人员慰问", source=newest(Source), award_year=year, form="cash")
    wang.does("money.add", batch=newest(PayBatch), amount=Decimal(600), person=people[0])
    zheng.does("money.approve", newest(PayBatch))
    hu.does("money.hand_over", newest(PayBatch), on=TODAY)
    wang.figure("emergency.care_amount", "DISTRICT", year, 600)
