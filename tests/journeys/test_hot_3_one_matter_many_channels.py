"""HOT-3 Hotline plus cloud plus centres: one matter, whichever way somebody comes; the same matter twice is made one."""

from datetime import date

from gonghui.commons.cases.models import Case
from gonghui.kernel.access.wall import trusted

from .by_program import Program


def test_a_worker_asks_on_the_phone_calls_and_comes_to_the_window(cast):
    chen, wang, he = (Program(cast.accounts[name]) for name in ("chen", "wang", "he"))
    case = chen.does(
        "cases.receive", node=cast.nodes["district"], kind="ticket", title="孕期被调岗", says="要求恢复岗位", confidential=True, name="陈师傅"
    )
    wang.does("cases.admit", case, topic="complain.women")
    call = he.does("hotline.answer", node=cast.nodes["city"])
    he.does("hotline.classify", call, topic="complain.women")
    he.does("hotline.attach", call, case=case)
    wang.does("cases.note_contact", case, channel="centre", says="到窗口补交材料")
    assert "保密" in wang.refused("cases.note_contact", case, channel="visit", says="陈师傅来访")
    with trusted():
        row = Case.objects.for_act("test").get(pk=case)
        ways = [step.channel for step in row.steps.for_act("test").filter(deed="contact").order_by("pk")]
    assert ways == ["app", "phone", "centre"]
    again = wang.does("cases.register", node=cast.nodes["district"], kind="ticket", channel="letter", title="孕期调岗来信", says="同一件事")
    wang.does("cases.merge", again, into=case)
    assert wang.figure("hotline.tickets", "DISTRICT", date.today().year) == 1
    assert "陈师傅" not in str(wang.rows("tickets")) and "孕期被调岗" in str(chen.rows("case"))
