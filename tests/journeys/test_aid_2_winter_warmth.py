"""AID-2 Winter warmth: a list made by one, approved by another, handed over by a third; money and goods are told apart."""

from datetime import date

from .by_program import Program


def test_warmth_reaches_people_by_list_and_nobody_twice_on_one(cast):
    wang, hu, zheng, li = (Program(cast.accounts[name]) for name in ("wang", "hu", "zheng", "li"))
    here, today = cast.nodes["district"], date.today()
    source = wang.does("money.declare_source", node=here, code="SWN", name="送温暖资金", since=date(2020, 1, 1))
    for form, amount in (("cash", 500), ("goods", 200)):
        told = {"node": here, "kind": "aid_warmth", "source": source, "award_year": today.year, "form": form}
        batch = wang.does("money.open_batch", title=f"送温暖{form}", **told)
        for name in ("张师傅", "李师傅"):
            wang.does("money.add", batch=batch, payee=name, amount=amount, account_no="62220200000000" + ("11" if name == "张师傅" else "22"))
        assert "已在" in wang.refused("money.add", batch=batch, payee="张师傅", amount=amount, account_no="6222020000000011")
        assert li.figure("aid.warmth.beneficiaries", "CITY", today.year) == (0 if form == "cash" else 2)
        zheng.does("money.approve", batch)
        hu.does("money.hand_over", batch, on=today)
    assert li.figure("aid.warmth.beneficiaries", "CITY", today.year) == 4
    assert li.figure("aid.warmth.amount", "CITY", today.year) == 1400
    assert li.figure("aid.warmth.amount@goods", "CITY", today.year) == 400
