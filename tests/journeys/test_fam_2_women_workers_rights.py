"""FAM-2 Women workers' rights: a rule pushed through and in force, a check of an employer, what was found set right, else a letter."""

from datetime import date, timedelta

from .by_program import Program


def test_a_breach_found_in_a_check_is_set_right(cast):
    zhou, li, wang, sun = (Program(cast.accounts[name]) for name in ("zhou", "li", "wang", "sun"))
    today, year = date.today(), date.today().year
    rule = li.does("registers.propose", node=cast.nodes["city"], kind="women_rule", title="女职工劳动保护办法", since=today, issuer="市人大常委会")
    assert "同一人" in li.refused("registers.register", rule)
    zhou.does("registers.register", rule)
    assert zhou.figure("family.women_rules", "PROV", f"asof-{today}") == 0
    li.does("registers.bring_into_force", rule, on=today)
    assert zhou.figure("family.women_rules", "PROV", f"asof-{today}") == 1
    check = wang.does(
        "tasks.open_list",
        node=cast.nodes["district"],
        kind="women_check",
        title="特殊保护检查",
        origin="finding",
        on=today,
        basis="女职工劳动保护条例",
    )
    found = wang.does("tasks.find", tasks_of=check, title="孕期安排夜班", on=today)
    task = wang.does("tasks.set", tasks_of=check, title="整改：孕期安排夜班", due_on=today + timedelta(days=20), finding=found)
    wang.does("tasks.assign", task, node=cast.nodes["union"])
    sun.does("tasks.report_result", task, result="已调整班次", on=today)
    wang.does("tasks.close", task)
    li.does("tasks.note_outcome", task, outcome="solved", title="劳动法律监督提示函", number="提〔2024〕1号", on=today)
    for key in ("women_checks", "women_breaches", "women_mended"):
        assert li.figure(f"family.{key}", "CITY", year) == 1, key
