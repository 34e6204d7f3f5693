"""Lists of measures: who does them until when, checked by another, and the chain counted at every link."""

from datetime import date, timedelta

import pytest

from gonghui.commons.tasks import acts
from gonghui.commons.tasks.desk import chain_of
from gonghui.commons.tasks.models import Task
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import Viewer
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.do import do
from gonghui.kernel.marks import Mark
from tests.refusals import refused

DAY, DUE = date(2023, 5, 4), date(2023, 9, 1)


@pytest.fixture(autouse=True)
def may():
    with clock.at(DAY):
        yield


def begun(cast, **more):
    given = {"node": cast.nodes["city"], "kind": "conversion", "title": "调研成果转化清单", "origin": "report", "on": DAY} | more
    return do(acts.open_list, cast.li, **given).subject


def task(cast, tasks_of, title="减轻基层负担", **more) -> Task:
    return do(acts.set_, cast.li, tasks_of=tasks_of, title=title, due_on=DUE, **more).subject


def test_the_chain_from_report_to_policy_is_counted_at_every_link(cast):
    whole = begun(cast)
    for i, report in enumerate(("报告甲", "报告甲", "报告乙")):
        finding = do(acts.find, cast.li, tasks_of=whole, title=f"问题{i}", on=DAY, source=report).subject
        one = task(cast, whole, f"措施{i}", finding=finding)
    task(cast, whole, "又一措施")
    do(acts.drop, cast.li, task(cast, whole, "撤销的措施"), why="重复")
    do(acts.note_outcome, cast.li, one, outcome="policy", title="实施意见", on=DAY, number="1号")
    assert chain_of(whole) == "报告 2、问题 3、措施 4（办结 0）、政策机制 1"


def test_a_task_goes_down_comes_back_with_a_result_and_is_closed_and_checked_by_others(cast):
    one = do(acts.assign, cast.li, task(cast, begun(cast)), node=cast.nodes["district"], owner=cast.accounts["wang"]).subject
    do(acts.begin, cast.wang, one)
    do(acts.report_result, cast.wang, one, result="已办", on=DAY)
    assert refused(lambda: do(acts.close, cast.wang, one)) == "same_person"
    do(acts.send_back, cast.li, one, why="缺凭证")
    do(acts.report_result, cast.wang, one, result="已补凭证", on=DAY)
    do(acts.close, cast.li, one)
    assert refused(lambda: do(acts.check, cast.li, one)) == "same_person"
    done = do(acts.check, cast.zhou, one).subject
    assert (done.state, done.done_on, done.checked_on) == ("checked", DAY, DAY)


def test_whoever_is_responsible_sees_and_reports_their_task_only(cast):
    whole = begun(cast)
    one = do(acts.assign, cast.li, task(cast, whole), node=cast.nodes["city"], owner=cast.accounts["chen"]).subject
    task(cast, whole, "别人的")
    chen = Viewer(cast.accounts["chen"])
    assert list(Task.objects.within(chen)) == [one]
    assert do(acts.report_result, chen, one, result="办了", on=DAY).subject.state == "evidenced"


def test_the_list_keeps_in_sight_what_it_has_given_down_and_is_closed_last(cast):
    whole = begun(cast)
    one = do(acts.assign, cast.li, task(cast, whole), node=cast.nodes["district"]).subject
    assert refused(lambda: do(acts.close_list, cast.li, whole)) == "tasks.still_open"
    do(acts.report_result, cast.wang, one, result="办了", on=DAY)
    do(acts.close, cast.li, one)
    do(acts.close_list, cast.li, whole)
    assert refused(lambda: task(cast, whole, "迟来的")) == "tasks.list_closed"
    assert refused(lambda: do(acts.reopen, cast.li, one, due_on=DUE, why="反弹")) == "tasks.list_closed"


def test_the_same_measure_is_set_once_and_a_finding_of_another_list_is_refused(cast):
    whole, other = begun(cast), begun(cast, title="另一清单", kind="rectification", origin="audit")
    finding = do(acts.find, cast.li, tasks_of=other, title="问题", on=DAY).subject
    task(cast, whole)
    assert refused(lambda: task(cast, whole)) == "tasks.twice"
    assert refused(lambda: task(cast, whole, "乙", finding=finding)) == "tasks.other_list"
    assert refused(lambda: do(acts.set_, cast.li, tasks_of=whole, title="丙", due_on=DAY - timedelta(days=1))) == "tasks.due_past"


def test_a_due_day_is_told_ahead_and_when_it_has_passed_the_level_above_has_it(cast):
    one = task(cast, begun(cast))
    with clock.at(DUE - timedelta(days=5)):
        strike("tasks.due")
    assert Mark.objects.for_act("test").get(state="open").ahead == 7
    with clock.at(DUE + timedelta(days=1)):
        strike("tasks.due")
        mark = Mark.objects.for_act("test").get(state="open")
        assert (mark.subject, mark.ahead, mark.hand) == (one.pk, 0, cast.nodes["province"])
        do(acts.extend, cast.li, one, due_on=DUE + timedelta(days=60), why="待审批")
        strike("tasks.due")
    assert not Mark.objects.for_act("test").filter(state="open").exists()
