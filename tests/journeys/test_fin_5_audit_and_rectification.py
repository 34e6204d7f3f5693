"""FIN-5 Audit: findings, measures with owners and days, checked by others, the result used; outside assessments year by year."""

from datetime import date, timedelta
from decimal import Decimal

from .by_program import Program, photo


def test_a_finding_is_put_right_checked_and_used(cast):
    zhou, li, wang, sun = (Program(cast.accounts[name]) for name in ("zhou", "li", "wang", "sun"))
    today, year = date.today(), date.today().year
    audit = li.does("tasks.open_list", node=cast.nodes["city"], kind="audit", title="经费审计整改", origin="audit", on=today)
    for title in ("签领不全", "超限额用现金"):
        found = li.does("tasks.find", tasks_of=audit, title=title, on=today, area="支出")
        measure = li.does("tasks.set", tasks_of=audit, title=f"整改：{title}", due_on=today + timedelta(days=60), finding=found)
        li.does("tasks.assign", measure, node=cast.nodes["union"])
    sun.does("tasks.report_result", measure, result="已补齐", on=today, proof=photo())
    assert "同一人" in sun.refused("tasks.close", measure)
    wang.does("tasks.close", measure)
    li.does("tasks.check", measure)
    li.does("tasks.note_outcome", measure, outcome="use", title="结果用于年度考核", on=today)
    assert li.figure("finance.audit.findings", "CITY", year) == 2
    assert li.figure("finance.audit.rectified_pct", "CITY", year) == Decimal(50)
    award = {"node": cast.nodes["province"], "kind": "audit_award", "issuer": "全国总工会", "unit": "等"}
    for when, rank in ((2018, 1), (2020, 0), (2021, 1), (2022, 2), (2023, 1), (2024, 0)):  # 2019 is missing, 2022 was a second prize
        zhou.does("registers.enter", title=f"{when}年度经审考核", since=date(when + 1, 3, 1), year=when, quantity=rank, **award)
    assert zhou.figure("finance.audit_awards.consecutive_years", "PROV", "2018..2024") == 2
    assert zhou.figure("finance.audit_awards.consecutive_years", "PROV", "2018..2021") == 2
    assert zhou.figure("finance.audit_awards.consecutive_years", "PROV", "2018..2018") == 1
