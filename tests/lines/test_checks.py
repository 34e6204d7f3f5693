"""Real-name checks: every one counts what is wrong, leaves what is right, opens to its rows, and asks the database once."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gonghui.commons.parties import acts as parties
from gonghui.commons.parties.models import Employer, Person
from gonghui.kernel import clock
from gonghui.kernel.indicators import INDICATORS, figure, find, trace
from gonghui.kernel.indicators.trace import rows_of
from gonghui.kernel.ledger.do import do
from gonghui.kernel.ledger.house import by_house
from gonghui.kernel.periods import Period
from gonghui.kernel.settings_acts import set_value
from gonghui.lines.organization.membership import acts, stay_acts
from gonghui.lines.organization.membership.models import Membership
from gonghui.lines.organization.orgs import tree_acts
from tests.people import valid_id

JOINED = date(2024, 5, 6)
CHECKS = [key for key, indicator in INDICATORS.items() if indicator.check]


def join(cast, names, union="union", phone="", on=JOINED, number=lambda i: ""):
    made = []
    with clock.at(on):
        for i, name in enumerate(names):
            one = do(acts.register, cast.zhou, union=cast.unions[union], name=name, id_no=number(i), phone=phone).subject
            do(acts.approve, cast.zhao if union == "far" else cast.li, one)
            made.append(Membership.objects.for_act("test").get(pk=one.pk))
    return made


def count(cast, key, node="province", day="2024-12-31", as_was=True):
    return figure(find(key), cast.nodes[node], Period.parse(f"asof-{day}"), viewer=cast.zhou, as_was=as_was).value


def names(cast, key, node="province", day="2024-12-31"):
    ((_part, _sign, rows),) = trace(find(key), cast.nodes[node], Period.parse(f"asof-{day}"))
    return sorted(str(r) for r in rows)


def test_every_check_is_one_statement_and_its_rows_add_up(cast):
    join(cast, ["林甲", "林乙"])
    for key in CHECKS:
        period, indicator = Period.parse("asof-2024-12-31"), find(key)
        with CaptureQueriesContext(connection) as told:
            got = rows_of(indicator, cast.nodes["province"], period, False).aggregate(n=indicator.value())["n"]
        asked = [q["sql"] for q in told if q["sql"].startswith("SELECT") and "kernel_setting" not in q["sql"] and "set_config" not in q["sql"]]
        assert len(asked) == 1, (key, asked)
        ((_part, _sign, rows),) = trace(indicator, cast.nodes["province"], period, as_was=False)
        assert sum(row.share for row in rows) == got, key
    assert len(CHECKS) >= 11


def test_a_union_without_members_is_counted_until_somebody_joins(cast):
    key = "membership.check.no_members"
    assert (count(cast, key), count(cast, key, "district"), count(cast, key, "other_city")) == (4, 2, 1)
    join(cast, ["林甲"])
    assert count(cast, key, "district") == 1 and names(cast, key, "district") == ["东湖机械厂工会"]
    assert count(cast, key, "district", "2024-05-05") == 2  # as it was the day before
    one = Membership.objects.for_act("test").get()
    with clock.at(date(2024, 9, 1)):
        do(stay_acts.note_death, cast.sun, one, on=date(2024, 9, 1))
    assert count(cast, key, "district") == 2


def test_more_members_than_the_employers_declare(cast):
    key = "membership.check.above_head_count"
    factory = Employer.objects.for_act("test").get()
    members = join(cast, ["林甲", "林乙", "林丙"])
    do(parties.count_workers, cast.wang, factory, workers=3)
    assert count(cast, key) == 0
    do(parties.count_workers, cast.wang, factory, workers=2)
    assert names(cast, key) == ["东湖纺织厂工会"] and count(cast, key, as_was=False) == 1
    with clock.at(date(2024, 6, 1)):
        do(stay_acts.retain, cast.sun, members[0], why="退休")  # retained members are not at work there
    assert count(cast, key) == 0
    other = do(parties.enter_employer, cast.wang, node=cast.nodes["district"], name="未报人数的厂").subject
    join(cast, ["林丁", "林戊"])
    assert count(cast, key) == 1
    do(tree_acts.cover, cast.wang, cast.unions["union"], employer=other, since=JOINED)
    assert count(cast, key) == 0  # nothing can be said while one of them has declared nothing


def test_an_ended_employer_with_a_live_union(cast):
    key = "orgs.check.ended_employer"
    with clock.at(date(2024, 8, 1)):
        do(parties.end_employer, cast.wang, Employer.objects.for_act("test").get(), on=date(2024, 7, 31))
    assert (count(cast, key, day="2024-07-31"), count(cast, key, day="2024-08-01")) == (0, 1)
    with clock.at(date(2024, 9, 1)):
        do(tree_acts.begin_dissolving, cast.wang, cast.unions["union"], why="单位终止")
        do(tree_acts.dissolve, cast.li, cast.unions["union"], on=date(2024, 9, 1))
    assert count(cast, key) == 0


def test_a_chair_who_is_no_member_of_the_union(cast):
    key = "membership.check.chair_not_member"
    do(tree_acts.declare_chair, cast.sun, cast.unions["union"], chair="钱玉")
    join(cast, ["钱玉"], "beside")  # of the same name, but somewhere else
    assert names(cast, key) == ["东湖纺织厂工会"]
    join(cast, ["钱玉"])
    assert count(cast, key) == 0


def test_a_phone_of_more_people_than_the_province_allows_on_that_day(cast):
    key, phone = "membership.check.shared_phone", "13900000012"
    join(cast, ["林甲", "林乙"], phone=phone)
    join(cast, ["林丙"], "far", phone=phone)
    join(cast, ["林丁"], phone="13900000013")
    assert count(cast, key) == 0
    day = clock.today()
    do(set_value, cast.zhou, node=cast.nodes["province"], what="member.phone_shared_max", value="2", since=day, why="x")
    assert (count(cast, key, day=day), count(cast, key, "district", day=day), count(cast, key, day=day - timedelta(days=1))) == (3, 2, 0)
    assert names(cast, key, day=day) == ["林丙", "林乙", "林甲"]


def test_likely_duplicates_by_phone_anywhere_and_by_birthday_within_a_union(cast):
    phone, born = "membership.check.same_name_phone", "membership.check.same_name_birth"
    join(cast, ["林甲"], phone="13900000012", number=lambda i: valid_id())
    join(cast, ["林甲"], "far", phone="13900000012")
    join(cast, ["林乙"], phone="13900000012")
    assert names(cast, phone) == ["林甲", "林甲"] and count(cast, phone, "district") == 1
    join(cast, ["林甲"], "beside", number=lambda i: valid_id(serial="022"))
    assert count(cast, born) == 0  # the same birthday in another union is chance
    join(cast, ["林甲"], number=lambda i: valid_id(serial="042"))
    assert names(cast, born) == ["林甲", "林甲"]


def test_declared_and_verified_members_and_unions_stand_side_by_side(cast):
    one, _two, _three = join(cast, ["林甲", "林乙", "林丙"], number=lambda i: valid_id(serial=f"{i:02d}2"))
    do(parties.verify, cast.sun, one.person, on=date(2024, 6, 1))
    assert (count(cast, "membership.members_total"), count(cast, "membership.realname_members")) == (3, 1)
    assert str(count(cast, "membership.realname_rate")) == "33.33" and count(cast, "membership.check.unverified") == 2
    assert count(cast, "membership.check.unverified", day="2024-05-31") == 3
    do(tree_acts.verify, cast.wang, cast.unions["union"], on=date(2024, 6, 1))
    assert (count(cast, "orgs.total@basic"), count(cast, "orgs.realname_records"), count(cast, "orgs.check.unverified")) == (4, 1, 3)
    assert str(count(cast, "orgs.realname_rate")) == "25.00"


def test_a_union_that_moved_is_a_real_name_record_of_its_new_county(cast):
    do(tree_acts.verify, cast.wang, cast.unions["union"], on=date(2024, 2, 1))
    with clock.at(date(2024, 7, 1)):
        do(tree_acts.move, cast.li, cast.unions["union"], parent=cast.nodes["other_district"], on=date(2024, 7, 1))
    key = "orgs.realname_records"
    assert (count(cast, key, "district"), count(cast, key, "other_district")) == (0, 1)
    assert (count(cast, key, "district", "2024-06-30"), count(cast, key, "other_district", "2024-06-30")) == (1, 0)


def test_the_joining_rate_is_members_over_the_workers_of_their_employers(cast):
    join(cast, ["林甲", "林乙", "林丙"])
    assert count(cast, "orgs.workers_covered") == 300 and str(count(cast, "membership.joining_rate")) == "1.00"
    assert count(cast, "membership.joining_rate", "other_city") is None  # nothing declared is not zero


@pytest.mark.parametrize(("name", "unions", "shown"), [("zhou", "4 家", 200), ("wang", "2 家", 200), ("qian", "1 家", 200), ("chen", "", 302)])
def test_an_officer_at_any_node_has_the_list_of_what_to_put_right(cast, name, unions, shown):
    client = Client()
    client.force_login(cast.accounts[name], backend="gonghui.faces.kit.signin.AccountBackend")
    page = client.get("/office/checks/")
    assert page.status_code == shown
    if shown == 200:
        text = page.content.decode()
        assert "没有会员的基层工会" in text and unions in text
        assert client.get(f"/office/checks/?node={cast.nodes['far'].code}").status_code == (200 if name == "zhou" else 403)


def test_a_check_opens_to_its_rows_and_from_them_to_the_record(cast):
    join(cast, ["林甲"])
    client = Client()
    client.force_login(cast.accounts["wang"], backend="gonghui.faces.kit.signin.AccountBackend")
    page = client.get("/office/checks/").content.decode()
    link = f"/office/figure/membership.check.unverified/?node=DISTRICT&amp;period=asof-{clock.today()}"
    assert link in page
    rows = client.get(link.replace("&amp;", "&")).content.decode()
    member = Membership.objects.for_act("test").get()
    assert "林甲" in rows and f"/office/organization_membership/membership/{member.pk}/change/" in rows


def test_retained_members_are_counted_where_the_province_counts_them(cast):
    one, two = join(cast, ["林甲", "林乙"], number=lambda i: valid_id(serial=f"{i:02d}2"))
    with clock.at(date(2024, 6, 1)):
        do(stay_acts.retain, cast.sun, one, why="退休")
    day = clock.today()
    assert (count(cast, "membership.members_total", day=day), count(cast, "membership.women", day=day)) == (1, 1)
    do(set_value, cast.zhou, node=cast.nodes["province"], what="member.count_retained", value="是", since=day, why="x")
    assert [count(cast, "membership.members_total", day=d) for d in (day, day - timedelta(days=1))] == [2, 1]
    with clock.at(day):
        do(stay_acts.resume, cast.sun, one.pk, why="重新就业")
        do(stay_acts.note_death, cast.sun, two.pk, on=day)
    assert count(cast, "membership.retained", day=day) == 0 and Membership.objects.for_act("test").get(pk=one.pk).state == "active"
    left = figure(find("membership.left"), cast.nodes["province"], Period.parse(str(day.year)), viewer=cast.zhou)
    assert left.value == 1


def test_a_form_of_employment_not_confirmed_for_a_year(cast):
    key = "membership.check.form_unconfirmed"
    (one,) = join(cast, ["林甲"])
    with clock.at(date(2024, 6, 1)):
        do(stay_acts.change_form, cast.sun, one, new_form="courier")
    assert [count(cast, key, day=d) for d in ("2025-05-31", "2025-06-02")] == [0, 1]
    with clock.at(date(2025, 6, 2)):
        do(stay_acts.change_form, cast.sun, one, new_form="courier")
    assert count(cast, key, day="2025-06-03") == 0


def test_merged_people_are_on_no_list(cast):
    from gonghui.commons.parties.merge_acts import merge

    one, two = join(cast, ["林甲", "林甲"], phone="13900000012")
    assert count(cast, "membership.check.same_name_phone", day=clock.today()) == 2
    do(merge, cast.wang, one.person, other=two.person, why="同一人")
    assert count(cast, "membership.check.same_name_phone", day=clock.today()) == 0
    assert by_house("tests.read", lambda ctx: Person.objects.for_act("test").filter(merged_into=one.person).count()) == 1
