"""AID-4 Hardship files: applied for, visited, compared, posted, filed, helped once, lifted out, watched, fallen back."""

from datetime import date, timedelta

from gonghui.kernel import clock
from gonghui.kernel.access.wall import trusted
from gonghui.kernel.clocks import strike
from gonghui.lines.welfare.aid.models import Household
from tests.people import valid_id

from .by_program import Program, photo


def test_a_household_is_filed_helped_and_lifted_out(cast):
    chen, sun, qian, wang, li, hu, zheng = (Program(cast.accounts[name]) for name in ("chen", "sun", "qian", "wang", "li", "hu", "zheng"))
    today, here = date.today(), cast.nodes["district"]
    told = {"name": "陈大山", "id_no": valid_id("19800101", serial="501"), "size": 3, "cause": "illness", "says": "妻子长期患病"}
    assert "授权" in chen.refused("aid.apply", node=cast.nodes["union"], **told)
    house = chen.does("aid.apply", node=cast.nodes["union"], agree="on", **told)
    assert "一户一档" in sun.refused("aid.enter", node=cast.nodes["union"], paper=photo(), **told)
    sun.does("aid.accept", house)
    sun.does("aid.visit", house, beside="社区工作者", photo=photo())
    qian.does("aid.send_up", house)
    wang.does("aid.ask_check", house)
    wang.does("aid.assess", house, category="deep", basis="核对符合")
    sun.does("aid.give_notice", house, phone="0531-12351")
    assert wang.refused("aid.put_in_file", house)
    with clock.at(today + timedelta(days=20)):
        strike("notices.end_postings")
        Program(cast.accounts["li"]).does("aid.put_in_file", house)
        wang, li, hu, zheng = (Program(cast.accounts[name]) for name in ("wang", "li", "hu", "zheng"))
        day = today + timedelta(days=20)
        grant = {"household": house, "sort": "living", "year": day.year, "approval": "东工帮1号", "amount": "5000"}
        measure = wang.does("aid.grant", **grant)
        assert "已批准过" in wang.refused("aid.grant", **grant)
        source = wang.does("money.declare_source", node=here, code="BF", name="帮扶资金", since=date(2020, 1, 1))
        batch = wang.does("money.open_batch", node=here, kind="aid_relief", title="帮扶一批", source=source, award_year=day.year)
        with trusted():
            number = Household.objects.for_act("test").get(pk=house).measures.for_act("test").get().number
        wang.does("money.add", batch=batch, payee="陈大山", amount=5000, account_no="6222020000004321", cause=number)
        assert "一次" in li.refused("money.add", batch=batch, payee="陈大山", amount=5000, account_no="6222020000004321", cause=number)
        assert "支付批次" in wang.refused("aid.cancel_measure", measure, why="误批")
        zheng.does("money.approve", batch)
        hu.does("money.send", batch)
        hu.does("money.all_paid", batch, on=day, total=5000)
        assert li.figure("aid.households", "CITY", f"asof-{day}") == 1
        wang.does("aid.review", house)
        wang.does("aid.lift", house, why="收入超过标准")
        assert li.figure("aid.relief.households", "CITY", day.year) == 1 and li.figure("aid.relief.target_pct", "CITY", day.year) == 100
        assert li.figure("aid.relief.amount", "CITY", day.year) == 5000
        sun = Program(cast.accounts["sun"])
        assert "陈大山" not in str(sun.rows("household")) and len(Program(cast.accounts["chen"]).rows("household")) == 1
        sun.does("aid.relapse", house, why="再次住院")
        with trusted():
            back = Household.objects.for_act("test").get(pk=house)
        assert (back.state, back.relapsed) == ("applied", True)
