"""SAF-2 Hidden dangers: told on the phone, graded, a major one reported to two addressees, put right, checked by another; a late one is marked."""

from datetime import date, timedelta

from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.kernel.marks import Mark
from gonghui.lines.production.safety.models import Hazard

from .by_program import Program, photo

ONE = timedelta(days=1)


def test_a_major_danger_is_reported_twice_before_it_is_put_right(cast):
    chen, sun, wang = (Program(cast.accounts[name]) for name in ("chen", "sun", "wang"))
    today = date.today()
    danger = chen.does("safety.tell", node=cast.nodes["union"], title="氨罐阀门渗漏", at_place="冷库", says="有刺鼻气味", photo=photo())
    assert "已过" in sun.refused("safety.grade", danger, grade="major", due_on=today - ONE)
    sun.does("safety.grade", danger, grade="major", due_on=today + 9 * ONE)
    assert "双报告" in sun.refused("safety.rectify", danger, measures="已换阀")
    sun.does("safety.report", danger, to="应急管理部门", receipt="Y-1")
    assert sun.refused("safety.rectify", danger, measures="已换阀")
    assert "两个不同的单位" in sun.refused("safety.report_again", danger, to="应急管理部门", receipt="Y-1")
    sun.does("safety.report_again", danger, to="职工代表大会", receipt="Z-1")
    sun.does("safety.rectify", danger, measures="已换阀并检测", photo=photo())
    assert "同一人" in sun.refused("safety.check", danger)
    wang.does("safety.send_back", danger, due_on=today + 3 * ONE, why="没有检测报告")
    sun.does("safety.rectify", danger, measures="已附检测报告")
    wang.does("safety.check", danger)
    other = sun.does("safety.find", node=cast.nodes["union"], title="通道堵塞", at_place="二楼", found_on=today)
    sun.does("safety.grade", other, grade="general", due_on=today + 2 * ONE)
    for key, value in (("hazards", 2), ("hazards.major", 1), ("hazards.cured", 1), ("hazards.cured_pct", 50)):
        assert wang.figure(f"safety.{key}", "DISTRICT", today.year) == value, key
    with clock.at(today + 5 * ONE):
        strike("safety.overdue")
        assert Mark.objects.for_act("test").get(what="safety.overdue", state="open").subject == other
    assert [row["title"] for row in chen.rows("hazard")] == ["氨罐阀门渗漏"]
    assert Hazard.objects.for_act("test").get(pk=danger).second_to == "职工代表大会"
