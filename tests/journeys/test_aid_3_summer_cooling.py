"""AID-3 Summer cooling: a site is visited, its people are a head count, the goods are a payment; three figures from three records."""

from datetime import date

from .by_program import Program, photo


def test_a_visit_is_filed_with_heads_and_its_goods_with_their_value(cast):
    sun, wang, hu, zheng = (Program(cast.accounts[name]) for name in ("sun", "wang", "hu", "zheng"))
    year, here = date.today().year, cast.nodes["district"]
    visit = {"kind": "cool_visit", "node": cast.nodes["union"], "held_on": date.today(), "at_place": "三号工地"}
    sun.does("activities.record", title="送清凉到工地", head_count=85, photo=photo(), **visit)
    assert "另一场" in sun.refused("activities.record", title="又一次", head_count=60, **visit)
    source = wang.does("money.declare_source", node=here, code="SQL", name="送清凉资金", since=date(2020, 1, 1))
    batch = wang.does("money.open_batch", node=here, kind="aid_cooling", title="防暑物资", source=source, award_year=year, form="goods")
    wang.does("money.add", batch=batch, payee="三号工地", amount=6800)
    zheng.does("money.approve", batch)
    hu.does("money.hand_over", batch, on=date.today())
    told = [wang.figure(f"aid.cool.{name}", "DISTRICT", year) for name in ("units", "beneficiaries", "amount")]
    assert told == [1, 85, 6800]
