"""HON-5 The craftsmen's fund: its rule is in force, money goes to named craftsmen by three hands, a cause once."""

from datetime import date, timedelta

from gonghui.commons.designations.models import Designation, Scheme
from gonghui.commons.money.models import PayBatch, Source
from gonghui.kernel.access.models import Grant
from gonghui.kernel.ledger.house import by_house

from .office import AtDesk, newest


def test_the_fund_pays_a_craftsman_once(cast):
    by_house(
        "tests.third_hand", lambda ctx: Grant(account=cast.accounts["hu"], role="cashier", node=cast.nodes["province"], since=date(2020, 1, 1)).save()
    )
    by_house(
        "tests.second_hand",
        lambda ctx: Grant(account=cast.accounts["li"], role="province_officer", node=cast.nodes["province"], since=date(2020, 1, 1)).save(),
    )
    zhou, li, hu, today = AtDesk(cast, "zhou"), AtDesk(cast, "li"), AtDesk(cast, "hu"), date.today()
    root, long_ago = cast.nodes["province"], today - timedelta(days=400)
    rule = {"kind": "craftsman_fund_rules", "title": "工匠基金管理办法", "since": long_ago, "in_force_from": long_ago}
    zhou.does("registers.enter", desk="honour_register", node=root, **rule)
    what = {"kind": "craftsman", "name": "河州工匠", "tier": "province", "issuer": "河州省总工会", "holders": ["person"], "since": long_ago}
    zhou.does("designations.declare_scheme", node=root, **what)
    zhou.does("designations.record", scheme=newest(Scheme), node=cast.nodes["union"], holder="person", name="林秀", awarded_on=long_ago)
    zhou.does("money.declare_source", node=root, code="JJ-1", name="工匠基金", since=long_ago)
    batch = {"node": root, "kind": "craftsman_fund", "source": newest(Source), "award_year": today.year}
    zhou.does("money.open_batch", desk="honour_rewards", title="工匠基金第一批", **batch)
    line = {"batch": newest(PayBatch), "payee": "林秀", "amount": "900.00", "cause": str(newest(Designation).pk)}
    zhou.does("money.add", **line).refused("money.add", "已", **line | {"payee": "林秀秀"})
    zhou.refused("money.approve", "同一", newest(PayBatch))
    li.does("money.approve", newest(PayBatch))
    hu.does("money.hand_over", newest(PayBatch), on=today)
    zhou.figure("honours.craftsman_fund_amount", "PROV", today.year, 900).figure("honours.craftsman_fund_amount", "PROV", today.year - 1, 0)
