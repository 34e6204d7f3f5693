"""MUT-1 Medical mutual aid: a roster, its money, cover, a request on the phone, assessed by one, approved by another, paid once, refused and appealed."""

from datetime import date, timedelta
from decimal import Decimal

from gonghui.kernel.access.wall import trusted
from tests.particulars.enrolment import known
from tests.situations import Ground

from .by_program import Program, photo

ONE = timedelta(days=1)


def covered(cast, ground, **terms):
    """A worker with an account, a member, on a roster that has been paid for; the plan year and the programs of the cast."""
    people = {name: Program(cast.accounts[name]) for name in ("zhou", "li", "wang", "sun", "qian", "hu", "zheng")}
    with trusted():
        ground.new_worker()
        person = known(ground)
        ground.on(person.memberships.for_act("test").get(), "membership.approve")
    today = date.today()
    told = {"fund": "mutual", "code": "YL-1", "name": "职工医疗互助", "since": today - 90 * ONE, "until": today + 200 * ONE, "wait_days": 30}
    year = people["li"].does("mutual_aid.declare_year", node=cast.nodes["city"], **told | terms)
    roster = people["sun"].does("mutual_aid.list_people", node=cast.nodes["union"], year=year, people=[person])
    assert "只参加一份" in people["wang"].refused("mutual_aid.list_people", node=cast.nodes["beside"], year=year, people=[person])
    source = people["wang"].does("money.declare_source", node=cast.nodes["district"], code="HZ", name="互助资金", since=today - 300 * ONE)
    paid = {"kind": "mutual_fee", "source": source, "giver": "东湖纺织厂工会", "on": today - 60 * ONE}
    short = people["wang"].does("money.take_in", node=cast.nodes["district"], number="H1", amount=59, **paid)
    right = people["wang"].does("money.take_in", node=cast.nodes["district"], number="H2", amount=60, **paid)
    for receipt in (short, right):
        people["zheng"].does("money.book_in", receipt)
    assert "一致后再确认" in people["wang"].refused("mutual_aid.bring_in", roster, receipt=short)
    assert people["wang"].figure("mutual_aid.participations", "DISTRICT", "2000..2100") == 0
    people["wang"].does("mutual_aid.bring_in", roster, receipt=right)
    return person, year, source, people


def test_a_member_falls_ill_and_is_helped_once(cast):
    ground, today = Ground(cast), date.today()
    _person, year, source, people = covered(cast, ground)
    worker, wang, li = Program(ground.worker), people["wang"], people["li"]
    ill = {"year": year, "event": "illness", "cost": 9000, "own_paid": 4000, "account_no": "6222020000001234"}
    assert "等待期" in worker.refused("mutual_aid.file", node=cast.nodes["union"], admitted_on=today - 50 * ONE, **ill)
    assert "有效期" in worker.refused("mutual_aid.file", node=cast.nodes["union"], admitted_on=today - 80 * ONE, **ill)
    stay = {"admitted_on": today - 20 * ONE, "discharged_on": today - 12 * ONE}
    claim = worker.does("mutual_aid.file", node=cast.nodes["union"], proof=photo(), says="肺炎", **ill, **stay)
    assert "重叠" in worker.refused("mutual_aid.file", node=cast.nodes["union"], **ill, **stay | {"admitted_on": today - 15 * ONE})
    wang.does("mutual_aid.ask_supplement", claim, why="缺出院小结")
    worker.does("mutual_aid.supplement", claim, proof=photo())
    assert "补正过一次" in wang.refused("mutual_aid.ask_supplement", claim, why="再补")
    wang.does("mutual_aid.accept", claim)
    assert "上限" in wang.refused("mutual_aid.review", claim, amount=60_000)
    wang.does("mutual_aid.review", claim, amount=1800)
    assert "同一人" in wang.refused("mutual_aid.approve", [claim])
    li.does("mutual_aid.approve", [claim])
    batch = wang.does("money.open_batch", node=cast.nodes["district"], kind="mutual_benefit", title="互助给付", source=source, award_year=today.year)
    wang.does("mutual_aid.pay", [claim], batch=batch)
    people["zheng"].does("money.approve", batch)
    people["hu"].does("money.send", batch)
    assert wang.figure("mutual_aid.payouts", "DISTRICT", today.year) == 0
    people["hu"].does("money.all_paid", batch, on=today, total=Decimal("1800.00"))
    told = {"mutual_aid.payouts": 1800, "mutual_aid.beneficiaries": 1, "mutual_aid.participations": 1, "mutual_aid.income": 119}
    for key, value in told.items():
        assert wang.figure(key, "DISTRICT", f"{(today - 300 * ONE).year}..{today.year}") == value, key
    assert [row["state"] for row in worker.rows("claim")] and worker.rows("participation")


def test_a_refusal_is_appealed_and_looked_at_by_another(cast):
    ground, today = Ground(cast), date.today()
    _person, year, _source, people = covered(cast, ground)
    worker, wang, li = Program(ground.worker), people["wang"], people["li"]
    hurt = {"year": year, "event": "accident", "cost": 30_000, "own_paid": 20_000, "admitted_on": today - 58 * ONE}
    claim = worker.does("mutual_aid.file", node=cast.nodes["union"], **hurt)
    wang.does("mutual_aid.refuse", claim, why="不属意外伤害")
    worker.does("mutual_aid.appeal", claim, why="有交警证明")
    assert "同一人" in wang.refused("mutual_aid.uphold", claim, why="维持")
    people["zhou"].does("mutual_aid.review", claim, amount=12_000)
    assert "市级以上" in wang.refused("mutual_aid.approve", [claim])
    li.does("mutual_aid.approve", [claim])
