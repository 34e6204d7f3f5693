"""MEM-5 Service set for platform workers: services of several kinds, each kind counted once; checks found, advised on and looked at again."""

from datetime import timedelta

from gonghui.commons.tasks.models import Task
from gonghui.kernel.clock import today

from .conftest import the


def test_services_of_a_kind_count_once_and_a_check_ends_with_a_second_look(program, cast):
    wang, li, zhou = program("wang"), program("li"), program("zhou")
    day = today().isoformat()
    for n, series in enumerate((["send_law"], ["send_law"], ["send_culture", "send_warmth"])):
        given = {"kind": "newform_service", "node": cast.nodes["district"].pk, "series": series, "title": f"送服务{n}", "at_place": f"驿站{n}"}
        made = wang("/acts/activities.record", given | {"held_on": day, "head_count": 40})
        assert made.status_code == 201, made.content
    whole = {"node": cast.nodes["district"].pk, "kind": "newform_check", "title": "快递企业权益检查", "origin": "finding", "on": day}
    pk = wang("/acts/tasks.open_list", whole).json()["subjects"][0]
    finding = wang("/acts/tasks.find", {"tasks_of": pk, "title": "未发头盔", "area": "劳动防护", "on": day}).json()["subjects"][0]
    due = (today() + timedelta(days=10)).isoformat()
    assert wang("/acts/tasks.set", {"tasks_of": pk, "title": "督促配发头盔", "due_on": due, "finding": finding}).status_code == 201
    task = the(Task).pk
    assert wang(f"/acts/tasks.assign/{task}", {"node": cast.nodes["union"].pk}).status_code == 200
    assert program("sun")(f"/acts/tasks.report_result/{task}", {"result": "已配发 40 顶", "on": day}).status_code == 200
    assert wang(f"/acts/tasks.close/{task}", {}).status_code == 200
    assert li(f"/acts/tasks.check/{task}", {}).status_code == 200
    keys = ("service_kinds", "services", "findings", "mended")
    assert [zhou(f"/figures/membership.newform.{key}", node="PROV", period=day[:4]).json()["value"] for key in keys] == [3, 3, 1, 1]
