"""Mutual aid: what a roster and a claim may not say. Bad input of the handbook, aid and mutual aid, sections B and D."""

from datetime import timedelta
from decimal import Decimal

import pytest

from gonghui.commons.money import receipt_acts
from gonghui.commons.money.acts import declare_source
from gonghui.commons.parties import erasing
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do
from gonghui.kernel.refusal import Refused
from gonghui.lines.organization.membership import stay_acts
from gonghui.lines.welfare.mutual_aid import acts, claim_acts
from gonghui.lines.welfare.mutual_aid.models import Claim, Participation, Roster
from tests.particulars.mutual_aid import member
from tests.situations import Ground

from .test_tables import take_in

DAY = timedelta(days=1)


def plan(cast, code="YL", **terms):
    today = clock.today()
    told = {
        "fund": "mutual",
        "code": code,
        "name": code,
        "since": today - 100 * DAY,
        "until": today + 100 * DAY,
        "wait_days": 0,
        "cap": Decimal(5000),
    }
    return do(acts.declare_year, cast.li, node=cast.nodes["city"], **told | terms).subject


def paid(cast, roster, on=None):
    """The money for a roster has come and been matched."""
    source = do(declare_source, cast.li, node=cast.nodes["city"], code=f"H{roster.pk}", name="互助", since=clock.today() - 900 * DAY).subject
    told = {
        "kind": "mutual_fee",
        "source": source,
        "giver": "单位",
        "number": f"H{roster.pk}",
        "amount": roster.total,
        "on": on or clock.today() - 90 * DAY,
    }
    receipt = do(receipt_acts.book_in, SYSTEM, do(receipt_acts.take_in, cast.li, node=cast.nodes["city"], **told).subject).subject
    return do(acts.bring_in, cast.wang, roster, receipt=receipt).subject


def covered(cast, **terms):
    """A member who takes part, and the plan year."""
    person, year = member(Ground(cast)), plan(cast, **terms)
    paid(cast, do(acts.list_people, cast.sun, node=cast.nodes["union"], year=year, people=[person]).subject)
    return person, year


def claim(cast, person, year, **told):
    usual = {
        "event": "illness",
        "admitted_on": clock.today() - 20 * DAY,
        "discharged_on": clock.today() - 10 * DAY,
        "cost": Decimal(9000),
        "own_paid": Decimal(3000),
    }
    return do(claim_acts.enter, cast.sun, node=cast.nodes["union"], year=year, person=person, **usual | told).subject


def test_a_roster_tells_duplicates_strangers_and_those_who_are_no_members(cast):
    ground, year = Ground(cast), plan(cast)
    one, other = member(ground), ground.made("membership.register").person
    rows = ["工会编码,计划代码,姓名,身份证号,金额"]
    rows += [
        f"UNION,YL,{one.name},{one.id_no},",
        f"UNION,YL,{one.name},{one.id_no},",
        f"UNION,YL,{other.name},{other.id_no},",
        f"FAR,YL,{one.name},{one.id_no},",
    ]
    rows += [
        f"UNION,NO,{one.name},{one.id_no},",
        f"UNION,YL,别人,{one.id_no},",
        "UNION,YL,张三,11010519491231002X,",
        f"BESIDE,YL,{one.name},{one.id_no},-1",
    ]
    batch, told = take_in(cast.wang, cast.nodes["district"], "mutual_roster", "\n".join(rows))
    codes = {code for _row, code in told}
    assert codes >= {f"mutual_aid.{code}" for code in ("twice", "not_member", "no_node", "no_year", "other_name", "unknown", "amount")}
    roster = Roster.objects.for_act("test").get()
    assert (batch.done, roster.count, roster.total) == (1, 1, 60)
    assert take_in(cast.wang, cast.nodes["district"], "mutual_roster", "\n".join(rows[:2]))[0].good == 0
    do(acts.drop, cast.sun, roster, why="重报")
    assert take_in(cast.wang, cast.nodes["district"], "mutual_roster", "\n".join(rows[:2]))[0].done == 1
    assert set(Participation.objects.for_act("test").values_list("year", "state")) == {(year.pk, "out"), (year.pk, "listed")}


