"""LEG-3 Legal aid cases: applied for, decided, given to a lawyer who sees nothing else, handled, answered by another, recovered."""

from datetime import date

from gonghui.commons.cases.models import Case
from gonghui.kernel.access.wall import trusted

from .by_program import Program, photo


def test_a_worker_is_represented_by_a_lawyer_who_sees_only_that_case(cast):
    chen, wang, li, luo = (Program(cast.accounts[name]) for name in ("chen", "wang", "li", "luo"))
    here, today = cast.nodes["district"], date.today()
    case = chen.does("cases.receive", node=here, kind="aid.agency", title="追讨加班费", says="加班未付", name="陈师傅", client="migrant")
    other = wang.does("cases.register", node=here, kind="aid.drafting", channel="visit", title="代写起诉状", says="x")
    with trusted():
        decide = Case.objects.for_act("test").get(pk=case).clocks.for_act("test").get()
        assert (decide.what, decide.days, decide.workdays) == ("decide", 7, False)
    wang.does("cases.ask_supplement", case, says="请补充工资单")
    chen.does("cases.supplement", case, says="已补充", proof=photo())
    assert "补正过一次" in wang.refused("cases.ask_supplement", case, says="再补")
    wang.does("cases.admit", case)
    li.does("cases.assign", case, to=here, handler=cast.accounts["luo"])
    assert [row["title"] for row in luo.rows("legal_aid")] == ["追讨加班费"]
    assert luo.refused("cases.accept", other)
    luo.does("cases.accept", case)
    luo.does("cases.note_stage", case, stage="arbitration")
    luo.does("cases.note_amount", case, sort="recovered", amount="12000", on=today, proof=photo(), note="裁决后到账")
    luo.does("cases.handle", case, answer="裁决支持", resolved=True)
    wang.does("cases.reply", case)
    chen.does("cases.rate", case, rating=5, resolved=True)
    assert li.figure("legal_aid.cases", "CITY", today.year) == 2 and li.figure("legal_aid.services", "CITY", today.year) == 2
    assert li.figure("legal_aid.recovered_amount", "CITY", today.year) == 12_000
    assert li.figure("legal_aid.service_types", "CITY", today.year) == 2
