"""HOT-2 Tickets: dispatched, accepted, handled by one, answered by another, called back by a third; late ones go up by themselves."""

from datetime import date, timedelta

from gonghui.commons.cases.models import Case
from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clocks import strike
from gonghui.kernel.marks import Mark

from .by_program import Program


def test_a_ticket_goes_to_its_end_and_whoever_handled_it_does_not_call_back(cast):
    he, wang, li, zhou = (Program(cast.accounts[name]) for name in ("he", "wang", "li", "zhou"))
    told = {"node": cast.nodes["city"], "kind": "ticket", "channel": "phone", "says": "诉求"}
    case = he.does("cases.register", title="高温津贴未发", phone="13900000003", **told)
    assert "已反映过" in he.refused("cases.register", title="高温津贴未发", phone="13900000003", **told)
    he.does("cases.assign", case, to=cast.nodes["district"], says="请核实")
    wang.does("cases.send_back", case, why="不属本区")
    he.does("cases.assign", case, to=cast.nodes["district"])
    assert "只能退回一次" in wang.refused("cases.send_back", case, why="仍不属本区")
    wang.does("cases.accept", case)
    wang.does("cases.ask_extension", case, days=3, why="单位停产")
    assert "同一人" in wang.refused("cases.extend", case) or "办理" in wang.refused("cases.extend", case)
    li.does("cases.extend", case)
    assert "只能延期一次" in wang.refused("cases.ask_extension", case, days=1, why="再延")
    wang.does("cases.handle", case, answer="单位已补发", resolved=True)
    assert "同一人" in wang.refused("cases.reply", case)
    li.does("cases.reply", case)
    assert "未经回访" in he.refused("cases.close", case)
    assert li.refused("cases.call_back", case, rating=5)
    he.does("cases.call_back", case, rating=4, resolved=True)
    he.does("cases.close", case)
    assert zhou.figure("hotline.completion_pct", "PROV", date.today().year) == 100
    assert zhou.figure("hotline.satisfaction_pct", "PROV", date.today().year) == 100
    he.does("cases.reopen", case, why="又停发了")
    assert zhou.figure("hotline.completion_pct", "PROV", date.today().year) == 0


def test_a_ticket_nobody_answers_goes_up_by_itself(cast):
    he, wang, today = Program(cast.accounts["he"]), Program(cast.accounts["wang"]), date.today()
    case = he.does("cases.register", node=cast.nodes["city"], kind="ticket", channel="phone", title="未签合同", says="诉求")
    he.does("cases.assign", case, to=cast.nodes["district"])
    wang.does("cases.accept", case)
    hands = []
    with trusted():
        due = Case.objects.for_act("test").get(pk=case).clocks.for_act("test").get(what="reply")
        for day in (due.warn_on, due.late_on, due.later_on):
            with clock.at(day):
                strike("cases.reply_late")
            hands.append(Mark.objects.for_act("test").get(what="cases.reply_late", state="open").hand.code)
        assert hands == ["DISTRICT", "CITY", "PROV"]
        assert Case.objects.for_act("test").get(pk=case).level == 3 and due.due_on > today + timedelta(days=4)
