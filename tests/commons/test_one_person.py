"""Two rows of one person become one; the outside register says who differs."""

from datetime import date

import pytest

from gonghui.commons.parties import acts as parties
from gonghui.commons.parties import register_acts
from gonghui.commons.parties.merge_acts import merge
from gonghui.commons.parties.models import Person, Verification
from gonghui.kernel import clock
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.ledger.chain import verify
from gonghui.kernel.ledger.do import do
from gonghui.kernel.notices.models import Message
from gonghui.kernel.periods import Period
from gonghui.kernel.settings_acts import set_value
from gonghui.lines.organization.membership import acts, stay_acts
from gonghui.lines.organization.membership.models import Card, Membership, Spell
from gonghui.rehearsal.people import people
from gonghui.rehearsal.register import local
from tests.people import valid_id
from tests.refusals import refusal

PHONE = "13900000077"


def joined(cast, union="union", on=date(2024, 5, 6), **who):
    with clock.at(on):
        made = do(acts.register, cast.zhou, union=cast.unions[union], name="林秀英", **who).subject
        do(acts.approve, cast.li if union != "far" else cast.zhao, made)
    return Membership.objects.for_act("test").get(pk=made.pk)


def value(cast, key, on="2024-12-31", node="province"):
    return figure(find(key), cast.nodes[node], Period.parse(f"asof-{on}" if "joined" not in key else "2024"), viewer=cast.zhou).value


def test_two_rows_of_one_person_at_one_union_become_one_member(cast):
    unnumbered = joined(cast, phone=PHONE)
    numbered = joined(cast, on=date(2024, 7, 1), id_no=valid_id(), phone=PHONE)
    do(stay_acts.request_card, cast.sun, numbered)
    assert (value(cast, "membership.members_total"), value(cast, "membership.joined")) == (2, 2)
    do(merge, cast.wang, numbered.person, other=unnumbered.person, why="同一人")
    kept = Person.objects.for_act("test").get(pk=unnumbered.person_id)
    gone = Person.objects.for_act("test").get(pk=numbered.person_id)
    assert (kept.id_no, kept.birth, kept.phone, kept.id_type) == (valid_id(), date(1989, 12, 31), PHONE, "resident")
    assert (gone.id_hash, gone.phone_hash, gone.merged_into_id, bool(gone.erased_on)) == (None, None, kept.pk, True)
    assert [(m.state, m.person_id) for m in Membership.objects.for_act("test").order_by("pk")] == [("active", kept.pk), ("merged", kept.pk)]
    assert list(Spell.objects.for_act("test").values_list("membership", "person")) == [(unnumbered.pk, kept.pk)]
    assert Card.objects.for_act("test").get().membership_id == unnumbered.pk
    assert (value(cast, "membership.members_total"), value(cast, "membership.joined")) == (1, 1)
    assert verify() is None


def test_a_past_membership_passes_to_the_older_row_whichever_page_it_is_done_from(cast):
    first = joined(cast, "far", phone=PHONE)
    with clock.at(date(2024, 6, 1)):
        do(stay_acts.note_death, cast.zhao, first, on=date(2024, 6, 1))
    second = joined(cast, on=date(2024, 7, 1), id_no=valid_id(), phone=PHONE)
    do(merge, cast.zhou, first.person, other=second.person, why="误登")
    assert set(Membership.objects.for_act("test").values_list("person", flat=True)) == {first.person_id}
    assert refusal(do, acts.register, cast.wang, union=cast.unions["union"], name="林秀英", id_no=valid_id()).code == "membership.theirs_live"


def test_two_members_of_different_unions_are_not_merged_and_it_says_what_to_do(cast):
    one, two = joined(cast, phone=PHONE), joined(cast, "far", phone=PHONE)
    no = refusal(do, merge, cast.zhou, one.person, other=two.person, why="同一人")
    assert no.code == "membership.both_live" and "接转到同一工会" in no.text and "北关煤矿工会" in no.text
    assert Membership.objects.for_act("test").filter(state="active").count() == 2


def test_what_is_not_one_person_is_not_merged(cast):
    one, two = joined(cast, id_no=valid_id()), joined(cast, id_no=valid_id(serial="022"))
    assert refusal(do, merge, cast.wang, one.person, other=two.person, why="x").code == "parties.numbers_differ"
    assert refusal(do, merge, cast.wang, one.person, other=one.person, why="x").code == "parties.same_row"
    with clock.at(date(2024, 8, 1)):
        other = do(acts.register, cast.zhou, union=cast.unions["union"], name="林秀瑛").subject
    assert refusal(do, merge, cast.wang, one.person, other=other.person, why="x").code == "parties.names_differ"
    assert refusal(do, merge, cast.sun, one.person, other=two.person, why="x").code == "no_power"
    assert refusal(do, merge, cast.zhao, one.person, other=two.person, why="x").code == "not_found"


