"""HON-9 Rewards to skilled workers and projects: award year and pay year are told apart, and a total opens to its payments."""

from datetime import date

from gonghui.commons.designations.models import Designation, Scheme
from gonghui.commons.money.models import PayBatch, Source
from gonghui.kernel import clock
from gonghui.kernel.access.models import Grant
from gonghui.kernel.ledger.house import by_house

from .office import AtDesk, newest

DECIDED, PAID = date(2024, 1, 15), date(2024, 2, 6)


def test_a_reward_of_2023_is_paid_in_2024(cast):
    hands = (("hu", "cashier"), ("qian", "city_officer"))
    for who, role in hands:
        by_house(
            "tests.hand",
            lambda ctx, who=who, role=role: Grant(account=cast.accounts[who], role=role, node=cast.nodes["city"], since=date(2020, 1, 1)).save(),
        )
    li, qian, hu, city = AtDesk(cast, "li"), AtDesk(cast, "qian"), AtDesk(cast, "hu"), cast.nodes["city"]
    with clock.at(PAID):
        what = {"name": "优秀技工和项目", "tier": "city", "issuer": "临江市总工会", "holders": ["person", "work"], "since": date(2020, 1, 1)}
        li.does("designations.declare_scheme", node=city, kind="skilled_worker", **what)
        li.does("money.declare_source", node=city, code="JL-1", name="奖励资金", since=DECIDED)
        li.does(
            "money.open_batch", desk="honour_rewards", node=city, kind="honour_reward", title="2023年度奖励", source=newest(Source), award_year=2023
        )
        for name, holder, amount in (("林秀", "person", "800.00"), ("节电改造", "work", "655.00")):
            given = {"scheme": newest(Scheme), "node": cast.nodes["union"], "holder": holder, "name": name, "batch": "2023年"}
            li.does("designations.record", awarded_on=DECIDED, **given)
            li.does("money.add", batch=newest(PayBatch), payee=name, amount=amount, cause=str(newest(Designation).pk))
        li.figure("honours.reward_amount", "CITY", 2024, 0)
        qian.does("money.approve", newest(PayBatch))
        hu.does("money.hand_over", newest(PayBatch), on=PAID)
    for key, year, value in (
        ("reward_amount", 2024, 1455), ("reward_amount", 2023, 0), ("reward_amount@award_year", 2023, 1455), ("reward_amount@award_year", 2024, 0),
        ("rewarded_workers_projects", 2024, 2), ("rewarded_workers_projects@persons", 2024, 1), ("rewarded_workers_projects@projects", 2024, 1),
        ("rewarded_workers_projects@award_year", 2023, 2),
    ):  # fmt: skip
        li.figure(f"honours.{key}", "CITY", year, value)
    rows = li.program.get("/api/figures/honours.reward_amount/rows", {"node": "CITY", "period": "2024"}).json()["items"]
    assert sum(float(row["share"]) for row in rows) == 1455
