"""FIN-3 Budget and spending of a grassroots union: planned, approved, spent within it, settled, published to its members."""

from datetime import date
from decimal import Decimal

from gonghui.commons.plans.models import PlanItem

from .by_program import Program


def test_a_union_spends_within_its_budget_and_publishes_what_it_did(cast):
    sun, qian, wang, hu, zheng = (Program(cast.accounts[name]) for name in ("sun", "qian", "wang", "hu", "zheng"))
    union, year, today = cast.nodes["union"], date.today().year, date.today()
    budget = sun.does(
        "plans.propose", node=union, kind="budget", title=f"{year}年慰问预算", since=date(year, 1, 1), until=date(year, 12, 31), budget="1000.00"
    )
    wang.does("plans.approve", budget)
    wang.does("plans.publish", budget)
    source = wang.does("money.declare_source", node=cast.nodes["district"], code="JF", name="工会经费", since=date(2020, 1, 1))
    lists = {"node": union, "kind": "expense", "source": source, "award_year": year, "form": "goods", "plan": budget}
    spring = sun.does("money.open_batch", title="端午慰问品", **lists)
    for name in ("张三", "李四"):
        sun.does("money.add", batch=spring, payee=name, amount=300)
    assert "同一事由只支付一次" in sun.refused("money.add", batch=spring, payee="张三", amount=300)
    qian.does("money.approve", spring)
    hu.does("money.hand_over", spring, on=today)
    autumn = sun.does("money.open_batch", title="中秋慰问品", **lists)
    sun.does("money.add", batch=autumn, payee="张三", amount=500)
    assert "预算还剩 400.00 元" in qian.refused("money.approve", autumn)
    assert "权限" in sun.refused("money.hand_over", autumn, on=today)
    zheng.does("money.reconcile", spring, statement=600)
    assert wang.figure("finance.expenses.amount", "UNION", year) == Decimal(600)
    assert PlanItem.objects.for_act("test").get().budget == 100_000
