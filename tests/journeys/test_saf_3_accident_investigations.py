"""SAF-3 Joining an investigation: notified, a representative appointed, took part, opinion filed and looked at by another; told alone is not taken part."""

from datetime import date

from .by_program import Program


def test_the_union_takes_part_in_an_investigation(cast):
    li, wang, chen = (Program(cast.accounts[name]) for name in ("li", "wang", "chen"))
    told = {"kind": "accident", "channel": "passed", "says": "应急管理部门通报"}
    case = li.does("cases.register", node=cast.nodes["city"], title="机械伤害事故", **told)
    li.does("cases.register", node=cast.nodes["city"], title="另一起，未参与", **told)
    assert chen.refused("cases.receive", node=cast.nodes["city"], title="不由职工提出", kind="accident", says="x")
    li.does("cases.assign", case, to=cast.nodes["district"], handler=cast.accounts["wang"], says="请参加调查组")
    wang.does("cases.accept", case)
    year = date.today().year
    assert li.figure("safety.accident_investigations", "CITY", year) == 0
    wang.does("cases.note_stage", case, stage="accident.took_part")
    wang.does("cases.note_stage", case, stage="accident.opinion")
    wang.does("cases.handle", case, answer="已提出整改与赔偿意见", resolved=True)
    assert wang.refused("cases.reply", case)
    assert li.figure("safety.accident_investigations", "CITY", year) == 1
    assert len(li.rows("accidents")) == 2
