"""REF-1 The office of the coordination group: members, the task split, quarterly reports, results checked by another."""

from datetime import date, timedelta

from .by_program import Program


def test_the_groups_tasks_are_split_reported_and_checked(cast):
    zhou, li, wang = (Program(cast.accounts[name]) for name in ("zhou", "li", "wang"))
    today, root = date.today(), cast.nodes["province"]
    zhou.does("registers.enter", node=root, kind="reform_member", title="人社厅", since=today)
    split = zhou.does("tasks.open_list", node=root, kind="reform_tasks", title="产改任务分工", origin="programme", on=today)
    task = zhou.does("tasks.set", tasks_of=split, title="落实技术工人待遇", due_on=today + timedelta(days=90))
    zhou.does("tasks.assign", task, node=cast.nodes["district"], department="人社局")
    zhou.does("registers.enter", node=root, kind="reform_report", title="产改第一季度报告", since=today, quantity=1, unit="季度")
    wang.does("tasks.report_result", task, result="已出台配套办法", on=today)
    assert wang.refused("tasks.close", task)
    li.does("tasks.close", task)
    zhou.does("tasks.check", task)
    assert [row["title"] for row in zhou.rows("reform_tasks")] == ["落实技术工人待遇"]
    assert zhou.figure("reform.tasks_done", "PROV", today.year) == 1