def test_fifteen_and_eighteen_digits_are_one_person_from_the_start(cast):
    number = valid_id(birth="19651231", serial="003")
    with clock.at(date(2024, 5, 6)):
        do(acts.register, cast.zhou, union=cast.unions["union"], name="林秀英", id_no=number)
        short = number[:6] + number[8:17]
        assert refusal(do, acts.register, cast.zhou, union=cast.unions["beside"], name="林秀英", id_no=short).code == "parties.id_shape"
    from gonghui.commons.parties.rules import id_number

    assert id_number(short, date(2024, 5, 6), historical=True) == number


def test_invented_people_are_known_to_the_register_by_their_own_names():
    rows = people(0, 300).select("name", "id_no").rows()
    assert set(local(rows)) == {"match"}
    assert set(local([(f"{name}甲", number) for name, number in rows])) == {"differs"}
    others = [("某人", valid_id(serial=f"{i:03d}")) for i in range(1, 500)]
    answers = local(others)
    assert answers == local(others) and {"match", "differs", "unknown"} == set(answers)
    assert answers.count("match") > 440


def allow(cast):
    do(set_value, cast.zhou, node=cast.nodes["province"], what="pii.register_consent", value="否", since=clock.today(), why="x")


def test_a_list_is_compared_with_the_register_and_conflicts_stand_on_the_check_list(cast, django_assert_max_num_queries):
    rows = people(5, 12).select("name", "id_no").rows()
    with clock.at(date(2024, 5, 6)):
        for i, (name, number) in enumerate(rows):
            made = do(acts.register, cast.zhou, union=cast.unions["union"], name="假名" if i == 3 else name, id_no=number).subject
            do(acts.approve, cast.li, made)
        do(acts.register, cast.zhou, union=cast.unions["union"], name="无证")
        allow(cast)
    persons = list(Person.objects.within(cast.sun).order_by("pk"))
    do(parties.verify, cast.sun, persons[3], on=date(2024, 5, 7))
    with clock.at(date(2024, 5, 8)), django_assert_max_num_queries(60):
        said = do(register_acts.check_register, cast.sun, persons).said["value"]
    assert said == "一致 11 人，不一致 1 人，查无此人 0 人；未比对 1 人（无证件号 1 人，未同意 0 人）。"
    assert value(cast, "membership.realname_members", "2024-05-08") == 11
    (conflict,) = Verification.objects.within(cast.wang).filter(result="differs")
    assert (conflict.person.name, conflict.source, conflict.node) == ("假名", "register", cast.nodes["union"])
    assert not Verification.objects.within(cast.zhao).exists()
    assert verify() is None


def test_nobody_is_sent_to_the_register_without_their_own_consent(cast):
    made = do(acts.apply, cast.chen, name="陈秀英", id_no=valid_id(), union=cast.unions["union"], agree=True).subject
    assert refusal(do, register_acts.check_register, cast.sun, [made.person]).code == "parties.none_to_ask"
    do(parties.consent, cast.chen, made.person, purpose="register")
    do(register_acts.check_register, cast.sun, [made.person])
    assert Verification.objects.for_act("test").count() == 1


def one_short(rows):
    return local(rows)[1:]


def differs(rows):
    return ["differs"] * len(rows)


@pytest.mark.parametrize(("adapter", "code"), [("", "register_not_connected"), (f"{__name__}.one_short", "register_failed")])
def test_a_register_that_is_missing_or_answers_in_part_changes_nothing(cast, settings, adapter, code):
    made = joined(cast, id_no=valid_id())
    allow(cast)
    settings.REGISTER_ADAPTER = adapter
    assert refusal(do, register_acts.check_register, cast.sun, [made.person]).code == f"parties.{code}"
    assert not Verification.objects.for_act("test").exists()


def test_who_differs_is_told_and_a_sighting_of_the_card_settles_it(cast, settings):
    settings.REGISTER_ADAPTER = f"{__name__}.differs"
    made = do(acts.apply, cast.chen, name="陈秀英", id_no=valid_id(), union=cast.unions["union"], agree=True, agree_register=True).subject
    do(acts.approve, cast.qian, made)
    do(register_acts.check_register, cast.sun, [made.person])
    assert "不一致" in Message.objects.for_act("test").filter(account=cast.accounts["chen"]).order_by("-pk")[0].text
    day = clock.today().isoformat()
    assert value(cast, "membership.check.register_differs", day, "union") == 1
    do(parties.verify, cast.sun, made.person, on=clock.today())
    assert value(cast, "membership.check.register_differs", day, "union") == 0


@pytest.mark.once
def test_known_persons_of_a_table_are_looked_for_by_their_numbers_and_not_among_all_who_are_not_merged(db):
    rows = Person.objects.for_act("plan").filter(id_hash__among=[b"one", b"two"], erased_on=None, merged_into=None)
    told = rows.values_list("pk").explain()
    assert "(id_hash=?)" in told and "merged_into" not in told, told
