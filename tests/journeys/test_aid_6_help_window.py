"""AID-6 Help window and petitions reception: a letter or visit is registered, given on, answered and closed within its days."""

from datetime import date

from gonghui.commons.cases.models import Case
from gonghui.kernel.access.wall import trusted

from .by_program import Program


def test_a_petition_has_its_own_days_and_is_answered(cast):
    wang, sun, qian, li = (Program(cast.accounts[name]) for name in ("wang", "sun", "qian", "li"))
    case = wang.does(
        "cases.register", node=cast.nodes["district"], kind="petition", channel="visit", title="反映食堂问题", says="食堂价格高", name="来访职工"
    )
    with trusted():
        reply = Case.objects.for_act("test").get(pk=case).clocks.for_act("test").get(what="reply")
    assert (reply.days, reply.workdays) == (60, False)
    wang.does("cases.assign", case, to=cast.nodes["union"])
    sun.does("cases.accept", case)
    sun.does("cases.handle", case, answer="已协商降价", resolved=True)
    qian.does("cases.reply", case)
    wang.does("cases.call_back", case, rating=4, resolved=True)
    wang.does("cases.close", case)
    assert li.figure("aid.petitions", "CITY", date.today().year) == 1
    assert [row["state"] for row in wang.rows("petitions")] == ["closed"]
