"""SAF-1 Safety and health cup: a unit enters, checks itself, declares how many take part, is inspected by the level above, and may be selected."""

from datetime import date

from .by_program import Program


def test_a_unit_enters_checks_itself_and_is_selected(cast):
    zhou, li, wang, sun = (Program(cast.accounts[name]) for name in ("zhou", "li", "wang", "sun"))
    union, today, last = cast.nodes["union"], date.today(), date.today().year - 1
    entry = sun.does("registers.propose", node=union, kind="ankang_unit", title="东湖纺织厂", since=today)
    for kind, number in (("ankang.self_check", 12), ("ankang.heads", 286)):
        row = sun.does("returns.fill", node=union, kind=kind, period=str(last), number=number, basis="参赛台账")
        sun.does("returns.submit", row)
        if kind == "ankang.heads":
            assert wang.figure("safety.ankang.participations", "DISTRICT", last) == 0
        wang.does("returns.accept", row)
    wang.does(
        "activities.record",
        node=cast.nodes["district"],
        host=union,
        kind="ankang_check",
        title="安康杯检查",
        held_on=today,
        at_place="厂区",
        head_count=4,
    )
    assert wang.figure("safety.ankang.units", "DISTRICT", today.year) == 0
    wang.does("registers.register", entry)
    told = {
        "kind": "ankang",
        "name": "安康杯优胜单位",
        "tier": "city",
        "issuer": "临江市总工会",
        "holders": ["unit"],
        "since": date(2020, 1, 1),
        "document": "〔2020〕3号",
    }
    cup = li.does("designations.declare_scheme", node=cast.nodes["city"], **told)
    li.does("designations.record", scheme=cup, node=union, holder="unit", name="东湖纺织厂", awarded_on=today)
    assert zhou.figure("safety.ankang.participations", "PROV", last) == 286
    assert zhou.figure("safety.ankang.self_checked", "PROV", last) == 12
    assert zhou.figure("safety.ankang.units", "PROV", today.year) == zhou.figure("safety.ankang.titles", "PROV", today.year) == 1
