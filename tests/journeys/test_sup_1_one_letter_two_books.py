"""SUP-1 One letter, two documents: clue, reminder letter, opinion, proposal to the authority; numbers in a row, answered, corrected."""

from datetime import date

from gonghui.commons.cases.models import Case, CaseClock
from gonghui.commons.parties.models import Employer
from gonghui.commons.registers.models import RegisterEntry
from gonghui.kernel.access.wall import trusted

from .by_program import Program, photo


def test_a_firm_is_reminded_warned_and_told_of_and_corrects(cast):
    wang, li, sun, zhou = (Program(cast.accounts[name]) for name in ("wang", "li", "sun", "zhou"))
    here, union, today = cast.nodes["district"], cast.nodes["union"], date.today()
    with trusted():
        firm = Employer.objects.for_act("journey").get(name="东湖纺织厂")
    told = {"kind": "sup.clue", "channel": "visit", "title": "未付加班费", "says": "巡查发现", "people": 20}
    nameless = wang.does("cases.register", node=union, **told)
    clue = wang.does("cases.register", node=union, employer=firm, **told | {"title": "未付夜班津贴"})
    paper = {"case": clue, "says": "请书面答复并整改", "on": today}
    assert "用人单位" in wang.refused("supervision.issue", node=here, kind="sup_letter", **paper | {"case": nameless})
    letter = sun.does("supervision.issue", node=union, kind="sup_letter", **paper)
    with trusted():
        assert RegisterEntry.objects.for_act("journey").get(pk=letter).number == f"东湖纺织厂工劳监提字〔{today.year}〕第001号"
        assert CaseClock.objects.for_act("journey").get(case=clue, what="reply", done_on=None).days == 15
    assert "还没有答复" in sun.refused("supervision.issue", node=union, kind="sup_letter", **paper)
    assert "县级以上" in sun.refused("supervision.issue", node=union, kind="sup_proposal", **paper)
    assert "意见书" in wang.refused("supervision.issue", node=here, kind="sup_proposal", **paper)
    opinion = sun.does("supervision.issue", node=union, kind="sup_opinion", **paper)
    wang.does("supervision.issue", node=here, kind="sup_proposal", people=25, **paper)
    assert wang.figure("supervision.unanswered", "DISTRICT", f"asof-{today}") == 3
    sun.does("registers.add_proof", letter, proof=photo())
    for one in (letter, opinion):
        sun.does("registers.end", one, on=today, why="已书面答复")
    li.does("cases.assign", clue, to=here)
    wang.does("cases.accept", clue)
    wang.does("cases.note_stage", clue, stage="sup.rectified")
    wang.does("cases.handle", clue, answer="已补发", resolved=True)
    li.does("cases.reply", clue)
    with trusted():
        Case.objects.for_act("journey").get(pk=clue)
    zhou.does("cases.call_back", clue, rating=5, resolved=True)
    li.does("cases.close", clue)
    for key, value in (
        ("issued", 3), ("issued@sup_letter", 1), ("issued@sup_proposal", 1), ("answered", 2), ("corrected", 1), ("corrected_pct", 100), ("firms", 1), ("people", 65),
    ):  # fmt: skip
        assert li.figure(f"supervision.{key}", "CITY", today.year) == value, key