def test_a_second_table_of_a_unit_goes_onto_its_open_roster(cast):
    ground, year = Ground(cast), plan(cast)
    for _ in range(2):
        one = member(ground)
        take_in(cast.wang, cast.nodes["district"], "mutual_roster", f"工会编码,计划代码,姓名,身份证号,金额\nUNION,YL,{one.name},{one.id_no},30.50")
    roster = Roster.objects.for_act("test").get()
    assert (roster.count, roster.total, roster.year_id) == (2, Decimal("61.00"), year.pk)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"discharged_on": -30}, "mutual_aid.days"), ({"admitted_on": 2, "discharged_on": None}, "mutual_aid.days"), ({"own_paid": Decimal(9001)}, "mutual_aid.own_over"),
        ({"admitted_on": -99, "discharged_on": None}, "mutual_aid.not_covered"), ({"account_no": "12x"}, "money.bad_account"),
    ],
)  # fmt: skip
def test_a_claim_whose_days_or_bills_do_not_fit_is_refused(cast, told, code):
    person, year = covered(cast)
    told = {name: clock.today() + value * DAY if isinstance(value, int) else value for name, value in told.items()}
    with pytest.raises(Refused) as no:
        claim(cast, person, year, **told)
    assert no.value.code == code


def test_a_claim_filed_late_needs_a_reason(cast):
    person, year = covered(cast, file_days=5)
    with pytest.raises(Refused) as no:
        claim(cast, person, year)
    assert no.value.code == "mutual_aid.late"
    assert claim(cast, person, year, late_why="转院治疗").late_why


def test_who_was_covered_the_year_before_waits_no_more(cast):
    today = clock.today()
    person, year = covered(cast, code="新", since=today - 25 * DAY, wait_days=30)
    with pytest.raises(Refused) as no:
        claim(cast, person, year)
    assert no.value.code == "mutual_aid.waiting"
    before = plan(cast, code="旧", since=today - 390 * DAY, until=today - 26 * DAY)
    paid(cast, do(acts.list_people, cast.sun, node=cast.nodes["union"], year=before, people=[person]).subject, today - 380 * DAY)
    assert claim(cast, person, year).state == "filed"


def test_two_claims_together_do_not_pass_the_cap(cast):
    person, year = covered(cast)
    pair = [claim(cast, person, year, event=event) for event in ("illness", "accident")]
    for one in pair:
        do(claim_acts.review, cast.wang, do(claim_acts.accept, cast.wang, one).subject, amount=Decimal(3000))
    with pytest.raises(Refused) as no:
        do(claim_acts.approve, cast.li, pair)
    assert no.value.code == "mutual_aid.over_cap"
    do(claim_acts.approve, cast.li, pair[:1])
    with pytest.raises(Refused):
        do(claim_acts.approve, cast.li, pair[1:])


def test_a_table_of_claims_is_judged_row_by_row_and_not_approved_by_who_brought_it(cast):
    person, _year = covered(cast)
    on = (clock.today() - 20 * DAY).isoformat()
    head = "工会编码,计划代码,姓名,身份证号,事由,入院（发生）日期,出院日期,医疗总费用,个人负担,给付金额"
    who = f"UNION,YL,{person.name},{person.id_no}"
    rows = [
        f"{who},疾病住院,{on},,9000,3000,1200",
        f"{who},疾病住院,{on},,9000,3000,1200",
        f"{who},感冒,2020-01-01,,3000,9000,0",
        f"{who},意外伤害,{on},2020-01-01,1,1,1",
    ]
    batch, told = take_in(cast.wang, cast.nodes["district"], "mutual_claims", "\n".join([head, *rows]))
    assert batch.done == 1
    assert {code for _row, code in told} >= {
        "mutual_aid.overlap",
        "form.not_on_the_list",
        "mutual_aid.not_covered",
        "mutual_aid.own_over",
        "mutual_aid.amount",
        "mutual_aid.days",
    }
    (made,) = Claim.objects.for_act("test").all()
    with pytest.raises(Refused) as no:
        do(claim_acts.approve, cast.wang, [made])
    assert no.value.code == "same_person"
    assert do(claim_acts.approve, cast.li, [made])


def test_who_is_erased_leaves_sums_and_nothing_of_what_ailed_them(cast):
    person, year = covered(cast)
    made = claim(cast, person, year, says="阑尾炎", account_no="6222020000001234")
    membership = person.memberships.for_act("test").get()
    do(stay_acts.leave, SYSTEM, membership)
    with pytest.raises(Refused) as no:
        do(erasing.erase, cast.wang, person, why="本人请求")
    assert no.value.code == "mutual_aid.claim_open"
    do(claim_acts.refuse, cast.wang, made, why="材料不全")
    do(erasing.erase, cast.wang, person, why="本人请求")
    left = Claim.objects.for_act("test").get(pk=made.pk)
    assert (left.says, left.account_no, bytes(left.salt), left.own_paid) == ("", "", b"", 3000)
    assert Participation.objects.for_act("test").filter(person=person, state="effective").count() == 1
