"""FIN-4 Rewards: what a total is made of, the year an award is for told apart from the year it was paid, and the level that paid."""

from datetime import date
from decimal import Decimal

from django.db.models import Sum

from gonghui.commons.money import acts, line_acts
from gonghui.commons.money.models import Entry, Payment
from gonghui.commons.money.words import Heading
from gonghui.kernel import clock
from gonghui.kernel.access.viewer import SYSTEM
from gonghui.kernel.ledger.do import do

from .by_program import Program


def reward(cast, source, node, title, year, on, sums):
    """A list of rewards paid on a day."""
    with clock.at(on):
        batch = do(acts.open_batch, SYSTEM, node=cast.nodes[node], kind="other", title=title, source=source, award_year=year, form="goods").subject
        for i, amount in enumerate(sums):
            do(line_acts.add, SYSTEM, batch=batch, payee=f"{title}{i}", amount=Decimal(amount))
        do(acts.approve, SYSTEM, batch)
        do(acts.hand_over, SYSTEM, batch, on=on)


def test_each_total_opens_to_its_payments_and_all_axes_agree(cast):
    """Two published totals of one reward differ by 65,500 yuan: the house shows which payments make each of them (section 41, 1 and 12)."""
    source = do(acts.declare_source, cast.zhou, node=cast.nodes["province"], code="JL", name="奖励资金", since=date(2020, 1, 1)).subject
    # 801,000 to winners, 40 projects of 10,000, and 65,500 that neither list tells of
    reward(cast, source, "city", "获奖职工", 2023, date(2024, 2, 1), [400_500, 400_500])
    reward(cast, source, "district", "工作室项目", 2023, date(2024, 3, 1), [200_000, 200_000])
    reward(cast, source, "city", "其他奖励", 2023, date(2023, 12, 31), [65_500])
    reward(cast, source, "city", "本年奖励", 2024, date(2024, 6, 1), [1_000])
    li = Program(cast.accounts["li"])
    assert li.figure("finance.paid.amount@award_year", "CITY", 2023) == Decimal(1_266_500)
    assert li.figure("finance.paid.amount", "CITY", 2024) == Decimal(1_202_000)
    assert li.figure("finance.paid.amount", "CITY", 2023) == Decimal(65_500)
    told = li.client.get("/api/figures/finance.paid.amount@award_year/rows", {"node": "CITY", "period": "2023"}).json()
    gap = sum(Decimal(str(row["share"])) for row in told["items"] if "其他奖励" in str(row))
    assert sum(Decimal(str(row["share"])) for row in told["items"]) == Decimal(1_266_500) and gap == Decimal(1_266_500 - 1_201_000)
    rows, span = Payment.objects.for_act("test"), "2023..2024"
    whole = li.figure("finance.paid.amount", "CITY", span)
    for axis in ("source", "award_year", "pay_year", "level", "form", "kind", "node"):
        assert sum(part["sum"] for part in rows.order_by().values(axis).annotate(sum=Sum("amount"))) == whole
    levels = [li.figure(f"finance.paid.amount@{level}", "CITY", span) for level in ("city", "county", "province")]
    assert levels == [Decimal(867_500), Decimal(400_000), 0] and sum(levels) == whole
    assert sum(li.figure(f"finance.paid.amount@{form}", "CITY", span) for form in ("cash", "goods")) == whole
    booked = Entry.objects.for_act("test").filter(debit=Heading.SPENDING).aggregate(sum=Sum("amount"))["sum"]
    assert booked == whole
