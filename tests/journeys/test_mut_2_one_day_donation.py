"""MUT-2 One-day donation: called, given by roster, passed up, shared out, relief paid to a person, the account published. A donation is no contribution."""

from datetime import date, timedelta

from gonghui.kernel.access.wall import trusted
from tests.situations import Ground

from .by_program import Program

ONE = timedelta(days=1)


def test_a_days_giving_goes_up_and_comes_down_as_relief(cast):
    ground, today = Ground(cast), date.today()
    zhou, li, wang, sun, zheng, hu = (Program(cast.accounts[name]) for name in ("zhou", "li", "wang", "sun", "zheng", "hu"))
    with trusted():
        givers = [ground.on(ground.made("membership.register"), "membership.approve").person for _ in range(2)]
    year = zhou.does(
        "mutual_aid.declare_year",
        node=cast.nodes["province"],
        fund="donation",
        code="JK-1",
        name="互助一日捐",
        since=today - ONE,
        until=today + 60 * ONE,
    )
    roster = sun.does("mutual_aid.list_people", node=cast.nodes["union"], year=year, people=givers, amount=100)
    source = zhou.does("money.declare_source", node=cast.nodes["province"], code="JK", name="一日捐资金", since=today - 300 * ONE)
    gift = {"source": source, "giver": "东湖纺织厂职工", "number": "J1", "amount": 200, "on": today, "heads": 2}
    wrong = wang.does("money.take_in", node=cast.nodes["district"], kind="mutual_fee", **gift | {"number": "J0"})
    right = wang.does("money.take_in", node=cast.nodes["district"], kind="day_donation", **gift)
    for receipt in (wrong, right):
        zheng.does("money.book_in", receipt)
    assert "对应的收入" in wang.refused("mutual_aid.bring_in", roster, receipt=wrong)
    wang.does("mutual_aid.bring_in", roster, receipt=right)
    up = wang.does(
        "money.allot",
        node=cast.nodes["district"],
        kind="donation_up",
        to=cast.nodes["city"],
        source=source,
        purpose="一日捐上解",
        year=today.year,
        amount=150,
    )
    zheng.does("money.approve_transfer", up)
    hu.does("money.pass_on", up)
    li.does("money.confirm_transfer", up)
    needy = givers[0]
    claim = sun.does("mutual_aid.enter", node=cast.nodes["union"], year=year, person=needy, event="loss", admitted_on=today, cost=5000, own_paid=5000)
    wang.does("mutual_aid.accept", claim)
    wang.does("mutual_aid.review", claim, amount=120)
    li.does("mutual_aid.approve", [claim])
    batch = {"node": cast.nodes["district"], "source": source, "award_year": today.year}
    benefit = wang.does("money.open_batch", kind="mutual_benefit", title="给付", **batch)
    relief = wang.does("money.open_batch", kind="donation_relief", title="一日捐救助", **batch)
    assert "类别与申请不同" in wang.refused("mutual_aid.pay", [claim], batch=benefit)
    wang.does("mutual_aid.pay", [claim], batch=relief)
    zheng.does("money.approve", relief)
    hu.does("money.hand_over", relief, on=today)
    wang.does("registers.enter", node=cast.nodes["district"], kind="mutual_account", title="一日捐收支公布", since=today)
    for key, value in (("amount", 200), ("donors", 2), ("beneficiaries", 1), ("relief", 120)):
        assert wang.figure(f"mutual_aid.donation.{key}", "DISTRICT", today.year) == value, key
    assert wang.figure("mutual_aid.participations", "DISTRICT", today.year) == 0
    assert wang.figure("mutual_aid.beneficiaries", "DISTRICT", today.year) == 0
