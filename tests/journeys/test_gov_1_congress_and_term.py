"""GOV-1 Congress and change of term: due, asked for, agreed, delegates by constituency, credentials, held and voted, reported, accepted, a new term."""

from datetime import timedelta

from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.marks import Mark
from gonghui.lines.organization.governance.models import Congress, Delegate, Term
from gonghui.lines.organization.governance.rules import last_day

from .governing import TODAY, members, standing
from .office import AtDesk, newest
from .phones import Phone

DAY = timedelta(days=1)
VOTE = {"opened_on": TODAY, "closed_on": TODAY, "entitled": 3, "present": 3, "seats": 7, "candidates": 8, "issued": 3, "recovered": 3}


def test_a_union_renews_its_term_step_by_step(cast):
    sun, wang, li, union = AtDesk(cast, "sun"), AtDesk(cast, "wang"), AtDesk(cast, "li"), cast.nodes["union"]
    old = TODAY - timedelta(days=3 * 365)
    sun.refused("governance.enter_term", "3 / 5 年", node=union, number=4, since=old, until=last_day(old, 4))
    sun.does("governance.enter_term", node=union, number=4, since=old, until=last_day(old, 3))
    strike("governance.term_ends")
    assert newest(Mark, what="governance.term_ends").subject == newest(Term).pk
    wang.does("governance.extend", newest(Term), until=newest(Term).until + 90 * DAY, document="东工〔2026〕3号")
    sun.does("governance.request", node=union, number=5, years=5)
    congress = newest(Congress)
    wang.does("governance.approve", congress, document="东工〔2026〕5号")
    strike("governance.term_ends")
    assert newest(Mark, what="governance.term_ends").state == "done"  # a congress is in hand
    sun.does("governance.allot", congress, units=[union], seats=3, base=1)
    persons = members(cast, 4)
    for person in persons[:3]:
        sun.does("governance.choose_delegate", node=union, congress=congress, person=person)
    sun.refused("governance.choose_delegate", "名额已满", node=union, congress=congress, person=persons[3])
    sun.refused("governance.review", "没有审查资格", congress)
    wang.does("governance.find_invalid", [newest(Delegate)], why="身份不符")
    sun.does("governance.choose_delegate", node=union, congress=congress, person=persons[3])
    wang.does("governance.find_valid", standing(Delegate, state="chosen"))
    sun.does("governance.review", congress)
    sun.refused("governance.hold", "不足三分之二", congress, **VOTE | {"entitled": 5})
    sun.refused("governance.hold", "候选人至少 8 人", congress, **VOTE | {"candidates": 7})
    sun.refused("governance.hold", "多于发出", congress, **VOTE | {"recovered": 4})
    sun.does("governance.hold", congress, **VOTE)
    sun.refused("governance.elect", "未超过应到会", newest(Congress), person=persons[0], post="chair", yes=1)
    sun.does("governance.elect", newest(Congress), person=persons[0], post="chair", yes=2)
    report = {"kind": "congress_report", "node": union, "title": "工作报告", "since": TODAY}
    sun.does("registers.enter", desk="congress_reports", **report)
    sun.does("governance.file", newest(Congress))
    wang.does("governance.accept", newest(Congress)).reads(newest(Congress), str(persons[0]), "已批准")
    li.sees("congress", "结果已批准").sees("term", str(last_day(TODAY, 5).year))
    for key, value in (("congress.ordinal", 5), ("committee.outgoing_ordinal", 4), ("congress.days", 1), ("congress.reports_adopted", 1)):
        li.figure(f"governance.{key}", "UNION", TODAY.year, value)
    li.figure("governance.congress.delegates", "CITY", TODAY, 3).figure("governance.congresses", "CITY", TODAY.year, 1)


def test_a_result_that_broke_the_rules_is_voted_again_and_a_result_that_waits_is_marked(cast):
    sun, wang, union = AtDesk(cast, "sun"), AtDesk(cast, "wang"), cast.nodes["union"]
    (person,) = members(cast, 1)
    sun.does("governance.request", node=union, number=2, years=3)
    wang.does("governance.approve", newest(Congress), document="批1号")
    sun.does("governance.review", newest(Congress)).does("governance.hold", newest(Congress), **VOTE)
    sun.refused("governance.file", "当选人员", newest(Congress))
    sun.does("governance.elect", newest(Congress), person=person, post="chair", yes=3).does("governance.file", newest(Congress))
    with clock.at(TODAY + 16 * DAY):
        strike("governance.result_waits")
    assert newest(Mark, what="governance.result_waits").hand_id != union.pk
    wang.does("governance.repeat", newest(Congress), why="未差额选举")
    sun.does("governance.hold", newest(Congress), **VOTE).sees("congress", "已选举")
    assert newest(Term) is None


def test_a_delegate_reads_on_the_phone_of_which_congress_they_are_one(cast):
    sun, wang, union = AtDesk(cast, "sun"), AtDesk(cast, "wang"), cast.nodes["union"]
    (person,) = members(cast, 1)
    person.account = cast.accounts["chen"]
    by_house("tests.phone", lambda ctx: person.save())
    sun.does("governance.request", node=union, number=6, years=5)
    wang.does("governance.approve", newest(Congress), document="批2号")
    sun.does("governance.allot", newest(Congress), units=[union], seats=1, base=1)
    sun.does("governance.choose_delegate", node=union, congress=newest(Congress), person=person)
    Phone(cast.accounts["chen"]).go("my/delegate/").says("第6次代表大会", "已选出")
