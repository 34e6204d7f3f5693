"""BAR-2 Skill-level wage bargaining: a contract of its own sort with a table of pay by skill, counted by firm."""

from datetime import date, timedelta

from gonghui.lines.rights.bargaining.models import Contract

from .office import AtDesk, employer_of, newest

BEGUN = date.today() - timedelta(days=40)


def test_a_skill_contract_needs_its_table_and_counts_firms_not_contracts(cast):
    sun, li = AtDesk(cast, "sun"), AtDesk(cast, "li")
    told = {"node": cast.nodes["union"], "sort": "skill", "reach": "own", "title": "能级工资合同"}
    for n in (1, 2):
        sun.does("bargaining.offer", employer=employer_of(cast), on=BEGUN, **told)
        contract = newest(Contract)
        sun.does("bargaining.accept", contract, answer="同意")
        sun.refused("bargaining.draft", "技能等级工资表", contract, terms=" ", workers=90)
        sun.does("bargaining.draft", contract, terms="初级 100 元、中级 200 元、高级 400 元", workers=90)
        sun.does("bargaining.carry", contract, staff=90, present=80, yes=70)
        sun.does("bargaining.sign", contract, on=BEGUN, until=BEGUN + timedelta(days=300))
        sun.does("bargaining.file", contract, on=BEGUN, number=f"能级{n}")
    year = BEGUN.year
    li.figure("bargaining.skill_contracts.enterprises", "CITY", year, 1).figure("bargaining.contracts", "CITY", year, 2)
