"""STA-1 Political security: a risk is found, graded, given, handled, closed by another, looked at again; a county sees none of it; the yearly grade is told."""

from datetime import date, timedelta

from gonghui.lines.rights.stability.models import Watch

from .by_program import Program


def test_a_risk_goes_its_closed_loop_unseen_from_below(cast):
    zhou, li, wang = (Program(cast.accounts[name]) for name in ("zhou", "li", "wang"))
    city, today = cast.nodes["city"], date.today()
    told = {"sort": "risk", "title": "停产企业安置", "source": "below"}
    assert "只作汇总" in li.refused("stability.enter", node=city, says="联系人 13800138000", **told)
    risk = li.does("stability.enter", node=city, says="涉及两家企业", **told)
    due = today + timedelta(days=10)
    assert "没有定级" in li.refused("stability.assign", risk, unit=cast.nodes["district"], due_on=due)
    li.does("stability.grade", risk, level="middle")
    li.does("stability.assign", risk, unit=cast.nodes["district"], due_on=due)
    li.does("stability.handle", risk, done="已协调安置")
    assert "同一人" in li.refused("stability.close", risk)
    zhou.does("stability.close", risk)
    zhou.does("stability.reopen", risk, due_on=due, why="仍有反弹")
    li.does("stability.handle", risk, done="已全部安置")
    zhou.does("stability.close", risk)
    zhou.does("stability.check", risk)
    assert wang.client.get("/api/watch/").status_code in (403, 404)
    assert wang.client.get("/api/figures/stability.risks", {"node": "DISTRICT", "period": str(today.year)}).status_code == 403
    assert zhou.figure("stability.risks_closed", "PROV", today.year) == 1
    assert "涉及两家企业".encode() not in bytes(Watch.objects.for_act("test").get(pk=risk).__dict__["says"])
    grade = {"kind": "stability_grade", "issuer": "省总工会", "since": date(2024, 1, 5)}
    zhou.does("registers.enter", node=city, title="2023年度考核", topic="优秀", year=2023, **grade)
    zhou.does("registers.enter", node=city, title="2022年度考核", topic="良好", year=2022, **grade)
    assert [wang.figure("stability.assessment_excellent", "DISTRICT", 2023), li.figure("stability.assessment_excellent", "CITY", "2022..2024")] == [
        0,
        1,
    ]
