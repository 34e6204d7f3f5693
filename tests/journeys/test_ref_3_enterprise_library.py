"""REF-3 Enterprise library: screened, admitted by another, monitored, removed; a credit code stands in it once."""

from datetime import date, timedelta

from .by_program import Program


def test_an_enterprise_is_screened_admitted_monitored_and_removed(cast):
    zhou, li, wang = (Program(cast.accounts[name]) for name in ("zhou", "li", "wang"))
    today, year = date.today(), date.today().year
    firm = {"node": cast.nodes["district"], "kind": "reform_firm", "title": "东湖纺织厂", "since": today, "number": "91440000X", "issuer": "产改办"}
    entry = wang.does("registers.propose", **firm)
    assert zhou.figure("reform.enterprises_listed", "PROV", f"asof-{today}") == 0
    li.does("registers.register", entry)
    li.does("registers.bring_into_force", entry, on=today)
    assert wang.refused("registers.propose", **firm | {"title": "重复的"})
    assert zhou.figure("reform.enterprises_listed", "PROV", f"asof-{today}") == 1
    seen = wang.does("returns.fill", node=cast.nodes["district"], kind="reform_monitor", period=str(year - 1), number=40, basis="企业监测表")
    wang.does("returns.submit", seen)
    li.does("returns.accept", seen)
    assert zhou.figure("reform.skilled", "PROV", year - 1) == 40
    li.does("registers.end", entry, on=today, why="不再符合条件")
    assert zhou.figure("reform.enterprises_listed", "PROV", f"asof-{today + timedelta(days=1)}") == 0
