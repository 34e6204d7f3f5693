"""Every item of 'Bad input to expect' in the handbook chapter on organisations and members."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gonghui.commons.parties import acts as parties
from gonghui.commons.parties import rules
from gonghui.kernel.indicators import figure, find
from gonghui.kernel.intake.acts import check
from gonghui.kernel.ledger.do import do
from gonghui.kernel.periods import Period
from gonghui.lines.organization.membership import acts
from gonghui.lines.organization.orgs import acts as orgs
from gonghui.lines.organization.orgs import tree_acts
from tests.people import valid_id
from tests.refusals import refusal

DAY = date(2024, 6, 1)
OLD = valid_id("19650101", serial="123")


def test_vectors_of_the_standards():
    assert rules.id_number("11010519491231002x", DAY) == "11010519491231002X"
    assert rules.id_number("440524188001010014", DAY) == "440524188001010014"
    assert refusal(rules.id_number, "110105194912310021", DAY).code == "parties.id_check"
    assert rules.credit_code("91350100M000100Y43") and rules.credit_code("81330106MC0000012F")
    assert rules.birth_of("11010519491231002X") == date(1949, 12, 31) and rules.gender_of("11010519491231002X") == "2"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("11010519891231O02X", "parties.id_letter"), ("4.40524E+17", "parties.id_float"), ("123", "parties.id_shape"), ("", "parties.id_shape"),
        ("990105194912310021", "parties.id_province"), ("110105202913310021", "parties.id_birth"), ("110105209912310029", "parties.id_birth"),
        ("11010519491231002\0", "parties.id_shape"),
    ],
)  # fmt: skip
def test_a_number_that_is_none_is_named(typed, code):
    problem = refusal(rules.id_number, typed, DAY)
    assert problem.code == code and problem.refusals[0].field == "id_no" and problem.text


@pytest.mark.parametrize("typed", [" 110105 19491231 002x ", "１１０１０５１９４９１２３１００２Ｘ", "110105-19491231-002X"])
def test_a_number_typed_loosely_is_understood(typed):
    assert rules.id_number(typed, DAY) == "11010519491231002X"


def test_fifteen_and_eighteen_digits_are_one_person(cast):
    do(acts.register, cast.sun, union=cast.unions["union"], name="张一民", id_no=OLD)
    table = f"工会编码,姓名,身份证号\nUNION,张一民,{OLD[:6] + OLD[8:17]}\n"
    batch = do(check, cast.wang, node=cast.nodes["district"], kind="members", file=SimpleUploadedFile("a.csv", table.encode())).subject
    assert batch.errors.get().code == "membership.theirs_live"
    assert refusal(rules.id_number, OLD[:6] + OLD[8:17], DAY).code == "parties.id_shape"  # only tables take the old form


@pytest.mark.parametrize(
    ("typed", "name"),
    [("林 秀 英", "林秀英"), ("阿依古丽•买买提", "阿依古丽·买买提"), ("扎西．达瓦", "扎西·达瓦"), ("𠮷㛃", "𠮷㛃"), ("龍飛", "龍飛")],
)
def test_names_are_written_as_on_the_card(typed, name):
    assert rules.person_name(typed) == name


@pytest.mark.parametrize("typed", ["林", "", "林1英", "=cmd", "·林英", "林" * 51, "<b>林</b>", "林\u202e英"])
def test_a_name_that_is_none_is_refused(typed):
    assert refusal(rules.person_name, typed).code == "parties.name_shape"


def test_one_number_under_two_names_is_refused(cast):
    do(acts.register, cast.sun, union=cast.unions["union"], name="张一民", id_no=OLD)
    assert refusal(do, acts.register, cast.sun, union=cast.unions["union"], name="张一鸣", id_no=OLD).code == "membership.other_name"


def test_an_employer_is_found_by_its_short_name_and_entered_once(cast):
    code = "91350100M000100Y43"
    do(parties.enter_employer, cast.wang, node=cast.nodes["district"], name="东湖第一机床厂有限公司", short="东机", uscc=code)
    again = refusal(do, parties.enter_employer, cast.sun, node=cast.nodes["union"], name="东湖机床厂一分厂", uscc=code.lower())
    assert again.code == "parties.uscc_taken" and "东湖第一机床厂有限公司" in again.text


def test_a_unions_code_is_no_employers_code_and_the_other_way_round(cast):
    entered = refusal(do, parties.enter_employer, cast.wang, node=cast.nodes["district"], name="甲厂", uscc="81330106MC0000012F")
    assert entered.code == "parties.uscc_of_union"
    papers = {"certificate": "1", "on": date(2024, 1, 1), "valid_until": date(2028, 1, 1)}
    assert refusal(do, orgs.register_legal_person, cast.wang, cast.unions["union"], uscc="91350100M000100Y43", **papers).code == "orgs.employer_code"
    assert (
        refusal(
            do, orgs.register_legal_person, cast.wang, cast.unions["union"], uscc="81330106MC0000012F", **papers | {"valid_until": date(2026, 1, 1)}
        ).code
        == "orgs.certificate_term"
    )
    do(orgs.register_legal_person, cast.wang, cast.unions["union"], uscc="81330106MC0000012F", **papers)
    assert refusal(do, orgs.register_legal_person, cast.wang, cast.unions["beside"], uscc="81330106MC0000012F", **papers).code == "orgs.code_taken"


def test_joining_before_sixteen_or_in_the_future_is_refused_on_its_row(cast):
    rows = [
        f"UNION,张一民,{valid_id('20000101')},,2010-01-01",
        f"UNION,李二妹,{valid_id('19900101')},,2099-01-01",
        f"UNION,王三,{valid_id('19800101')},,2010-01-01",
    ]
    table = "工会编码,姓名,身份证号,手机号,入会日期\n" + "\n".join(rows)
    batch = do(check, cast.wang, node=cast.nodes["district"], kind="members", file=SimpleUploadedFile("a.csv", table.encode())).subject
    told = dict(batch.errors.values_list("row", "code"))
    assert told[3] == "membership.joined_in_future" and told[2] in ("membership.joined_before_sixteen", "membership.before_union") and batch.good == 0


def test_one_phone_for_hundreds_of_members_is_named(cast):
    rows = "\n".join(f"UNION,张{chr(0x4E00 + i)},,13800000001,2021-01-01" for i in range(30))
    batch = do(
        check,
        cast.wang,
        node=cast.nodes["district"],
        kind="members",
        file=SimpleUploadedFile("a.csv", f"工会编码,姓名,身份证号,手机号,入会日期\n{rows}".encode()),
    ).subject
    assert set(batch.errors.values_list("code", flat=True)) == {"membership.shared_phone"}


def test_an_employer_has_one_union_and_a_big_one_its_own(cast):
    district, factory = cast.nodes["district"], cast.wang
    employer = parties.Employer.objects.for_act("test").get(short="东纺")
    taken = refusal(do, orgs.apply_founding, factory, node=district, kind="single", name="又一个", employers=[employer], members=3)
    assert taken.code == "orgs.has_union" and "东湖纺织厂工会" in taken.text
    assert refusal(do, orgs.apply_founding, factory, node=district, kind="single", name="无单位", employers=[], members=3).code == "orgs.no_employer"
    big = do(parties.enter_employer, factory, node=district, name="大厂", workers=25).subject
    small = do(parties.enter_employer, factory, node=district, name="小店", workers=24).subject
    assert (
        refusal(do, orgs.apply_founding, factory, node=district, kind="joint", name="联合", employers=[big, small], members=3).code
        == "orgs.too_many_to_share"
    )
    assert (
        refusal(do, orgs.apply_founding, factory, node=district, kind="joint", name="联合", employers=[small], members=3).code == "orgs.two_employers"
    )
    assert refusal(do, orgs.apply_founding, cast.sun, node=cast.nodes["union"], kind="town", name="镇", members=3).code == "orgs.not_under"


def test_a_union_with_members_is_not_dissolved_and_one_without_is(cast):
    do(acts.register, cast.sun, union=cast.unions["union"], name="张一民")
    do(tree_acts.begin_dissolving, cast.wang, cast.unions["union"], why="破产")
    assert refusal(do, tree_acts.dissolve, cast.li, cast.unions["union"], on=date.today()).code == "orgs.still_members"
    do(tree_acts.begin_dissolving, cast.wang, cast.unions["beside"], why="破产")
    assert refusal(do, tree_acts.dissolve, cast.wang, cast.unions["beside"], on=date.today()).code == "same_person"
    do(tree_acts.dissolve, cast.li, cast.unions["beside"], on=date(2024, 5, 31))
    for day, count in (("2024-05-31", 2), ("2024-06-01", 1)):
        assert figure(find("orgs.total@basic"), cast.nodes["district"], Period.parse(f"asof-{day}"), viewer=cast.wang).value == count


def test_merging_takes_members_along_and_splitting_gives_some_away(cast):
    for serial in ("002", "004"):
        member = do(acts.register, cast.sun, union=cast.unions["union"], name="张一民", id_no=valid_id(serial=serial)).subject
        do(acts.approve, cast.qian, member)
    do(tree_acts.merge, cast.li, cast.unions["union"], into=cast.unions["beside"], on=date.today())
    at = Period.parse(f"asof-{date.today()}")
    assert figure(find("membership.members_total"), cast.nodes["beside"], at, viewer=cast.wang).value == 2
    assert figure(find("membership.joined"), cast.nodes["district"], Period.parse(str(date.today().year)), viewer=cast.wang).value == 2
    firms = [do(parties.enter_employer, cast.wang, node=cast.nodes["district"], name=f"店{i}", workers=9).subject for i in range(2)]
    for firm in firms:
        do(tree_acts.cover, cast.wang, cast.unions["beside"], employer=firm, since=date(2024, 1, 1))
    do(tree_acts.split, cast.li, cast.unions["beside"], name="新分立工会", kind="joint", employers=firms, on=date.today())
    assert figure(find("orgs.total@basic"), cast.nodes["district"], at, viewer=cast.wang).value == 2
