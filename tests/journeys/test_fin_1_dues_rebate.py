"""FIN-1 Dues rebate: dues come in, small payers are told apart, what they sent upward goes back once, what failed is issued again."""

from datetime import date
from decimal import Decimal

from gonghui.commons.money.models import PayBatch, Payment
from gonghui.commons.parties.models import Employer
from gonghui.kernel.ledger.house import by_house

from .by_program import Program


def firm(cast, name: str) -> Employer:
    return by_house("tests.firm", lambda ctx: ctx.create(Employer, name=name, node=cast.nodes["district"], since=date(2020, 1, 1)))


def test_what_small_payers_sent_upward_goes_back_to_their_union_once(cast):
    wang, zheng, hu, li = (Program(cast.accounts[name]) for name in ("wang", "zheng", "hu", "li"))
    day = date(2024, 4, 12)
    small, large = firm(cast, "东湖小店"), firm(cast, "东湖大厂")
    months = []
    for i, (payer, upward) in enumerate(((small, 900), (small, "899.50"), (large, 9999), (large, 1))):
        month = date(2024, 1 + i % 2, 1)
        months.append(
            zheng.does(
                "finance.receive_dues", node=cast.nodes["union"], employer=payer, month=month, wages=200_000, received=20_000, upward=upward,
                voucher=f"V{i}", received_on=day,
            )
        )  # fmt: skip
    assert "凭证号" in zheng.refused(
        "finance.receive_dues",
        node=cast.nodes["union"],
        employer=small,
        month=date(2024, 3, 1),
        wages=1,
        received=1,
        upward=1,
        voucher="V0",
        received_on=day,
    )
    zheng.does("finance.classify", node=cast.nodes["district"], year=2024)
    states = {row["id"]: row["state"] for row in zheng.rows("payermonth")}
    assert [states[month] for month in months] == ["small", "small", "over", "over"]  # 10,000 is not below 10,000
    wang.does("money.note_account", node=cast.nodes["union"], bank="工行东湖支行", account_no="2605000011112222")
    source = wang.does("money.declare_source", node=cast.nodes["district"], code="FH", name="返还资金", since=date(2020, 1, 1))
    batch = zheng.does("money.open_batch", node=cast.nodes["district"], kind="dues_rebate", title="2024年返还", source=source, award_year=2024)
    zheng.does("finance.rebate", months[:2], batch=batch)
    assert "已经返还" in zheng.refused("finance.rebate", months[:1], batch=batch)
    wang.does("money.approve", batch)
    hu.does("money.send", batch)
    hu.does("money.all_paid", batch, on=date.today(), total="1799.50")
    first = Payment.objects.for_act("test").order_by("pk").first()
    zheng.does("money.bounce", first.pk, reason="账户已销户")
    assert wang.figure("finance.dues_rebate.amount", "DISTRICT", date.today().year) == Decimal("899.5")
    again = zheng.does("money.reissue", batch=batch, title="2024年返还重付")
    line = Payment.objects.for_act("test").get(batch=again)
    zheng.does("money.correct_account", line.pk, bank="建行", account_no="2605000033334444")
    wang.does("money.approve", again)
    hu.does("money.send", again)
    hu.does("money.all_paid", again, on=date.today(), total=900)
    zheng.does("money.reconcile", again, statement=900)
    assert li.figure("finance.dues_rebate.amount", "CITY", date.today().year) == Decimal("1799.5")
    assert li.figure("finance.dues_rebate.households", "CITY", date.today().year) == 1
    assert PayBatch.objects.for_act("test").get(pk=again).state == "reconciled"
