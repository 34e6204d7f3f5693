"""FIN-2 Support to county unions: allotted for one purpose, approved, passed on by a third hand, confirmed, its use reported."""

from datetime import date
from decimal import Decimal

from gonghui.kernel.access.models import Account, Grant
from gonghui.kernel.ledger.house import by_house

from .by_program import Program, photo


def colleague(cast, login: str, role: str, place: str) -> Account:
    """One more officer at a place."""

    def make(ctx):
        account = Account(login=login, name=login, node=cast.nodes[place])
        account.set_unusable_password()
        account.save()
        Grant(account=account, role=role, node=cast.nodes[place], since=date(2020, 1, 1)).save()
        return account

    return by_house("tests.colleague", make)


def test_support_is_passed_down_once_and_its_use_is_told(cast):
    zhou, wang = Program(cast.accounts["zhou"]), Program(cast.accounts["wang"])
    second, cashier = (Program(colleague(cast, login, role, "province")) for login, role in (("gao", "accountant"), ("pang", "cashier")))
    year, province = date.today().year, cast.nodes["province"]
    source = zhou.does("money.declare_source", node=province, code="XJ", name="县级工会建设资金", since=date(2020, 1, 1), ringed="on")
    allotted = {"node": province, "kind": "county_support", "to": cast.nodes["district"], "source": source, "purpose": "阵地建设", "year": year}
    transfer = zhou.does("money.allot", amount=300_000, **allotted)
    assert "可用 0.00 元" in second.refused("money.approve_transfer", transfer)  # nothing has come in for it yet
    got = cashier.does("money.take_in", node=province, kind="other", source=source, giver="全国总工会", number="ZZ1", amount=500_000, on=date.today())
    second.does("money.book_in", got)
    second.does("money.approve_transfer", transfer)
    other = zhou.does("money.allot", amount=300_000, **allotted)
    assert "不足" in second.refused("money.approve_transfer", other)  # 200,000 are left
    assert zhou.refused("money.pass_on", transfer)
    cashier.does("money.pass_on", transfer)
    wang.does("money.confirm_transfer", transfer)
    wang.does("money.report_use", transfer, used="180000.00", report=photo("报告.png"))
    assert zhou.figure("finance.county_support.amount", "PROV", year) == Decimal(300_000)
    assert wang.figure("finance.county_support.used_pct", "DISTRICT", year) == Decimal(60)
    assert {row["state"] for row in wang.rows("allotments")} == {"reported", "listed"}
