"""Matters: who may do what, which clock runs, what stays confidential, what money counts."""

from datetime import date, timedelta

from gonghui.commons.cases import acts, after_acts, intake_acts, more_acts, rules
from gonghui.commons.cases.follow import unseal
from gonghui.commons.cases.models import Case, CaseClock
from gonghui.commons.parties.models import Person
from gonghui.faces.kit.history import history
from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.marks import Mark
from gonghui.kernel.workdays import work_calendar
from tests.refusals import refused

DAY = date(2024, 6, 3)  # a Monday; the Dragon Boat holiday is the Monday after


def register(cast, who="wang", place="district", **more):
    given = {"node": cast.nodes[place], "kind": "ticket", "channel": "phone", "title": "欠薪", "says": "两个月未发"} | more
    return do(intake_acts.register, getattr(cast, who), **given).subject


def of(case, what="reply"):
    return CaseClock.objects.for_act("test").get(case=case, what=what, done_on=None)


def test_working_days_skip_a_holiday_and_a_last_day_on_one_moves_on(db):
    week = work_calendar()
    assert rules.days_of(week, DAY, 5, True, 75, 3).due_on == date(2024, 6, 11)
    moved = rules.days_of(week, DAY, 7, False, 75, 3)
    assert (moved.raw_on, moved.due_on) == (date(2024, 6, 10), date(2024, 6, 11))


def test_a_reopened_matter_has_half_the_time(cast):
    with clock.at(DAY):
        case = register(cast)
        do(intake_acts.answer_at_once, cast.wang, case, answer="已解答")
        do(after_acts.reopen, cast.wang, case, why="又发生了")
        assert (of(case).days, Case.objects.for_act("test").get().rounds) == (3, 1)


def test_more_time_is_given_once_and_only_before_the_end(cast):
    with clock.at(DAY):
        case = register(cast)
        do(acts.assign, cast.li, case, to=cast.nodes["union"])
        do(acts.accept, cast.sun, case)
        due = of(case).due_on
        assert refused(lambda: do(acts.ask_extension, cast.sun, case, days=6, why="x")) == "cases.too_long"
    with clock.at(due + timedelta(days=1)):
        assert refused(lambda: do(acts.ask_extension, cast.sun, case, days=2, why="x")) == "cases.too_late"


def test_merging_keeps_the_earlier_time_to_reply(cast):
    with clock.at(DAY):
        early = register(cast)
    with clock.at(DAY + timedelta(days=2)):
        late = register(cast, title="同一件事")
        do(after_acts.merge, cast.wang, early, into=late)
        assert of(late).since == DAY
        assert Case.objects.for_act("test").get(pk=early.pk).merged_into == late
        assert refused(lambda: do(after_acts.merge, cast.wang, late, into=late)) == "cases.same_case"


def test_three_calls_nobody_answers_on_three_days_close_a_matter(cast):
    with clock.at(DAY):
        case = register(cast)
        do(acts.assign, cast.li, case, to=cast.nodes["union"])
        do(acts.accept, cast.sun, case)
        do(acts.handle, cast.sun, case, answer="已办")
        do(acts.reply, cast.qian, case)
    for n in range(3):
        with clock.at(DAY + timedelta(days=n)):
            assert refused(lambda: do(after_acts.close, cast.wang, case)) == "cases.not_called"
            do(after_acts.try_call, cast.wang, case)
            if not n:
                assert refused(lambda: do(after_acts.try_call, cast.wang, case)) == "cases.try_later"
    with clock.at(DAY + timedelta(days=3)):
        assert do(after_acts.close, cast.wang, case).subject.state == "closed"


def test_a_confidential_caller_is_shown_where_the_matter_was_taken_in_and_nowhere_else(cast):
    told_by = {"kind": "ticket", "title": "举报", "says": "x", "name": "陈大山", "phone": "13900001111", "confidential": True}
    case = do(intake_acts.receive, cast.chen, node=cast.nodes["district"], **told_by).subject
    do(intake_acts.admit, cast.wang, case)
    do(acts.assign, cast.wang, case, to=cast.nodes["union"])
    assert refused(lambda: do(more_acts.reveal_caller, cast.sun, case, why="联系")) == "cases.confidential"
    assert do(more_acts.reveal_caller, cast.wang, case, why="联系").said["caller"] == "陈大山"
    case = Case.objects.for_act("test").get()
    assert case.caller_masked == "（保密）" and cast.accounts["chen"] not in [by for _at, _says, by, _why in history(case)]


def test_a_matter_is_given_to_somebody_outside_the_tree_or_to_nobody(cast):
    case = register(cast)
    assert refused(lambda: do(acts.assign, cast.wang, case)) == "cases.to_somebody"
    row = do(acts.assign, cast.wang, case, outside="人社局").subject
    assert (row.outside, row.hand) == ("人社局", cast.nodes["district"])


def test_who_has_it_in_hand_answers_and_a_neighbour_does_not_find_it(cast):
    case = register(cast, "li", "city")
    do(acts.assign, cast.li, case, to=cast.nodes["district"])
    assert refused(lambda: do(acts.accept, cast.zhao, case)) == "not_found"
    do(acts.accept, cast.wang, case)
    assert refused(lambda: do(after_acts.terminate, cast.wang, case, why="x")) == "cases.other_desk"


def test_a_second_strike_changes_nothing_and_what_is_done_is_no_longer_marked(cast):
    with clock.at(DAY):
        case = register(cast)
    with clock.at(DAY + timedelta(days=30)):
        strike("cases.reply_late")
        before = list(Mark.objects.for_act("test").values())
        strike("cases.reply_late")
        assert list(Mark.objects.for_act("test").values()) == before and Case.objects.for_act("test").get().level == 3
        do(intake_acts.answer_at_once, cast.wang, case, answer="x")
        strike("cases.reply_late")
        assert not Mark.objects.for_act("test").filter(state="open").exists()


def test_an_erased_callers_words_can_be_read_by_nobody(cast):
    case = do(intake_acts.receive, cast.chen, node=cast.nodes["district"], kind="ticket", title="举报", says="隐情", name="陈大山").subject
    by_house("tests.erase", lambda ctx: unseal(ctx, Person(account=cast.accounts["chen"])))
    gone = Case.objects.for_act("test").get(pk=case.pk)
    assert not (gone.says or gone.caller) and not gone.phone_hash
