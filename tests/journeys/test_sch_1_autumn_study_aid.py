"""SCH-1 Autumn study aid: a worker asks for a child with the proof, the union checks, the county approves, the list is paid, the family is asked."""

from datetime import date
from decimal import Decimal

from gonghui.commons.money.models import PayBatch
from tests.particulars.enrolment import known
from tests.situations import Ground

from .by_program import Program, photo


def test_a_child_is_helped_once_a_year_from_the_request_to_the_visit(cast):
    ground = Ground(cast)
    ground.new_worker()
    known(ground)
    worker, sun, qian, wang = Program(ground.worker), *(Program(cast.accounts[name]) for name in ("sun", "qian", "wang"))
    hu, zheng, year = Program(cast.accounts["hu"]), Program(cast.accounts["zheng"]), date.today().year
    child = {
        "aid": "study_aid",
        "year": year,
        "name": "陈小雨",
        "school": "河州大学",
        "level": "bachelor",
        "family": "hardship",
        "bank": "工行",
        "account_no": "6222020000001234",
    }
    student = worker.does("scholarships.apply", node=cast.nodes["union"], proof=photo(), **child)
    assert "一人一年只资助一次" in worker.refused("scholarships.apply", node=cast.nodes["beside"], proof=photo(), **child)
    sun.does("scholarships.check", student, family="migrant", amount=3000)
    wang.does("scholarships.approve", student, amount=2500)
    source = wang.does("money.declare_source", node=cast.nodes["district"], code="JQ", name="金秋助学资金", since=date(2020, 1, 1))
    # the county's officer makes the list, the accountant checks it, the cashier pays it
    batch = wang.does("money.open_batch", node=cast.nodes["district"], kind="study_aid", title="金秋助学", source=source, award_year=year)
    wang.does("scholarships.pay", [student], batch=batch)
    zheng.does("money.approve", batch)
    hu.does("money.send", batch)
    assert "还没有支付" in qian.refused("scholarships.follow_up", student, feedback="已入学")
    hu.does("money.all_paid", batch, on=date.today(), total=Decimal("2500.00"))
    (mine,) = worker.rows("payment")
    worker.does("money.sign", mine["id"])
    zheng.does("money.reconcile", batch, statement=Decimal("2500.00"))
    qian.does("scholarships.follow_up", student, feedback="已入学，写来感谢信")
    assert wang.figure("scholarships.children", "DISTRICT", year) == 1
    assert wang.figure("scholarships.amount", "DISTRICT", year) == Decimal(2500)
    assert PayBatch.objects.for_act("test").get().state == "reconciled"
