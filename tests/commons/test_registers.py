"""The register: dated entries, their versions and links, and what counts."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.commons.registers import acts, link_acts
from gonghui.commons.registers.models import EntryLink, RegisterEntry
from gonghui.kernel import clock
from gonghui.kernel.clocks import strike
from gonghui.kernel.intake.acts import carry_on, check, start
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.marks import Mark
from tests.refusals import refused

DAY = date(2023, 5, 4)


def enter(cast, who="wang", **more):
    given = {"node": cast.nodes["district"], "kind": "document", "title": "工会经费管理办法", "since": DAY} | more
    return do(acts.enter, getattr(cast, who), **given).subject


def test_an_entry_with_a_day_of_force_is_in_force_at_once(cast):
    assert enter(cast).state == "registered"
    assert enter(cast, title="另一办法", in_force_from=DAY).state == "in_force"


def test_a_proposal_counts_only_once_somebody_else_has_registered_it(cast):
    proposed = do(acts.propose, cast.wang, node=cast.nodes["district"], kind="award", title="先进集体", since=DAY).subject
    assert proposed.registered_on is None
    assert refused(lambda: do(acts.register, cast.wang, proposed)) == "same_person"
    assert do(acts.register, cast.li, proposed).subject.registered_on == clock.today()


def test_a_number_of_an_issuer_stands_once(cast):
    enter(cast, issuer="省总工会", number="2023〕5号")
    assert refused(lambda: enter(cast, title="别的", issuer="省总工会", number="2023〕5号")) == "registers.number_taken"
    enter(cast, title="别的", issuer="市总工会", number="2023〕5号")


def test_the_same_entry_again_is_asked_about(cast):
    enter(cast)
    assert refused(lambda: enter(cast)) == "registers.looks_twice"
    assert enter(cast, holder_name="东湖纺织厂").pk and enter(cast, another=True).pk


def test_an_entry_has_one_holder_in_the_act_and_in_the_database(cast):
    team = cast.nodes["union"]
    assert refused(lambda: enter(cast, holder_name="甲", holder_node=team)) == "registers.one_holder"
    row = enter(cast, holder_node=team)
    second = lambda ctx: RegisterEntry.objects.for_act("test").filter(pk=row.pk).update(holder_name="甲")  # noqa: E731
    assert refused(lambda: by_house("tests.holder", second)) == "clash"


def test_an_award_of_one_year_given_in_the_next_belongs_to_its_own_year(cast):
    assert enter(cast, kind="award", since=date(2024, 2, 1), year=2023).year_on == date(2023, 12, 31)
    assert enter(cast, kind="award", title="当年的", since=DAY).year_on == DAY


def test_a_new_version_takes_number_and_links_over_and_the_old_one_ends_the_day_before(cast):
    old = enter(cast, number="1号", issuer="县总工会", in_force_from=DAY)
    law = enter(cast, title="工会法")
    do(link_acts.link, cast.wang, law, other=old, bond="basis", since=DAY)
    do(link_acts.revise, cast.wang, old, since=date(2024, 1, 1))
    old = RegisterEntry.objects.for_act("test").get(pk=old.pk)
    new = old.replaced_by
    assert (old.state, old.until, new.state, new.version, new.number) == ("superseded", date(2023, 12, 31), "in_force", 2, "1号")
    assert [(one.other_id, one.until) for one in EntryLink.objects.for_act("test").order_by("pk")] == [(old.pk, date(2023, 12, 31)), (new.pk, None)]


def test_links_end_with_the_entry(cast):
    alliance, studio = enter(cast, title="联盟"), enter(cast, title="工作室")
    do(link_acts.link, cast.wang, studio, other=alliance, bond="member", since=DAY)
    assert refused(lambda: do(link_acts.link, cast.wang, studio, other=alliance, bond="member", since=DAY)) == "registers.linked"
    do(acts.end, cast.wang, alliance, on=date(2023, 9, 1), why="到期")
    assert EntryLink.objects.for_act("test").get().until == date(2023, 9, 1)


def test_time_reminds_before_a_term_ends_and_ends_it(cast):
    with clock.at(date(2024, 1, 1)):
        row = enter(cast, in_force_from=DAY, until=date(2024, 1, 20))
        strike("registers.term_ends")
    assert Mark.objects.for_act("test").get(what="registers.term_ends").subject == row.pk
    with clock.at(date(2024, 1, 20)):
        strike("registers.term_ends")
    assert RegisterEntry.objects.for_act("test").get().state == "in_force"
    with clock.at(date(2024, 1, 21)):
        strike("registers.term_ends")
    assert RegisterEntry.objects.for_act("test").get().state == "ended"


def test_a_register_kept_in_a_workbook_is_taken_in_and_each_bad_row_is_told(cast):
    enter(cast, issuer="省总", number="7号")
    text = (
        "组织编码,类别,名称,日期,发出单位,编号（文号）,级别,数值,所属年度,生效日期,终止日期\n"
        "DISTRICT,外部荣誉,先进集体,2024-02-01,省总,9号,省级,2,2023,,\n"
        "UNION,制度文件,考勤办法,2023-02-01,,,,,,2023-03-01,2026-03-01\n"
        "UNION,制度文件,考勤办法,2023-02-01,,,,,,,\n"
        "OUTSIDE,制度文件,外县,2023-02-01,,,,,,,\n"
        "DISTRICT,没有的,甲,2023-02-01,,,,,,,\n"
        "DISTRICT,制度文件,乙,2023-02-30,,,,,,,\n"
        "DISTRICT,制度文件,丙,2023-02-01,省总,7号,,,,,\n"
        "DISTRICT,制度文件,丁,2023-02-01,,,天级,-1,23,,2022-01-01\n"
    )
    batch = do(check, cast.wang, node=cast.nodes["district"], kind="register", file=SimpleUploadedFile("台账.csv", text.encode())).subject
    assert (batch.good, batch.bad) == (2, 6)
    faults = {(e.row, e.code) for e in batch.errors.all()}
    assert {(4, "registers.looks_twice"), (5, "registers.no_node"), (8, "registers.number_taken"), (9, "registers.days")} <= faults
    assert carry_on(do(start, cast.wang, batch).subject).done == 2
    award = RegisterEntry.objects.for_act("test").get(number="9号")
    assert (award.year_on, award.quantity, award.state) == (date(2023, 12, 31), 2, "registered")
    assert RegisterEntry.objects.for_act("test").get(title="考勤办法").until == date(2026, 3, 1)


def test_what_ended_ahead_of_its_time_cannot_have_ended_before_it_began(cast):
    row = enter(cast, in_force_from=DAY + timedelta(days=10))
    assert refused(lambda: do(acts.end, cast.wang, row, on=DAY, why="x")) == "registers.days"
